/**
 * How long the rules take for two versions of a large document, against the time it takes to parse both.
 *
 *   node --import tsx bench/changes.ts [base revision]
 *
 * Without arguments: two versions of GitHub's REST document that one @octokit/openapi brings along (two whole versions of
 * that package would be 385 MB each).
 */
import { dirname, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { compareApis } from "../generator/changes/compare.js";
import { build } from "../generator/model/build.js";
import { normalize } from "../generator/normalize/index.js";
import { load } from "../generator/source/load.js";
import { defaultLimits } from "../generator/source/limits.js";

const folder = resolve(dirname(fileURLToPath(import.meta.url)), "../node_modules/@octokit/openapi/generated");
const [base = `${folder}/ghes-3.18.json`, revision = `${folder}/ghes-3.19.json`] = process.argv.slice(2);

async function timed<T>(work: () => T | Promise<T>): Promise<{ value: T; milliseconds: number }> {
  const start = performance.now();
  const value = await work();
  return { value, milliseconds: Math.round(performance.now() - start) };
}

/** The median of five runs, and what the last one gave: the first runs also pay for the compiler and for others' garbage. */
async function median<T>(work: () => T | Promise<T>): Promise<{ value: T; milliseconds: number }> {
  const runs = [];
  for (let run = 0; run < 5; run++) runs.push(await timed(work));
  const { value } = runs[4] as (typeof runs)[number];
  return { value, milliseconds: runs.map(({ milliseconds }) => milliseconds).sort((one, other) => one - other)[2] ?? 0 };
}

const parsed = await median(() => Promise.all([base, revision].map((file) => load(file, { file, limits: defaultLimits }))));
const models = await timed(() => parsed.value.map((source) => build(normalize(source, () => undefined), { report: () => undefined, packageIdentifier: "GitHub" }).api));
const [before, after] = models.value;
if (!before || !after) throw new Error("two documents are needed");
const rules = await median(() => compareApis(before, after));
const { changes, bump } = rules.value;
process.stdout.write(
  `parse both: ${parsed.milliseconds} ms; both models: ${models.milliseconds} ms; rules: ${rules.milliseconds} ms (medians of five)\n` +
    `rules / parse: ${(rules.milliseconds / parsed.milliseconds).toFixed(2)} (at most 1.5)\n${changes.length} changes, ${bump}\n`,
);
if (rules.milliseconds > 1.5 * parsed.milliseconds) process.exitCode = 1;
