import { describe, expect, test } from "vitest";
import type { Diagnostic } from "../../generator/diagnostics.js";
import { collectIngest, ingest } from "../../generator/ingest/ingest.js";
import { listAt, objectAt } from "../../generator/ingest/shape.js";
import type { Json, JsonObject } from "../../generator/json.js";

const fence = (root: object): string => `\`\`\`\`json\n${JSON.stringify(root)}\n\`\`\`\`\n`;
const base = (root: object): object => ({ openapi: "3.0.3", info: { title: "T", version: "1.0.0" }, ...root });
const answer = { responses: { "200": { description: "ok" } } };

async function merged(...roots: readonly object[]): Promise<{ readonly document: JsonObject | undefined; readonly found: readonly Diagnostic[] }> {
  const { report, found } = collectIngest();
  const result = await ingest(roots.map((root, index) => ({ file: `${index}.md`, text: fence(root) })), report);
  return { document: result?.document, found };
}

const codes = (found: readonly Diagnostic[]): string[] => found.map(({ code }) => code);
const at = (value: JsonObject | undefined, ...path: readonly string[]): Json | undefined => path.reduce<Json | undefined>((object, step) => (object as JsonObject | undefined)?.[step], value);

describe("security and servers", () => {
  const get = (path: string, more: object = {}): object => base({ ...more, paths: { [path]: { get: { ...answer } } } });
  const schemes = { components: { securitySchemes: { a: { type: "http", scheme: "bearer" }, b: { type: "http", scheme: "basic" } } } };

  test("the same at every root stay there", async () => {
    const { document } = await merged(get("/a", { security: [{ a: [] }], ...schemes }), get("/b", { security: [{ a: [] }], ...schemes }));
    expect(document?.["security"]).toEqual([{ a: [] }]);
    expect(at(document, "paths", "/a", "get", "security")).toBeUndefined();
  });

  test("different ones go into the operations", async () => {
    const { document } = await merged(get("/a", { security: [{ a: [] }], ...schemes }), get("/b", { security: [], ...schemes }), get("/c", { security: [{ b: [] }], ...schemes }));
    expect(document?.["security"]).toBeUndefined();
    expect(["/a", "/b", "/c"].map((path) => at(document, "paths", path, "get", "security"))).toEqual([[{ a: [] }], [], [{ b: [] }]]);
  });

  test("what all operations share after that goes back to the root", async () => {
    const own = base({ ...schemes, paths: { "/a": { get: { ...answer, security: [{ a: [] }] } } } });
    const { document } = await merged(own, get("/b", { security: [{ a: [] }], ...schemes }));
    expect(document?.["security"]).toEqual([{ a: [] }]);
    expect(at(document, "paths", "/a", "get", "security")).toBeUndefined();
  });

  test("a scheme that is named and not defined is made of its name, and asked about", async () => {
    const { document, found } = await merged(get("/a", { security: [{ userBasic: [] }], components: { securitySchemes: {} } }), get("/b", { security: [{ missing: [] }] }));
    expect(at(document, "components", "securitySchemes")).toMatchObject({ missing: { type: "http", scheme: "bearer" }, userBasic: { type: "http", scheme: "basic" } });
    expect(codes(found)).toEqual(["undefined-scheme", "undefined-scheme", "inferred", "inferred", "confirm", "confirm"].map((code) => `ingest/${code}`));
  });

  test("Swagger 2.0 has a bearer token as a header", async () => {
    const { document } = await merged({ swagger: "2.0", info: { title: "T", version: "1" }, security: [{ token: [] }], paths: { "/a": { get: answer } } });
    expect(at(document, "securityDefinitions", "token")).toMatchObject({ type: "apiKey", in: "header", name: "Authorization" });
  });

  test("servers that differ go into the operations", async () => {
    const { document } = await merged(get("/a", { servers: [{ url: "https://a.example" }] }), get("/b", { servers: [{ url: "https://b.example" }] }));
    expect(at(document, "paths", "/b", "get", "servers")).toEqual([{ url: "https://b.example" }]);
  });
});

