/** Specwright as a library: what the command line does, without the command line. */
import { resolve } from "node:path";
import type { Outcome } from "./job.js";
import type { Order } from "./lane.js";
import { spread } from "./spread.js";
import type { Task } from "./task.js";
import { vendorNames } from "./vendor.js";

export type { Diagnostic, Place, Severity } from "./diagnostics.js";
export { catalogue, Refusal } from "./diagnostics.js";
export type { Change } from "./emit/write.js";
export type { Outcome } from "./job.js";
export { loadVendor, type PackageInfo, type TargetOptions, type Vendor, vendorNames, type Waiver } from "./vendor.js";

/** What to work on: vendors of a project, or one document. */
export type Selection =
  | {
      /** The folder that holds `specs/` and `generated/`; the working folder by default. */
      readonly project?: string;
      /** All vendors by default. */
      readonly vendors?: readonly string[];
    }
  | {
      /** Path of a document. */
      readonly input: string;
      /** The package's name. */
      readonly name: string;
      /** The package's folder. */
      readonly out: string;
      /** Folders and addresses outside the document's folder that a `$ref` may lead to. */
      readonly allow?: readonly string[];
    };

export interface GenerateOptions {
  /** Write nothing; `changes` of the outcomes say what would be written. */
  readonly check?: boolean;
  /** Leave the lint out with `false`. */
  readonly lint?: boolean;
}

/**
 * Generates packages, on as many threads as are of use, each all or nothing. What is wrong with a document is in its outcome's diagnostics.
 *
 * @throws for a fault of Specwright's own
 */
export async function generate(selection: Selection = {}, { check = false, lint: judge = true }: GenerateOptions = {}): Promise<Outcome[]> {
  return each(selection, { kind: "generate", options: { check, lint: judge, force: false } });
}

/** Judges documents; nothing is written. */
export async function lint(selection: Selection = {}): Promise<Outcome[]> {
  return each(selection, { kind: "lint" });
}

async function each(selection: Selection, order: Order): Promise<Outcome[]> {
  return (await spread(tasksOf(selection), order)).map(({ outcome }) => outcome);
}

function tasksOf(selection: Selection): Task[] {
  if ("input" in selection) {
    const { input, name, out, allow = [] } = selection;
    return [{ name, cwd: process.cwd(), single: { document: resolve(input), out: resolve(out), allow } }];
  }
  const cwd = resolve(selection.project ?? ".");
  return (selection.vendors ?? vendorNames(cwd)).map((name) => ({ name, cwd, single: undefined }));
}
