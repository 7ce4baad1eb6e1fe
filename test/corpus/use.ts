/** Imports an emitted package and holds the document's own examples against its validators; ajv has the second word. */
import { existsSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { Ajv2020 } from "ajv/dist/2020.js";
import formats from "ajv-formats";
import { build } from "esbuild";
import { parse } from "yaml";

const [out = ""] = process.argv.slice(2);
const root = resolve(fileURLToPath(new URL("../..", import.meta.url)));

interface Validator {
  safeParse(value: unknown): { success: boolean; error?: { issues: readonly { path: readonly PropertyKey[]; message: string }[] } };
}
type Thunks = Record<string, Record<string, () => Validator>>;
interface Descriptor {
  readonly id: string;
  readonly method: string;
  readonly path: string;
  readonly validators?: { body?: Record<string, () => Validator>; responses?: Thunks };
}
type Tree = { readonly [name: string]: Tree };

const result = { imported: false, message: undefined as string | undefined, accepted: 0, refusedByBoth: [] as string[], wrong: [] as string[] };

async function load(): Promise<{ operations: Descriptor[]; schemas: Record<string, unknown> }> {
  const entry = `export * as index from "./src/index.ts"; export * as validators from "./src/validators.ts";`;
  const bundle = join(out, ".bundle.mjs");
  await build({ stdin: { contents: entry, resolveDir: out, loader: "ts" }, bundle: true, format: "esm", platform: "node", outfile: bundle, nodePaths: [join(root, "node_modules")], logLevel: "silent" });
  const module = (await import(pathToFileURL(bundle).href)) as { index: Record<string, unknown>; validators: Record<string, unknown> };
  const create = module.index["createCorpusClient"] as ((options: object) => { operations: Record<string, Descriptor> }) | undefined;
  const client = create?.({ baseUrl: "http://127.0.0.1:9" });
  return { operations: Object.values(client?.operations ?? {}), schemas: module.validators };
}

const own = (tree: Tree | undefined, ...steps: string[]): Tree | undefined =>
  steps.reduce<Tree | undefined>((at, step) => (typeof at === "object" && at !== null && Object.hasOwn(at, step) ? at[step] : undefined), tree);

/** Follows local references. */
function resolved(document: Tree, node: Tree | undefined, depth = 0): Tree | undefined {
  const ref = own(node, "$ref") as unknown;
  if (typeof ref !== "string" || depth > 20) return node;
  const steps = ref.slice(2).split("/").map((step) => decodeURIComponent(step.replaceAll("~1", "/").replaceAll("~0", "~")));
  return resolved(document, own(document, ...steps), depth + 1);
}

function* examplesOf(document: Tree, media: Tree | undefined): Generator<unknown> {
  if (media === undefined) return;
  if (Object.hasOwn(media, "example")) yield media["example"];
  for (const example of Object.values(own(media, "examples") ?? {})) {
    const value = resolved(document, example);
    if (typeof value === "object" && value !== null && Object.hasOwn(value, "value")) yield value["value"];
  }
}

function check(place: string, validator: Validator, value: unknown, byAjv: () => boolean): void {
  let answer: ReturnType<Validator["safeParse"]>;
  try {
    answer = validator.safeParse(value);
  } catch (error) {
    result.wrong.push(`${place}: the validator threw ${String(error)}`);
    return;
  }
  if (answer.success) {
    result.accepted++;
    return;
  }
  const issue = answer.error?.issues[0];
  const text = `${place}: ${issue?.path.map(String).join("/") ?? ""} ${issue?.message ?? ""}`;
  (byAjv() ? result.wrong : result.refusedByBoth).push(text);
}

async function run(): Promise<void> {
  const { operations, schemas } = await load();
  result.imported = true;
  const document = parse(readFileSync(join(out, "openapi.yaml"), "utf8"), { maxAliasCount: -1 }) as Tree;
  const ajv = new Ajv2020({ strict: false, allErrors: false, validateFormats: true, logger: false });
  formats.default(ajv);
  // Two schemas of one document may use the same anchor, each in its own place; ajv takes the document for one schema.
  ajv.addSchema(JSON.parse(JSON.stringify(document, (key, value: unknown) => (/^\$(dynamicA|a)nchor$/.test(key) && typeof value === "string" ? undefined : value))) as object, "document.json");
  const ajvAccepts = (pointer: string, value: unknown): boolean => {
    try {
      return ajv.validate({ $ref: `document.json#${pointer.split("/").map((step) => encodeURIComponent(step)).join("/")}` }, value) as boolean;
    } catch {
      return false;
    }
  };
  const escape = (step: string): string => step.replaceAll("~", "~0").replaceAll("/", "~1");
  for (const { method, path, validators } of operations) {
    const item = resolved(document, own(document, "paths", path));
    const operation = own(item, method.toLowerCase()) ?? own(item, "additionalOperations", method);
    if (operation === undefined) continue;
    const at = `/paths/${escape(path)}/${method.toLowerCase()}`;
    const body = resolved(document, own(operation, "requestBody"));
    for (const [type, thunk] of Object.entries(validators?.body ?? {})) {
      // Bytes and parts are given as such; a document can only show a text in their place.
      if (!/json|text|xml|urlencoded/.test(type)) continue;
      for (const value of examplesOf(document, own(body, "content", type))) check(`${at}/requestBody ${type}`, thunk(), value, () => ajvAccepts(`${at}/requestBody/content/${escape(type)}/schema`, value));
    }
    for (const [status, types] of Object.entries(validators?.responses ?? {})) {
      const response = resolved(document, own(operation, "responses", status));
      for (const [type, thunk] of Object.entries(types)) {
        for (const value of examplesOf(document, own(response, "content", type))) check(`${at} ${status} ${type}`, thunk(), value, () => ajvAccepts(`${at}/responses/${status}/content/${escape(type)}/schema`, value));
      }
    }
  }
  const named = existsSync(join(out, "schemas.json")) ? (JSON.parse(readFileSync(join(out, "schemas.json"), "utf8")) as [string, string][]) : [];
  for (const [at, identifier] of named) {
    const steps = at.slice(1).split("/").map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~"));
    const schema = own(document, ...steps);
    const validator = schemas[`${identifier}Schema`] as Validator | undefined;
    const examples = own(schema, "examples") as unknown;
    if (validator === undefined || !Array.isArray(examples)) continue;
    for (const value of examples) check(at, validator, value, () => ajvAccepts(at, value));
  }
}

await run().catch((error: unknown) => {
  result.message = error instanceof Error ? (error.stack ?? error.message).slice(0, 800) : String(error);
});
console.log(JSON.stringify(result));
process.exit(0);
