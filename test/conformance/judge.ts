/** A document through the generator, and values through the validators that come out. */
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { build as bundle } from "esbuild";
import { collect, type Diagnostic } from "../../generator/diagnostics.js";
import type { ModuleFile } from "../../generator/emit/file.js";
import type { JsonObject } from "../../generator/json.js";
import type { Api } from "../../generator/model/api.js";
import { build } from "../../generator/model/build.js";
import { normalize } from "../../generator/normalize/index.js";
import { defaultLimits } from "../../generator/source/limits.js";
import { parse } from "../../generator/source/parse.js";
import { validatorModules } from "../../generator/targets/validators.js";
import type { TargetOptions } from "../../generator/vendor.js";
import { documentOf, type Group, type Suite, type Test } from "./suite.js";

const root = join(import.meta.dirname, "../..");
/** Inside node_modules, so that `zod` resolves from there. */
const scratch = join(root, "node_modules/.cache/conformance");

interface Validator {
  safeParse(value: unknown): { readonly success: boolean };
}

export interface Failure {
  readonly group: Group;
  readonly test: Test;
  readonly verdict: boolean | string;
}

export interface Score {
  readonly passed: number;
  readonly total: number;
  readonly failures: readonly Failure[];
  readonly diagnostics: readonly Diagnostic[];
}

const allFormats: TargetOptions = { formats: true };

export async function modelOf(text: string, version: string): Promise<{ readonly api: Api; readonly diagnostics: readonly Diagnostic[]; readonly root: JsonObject }> {
  const { report, found } = collect("suite.json");
  const { value } = await parse(text, "suite.json", defaultLimits);
  const document = normalize({ file: "suite.json", text, root: value as JsonObject, version, moved: new Map() }, report);
  return { api: build(document, { packageIdentifier: "Suite", report }).api, diagnostics: found, root: document.root };
}

/** The text of modules of printed statements as one: what they import of each other stands in it. */
export function textOf(modules: readonly ModuleFile[]): string {
  const own = new Set(modules.map(({ path }) => path.replace(/^src\/(.*)\.ts$/, "./$1.js")));
  const imports = modules.flatMap((module) => module.imports).filter(({ from }) => !own.has(from)).flatMap(({ from, names = [], types = [], namespace }) => [
    ...(namespace ? [`import * as ${namespace} from "${from}";`] : []),
    ...names.map((name) => `import { ${name} } from "${from}";`),
    ...types.map((name) => `import type { ${name} } from "${from}";`),
  ]);
  const statements = modules.toReversed().flatMap((module) => module.statements);
  return [...new Set(imports), ...statements].join("\n\n");
}

let serial = 0;

/** Imports emitted validators as JavaScript, with the runtime beside them. */
export async function importValidators(text: string): Promise<Record<string, unknown>> {
  mkdirSync(scratch, { recursive: true });
  const outfile = join(scratch, `${process.pid}-${serial++}.mjs`);
  await bundle({
    stdin: { contents: text, loader: "ts", resolveDir: join(root, "templates"), sourcefile: "validators.ts" },
    outfile, bundle: true, format: "esm", platform: "node", target: "node20", external: ["zod"], logLevel: "silent",
  });
  try {
    return (await import(pathToFileURL(outfile).href)) as Record<string, unknown>;
  } finally {
    rmSync(outfile, { force: true });
  }
}

/** Generates validators for some groups and runs their tests. */
export async function judge(groups: readonly Group[], suite: Suite, options: TargetOptions = allFormats): Promise<Score> {
  const { api, diagnostics } = await modelOf(documentOf(groups, suite.openapi), suite.openapi);
  const text = textOf(validatorModules(api, options));
  if (process.env["CONFORMANCE_KEEP"] !== undefined) writeFileSync(process.env["CONFORMANCE_KEEP"], text);
  const module = await importValidators(text);
  const identifiers = new Map(api.schemas.map((schema) => [schema.at, schema.identifier]));
  const failures = groups.flatMap((group) => {
    const validator = module[`${identifiers.get(`/components/schemas/${group.component}`)}Schema`] as Validator | undefined;
    return group.tests.map((test) => ({ group, test, verdict: verdict(validator, test) })).filter((one) => one.verdict !== one.test.valid);
  });
  const total = groups.reduce((sum, group) => sum + group.tests.length, 0);
  return { passed: total - failures.length, total, failures, diagnostics };
}

function verdict(validator: Validator | undefined, test: Test): boolean | string {
  if (!validator) return "no validator";
  try {
    return validator.safeParse(test.data).success;
  } catch (error) {
    return `threw ${error instanceof Error ? error.message : String(error)}`;
  }
}
