/**
 * `npm run corpus -- FOLDER [NAME…] [--compilers 5.9,7]`: generates a package from every document of a folder, compiles and
 * imports it, and holds the document's own examples against its validators. Prints a table and a total line; exits 1 when
 * anything failed.
 *
 * Documents are the .json and .yaml files of the folder; a folder `multifile/` inside holds documents of several files, one
 * folder each, whose entry is named in its INDEX.tsv or is the one file with `openapi:` or `swagger:` at its top.
 */
import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { typecheck } from "../support/typecheck.js";

const here = resolve(fileURLToPath(new URL(".", import.meta.url)));
const extension = /\.(json|ya?ml)$/;

interface Outcome {
  readonly ended: "generated" | "refused" | "crashed";
  readonly message?: string;
  readonly operations: number;
  readonly schemas: number;
  readonly seconds: number;
  readonly peak: number;
  readonly codes: Readonly<Record<string, number>>;
}

interface Use {
  readonly imported: boolean;
  readonly message?: string;
  readonly accepted: number;
  readonly refusedByBoth: readonly string[];
  readonly wrong: readonly string[];
}

interface Row {
  readonly name: string;
  readonly outcome: Outcome;
  readonly errors: Readonly<Record<string, number>>;
  readonly use: Use | undefined;
}

const args = process.argv.slice(2);
const option = (name: string): string | undefined => {
  const at = args.indexOf(name);
  return at < 0 ? undefined : args.splice(at, 2)[1];
};
const compilers = (option("--compilers") ?? "5.9,7").split(",").filter(Boolean) as ("5.9" | "7")[];
const keep = option("--keep");
const [folder, ...names] = args;
if (folder === undefined || !existsSync(folder)) {
  console.error("usage: npm run corpus -- FOLDER [NAME…] [--compilers 5.9,7] [--keep FOLDER]");
  process.exit(2);
}

const documents = documentsIn(resolve(folder)).filter(({ name }) => names.length === 0 || names.some((part) => name.includes(part)));
const work = keep ?? mkdtempSync(join(tmpdir(), "specwright-corpus-"));
const rows: Row[] = [];
console.log(["document", "operations", "schemas", "seconds", "MiB", ...compilers.map((v) => `errors ${v}`), "import", "examples", "left out, by code"].join("\t"));
for (const document of documents) {
  const row = judge(document);
  rows.push(row);
  console.log(print(row));
}
total();
if (keep === undefined) rmSync(work, { recursive: true, force: true });
process.exitCode = rows.every(isGood) ? 0 : 1;

