/** The verdicts on 151 pairs of one change each, against those proposed for a client without statuses, groups and validation. */
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { compareTexts, readPair, verdict } from "./read.js";
import { pairsFolder, rowsOf } from "./shared.js";

/**
 * Where our surface has another verdict, and why. `docs/changes.md` says the same to users. An entry that agrees with the
 * expected verdict fails: it explains nothing.
 */
const ours: Readonly<Record<string, readonly [verdict: string, because: string]>> = {
  "param-max-decreased": ["major, old clients fail", "requests are validated before they are sent, and refused"],
  "param-pattern-added": ["major, old clients fail", "requests are validated before they are sent, and refused"],
  "param-format-added": ["major, old clients fail", "validators assert formats, so requests are refused"],
  "req-prop-max-decreased": ["major, old clients fail", "requests are validated before they are sent, and refused"],
  "req-prop-pattern-added": ["major, old clients fail", "requests are validated before they are sent, and refused"],
  "req-minproperties-added": ["major, old clients fail", "requests are validated before they are sent, and refused"],
  "header-param-case-changed": ["major", "arguments are keyed by the header's name as written"],
  "schema-inlined-same-shape": ["none", "every component is exported, used or not, so its name stays"],
  "schema-unused-removed": ["major", "every component is exported, used or not"],
  "schema-unused-added": ["minor", "every component is exported, used or not"],
  "resp-success-status-added": ["major, old clients fail", "an undeclared status is refused, so an old client fails on 201"],
  "resp-success-status-added-same-body": ["minor, old clients fail", "status is typed; an undeclared status is refused"],
  "resp-success-status-removed": ["major", "status is typed: a branch for it no longer compiles"],
  "resp-success-status-moved-200-201": ["major, old clients fail", "status is typed; an undeclared status is refused"],
  "resp-error-status-added": ["major", "`error` of a failure is a union of the declared bodies, and this one is new"],
  "resp-default-added": ["major, old clients fail", "`default` stands for further successes too, so `data` may be an Err"],
  "resp-media-added": ["major", "the body's type is a union over its media types"],
  "resp-body-added": ["major", "`data` was `undefined`; by assignability the new type does not fit"],
  "resp-discriminator-added": ["none", "the union is told apart by its literals already; nothing that is emitted differs"],
};

const folder = pairsFolder("specdiff-kinds");

describe.runIf(folder !== undefined)("one change a pair", () => {
  const rows = folder === undefined ? [] : rowsOf(folder);
  for (const row of rows) {
    const name = row["case"] ?? "";
    const expected = `${row["proposed_bump"]}${row["old_client_fails_on_new_server"] === "yes" ? ", old clients fail" : ""}`;
    const explained = ours[name];
    test(`${name}: ${explained?.[0] ?? expected}`, async () => {
      const { base, revision } = readPair(join(folder ?? "", name));
      const comparison = await compareTexts(base, revision);
      expect(verdict(comparison), JSON.stringify(comparison.changes, null, 2)).toBe(explained?.[0] ?? expected);
      if (explained) expect(explained[0], "the explanation is no longer needed").not.toBe(expected);
    });
  }
  test("every explanation is about a pair", () => {
    const names = new Set(rows.map((row) => row["case"]));
    expect(Object.keys(ours).filter((name) => !names.has(name))).toEqual([]);
  });
});
