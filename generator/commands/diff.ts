/** `specwright diff`: what changed between two documents, or between a vendor's document and what the vendor says now. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { report, type ReportFormat } from "../changes/report/index.js";
import { refuse } from "../diagnostics.js";
import { readSource } from "../ingest/sources.js";
import { compareVendors, type Compared } from "../sync/compare.js";
import { revisionOf } from "../sync/revision.js";
import { documentName, stage } from "../sync/stage.js";
import { loadVendor, relativeName, vendorFromInput, vendorNames, type Vendor } from "../vendor.js";
import type { Arguments, ExitCode, Io } from "./command.js";
import { vendorSources } from "./sources.js";

export async function run({ words, options }: Arguments, io: Io): Promise<ExitCode> {
  const [base, ...revision] = words;
  if (base === undefined) throw refuse("cli/usage", { file: "specwright" }, "diff takes two documents, or a vendor and what to compare it with.");
  const isVendor = vendorNames(io.cwd).includes(base);
  if (!isVendor && revision.length === 0) throw refuse("cli/usage", { file: "specwright" }, `diff needs a second document; ${JSON.stringify(base)} is no vendor whose manifest could name one.`);
  const { comparison, from, to } = isVendor ? await vendorDiff(base, revision, io.cwd) : await documentDiff(base, revision, io.cwd);
  const text = await report(options["format"] as ReportFormat, comparison, { base: from, revision: to });
  const out = options["out"];
  if (typeof out === "string") writeFileSync(resolve(io.cwd, out), text);
  else io.out(text);
  return comparison.bump === "major" ? 1 : 0;
}

type Diff = Pick<Compared, "comparison"> & { readonly from: string; readonly to: string };

/** The vendor's own document against pages or a document, under the vendor's overlay and names. */
async function vendorDiff(name: string, words: readonly string[], cwd: string): Promise<Diff> {
  const vendor = await loadVendor(cwd, name);
  const named = words.length > 0 ? words : await vendorSources(cwd, name);
  const revision = await revisionOf(await Promise.all(named.map((word) => readSource(word, cwd))));
  const staged = stage(vendor);
  try {
    staged.write(documentName(vendor), revision.text);
    const { comparison } = await compareVendors({ vendor, cwd }, { vendor: await staged.vendor(), cwd: staged.project });
    return { comparison, from: relativeName(cwd, vendor.document), to: named.join(", ") };
  } finally {
    staged.discard();
  }
}

/** Two documents (or pages) that belong to no vendor. */
async function documentDiff(base: string, words: readonly string[], cwd: string): Promise<Diff> {
  const folder = mkdtempSync(join(tmpdir(), "specwright-"));
  try {
    const [before, after] = [await inputOf([base], "base", folder, cwd), await inputOf(words, "revision", folder, cwd)];
    const { comparison } = await compareVendors({ vendor: before, cwd }, { vendor: after, cwd });
    return { comparison, from: base, to: words.join(", ") };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** A document on disk is read where it is (it may refer to its neighbours); what comes from pages is put beside. */
async function inputOf(words: readonly string[], side: string, folder: string, cwd: string): Promise<Vendor> {
  const pages = await Promise.all(words.map((word) => readSource(word, cwd)));
  const only = pages.length === 1 ? pages[0] : undefined;
  const revision = await revisionOf(pages);
  const inPlace = only !== undefined && only.url === undefined && revision.text === only.page.text;
  const document = inPlace ? resolve(cwd, only.page.file) : join(folder, `${side}.yaml`);
  if (!inPlace) writeFileSync(document, revision.text);
  // Both sides are called the same, so that names made of the package's name do not differ.
  return vendorFromInput({ document, name: "api", out: folder });
}
