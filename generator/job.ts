/** One vendor, from its manifest to its package on disk. A fault ends this vendor's job and no other's. */
import { existsSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Diagnostic, type DiagnosticCode, refuse, Refusal } from "./diagnostics.js";
import { type Change, comparison, type Sink, writing, type Written } from "./emit/write.js";
import { place, sorted, waive } from "./findings.js";
import { installed } from "./installed.js";
import type { Api } from "./model/api.js";
import { inspect, type Inspected, type Lint, pipelineInto } from "./pipeline.js";
import { createLinter, type Linter } from "./source/lint-beside.js";
import { hashOfFiles, inputsOf, lastLint, lintKey, type Linted, optionsKey, remember, rememberLint } from "./state.js";
import { placesOf, type Task } from "./task.js";
import { loadVendor, relativeName, vendorFromInput, type Vendor } from "./vendor.js";

export interface JobOptions {
  /** Write nothing, only say what would change. */
  readonly check: boolean;
  readonly lint: boolean;
  /** Do again what was done before. */
  readonly force: boolean;
}

/** What became of a task. */
export interface Outcome {
  readonly name: string;
  readonly operations: number;
  readonly schemas: number;
  readonly files: number;
  /** What was written, or with `check` would be. Paths are relative to the working folder. */
  readonly changes: readonly Change[];
  readonly diagnostics: readonly Diagnostic[];
  /** Whether the task could not be done; the diagnostics say why. */
  readonly refused: boolean;
}

/**
 * Generates one vendor. Faults of the input are in the outcome; a fault of our own throws.
 *
 * @param given the linter to use; one of its own by default
 */
export async function generateOne(task: Task, options: JobOptions, given?: Linter): Promise<Outcome> {
  return guarded(task, async () => {
    const places = placesOf(task);
    const inputs = inputsOf(places, optionsKey(options), []);
    const vendor = await vendorOf(task);
    const sink = (options.check ? comparison : writing)(vendor.out);
    const linter = options.lint ? (given ?? createLinter()) : undefined;
    const lint = linter && lintWith(linter, task, vendor, options.force ? undefined : lastLint(places));
    try {
      let files = 0;
      const take: Sink["add"] = (file) => {
        files++;
        sink.add(file);
      };
      const generated = await pipelineInto(take, vendor, task.cwd, lint);
      const { api, lock, others } = generated;
      // What there is to do without the lint is done before it is waited for.
      const { changes, hash } = put(vendor, task.cwd, sink, `${JSON.stringify(lock, null, 2)}\n`, options.check);
      const diagnostics = await judged(vendor, task.cwd, generated, options.lint);
      const counts = { ...countsOf(api), files };
      if (!options.check) remember(places, others.length === 0 ? inputs : inputsOf(places, optionsKey(options), others), hash, others, { ...counts, diagnostics });
      const verdict = options.check ? undefined : lint?.verdict();
      if (verdict !== undefined) rememberLint(places, verdict);
      return { name: task.name, ...counts, changes, diagnostics, refused: false };
    } catch (error) {
      sink.abandon();
      linter?.stop();
      throw error;
    } finally {
      if (given === undefined) linter?.end();
    }
  });
}

/** The diagnostics of one vendor; nothing is written. */
export async function lintOne(task: Task, given?: Linter): Promise<Outcome> {
  return guarded(task, async () => {
    const vendor = await vendorOf(task);
    const linter = given ?? createLinter();
    try {
      const inspected = await inspect(vendor, task.cwd, lintWith(linter, task, vendor, lastLint(placesOf(task))));
      const diagnostics = await judged(vendor, task.cwd, inspected, true);
      return { name: task.name, ...countsOf(inspected.api), files: 0, changes: [], diagnostics, refused: false };
    } catch (error) {
      linter.stop();
      throw error;
    } finally {
      if (given === undefined) linter.end();
    }
  });
}

async function guarded(task: Task, work: () => Promise<Outcome>): Promise<Outcome> {
  try {
    return await work();
  } catch (error) {
    const refusal = error instanceof Refusal ? error : fileSystemRefusal(error, task);
    if (refusal === undefined) throw error;
    return { name: task.name, operations: 0, schemas: 0, files: 0, changes: [], diagnostics: [refusal.diagnostic], refused: true };
  }
}

