/**
 * `npm run bench -- validators`: what emitted validators cost to import and to run, on GitHub's document and its own example
 * of a list of issues, beside ajv (compiled ahead) with the same formats, and beside the zod of Redocly's generator.
 */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { performance } from "node:perf_hooks";
import { fileURLToPath } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import ajvFormats from "ajv-formats";
import { importValidators, modelOf, textOf } from "../test/conformance/judge.js";
import { validatorModules } from "../generator/targets/validators.js";

interface Validator {
  safeParse(value: unknown): { readonly success: boolean };
}

interface GitHub {
  readonly components: { readonly examples: { readonly [name: string]: { readonly value: readonly object[] } } };
}

const runs = 5;

/** Operations a second: the median of some runs of 300 ms each. */
function throughput(operation: () => unknown): number {
  const once = (): number => {
    const start = performance.now();
    let count = 0;
    while (performance.now() - start < 300) {
      operation();
      count++;
    }
    return (count * 1000) / (performance.now() - start);
  };
  once();
  return Array.from({ length: runs }, once).sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
}

/** @param root the normalized document: ajv reads 2020-12 */
function compileAjv(root: object, formats: boolean): (value: unknown) => boolean {
  const ajv = new Ajv2020({ strict: false, validateFormats: formats, logger: false });
  if (formats) ajvFormats.default(ajv);
  ajv.addSchema({ $id: "github", ...structuredClone(root) });
  return ajv.compile({ type: "array", items: { $ref: "github#/components/schemas/issue" } });
}

/** The zod that Redocly's generator makes of the same document. */
function peerModule(document: string): string {
  const folder = mkdtempSync(join(tmpdir(), "specwright-bench-"));
  try {
    const cli = fileURLToPath(new URL("../node_modules/@redocly/cli/bin/cli.js", import.meta.url));
    const run = spawnSync(process.execPath, [cli, "generate-client", document, "--output", join(folder, "client.ts"), "--generator", "typescript", "--generator", "zod"], { encoding: "utf8" });
    if (run.status !== 0) throw new Error(`redocly generate-client ends with ${String(run.status)}: ${run.stderr.slice(-500)}`);
    return readFileSync(join(folder, "client.zod.ts"), "utf8");
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

export async function benchValidators(print: (line: string) => void): Promise<void> {
  const require = createRequire(import.meta.url);
  const text = readFileSync(require.resolve("@octokit/openapi/generated/api.github.com.json"), "utf8");
  const document = JSON.parse(text) as GitHub;
  const [issue] = document.components.examples["issue-items"]?.value ?? [];
  if (issue === undefined) throw new Error("GitHub's document has no example called issue-items any more");
  const issues = Array.from({ length: 100 }, () => structuredClone(issue));
  const { api, root } = await modelOf(text, "3.0.3");

  for (const formats of [true, false]) {
    const module = textOf(validatorModules(api, { formats }));
    const start = performance.now();
    const validators = (await importValidators(module)) as { readonly IssueSchema: Validator };
    const imported = performance.now() - start;
    const accepts = (): boolean => issues.every((value) => validators.IssueSchema.safeParse(value).success);
    if (!accepts()) throw new Error("The emitted validator refuses GitHub's own example");
    const ajv = compileAjv(root, formats);
    if (!ajv(issues)) throw new Error("ajv refuses GitHub's own example");
    const [ours, theirs] = [throughput(accepts), throughput(() => ajv(issues))];
    print(`100 issues, ${formats ? "formats asserted" : "formats off"}: ${ours.toFixed(0)}/s, ajv ${theirs.toFixed(0)}/s (${(ours / theirs).toFixed(2)}x); bundle and import of all ${api.schemas.length} schemas ${imported.toFixed(0)} ms`);
  }
  const start = performance.now();
  const peer = (await importValidators(peerModule(require.resolve("@octokit/openapi/generated/api.github.com.json")))) as { readonly IssueSchema: Validator };
  const imported = performance.now() - start;
  const accepts = (): boolean => issues.every((value) => peer.IssueSchema.safeParse(value).success);
  if (!accepts()) throw new Error("The peer's validator refuses GitHub's own example");
  print(`  redocly generate-client's zod, which checks no format: ${throughput(accepts).toFixed(0)}/s; bundle and import of all ${imported.toFixed(0)} ms`);
  const json = JSON.stringify(issues);
  print(`JSON.parse of the same: ${throughput(() => JSON.parse(json)).toFixed(0)}/s`);
}
