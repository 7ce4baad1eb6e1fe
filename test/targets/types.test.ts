/** `types.ts` beside what openapi-typescript says of the same documents, and where it says more. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync, cpSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import openapiTS, { astToString } from "openapi-typescript";
import { afterAll, describe, expect, test, vi } from "vitest";
import { printModule } from "../../generator/emit/module.js";
import type { ModuleFile } from "../../generator/emit/file.js";
import type { Api } from "../../generator/model/api.js";
import { typesTarget } from "../../generator/targets/types.js";
import { built, documentOf } from "../model/document.js";
import { typecheck } from "../support/typecheck.js";
import { generated, vendors } from "../support/vendors.js";

vi.setConfig({ testTimeout: 120_000 });

const scratch = mkdtempSync(join(tmpdir(), "specwright-types-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

async function typesOf(api: Api): Promise<string> {
  const info = { packageName: "test", version: "1.0.0", title: "Test", description: "", options: { formats: true } };
  const [file] = await typesTarget.files({ api, document: documentOf({}), package: info as never, report: () => undefined });
  return printModule(file as ModuleFile);
}

/** Compiles files beside a copy of the runtime; what the compiler prints. */
function compile(name: string, files: Readonly<Record<string, string>>): string {
  const folder = join(scratch, name);
  mkdirSync(folder, { recursive: true });
  cpSync(resolve("templates/runtime"), join(folder, "runtime"), { recursive: true });
  for (const [path, text] of Object.entries(files)) writeFileSync(join(folder, path), text);
  return typecheck(folder, "5.9", Object.keys(files));
}

const same = "export type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;\nexport declare function assert<_ extends true>(): void;\n";

describe.each(vendors)("%s", (name) => {
  test("the same parameters, bodies and answers as openapi-typescript", async () => {
    const { api, document } = await generated(name);
    const theirs = astToString(await openapiTS(JSON.parse(JSON.stringify(document.root)) as never, { silent: true }));
    const claims = api.groups
      .flatMap((group) => group.operations)
      .flatMap((operation) => {
        const id = JSON.stringify(operation.id);
        const parts = ["parameters", ...(operation.body ? ["requestBody"] : [])].map((part) => `[${id}]["${part}"]`);
        const answers = operation.responses
          .filter(({ contents }) => contents.length > 0)
          .map(({ status }) => `[${id}]["responses"][${/^\d/.test(status) && !status.endsWith("XX") ? status : JSON.stringify(status)}]["content"]`);
        return [...parts, ...answers].map((path) => `assert<Same<Ours${path}, Theirs${path}>>();`);
      });
    expect(claims.length).toBeGreaterThan(2);
    const claim = `import type { operations as Ours } from "./types.js";\nimport type { operations as Theirs } from "./theirs.js";\n${same}${claims.join("\n")}\n`;
    expect(compile(name, { "types.ts": await typesOf(api), "theirs.ts": theirs, "claims.ts": claim })).toBe("");
  });
});

test("where openapi-typescript is wrong", async () => {
  const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
  const { api } = built({
    paths: {
      "/pets": {
        post: {
          operationId: "addPet",
          requestBody: { required: true, content: { "application/json": { schema: ref("Pet") }, "multipart/form-data": { schema: ref("Pet") } } },
          responses: { 200: { description: "", headers: { "X-Id": { schema: { type: "string" } } }, content: { "application/json": { schema: ref("Pet") } } } },
        },
        query: { operationId: "findPets", responses: { 204: { description: "" } } },
      },
    },
    webhooks: { newPet: { post: { requestBody: { content: { "application/json": { schema: ref("Pet") } } }, responses: {} } } },
    components: {
      schemas: {
        Pet: {
          type: "object",
          required: ["id", "secret"],
          properties: {
            id: { type: "string", readOnly: true },
            secret: { type: "string", writeOnly: true },
            photo: { type: "string", format: "binary" },
            tags: { type: "array", prefixItems: [{ type: "string" }], default: [] },
          },
        },
        Json: { anyOf: [{ type: "string" }, { type: "array", items: ref("Json") }] },
        "it's; a [name]": { type: "object", description: "*/ code /*" },
        components: { type: "string" },
      },
    },
  });
  const use = `
import type { components, Json, operations, paths, Pet, webhooks } from "./types.js";
${same}
type Read = { id: string; photo?: string; tags?: [string?, ...unknown[]] };
assert<Same<Pet, Read>>();
assert<Same<components["schemas"]["Pet"], Read>>();
assert<Same<components["schemas"]["it's; a [name]"], { [key: string]: unknown }>>();
assert<Same<operations["addPet"]["requestBody"]["content"]["application/json"], { secret: string; photo?: string; tags?: [string?, ...unknown[]] }>>();
assert<Same<Required<operations["addPet"]["requestBody"]["content"]["multipart/form-data"]>["photo"], Blob | ArrayBuffer | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>>>>();
assert<Same<paths["/pets"]["post"], operations["addPet"]>>();
assert<Same<operations["findPets"]["responses"][204]["content"], undefined>>();
assert<Same<NonNullable<webhooks["newPet"]["post"]["requestBody"]>["content"]["application/json"], Read>>();
export const header: operations["addPet"]["responses"][200]["headers"] = {};
export const deep: Json = ["a", ["b", ["c"]]];
// @ts-expect-error: numbers are no part of it
export const wrong: Json = ["a", [1]];
`;
  expect(compile("wrong", { "types.ts": await typesOf(api), "use.ts": use })).toBe("");
});

test.each(["status 200", "200", "$name0$"])("a query parameter called %s beside the status 200", async (name) => {
  const { api } = built({ paths: { "/a": { get: { operationId: "a", parameters: [{ name, in: "query", required: true, schema: { type: "string" } }], responses: { 200: { description: "" } } } } } });
  const use = `import type { operations } from "./types.js";\n${same}assert<Same<keyof operations["a"]["responses"], 200>>();\nassert<Same<operations["a"]["parameters"]["query"][${JSON.stringify(name)}], string>>();\n`;
  expect(compile(`parameter ${name}`, { "types.ts": await typesOf(api), "use.ts": use })).toBe("");
});

test.each(["200", "$name0$"])("a header called %s beside the status 200", async (name) => {
  const { api } = built({ paths: { "/a": { get: { operationId: "a", responses: { 200: { description: "", headers: { [name]: { schema: { type: "string" } } } } } } } } });
  const use = `import type { operations } from "./types.js";\n${same}assert<Same<keyof operations["a"]["responses"], 200>>();\nassert<Same<operations["a"]["responses"][200]["headers"][${JSON.stringify(name)}], string | undefined>>();\n`;
  expect(compile(`header ${name}`, { "types.ts": await typesOf(api), "use.ts": use })).toBe("");
});

test("the nodes that stand in for TypeScript's are seen by nobody else", async () => {
  const load = createRequire(import.meta.url);
  const before = load("typescript") as unknown;
  await typesOf(built({ paths: { "/a": { get: { operationId: "a", responses: { "204": { description: "" } } } } } }).api);
  expect(load("typescript")).toBe(before);
  const theirs = load("openapi-typescript") as typeof import("openapi-typescript");
  expect(theirs.astToString(await theirs.default({ openapi: "3.1.0", info: { title: "", version: "" }, paths: {} }, { silent: true }))).toContain("export type paths");
});