function documentsIn(path: string): { name: string; file: string }[] {
  const single = readdirSync(path)
    .filter((name) => extension.test(name) && statSync(join(path, name)).isFile())
    .map((name) => ({ name, file: join(path, name) }));
  const several = join(path, "multifile");
  if (!existsSync(several)) return single.sort((a, b) => (a.name < b.name ? -1 : 1));
  const many = readdirSync(several, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => ({ name: `multifile/${entry.name}`, file: entryOf(join(several, entry.name), join(several, "INDEX.tsv")) }));
  return [...single, ...many].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The entry document of a folder: what INDEX.tsv names, else the shallowest file that says its version. */
function entryOf(path: string, index: string): string {
  const listed = existsSync(index) ? readFileSync(index, "utf8").split("\n") : [];
  const files = readdirSync(path, { recursive: true, encoding: "utf8" }).filter((name) => extension.test(name));
  const named = files.find((name) => listed.some((line) => line.startsWith(`${basename(path)}/${name}\t`)));
  const root = files
    .filter((name) => /^\s*(\{\s*)?"?(openapi|swagger)"?\s*:/m.test(readFileSync(join(path, name), "utf8").slice(0, 4000)))
    .sort((a, b) => a.split("/").length - b.split("/").length || (a < b ? -1 : 1))[0];
  return join(path, named ?? root ?? files[0] ?? "openapi.yaml");
}

function judge({ name, file }: { name: string; file: string }): Row {
  const out = join(work, name.replaceAll("/", "-").replace(extension, ""));
  rmSync(out, { recursive: true, force: true });
  mkdirSync(out, { recursive: true });
  const outcome = child<Outcome>("generate.ts", [file, out]) ?? { ...nothing, ended: "crashed", message: "the process died" };
  if (outcome.ended !== "generated") return { name, outcome, errors: {}, use: undefined };
  const errors = Object.fromEntries(compilers.map((version) => [version, countErrors(typecheck(out, version), name, version)]));
  return { name, outcome, errors, use: child<Use>("use.ts", [out]) };
}

const nothing: Outcome = { ended: "crashed", operations: 0, schemas: 0, seconds: 0, peak: 0, codes: {} };

function countErrors(output: string, name: string, version: string): number {
  const lines = output.split("\n").filter((text) => /error TS|FATAL|heap/.test(text));
  for (const text of lines.slice(0, 5)) console.error(`  ${name} ${version}: ${text.slice(0, 300)}`);
  return lines.length;
}

/** Runs a script of this folder; its last line of output is its answer. */
function child<Answer>(script: string, words: readonly string[]): Answer | undefined {
  const run = spawnSync(process.execPath, ["--max-old-space-size=4096", "--import", "tsx", join(here, script), ...words], {
    encoding: "utf8",
    maxBuffer: 1 << 28,
    timeout: 300_000,
  });
  const last = run.stdout.trim().split("\n").at(-1) ?? "";
  if (!last.startsWith("{")) {
    console.error(`  ${script} ${words[0] ?? ""}: ${(run.error?.message ?? run.stderr).slice(-600)}`);
    return undefined;
  }
  return JSON.parse(last) as Answer;
}

function print({ name, outcome, errors, use }: Row): string {
  const codes = Object.entries(outcome.codes)
    .filter(([code]) => !code.startsWith("lint/"))
    .map(([code, count]) => `${code} ${count}`)
    .join(", ");
  const examples = use === undefined ? "-" : `${use.accepted} ok, ${use.refusedByBoth.length} also refused by ajv, ${use.wrong.length} wrong`;
  for (const text of use?.wrong.slice(0, 5) ?? []) console.error(`  ${name} example: ${text.slice(0, 300)}`);
  if (outcome.message !== undefined) console.error(`  ${name} ${outcome.ended}: ${outcome.message}`);
  if (use?.message !== undefined) console.error(`  ${name} import: ${use.message}`);
  return [
    name,
    outcome.operations,
    outcome.schemas,
    outcome.seconds.toFixed(2),
    Math.round(outcome.peak),
    ...compilers.map((version) => errors[version] ?? "-"),
    outcome.ended !== "generated" ? outcome.ended : use?.imported ? "ok" : "FAILED",
    examples,
    codes,
  ].join("\t");
}

function isGood({ outcome, errors, use }: Row): boolean {
  return outcome.ended === "generated" && Object.values(errors).every((count) => count === 0) && use?.imported === true && use.wrong.length === 0;
}

function total(): void {
  const sum = (pick: (row: Row) => number): number => rows.reduce((count, row) => count + pick(row), 0);
  const compiled = compilers.map((version) => `${rows.filter((row) => row.errors[version] === 0).length} compile under ${version}`).join(", ");
  console.log(
    `total: ${rows.length} documents, ${rows.filter((row) => row.outcome.ended === "generated").length} generated, ${compiled}, ` +
      `${rows.filter((row) => row.use?.imported).length} import; ${sum((row) => row.outcome.operations)} operations, ${sum((row) => row.outcome.schemas)} schemas, ` +
      `${sum((row) => row.outcome.seconds).toFixed(1)} s; examples: ${sum((row) => row.use?.accepted ?? 0)} accepted, ` +
      `${sum((row) => row.use?.refusedByBoth.length ?? 0)} refused by ajv, too, ${sum((row) => row.use?.wrong.length ?? 0)} wrong; ${rows.filter(isGood).length} without any failure`,
  );
}
