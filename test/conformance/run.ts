/** `npm run conformance`: runs the official JSON Schema Test Suite through the generator, prints the score and writes it to docs/conformance.md. */
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { judge, type Failure } from "./judge.js";
import { hasSuite, loadSuite, suiteFolder, suites, type Group, type Suite } from "./suite.js";

/** Why a test is not passed, by file and description. A failure that is not here is a defect. */
const reasons: Readonly<Record<string, string>> = {
  "bignum: a bignum is an integer": "JavaScript has rounded such a number before a validator sees it; `z.int()` refuses it. With `format: int64` it is accepted.",
  "bignum: a negative bignum is an integer": "As above.",
  "float-overflow: valid if optional overflow handling is implemented": "As above.",
};

const reasonOf = ({ group, test }: Failure): string | undefined => reasons[`${group.file}: ${test.description}`];

interface Line {
  readonly suite: Suite;
  readonly passed: number;
  readonly total: number;
  readonly failures: readonly Failure[];
  readonly outOfScope: ReadonlyMap<string, number>;
}

async function run(suite: Suite): Promise<Line> {
  const { groups, outOfScope } = loadSuite(suite);
  const files = new Map<string, Group[]>();
  for (const group of groups) files.set(group.file, [...(files.get(group.file) ?? []), group]);
  let [passed, total] = [0, 0];
  const failures: Failure[] = [];
  // A document a file: what one of them breaks stays with it.
  for (const group of files.values()) {
    const score = await judge(group, suite);
    passed += score.passed;
    total += score.total;
    failures.push(...score.failures);
  }
  return { suite, passed, total, failures, outOfScope };
}

function report(lines: readonly Line[]): string {
  const failures = lines.flatMap((line) => line.failures.map((failure) => `- ${line.suite.title}, \`${failure.group.file}\`, ${failure.group.description}: ${failure.test.description}. ${reasonOf(failure) ?? "A defect."}`));
  const scope = lines.flatMap(({ suite, outOfScope }) => [...outOfScope].sort().map(([reason, count]) => `- ${suite.title}: ${reason}, ${count} tests`));
  return `# Conformance

Written by \`npm run conformance\`. Each group of the official [JSON Schema Test
Suite](https://github.com/json-schema-org/JSON-Schema-Test-Suite) becomes a component schema of an OpenAPI document, the
generator makes validators of it, and the suite's values go through them. What counts is whether a value is accepted.
Formats are asserted.

| suite | OpenAPI | tests passed |
| --- | --- | ---: |
${lines.map(({ suite, passed, total }) => `| ${suite.title} | ${suite.openapi} | ${passed}/${total} |`).join("\n")}

## Not passed

${failures.join("\n") || "None."}

## Beside the suite

Random values of the schemas of some eighty public documents, and mutations of them, are judged as ajv judges them
(\`test/validators-property.test.ts\`). What is known to differ from JSON Schema:

- Whole numbers beyond 2^53 are refused where the schema says \`integer\` without \`format: int64\`.
- \`date-time\` and \`time\` may lack the colon of their offset (\`+0000\`), and a \`date-time\` may have a space for its T (the note of RFC
  3339, 5.6): large APIs send both.
- A property that is itself called \`__proto__\`, where the schema does not name it: closed objects refuse it, open ones
  leave it out of the parsed value, unchecked. What the client gives is the answer as it came.

## Out of scope

What a document that stands alone cannot say, or OpenAPI 3.0 has no word for.

${scope.join("\n")}
`;
}

async function main(): Promise<void> {
  if (!hasSuite) {
    process.stderr.write(`The JSON Schema Test Suite is not at ${suiteFolder}: nothing was measured. Check it out there, or set JSON_SCHEMA_TEST_SUITE.\n`);
    process.exitCode = 2;
    return;
  }
  const lines: Line[] = [];
  for (const suite of suites) {
    const line = await run(suite);
    lines.push(line);
    process.stdout.write(`${suite.title}: ${line.passed}/${line.total}\n`);
    for (const failure of line.failures) {
      process.stdout.write(`  ${failure.group.file}, ${failure.group.description}: ${failure.test.description} (${String(failure.verdict)}). ${reasonOf(failure) ?? "A defect."}\n`);
    }
  }
  writeFileSync(join(import.meta.dirname, "../../docs/conformance.md"), report(lines));
  process.exitCode = lines.some(({ failures }) => failures.some((failure) => reasonOf(failure) === undefined)) ? 1 : 0;
}

await main();
