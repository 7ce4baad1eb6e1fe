/** Rules and compiler must not contradict each other. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compareApis } from "../../generator/changes/compare.js";
import type { Change } from "../../generator/changes/change.js";
import { judge, operationsOf, type Complaint, type Pair } from "./compiler.js";
import { readPair, versionOf } from "./read.js";
import { pairsFolder, rowsOf } from "./shared.js";

async function pairsOf(set: string): Promise<Pair[]> {
  const folder = pairsFolder(set);
  if (folder === undefined) return [];
  return Promise.all(
    rowsOf(folder).map(async (row) => {
      const name = row["case"] ?? "";
      const { base, revision } = readPair(join(folder, name));
      return { name, before: await versionOf(base), after: await versionOf(revision) };
    }),
  );
}

const sets = ["specdiff-kinds", "specdiff"];
const pairs = (await Promise.all(sets.map(pairsOf))).flat();

/** A pair with what both judges say about it. */
function verdicts(all: readonly Complaint[]): { name: string; changes: readonly Change[]; complaints: readonly Complaint[] }[] {
  return pairs.map(({ name, before, after }) => ({
    name,
    changes: compareApis(before.api, after.api).changes,
    complaints: all.filter((complaint) => complaint.pair === name),
  }));
}

/** The operations that have the same name in both, so that the compiler could compare them. */
function compared(pair: string): ReadonlySet<string> {
  const found = pairs.find(({ name }) => name === pair);
  if (!found) return new Set();
  const names = new Set(operationsOf(found.before.api).keys());
  return new Set([...operationsOf(found.after.api)].filter(([name]) => names.has(name)).map(([, operation]) => operation.id));
}

describe.runIf(pairs.length > 0)("the compiler as judge", () => {
  const found = judge(pairs);

  test("what does not compile is a major change of that operation", async () => {
    const wrong = verdicts(await found).flatMap(({ name, changes, complaints }) =>
      complaints.filter(({ operation }) => !changes.some((change) => change.bump === "major" && change.operations.includes(operation))).map((complaint) => ({ name, complaint })),
    );
    expect(wrong).toEqual([]);
  });

  test("a change that is major by its types does not compile", async () => {
    const wrong = verdicts(await found).flatMap(({ name, changes, complaints }) =>
      changes
        .filter((change) => change.bump === "major" && change.felt === "types" && change.operations.length > 0)
        .filter((change) => change.operations.every((operation) => compared(name).has(operation)))
        .filter((change) => !complaints.some(({ operation }) => change.operations.includes(operation)))
        .map((change) => ({ name, kind: change.kind, title: change.title, operations: change.operations })),
    );
    expect(wrong).toEqual([]);
  });
}, 900_000);
