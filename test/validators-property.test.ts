/**
 * Random values and their mutations, judged by the emitted validators and by ajv (2020-12, with formats). They must agree on every
 * one; `conformance/property.ts` says what ajv is not asked. Seeded: a failure fails again.
 */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { createRequire } from "node:module";
import { join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { defaultLimits } from "../generator/source/limits.js";
import { parse } from "../generator/source/parse.js";
import { isObject, type Json } from "../generator/json.js";
import { compare, type Effort, type Findings } from "./conformance/property.js";
import { project, vendors } from "./support/vendors.js";

const corpus = resolve(project, "../shared/corpus");
const require = createRequire(import.meta.url);

async function judge(file: string, effort: Effort): Promise<Findings> {
  const text = readFileSync(file, "utf8");
  const { value } = await parse(text, file, defaultLimits);
  const version = isObject(value) ? (value["openapi"] ?? value["swagger"]) : undefined;
  return compare(text, String(version satisfies Json | undefined), effort);
}

function expectAgreement({ differences, schemas, total }: Findings): void {
  expect(differences).toEqual([]);
  expect(schemas > 0 || total === 0).toBe(true);
}

describe("emitted validators agree with ajv on random values", () => {
  const cases = join(project, "test/cases/schemas");
  const own = [
    ...readdirSync(cases).map((name) => join(cases, name, "openapi.yaml")).filter((file) => existsSync(file)),
    ...vendors.map((name) => join(project, "specs", name, "openapi.yaml")),
  ];
  test.each(own.map((file) => [file.slice(project.length + 1), file] as const))("%s", { timeout: 60_000 }, async (_, file) => {
    expectAgreement(await judge(file, { seed: 1, schemas: Infinity, values: 3, mutations: 8, time: 2000 }));
  });

  test("GitHub's document", { timeout: 60_000 }, async () => {
    expectAgreement(await judge(require.resolve("@octokit/openapi/generated/api.github.com.json"), { seed: 1, schemas: 40, values: 2, mutations: 6, time: 3000 }));
  });
});

if (!existsSync(corpus)) console.warn(`No corpus at ${corpus}: random values are judged on the project's own documents only.`);

/** Documents that are read in a moment. */
const small = 120_000;

describe.skipIf(!existsSync(corpus))("and on those of the corpus", () => {
  const names = existsSync(corpus) ? readdirSync(corpus).filter((name) => /\.(json|ya?ml)$/.test(name) && statSync(join(corpus, name)).size < small) : [];
  test.each(names.sort().map((name, index) => [name, index] as const))("%s", { timeout: 60_000 }, async (name, index) => {
    const { differences } = await judge(join(corpus, name), { seed: index, schemas: 10, values: 2, mutations: 5, time: 700 });
    expect(differences).toEqual([]);
  });
});
