/**
 * 120 pairs of two other projects. They ask whether a client of the old contract may stop working; so "breaking" there has to
 * be a major bump or a failing old client here, and "compatible" neither. WARN is "cannot be told" there: both are right.
 */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Comparison } from "../../generator/changes/change.js";
import { compareTexts, readPair, verdict } from "./read.js";
import { pairsFolder, rowsOf } from "./shared.js";

const looserAnswer = "an answer may hold more than before: no type shows it, and validation of answers reports and does not throw";

const noSuchParameter = "the parameter's place is the path, and the path has no such part: a fault of the document, which leaves the parameter out";

/** Where we say otherwise, and why. An entry that agrees fails. */
const ours: Readonly<Record<string, string>> = {
  "oas-003-response-property-property-names-removed": looserAnswer,
  "oas-011-response-property-unevaluated-items-removed": looserAnswer,
  "oas-012-response-body-exclusive-min-decreased": looserAnswer,
  "oas-021-response-body-else-removed": looserAnswer,
  "oas-045-response-property-else-removed": looserAnswer,
  "oas-070-response-body-contains-removed": looserAnswer,
  "ojd-011-response-maxlength-increased": looserAnswer,
  "oas-038-request-property-pattern-added": "the property is readOnly, so no request has it",
  "oas-039-no-finding": "calls go to another host",
  "oas-041-request-parameter-max-decreased": "`maximum` stands on an array, where it says nothing",
  "oas-046-request-parameter-min-increased": noSuchParameter,
  "oas-063-request-parameter-became-enum": noSuchParameter,
  "oas-059-api-security-added": "the API demands credentials where it took none",
  "oas-066-request-body-any-of-removed": "the member that came says the same as the one that went",
  "oas-071-request-property-enum-value-removed": "a list of strings became any string: nothing that was sent is refused",
  "oas-072-endpoint-added": "a path parameter was renamed: its argument, and the name made of the path",
  "ojd-002-oneof-diff-3": "a component was renamed, and its type is exported",
  "ojd-003-composed-schema-2": "the answer has to be one of several forms of what it was: every value fits the old schema",
  "ojd-008-response-apiresponse-changed-but-compatible": "a success that the old client does not declare is refused by it",
  "ojd-016-oneof-changed-but-compatible": "a form went from an answer: branches for it no longer compile",
};

const folder = pairsFolder("specdiff");

const isBreaking = ({ bump, oldClientFails }: Comparison): boolean => bump === "major" || oldClientFails;

/** What their verdict demands of ours; undefined where it demands nothing. */
function demanded(expected: string): boolean | undefined {
  if (/^(WARN|CHANGED)/.test(expected)) return undefined;
  return /^(ERR|BREAKING)/.test(expected);
}

describe.runIf(folder !== undefined)("pairs of others", () => {
  const rows = folder === undefined ? [] : rowsOf(folder);
  for (const row of rows) {
    const name = row["case"] ?? "";
    test(`${name}: ${row["expected"]}`, async () => {
      const { base, revision } = readPair(join(folder ?? "", name));
      const comparison = await compareTexts(base, revision);
      const wanted = demanded(row["expected"] ?? "");
      const agrees = wanted === undefined || wanted === isBreaking(comparison);
      const detail = `${verdict(comparison)}\n${JSON.stringify(comparison.changes, null, 2)}`;
      if (ours[name] === undefined) expect(agrees, detail).toBe(true);
      else expect(agrees, `the explanation is no longer needed: ${ours[name]}\n${detail}`).toBe(false);
    });
  }
  test("every explanation is about a pair", () => {
    const names = new Set(rows.map((row) => row["case"]));
    expect(Object.keys(ours).filter((name) => !names.has(name))).toEqual([]);
  });
});
