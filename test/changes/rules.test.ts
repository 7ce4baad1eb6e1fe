/** The table itself, versions and waivers. */
import { describe, expect, test } from "vitest";
import { summarize } from "../../generator/changes/compare.js";
import { kinds, rules, sectionOf, verdictOf } from "../../generator/changes/rules.js";
import { nextVersion } from "../../generator/changes/version.js";
import { applyWaivers } from "../../generator/changes/waivers.js";
import { compareEdit } from "./document.js";
import type { Draft } from "./read.js";

test.each(kinds)("%s says why and what to do", (kind) => {
  for (const direction of ["in", "out"] as const) {
    const verdict = verdictOf(kind, direction);
    expect(rules[kind].title.length).toBeGreaterThan(8);
    expect(verdict.why).toMatch(/\.$/);
    expect(verdict.advice).toMatch(/\.$/);
    // Who is told that something breaks is told what to do.
    if (verdict.bump === "major" || verdict.oldClientFails) expect(verdict.advice).not.toBe("Nothing to do.");
    if (verdict.bump === "major") expect(["types", "members", "branches", "names", "behaviour"]).toContain(verdict.felt);
    expect(sectionOf(kind, verdict)).toBeTypeOf("string");
  }
});

describe("the next version", () => {
  test.each([
    ["1.2.3", "major", "2.0.0"],
    ["1.2.3", "minor", "1.3.0"],
    ["1.2.3", "patch", "1.2.4"],
    ["1.2.3", "none", "1.2.3"],
    ["0.2.3", "major", "0.3.0"],
    ["0.2.3", "minor", "0.2.4"],
    ["0.2.3", "patch", "0.2.4"],
    ["0.0.0", "patch", "0.0.1"],
    ["1.0.0-rc.1", "minor", "1.1.0"],
  ] as const)("%s and %s: %s", (version, bump, next) => expect(nextVersion(version, bump)).toBe(next));

  test("what is no version is refused", () => expect(() => nextVersion("1.2", "patch")).toThrow(RangeError));
});

test("a waiver overrules the bump, and both are kept", async () => {
  const { changes } = await compareEdit((draft: Draft) => void delete draft["paths"]!["/orders/{id}"]!["get"]);
  const [change] = changes;
  expect(change?.bump).toBe("major");
  const waived = summarize(applyWaivers(changes, [{ fingerprint: change?.fingerprint ?? "", bump: "minor", reason: "never released" }]));
  expect(waived.bump).toBe("minor");
  expect(waived.changes[0]).toMatchObject({ bump: "major", waived: { bump: "minor", reason: "never released" } });
});