describe("components", () => {
  const using = (path: string, schema: object): object =>
    base({ paths: { [path]: { get: { responses: { "200": { description: "ok", content: { "application/json": { schema: { $ref: "#/components/schemas/A" } } } } } } } }, components: { schemas: { A: schema } } });

  test("equal but for order, texts and examples are united, with the longer text", async () => {
    const { document, found } = await merged(
      using("/a", { type: "object", required: ["x", "y"], properties: { x: { type: "string", description: "short" }, y: { type: "string", example: "e" } } }),
      using("/b", { required: ["y", "x"], properties: { y: { type: "string" }, x: { description: "much longer", type: "string" } }, type: "object" }),
    );
    expect(codes(found)).toEqual([]);
    expect(at(document, "components", "schemas", "A", "properties")).toEqual({ x: { type: "string", description: "much longer" }, y: { type: "string", example: "e" } });
  });

  test("a property called description counts", async () => {
    const { document, found } = await merged(using("/a", { type: "object", properties: { description: { type: "string" } } }), using("/b", { type: "object", properties: { description: { type: "integer" } } }));
    expect(document).toBeUndefined();
    expect(codes(found)).toEqual(["ingest/component-conflict"]);
  });

  test("different ones are shown with both sources and never united", async () => {
    const { document, found } = await merged(using("/a", { type: "object", properties: { x: { type: "string" } } }), using("/b", { type: "object", properties: { x: { type: "string" }, y: { type: "string" } } }));
    expect(document).toBeUndefined();
    expect(found).toMatchObject([{ code: "ingest/component-conflict", at: { pointer: "/components/schemas/A" } }]);
    expect(found[0]?.message).toMatch(/0\.md:1.*\/properties\/y: nothing against|1\.md:1.*\/properties\/y/);
  });

  test("what is null says nothing, and such a fragment counts in full", async () => {
    const nulls = using("/a", { type: "object", required: null, properties: { x: { type: "string", description: null, default: null }, y: null }, additionalProperties: null });
    const { document, found } = await merged(nulls);
    expect(at(document, "components", "schemas", "A")).toEqual({ type: "object", properties: { x: { type: "string", default: null }, y: { "x-confirm": expect.any(String) as string } } });
    expect(codes(found)).toEqual(["ingest/confirm"]);
    expect(codes((await merged(nulls, using("/b", { type: "object" }))).found)).toEqual(["ingest/component-conflict"]);
  });

  test("nothing where something belongs is left out", async () => {
    const { report, found } = collectIngest();
    await ingest([{ file: "a.md", text: "```yaml\nopenapi: 3.0.3\npaths:\n  /a:\n    get:\n      parameters:\n        # here they are\n      responses: {'200': {description: ok}}\n```\n" }], report);
    expect(codes(found)).toEqual(["ingest/elided", "ingest/inferred"]);
  });

  test("an illustration gives way to the whole, and that is said", async () => {
    const { document, found } = await merged(using("/a", { type: "object", properties: { x: "..." } }), using("/b", { type: "object", properties: { x: { type: "string" } } }));
    expect(codes(found)).toEqual(["ingest/elided", "ingest/gave-way"]);
    expect(at(document, "components", "schemas", "A", "properties", "x")).toEqual({ type: "string" });
    const operation = (extra: object): object => base({ paths: { "/a": { get: { ...answer, ...extra } } } });
    expect(codes((await merged(operation({ parameters: "..." }), operation({ deprecated: true }))).found)).toEqual(["ingest/elided", "ingest/gave-way"]);
  });

  test("a reference to nothing gets a place that asks, one with an open slash is mended", async () => {
    const slash = base({ paths: { "/a": { get: { responses: { "200": { description: "ok", content: { "application/json": { schema: { $ref: "#/components/schemas/a/b c" } } } } } } } }, components: { schemas: { "a/b c": { type: "string" } } } });
    const mended = await merged(slash);
    expect(codes(mended.found)).toEqual(["ingest/repaired", "ingest/repaired"]);
    expect(JSON.stringify(mended.document)).toContain("#/components/schemas/a_b_c");
    const lost = await merged(base({ paths: { "/a": { get: { responses: { "200": { $ref: "#/components/responses/None" } } } } } }));
    expect(codes(lost.found)).toEqual(["ingest/unresolved-reference", "ingest/inferred", "ingest/confirm"]);
    expect(at(lost.document, "components", "responses", "None")).toMatchObject({ description: "None", "x-confirm": expect.any(String) as string });
  });

  test("a reference into what is not there allows everything", async () => {
    const { document, found } = await merged(using("/a", { type: "object", properties: { x: { $ref: "#/components/schemas/Gone" }, y: { $ref: "#/components/schemas/Gone/properties/y" } } }));
    expect(codes(found).slice(0, 2)).toEqual(["ingest/unresolved-reference", "ingest/unresolved-reference"]);
    expect(at(document, "components", "schemas", "Gone")).toEqual({ "x-inferred": expect.any(String) as string, "x-confirm": expect.any(String) as string });
    expect(at(document, "components", "schemas", "A", "properties", "y")).toEqual({ "x-confirm": expect.any(String) as string });
  });

  test("names that are not allowed are written with what is, and what refers to them follows", async () => {
    const union = { oneOf: [{ $ref: "#/components/schemas/Box%C2%ABPet%C2%BB" }, { $ref: "#/components/schemas/type_:Cat" }], discriminator: { propertyName: "kind", mapping: { cat: "type_:Cat" } } };
    const schemas = { "Box«Pet»": { type: "object" }, "type_:Cat": { type: "object", properties: { left: { $ref: "#/components/schemas/犬/properties/a" } } }, 犬: { type: "object", properties: { a: { type: "string" } } }, type_Cat: { type: "string" } };
    const { document, found } = await merged(base({ paths: { "/a": { get: { responses: { "200": { description: "ok", content: { "application/json": { schema: union, example: { $ref: "#/components/schemas/type_:Cat" } } } } } } } }, components: { schemas } }));
    expect(codes(found)).toEqual(["ingest/repaired", "ingest/repaired", "ingest/repaired"]);
    expect(Object.keys(at(document, "components", "schemas") as JsonObject)).toEqual(["Box_Pet", "type_Cat_2", "u72ac", "type_Cat"]);
    expect(at(document, "components", "schemas", "type_Cat_2", "properties", "left")).toEqual({ $ref: "#/components/schemas/u72ac/properties/a" });
    const media = at(document, "paths", "/a", "get", "responses", "200", "content", "application/json") as JsonObject;
    expect(media["schema"]).toEqual({
      oneOf: [{ $ref: "#/components/schemas/Box_Pet" }, { $ref: "#/components/schemas/type_Cat_2" }],
      discriminator: { propertyName: "kind", mapping: { cat: "#/components/schemas/type_Cat_2", "Box«Pet»": "#/components/schemas/Box_Pet" } },
    });
    expect(media["example"]).toEqual({ $ref: "#/components/schemas/type_:Cat" });
  });

  test("a reference into a file allows everything, an address stays", async () => {
    const { document, found } = await merged(using("/a", { type: "object", properties: { x: { $ref: "./x.yaml#/X" }, y: { $ref: "https://schemas.example/y.json" } } }));
    expect(codes(found)).toEqual(["ingest/unresolved-reference", "ingest/confirm"]);
    expect(at(document, "components", "schemas", "A", "properties")).toEqual({ x: { "x-confirm": expect.any(String) as string }, y: { $ref: "https://schemas.example/y.json" } });
  });

  test("a $ref inside an example is data", async () => {
    const { found } = await merged(base({ paths: { "/a": { get: { responses: { "200": { description: "ok", content: { "application/json": { example: { $ref: "#/nowhere" } } } } } } } } }));
    expect(codes(found)).toEqual([]);
  });
});

