/** `specwright sync`: each vendor's source read again, what changed, and the release that follows from it. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import type { Bump, Comparison } from "../changes/change.js";
import { report, type ReportFormat } from "../changes/report/index.js";
import { nextVersion } from "../changes/version.js";
import { Refusal, refuse, type Diagnostic } from "../diagnostics.js";
import { changes, write } from "../emit/write.js";
import { yaml } from "../emit/yaml.js";
import { answersOf } from "../ingest/answers.js";
import { readingOrder } from "../ingest/order.js";
import { pipeline, type Generated } from "../pipeline.js";
import { changelogName } from "../source/changelog.js";
import { parse } from "../source/parse.js";
import { changelogOf, changelogText, withRelease } from "../sync/changelog.js";
import { compareVendors, type Compared } from "../sync/compare.js";
import { rememberedSources, updatedManifest } from "../sync/manifest.js";
import { readAgain, revisionOf, type Revision } from "../sync/revision.js";
import { documentName, recover, replace, stage, type Stage } from "../sync/stage.js";
import { loadVendor, relativeName, type Vendor } from "../vendor.js";
import type { Arguments, ExitCode, Io } from "./command.js";
import { vendorList } from "./select.js";
import { show } from "./show.js";

export async function run(args: Arguments, io: Io): Promise<ExitCode> {
  recover(io.cwd);
  const names = vendorList(args.words, io.cwd);
  let code: ExitCode = 0;
  for (const name of names) {
    try {
      if (!(await syncVendor(await loadVendor(io.cwd, name), args.options, names.length > 1, io))) code = 1;
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      // One vendor that cannot be reached does not keep the others from their news; its own folder is as it was.
      show([error.diagnostic], "text", { ...io, out: io.err });
      code = 1;
    }
  }
  return code;
}

/** Brings one vendor up to date; false when somebody has to look at it first. */
async function syncVendor(vendor: Vendor, options: Arguments["options"], several: boolean, io: Io): Promise<boolean> {
  const revision = await newsOf(vendor, io.cwd);
  if (revision === undefined) {
    io.err(`${vendor.name}: unchanged\n`);
    return true;
  }
  const staged = stage(vendor);
  try {
    return await release(vendor, staged, revision, options, several, io);
  } finally {
    staged.discard();
  }
}

/** What the sources say, if it is not what they said the last time. */
async function newsOf(vendor: Vendor, cwd: string): Promise<Revision | undefined> {
  const manifest = readFileSync(vendor.manifest ?? "", "utf8");
  const sources = rememberedSources(manifest, vendor.name);
  if (sources.length === 0) throw refuse("vendor/manifest", { file: relativeName(cwd, vendor.manifest ?? ""), pointer: "/source" }, "The manifest names no page and no file that the document comes from.");
  const pages = await readAgain(sources, cwd);
  return pages && revisionOf(pages, await answersIn(vendor, cwd));
}

const answersName = "answers.yaml";

async function answersIn(vendor: Vendor, cwd: string): Promise<ReturnType<typeof answersOf>> {
  const path = join(dirname(vendor.manifest ?? ""), answersName);
  try {
    const { value } = await parse(readFileSync(path, "utf8"), relativeName(cwd, path), vendor.limits);
    return answersOf(value);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === "ENOENT") return [];
    throw error;
  }
}

async function release(vendor: Vendor, staged: Stage, revision: Revision, options: Arguments["options"], several: boolean, io: Io): Promise<boolean> {
  staged.write(documentName(vendor), revision.text);
  if (revision.answers !== undefined && Array.isArray(revision.answers) && revision.answers.length > 0) staged.write(answersName, yaml(revision.answers, readingOrder));
  const compared = await compareVendors({ vendor, cwd: io.cwd }, { vendor: await staged.vendor(), cwd: staged.project });
  const bump = await bumpOf(vendor, staged, compared.comparison);
  const from = vendor.package.version;
  const to = nextVersion(from, bump);
  await tell(vendor, { ...compared.comparison, bump }, { from, to }, options, several, io);
  const doubts = doubtsOf(vendor, compared, bump);
  show(doubts, "text", { ...io, out: io.err });
  if (doubts.some(({ severity }) => severity === "error") && options["accept"] !== true) {
    io.err(`${vendor.name}: nothing was written; look at the report, then run with --accept\n`);
    return false;
  }
  if (options["dryRun"] === true) return true;
  await commit(vendor, staged, revision, { ...compared.comparison, bump }, { from, to }, io);
  return true;
}

/** A change that the rules do not see may change what is emitted all the same (a text, a type written in another way): a patch. */
async function bumpOf(vendor: Vendor, staged: Stage, { bump }: Comparison): Promise<Bump> {
  if (bump !== "none") return bump;
  const { files } = await pipeline(await staged.vendor(), staged.project);
  return changes(vendor.out, files).length > 0 ? "patch" : "none";
}

/** What somebody has to look at before it is released. */
function doubtsOf(vendor: Vendor, { fresh, operations }: Compared, bump: Bump): Diagnostic[] {
  const file = relativeName(dirname(dirname(dirname(vendor.manifest ?? ""))), vendor.document);
  const doubts = fresh.filter(({ severity, code }) => severity === "error" || code.startsWith("overlay/"));
  if (operations.gone.length > 0) {
    const names = operations.gone.slice(0, 5).join(", ") + (operations.gone.length > 5 ? " …" : "");
    doubts.push(refuse("sync/shrunk", { file }, `${operations.gone.length} of ${operations.before} operations are gone: ${names}.`).diagnostic);
  }
  if (bump === "major") doubts.push(refuse("sync/breaking", { file }, "The new version breaks code that uses the package.").diagnostic);
  return doubts;
}

const extensions: Readonly<Record<ReportFormat, string>> = { text: "txt", json: "json", markdown: "md", html: "html", github: "txt" };

async function tell(vendor: Vendor, comparison: Comparison, version: { from: string; to: string }, options: Arguments["options"], several: boolean, io: Io): Promise<void> {
  const format = options["format"] as ReportFormat;
  const text = await report(format, comparison, { base: relativeName(io.cwd, vendor.document), revision: vendor.name, version });
  const out = options["out"];
  // Several reports as JSON: one a line.
  if (typeof out !== "string") return io.out(several && format === "json" ? `${JSON.stringify(JSON.parse(text))}\n` : text);
  // Several reports go into a folder, one file a vendor.
  const path = several ? resolve(io.cwd, out, `${vendor.name}.${extensions[format]}`) : resolve(io.cwd, out);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
}

/** Everything that belongs to the release, in the stage; then the stage and the package together. */
async function commit(vendor: Vendor, staged: Stage, revision: Revision, comparison: Comparison, version: { from: string; to: string }, io: Io): Promise<void> {
  staged.write("vendor.yaml", updatedManifest(readFileSync(join(staged.folder, "vendor.yaml"), "utf8"), version.to, revision.pages));
  if (version.to !== version.from) {
    const changelog = withRelease(await changelogOf(vendor, io.cwd), comparison, version.to, version.from);
    staged.write(changelogName, changelogText(changelog));
  }
  const generated: Generated = await pipeline(await staged.vendor(), staged.project);
  staged.write("names.lock.json", `${JSON.stringify(generated.lock, null, 2)}\n`);
  replace(vendor, staged, () => void write(vendor.out, generated.files));
  io.err(`${vendor.name}: ${version.from} → ${version.to}\n`);
}
