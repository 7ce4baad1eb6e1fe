/** Pairs of documents beside this repository: measured by others, read when they are there. */
import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { test } from "vitest";

const shared = resolve(dirname(fileURLToPath(import.meta.url)), "../../../shared");

/** A folder of pairs, or undefined with a visible notice. */
export function pairsFolder(name: string): string | undefined {
  const folder = join(shared, name);
  if (existsSync(join(folder, "EXPECTED.tsv"))) return folder;
  test.skip(`${name}: not here (${folder} is missing), so its pairs are NOT compared`, () => undefined);
  return undefined;
}

/** The rows of EXPECTED.tsv, by column. */
export function rowsOf(folder: string): Record<string, string>[] {
  const [head = "", ...lines] = readFileSync(join(folder, "EXPECTED.tsv"), "utf8").trimEnd().split("\n");
  const columns = head.split("\t");
  return lines.map((line) => Object.fromEntries(line.split("\t").map((cell, index) => [columns[index] ?? "", cell])));
}