describe("paths and operations", () => {
  const withId = (path: string, method: string, operationId: string): object => base({ paths: { [path]: { [method]: { operationId, ...answer } } } });
  const param = (name: string): object => ({ name, in: "path", required: true, schema: { type: "string" } });

  test("one path whatever its parameters are called", async () => {
    const { document, found } = await merged(
      base({ paths: { "/a/{id}": { get: { parameters: [param("id")], ...answer } } } }),
      base({ paths: { "/a/{contactId}": { delete: { parameters: [param("contactId")], ...answer } } } }),
      base({ paths: { "/a/search": { get: answer } } }),
    );
    expect(codes(found)).toEqual(["ingest/path-renamed"]);
    expect(Object.keys(objectAt(document, "paths") ?? {})).toEqual(["/a/search", "/a/{contactId}"]);
    expect((listAt(at(document, "paths", "/a/{contactId}", "get") as JsonObject, "parameters")[0] as JsonObject)["name"]).toBe("contactId");
  });

  test("two operations that one page tells apart by the names of parameters stay two", async () => {
    const both = base({ paths: { "/a/{id}": { get: { parameters: [param("id")], ...answer } }, "/a/{name}": { get: { parameters: [param("name")], ...answer } } } });
    const { document, found } = await merged(both, base({ paths: { "/a/{name}": { delete: { parameters: [param("name")], ...answer } } } }));
    expect(codes(found)).toEqual([]);
    expect(Object.keys(at(document, "paths") as JsonObject)).toEqual(["/a/{id}", "/a/{name}"]);
  });

  test("a renamed parameter that is shared is written out", async () => {
    const { document } = await merged(
      base({ paths: { "/a/{id}": { get: { parameters: [{ $ref: "#/components/parameters/Id" }], ...answer } } }, components: { parameters: { Id: param("id") } } }),
      base({ paths: { "/a/{contactId}": { delete: { parameters: [param("contactId")], ...answer } } } }),
    );
    expect(at(document, "paths", "/a/{contactId}", "get", "parameters")).toEqual([param("contactId")]);
  });

  test("the same operation twice is one; two versions of it are a conflict", async () => {
    const same = await merged(withId("/a", "get", "x"), withId("/a", "get", "x"));
    expect(codes(same.found)).toEqual([]);
    const other = await merged(withId("/a", "get", "x"), base({ paths: { "/a": { get: { operationId: "x", parameters: [{ name: "q", in: "query", schema: { type: "string" } }], ...answer } } } }));
    expect(other.document).toBeUndefined();
    expect(codes(other.found)).toEqual(["ingest/operation-conflict"]);
  });

  test("a repeated operationId gets method and path, and a question", async () => {
    const { document, found } = await merged(withId("/b", "post", "save"), withId("/a", "get", "save"));
    expect(codes(found)).toEqual(["ingest/duplicate-operation-id", "ingest/confirm"]);
    expect(at(document, "paths", "/a", "get", "operationId")).toBe("save");
    expect(at(document, "paths", "/b", "post", "operationId")).toBe("save_post_b");
  });

  test("3.0 goes up to 3.1 when both are there, and only then", async () => {
    const schema = (extra: object): object => ({ responses: { "200": { description: "ok", content: { "application/json": { schema: { type: "object", properties: { nullable: { type: "boolean" }, x: { type: "integer", nullable: true, minimum: 1, exclusiveMinimum: true, ...extra } } } } } } } });
    const old = base({ paths: { "/a": { get: schema({ example: 3 }) } } });
    const alone = await merged(old);
    expect(alone.document?.["openapi"]).toBe("3.0.3");
    const mixed = await merged(old, { ...base({ paths: { "/b": { get: answer } } }), openapi: "3.1.0" });
    expect(codes(mixed.found)).toEqual(["ingest/mixed-versions"]);
    expect(mixed.document?.["openapi"]).toBe("3.1.0");
    expect(at(mixed.document, "paths", "/a", "get", "responses", "200", "content", "application/json", "schema", "properties")).toEqual({
      nullable: { type: "boolean" },
      x: { type: ["integer", "null"], exclusiveMinimum: 1, examples: [3] },
    });
  });

  test("null beside a combination is an alternative", async () => {
    const properties = {
      a: { nullable: true, description: "d", allOf: [{ $ref: "#/components/schemas/B" }] },
      b: { nullable: true, oneOf: [{ type: "string" }], discriminator: { propertyName: "k" } },
      c: { nullable: true, enum: ["x"] },
      nullable: { type: "boolean" },
    };
    const { document } = await merged(base({ paths: { "/a": { get: answer } }, components: { schemas: { A: { type: "object", properties }, B: { type: "string" } } } }), { ...base({ paths: { "/b": { get: answer } } }), openapi: "3.1.0" });
    expect(at(document, "components", "schemas", "A", "properties")).toEqual({
      a: { description: "d", anyOf: [{ allOf: [{ $ref: "#/components/schemas/B" }] }, { type: "null" }] },
      b: { oneOf: [{ type: "string" }, { type: "null" }], discriminator: { propertyName: "k" } },
      c: { anyOf: [{ enum: ["x"] }, { type: "null" }] },
      nullable: { type: "boolean" },
    });
  });

  test("pages of Swagger 2.0 keep their base paths and media types; two hosts are no document", async () => {
    const swagger = (path: string, more: object): object => ({ swagger: "2.0", info: { title: "T", version: "1" }, host: "api.pets.example", ...more, paths: { [path]: { get: answer } } });
    const { document } = await merged(swagger("/a", { basePath: "/v1", produces: ["application/json"] }), swagger("/b", { basePath: "/v2/", produces: ["text/csv"] }));
    expect(document?.["basePath"]).toBeUndefined();
    expect(Object.keys(at(document, "paths") as JsonObject)).toEqual(["/v1/a", "/v2/b"]);
    expect(at(document, "paths", "/v2/b", "get", "produces")).toEqual(["text/csv"]);
    expect((await merged(swagger("/a", { basePath: "/v1" }), swagger("/b", { basePath: "/v1/" }))).document).toMatchObject({ basePath: "/v1", paths: { "/a": {}, "/b": {} } });
    const other = await merged(swagger("/a", {}), swagger("/b", { host: "two.pets.example" }));
    expect(codes(other.found)).toEqual(["ingest/host-conflict"]);
    expect(other.document).toBeUndefined();
  });

  test("Swagger 2.0 and OpenAPI 3 do not mix", async () => {
    const { found } = await merged({ swagger: "2.0", info: { title: "T", version: "1" }, paths: { "/a": { get: answer } } }, base({ paths: { "/b": { get: answer } } }));
    expect(codes(found)).toEqual(["ingest/swagger-mixed"]);
  });

  test("title by majority, newest version, tags by name", async () => {
    const info = (title: string, version: string): object => ({ info: { title, version }, tags: [{ name: "A", description: title.length > 3 ? "the longer text" : "x" }] });
    const { document } = await merged({ ...base({ paths: { "/a": { get: answer } } }), ...info("Main", "1.9.0") }, { ...base({ paths: { "/b": { get: answer } } }), ...info("Main", "1.10.0") }, { ...base({ paths: { "/c": { get: answer } } }), ...info("Odd", "1.2.0") });
    expect(document?.["info"]).toEqual({ title: "Main", version: "1.10.0" });
    expect(document?.["tags"]).toEqual([{ name: "A", description: "the longer text" }]);
  });
});

test("names of Object.prototype are names like any other", async () => {
  const text = '{"openapi":"3.0.3","info":{"title":"T","version":"1"},"paths":{"/a":{"get":{"operationId":"constructor","responses":{"200":{"description":"ok","content":{"application/json":{"schema":{"$ref":"#/components/schemas/__proto__"}}}}}}}},"components":{"schemas":{"__proto__":{"type":"object","properties":{"toString":{"type":"string"},"__proto__":{"type":"integer"}}}}}}';
  const { report, found } = collectIngest();
  const result = await ingest([{ file: "a.md", text: `\`\`\`json\n${text}\n\`\`\`\n` }, { file: "b.md", text: `\`\`\`json\n${text.replaceAll("/a", "/b").replace('"constructor"', '"b"')}\n\`\`\`\n` }], report);
  expect(codes(found)).toEqual([]);
  const schemas = at(result?.document, "components", "schemas") as JsonObject;
  expect(Object.keys(schemas)).toEqual(["__proto__"]);
  expect(Object.keys(at(schemas, "__proto__", "properties") as JsonObject)).toEqual(["toString", "__proto__"]);
  expect(({} as { readonly type?: unknown }).type).toBeUndefined();
});
