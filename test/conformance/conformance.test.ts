import { describe, expect, test } from "vitest";
import { judge } from "./judge.js";
import { hasSuite, loadSuite, suiteFolder, suites } from "./suite.js";

if (!hasSuite) console.warn(`The JSON Schema Test Suite is not at ${suiteFolder}: the conformance tests are skipped.`);

/** `npm run conformance` has the whole score; here each suite is one document, which must have no failure but the known ones. */
const known = new Set(["a bignum is an integer", "a negative bignum is an integer", "valid if optional overflow handling is implemented"]);

describe.skipIf(!hasSuite)("the official JSON Schema Test Suite", () => {
  test.each(suites.map((suite) => [suite.title, suite] as const))("%s", { timeout: 60_000 }, async (_, suite) => {
    const { failures, total } = await judge(loadSuite(suite).groups, suite);
    expect(total).toBeGreaterThan(50);
    const unknown = failures.filter(({ test }) => !known.has(test.description));
    expect(unknown.map(({ group, test, verdict }) => `${group.file}: ${group.description}: ${test.description}: ${String(verdict)}`)).toEqual([]);
  });
});