const outputFaults = new Map<string, string>([
  ["EACCES", "The folder may not be written to."],
  ["EPERM", "The folder may not be written to."],
  ["EROFS", "The file system is read-only."],
  ["ENOENT mkdir", "A folder cannot be made there."],
  ["ENOSPC", "The disk is full."],
  ["ENOTDIR", "A file stands where a folder is needed."],
  ["EEXIST", "A file stands where a folder is needed."],
]);

function fileSystemRefusal(error: unknown, task: Task): Refusal | undefined {
  const { code, syscall } = error as NodeJS.ErrnoException;
  const message = code === undefined || syscall === undefined ? undefined : (outputFaults.get(code) ?? outputFaults.get(`${code} ${syscall}`));
  return message === undefined ? undefined : refuse("emit/unwritable" satisfies DiagnosticCode, { file: relativeName(task.cwd, placesOf(task).out) }, message);
}

async function vendorOf({ name, cwd, single }: Task): Promise<Vendor> {
  return single === undefined ? loadVendor(cwd, name) : vendorFromInput({ name, ...single });
}

/** The lint of one document, and what came of it, for the next run. */
interface Sparing extends Lint {
  verdict(): Linted | undefined;
}

/**
 * Lints as soon as the corrected document is there, beside everything that comes after; not at all where the same document was
 * judged by the same rules before.
 *
 * @param last what the last run found
 */
function lintWith(linter: Linter, task: Task, { document, overlay }: Vendor, last: Linted | undefined): Sparing {
  const own = placesOf(task).rules;
  const rules = existsSync(own) ? own : installed.rules;
  const filesNow = (): string => hashOfFiles([document, overlay ?? "", rules]);
  let verdict: Linted | undefined;
  if (last === undefined || last.files !== filesNow()) linter.prepare();
  const lint: Lint = async ({ file, root }) => {
    const given = { file, json: JSON.stringify(root), rules };
    // Where there is nothing to spare, the lint starts before the hashing.
    const first = last === undefined ? linter.lint(given) : undefined;
    const key = lintKey(given);
    if (last?.key === key) return [...last.found];
    const judged = first ?? linter.lint(given);
    const files = filesNow();
    const found = await judged;
    if (!found.some(({ code }) => code === "source/lint-failed")) verdict = { files, key, found };
    return found;
  };
  return Object.assign(lint, { verdict: () => verdict });
}

function countsOf(api: Api): { operations: number; schemas: number } {
  return { operations: api.groups.reduce((sum, group) => sum + group.operations.length, 0), schemas: api.schemas.length };
}

/**
 * Diagnostics as the reader gets them: with their places, without what the manifest accepts, in order. Where the lint did not
 * run, nothing is said of the waivers of its rules.
 */
async function judged(vendor: Vendor, cwd: string, run: Inspected, linted: boolean): Promise<Diagnostic[]> {
  const own = place(run.diagnostics, run.document);
  const placed = [...own, ...place(await run.linted, run.source)];
  if (vendor.manifest === undefined) return sorted(placed);
  const manifest = { file: relativeName(cwd, vendor.manifest), text: vendor.waivers.length === 0 ? "" : readFileSync(vendor.manifest, "utf8") };
  const waivers = linted ? vendor.waivers : vendor.waivers.filter(({ code }) => !code.startsWith("lint/"));
  return sorted(waive(placed, waivers, manifest));
}

/** The package, and the names beside the document. */
function put(vendor: Vendor, cwd: string, sink: Sink, lock: string, check: boolean): Written {
  const { changes, hash } = sink.finish();
  const all = changes.map(({ path, kind }) => ({ path: relativeName(cwd, join(vendor.out, path)), kind }));
  const old = vendor.lock !== undefined && existsSync(vendor.lock) ? readFileSync(vendor.lock, "utf8") : undefined;
  if (vendor.lock === undefined || old === lock) return { changes: all, hash };
  if (!check) {
    const next = `${vendor.lock}.next`;
    writeFileSync(next, lock);
    renameSync(next, vendor.lock);
  }
  return { changes: [...all, { path: relativeName(cwd, vendor.lock), kind: old === undefined ? "added" : "changed" }], hash };
}
