/** Which vendors a command is about. */
import { resolve } from "node:path";
import { refuse } from "../diagnostics.js";
import type { Task } from "../task.js";
import { vendorNames } from "../vendor.js";
import type { Arguments, Io } from "./command.js";

/** The vendors that the words name, all of them without words, or the one document of `--input`. */
export function selectTasks({ words, options }: Arguments, io: Io): Task[] {
  const { input, name, out, allow } = options;
  if (typeof input === "string") {
    if (words.length > 0) throw usage("--input takes one document and no vendors.");
    if (typeof name !== "string" || typeof out !== "string") throw usage("--input needs --name NAME and --out DIR.");
    const allowed = Array.isArray(allow) ? allow.map((path: string) => (/^https?:/.test(path) ? path : resolve(io.cwd, path))) : [];
    return [{ name, cwd: io.cwd, single: { document: resolve(io.cwd, input), out: resolve(io.cwd, out), allow: allowed } }];
  }
  if (name !== undefined || out !== undefined || allow !== undefined) throw usage("--name, --out and --allow go with --input FILE.");
  return shard(vendorList(words, io.cwd), options["shard"]).map((vendor) => ({ name: vendor, cwd: io.cwd, single: undefined }));
}

/** @throws Refusal for a name that is no vendor, with what may have been meant */
export function vendorList(words: readonly string[], cwd: string): string[] {
  const known = vendorNames(cwd);
  if (known.length === 0) throw refuse("vendor/none", { file: "specs" }, "There is no vendor below specs/.");
  const unknown = words.find((word) => !known.includes(word));
  if (unknown === undefined) return words.length > 0 ? [...new Set(words)] : known;
  const near = known.find((name) => distance(name, unknown) <= 2);
  const meant = near === undefined ? `There are: ${known.join(", ")}.` : `Did you mean ${near}?`;
  throw refuse("vendor/unknown", { file: `specs/${unknown.slice(0, 80)}` }, `There is no vendor called ${JSON.stringify(unknown.slice(0, 80))}. ${meant}`);
}

/** `2/3`: every third vendor, from the second. Each is in exactly one part. */
function shard(names: readonly string[], part: Arguments["options"][string]): readonly string[] {
  if (part === undefined) return names;
  const [, index, total] = /^(\d+)\/(\d+)$/.exec(String(part)) ?? [];
  const [i, n] = [Number(index), Number(total)];
  if (index === undefined || i < 1 || n < 1 || i > n) throw usage("--shard takes I/N with 1 ≤ I ≤ N, such as 2/3.");
  return names.filter((_, position) => position % n === i - 1);
}

function usage(message: string): Error {
  return refuse("cli/usage", { file: "specwright" }, message);
}

/** Edits between two words (Levenshtein). */
function distance(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) {
      const replace = (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      next.push(Math.min(replace, (row[j] ?? 0) + 1, (next[j - 1] ?? 0) + 1));
    }
    row = next;
  }
  return row[b.length] ?? 0;
}
