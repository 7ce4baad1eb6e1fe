/** Which vendors a command is about. */
import { resolve } from "node:path";
import { refuse } from "../diagnostics.js";
import { loadVendor, vendorFromInput, vendorNames, type Vendor } from "../vendor.js";
import type { Arguments, Io } from "./command.js";

/** The vendors that the words name, all of them without words, or the one document of `--input`. */
export async function selectVendors({ words, options }: Arguments, io: Io): Promise<Vendor[]> {
  const { input, name, out } = options;
  if (typeof input === "string") {
    if (words.length > 0) throw usage("--input takes one document and no vendors.");
    if (typeof name !== "string" || typeof out !== "string") throw usage("--input needs --name NAME and --out DIR.");
    return [vendorFromInput({ document: resolve(io.cwd, input), name, out: resolve(io.cwd, out) })];
  }
  if (name !== undefined || out !== undefined) throw usage("--name and --out go with --input FILE.");
  return Promise.all(shard(vendorList(words, io.cwd), options["shard"]).map((vendor) => loadVendor(io.cwd, vendor)));
}

/** @throws Refusal for a name that is no vendor, with what may have been meant */
export function vendorList(words: readonly string[], cwd: string): string[] {
  const known = vendorNames(cwd);
  const unknown = words.find((word) => !known.includes(word));
  if (unknown === undefined) {
    if (words.length === 0 && known.length === 0) throw refuse("vendor/none", { file: "specs" }, "There is no vendor below specs/.");
    return words.length > 0 ? [...new Set(words)] : known;
  }
  const near = known.find((name) => distance(name, unknown) <= 2);
  const meant = near === undefined ? (known.length > 0 ? ` There are: ${known.join(", ")}.` : "") : ` Did you mean ${near}?`;
  throw refuse("vendor/unknown", { file: `specs/${unknown}` }, `There is no vendor called ${JSON.stringify(unknown)}.${meant}`);
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
