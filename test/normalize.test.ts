import { describe, expect, test } from "vitest";
import { collect } from "../generator/diagnostics.js";
import { place } from "../generator/findings.js";
import type { Json, JsonObject } from "../generator/json.js";
import { normalize } from "../generator/normalize/index.js";
import { defaultLimits } from "../generator/source/limits.js";
import { loadText } from "../generator/source/load.js";

interface Normalized {
  readonly root: JsonObject;
  /** `code line` of each diagnostic. */
  readonly codes: string[];
}

async function normalized(document: object): Promise<Normalized> {
  const text = JSON.stringify(document, null, 1);
  const source = await loadText(text, { file: "d.json", limits: defaultLimits });
  const { report, found } = collect("d.json");
  const made = normalize(source, report);
  const lines = text.split("\n");
  return { root: made.root, codes: place(found, made).map(({ code, at }) => `${code} ${lines[(at.line ?? 1) - 1]?.trim().replace(/,$/, "")}`) };
}

const document = (version: string, parts: object): object => ({ openapi: version, info: { title: "T", version: "1" }, paths: {}, ...parts });

async function schema(version: string, one: object): Promise<{ schema: Json; codes: string[] }> {
  const { root, codes } = await normalized(document(version, { components: { schemas: { S: one, T: { type: "string" } } } }));
  return { schema: ((root["components"] as JsonObject)["schemas"] as JsonObject)["S"] as Json, codes: codes.map((code) => code.split(" ")[0] as string) };
}

describe("the schemas of 3.0", () => {
  const ref = { $ref: "#/components/schemas/T" };
  test.each<[object, object]>([
    [{ type: "string", nullable: true }, { type: ["string", "null"] }],
    [{ type: "string", nullable: false }, { type: "string" }],
    [{ type: "string", nullable: true, enum: ["a"] }, { type: ["string", "null"], enum: ["a"] }],
    [{ nullable: true, allOf: [ref], description: "d" }, { anyOf: [{ allOf: [ref] }, { type: "null" }], description: "d" }],
    [{ nullable: true, oneOf: [ref, ref] }, { oneOf: [ref, ref, { type: "null" }] }],
    [{ nullable: true }, {}],
    [{ type: "number", minimum: 1, exclusiveMinimum: true }, { type: "number", exclusiveMinimum: 1 }],
    [{ type: "number", maximum: 1, exclusiveMaximum: false }, { type: "number", maximum: 1 }],
    [{ type: "string", example: "x" }, { type: "string", examples: ["x"] }],
    [{ ...ref, description: "d", nullable: true, default: 1 }, { ...ref, description: "d" }],
    [{ type: "array", items: [ref], additionalItems: false }, { type: "array", prefixItems: [ref], items: false }],
    [{ type: "object", properties: { nullable: { type: "boolean" }, $ref: { type: "string" } }, example: { nullable: true } }, { type: "object", properties: { nullable: { type: "boolean" }, $ref: { type: "string" } }, examples: [{ nullable: true }] }],
  ])("%j", async (old, now) => expect((await schema("3.0.3", old)).schema).toEqual(now));
});

describe("the schemas of 3.1", () => {
  test("keywords beside a $ref count", async () => {
    const one = { $ref: "#/components/schemas/T", minLength: 1 };
    expect(await schema("3.1.0", one)).toEqual({ schema: one, codes: [] });
  });
  test("nullable is taken as meant, and said so", async () => {
    expect(await schema("3.1.0", { type: "string", nullable: true })).toEqual({ schema: { type: ["string", "null"] }, codes: ["schema/nullable"] });
  });
});

describe("an enum that its type excludes", () => {
  test.each<[object, object]>([
    [{ type: "integer", enum: ["1", "-20"] }, { type: "integer", enum: [1, -20] }],
    [{ type: "number", nullable: true, enum: ["1.5", null] }, { type: ["number", "null"], enum: [1.5, null] }],
    [{ type: "boolean", enum: ["true"] }, { type: "boolean", enum: [true] }],
    [{ type: "string", nullable: true, enum: [1, null, -20] }, { type: ["string", "null"], enum: ["1", "-20", null] }],
    [{ type: "array", items: { type: "string" }, enum: ["a", "b"] }, { type: "array", items: { type: "string", enum: ["a", "b"] } }],
  ])("%j is meant so for certain", async (one, now) => expect(await schema("3.0.3", one)).toEqual({ schema: now, codes: ["schema/enum-type"] }));

  test.each<object>([
    { type: "integer", enum: ["1", 2] },
    { type: "integer", enum: ["01", "1e3"] },
    { type: "integer", enum: ["12345678901234567890"] },
    { type: "integer", enum: ["one"] },
    { type: "constructor", enum: ["1"] },
    { type: "string", enum: [1, "2"] },
    { type: "string", enum: [1.5] },
    { type: "string", enum: [true] },
    { type: ["integer", "string"], enum: ["1"] },
    { type: "array", items: { type: "string", enum: ["c"] }, enum: ["a"] },
    { type: "array", items: { type: "string" }, enum: [["a"]] },
  ])("%j is not certain, and stays", async (one) => expect(await schema("3.1.0", one)).toEqual({ schema: one, codes: [] }));
});

test.each([
  ["{ type: string, enum: [1, 2] }", ["1", "2"]],
  ["\n      type: string\n      enum:\n        - 1\n        - 2", ["1", "2"]],
  ["{ type: string, enum: [1.0, 2.0] }", [1, 2]],
  ["{ type: string, enum: [1, 2.0] }", [1, 2]],
  ["{ type: string, enum: [0x1, 2] }", [1, 2]],
])("a number does not tell how it was written: %j", async (schema, values) => {
  const text = `openapi: 3.1.0\ninfo: { title: T, version: "1" }\npaths: {}\ncomponents:\n  schemas:\n    S: ${schema}\n`;
  const made = normalize(await loadText(text, { file: "d.yaml", limits: defaultLimits }), () => {});
  expect(((made.root["components"] as JsonObject)["schemas"] as JsonObject)["S"]).toEqual({ type: "string", enum: values });
});

describe("wrong types: the smallest part goes, by name and place", () => {
  test.each<[object, object, string]>([
    [{ type: "string", minLength: "3" }, { type: "string" }, 'document/wrong-type "minLength": "3"'],
    [{ type: 5, properties: [] }, {}, 'document/wrong-type "type": 5|document/wrong-type "properties": []'],
    [{ description: null }, {}, 'document/null "description": null'],
    [{ description: 404 }, { description: "404" }, 'document/text-expected "description": 404'],
    [{ allOf: ["x", { type: "string" }] }, { allOf: [{ type: "string" }] }, 'document/wrong-type "x"'],
    [{ required: ["a", 1] }, { required: ["a"] }, "document/wrong-type 1"],
    [{ properties: { a: 1, b: true } }, { properties: { b: true } }, 'document/wrong-type "a": 1'],
    [{ example: { minLength: "x" }, "x-any": { type: 1 } }, { examples: [{ minLength: "x" }], "x-any": { type: 1 } }, ""],
  ])("%j", async (one, now, codes) => {
    const { root, codes: found } = await normalized(document("3.0.0", { components: { schemas: { S: one } } }));
    expect(((root["components"] as JsonObject)["schemas"] as JsonObject)["S"]).toEqual(now);
    expect(found.join("|")).toBe(codes);
  });

  test("places stay right below a list that lost an item", async () => {
    const { codes } = await normalized(document("3.0.0", { components: { schemas: { S: { anyOf: [1, { type: "string", minLength: "bad" }] } } } }));
    expect(codes).toEqual(["document/wrong-type 1", 'document/wrong-type "minLength": "bad"']);
  });
});

describe("references", () => {
  test("what leads nowhere goes: a schema allows everything, anything else is left out", async () => {
    const { root, codes } = await normalized(
      document("3.1.0", {
        paths: { "/a": { get: { parameters: [{ $ref: "#/components/parameters/None" }, { name: "q", in: "query" }], responses: { 200: { $ref: "#/nope" }, 201: { description: "d" } } } } },
        components: { schemas: { S: { properties: { a: { $ref: "#/components/schemas/toString", description: "d" } } }, Loop: { $ref: "#/components/schemas/Loop" }, Root: { $ref: "#" } } },
      }),
    );
    expect(root["paths"]).toEqual({ "/a": { get: { parameters: [{ name: "q", in: "query" }], responses: { 201: { description: "d" } } } } });
    expect((root["components"] as JsonObject)["schemas"]).toEqual({ S: { properties: { a: { description: "d" } } }, Loop: {}, Root: {} });
    expect(codes.map((code) => code.split(" ")[0]).sort()).toEqual(["reference/cycle", "reference/unresolved", "reference/unresolved", "reference/unresolved", "reference/unresolved"]);
  });

  test("escapes and deep places are understood", async () => {
    const parts = { paths: { "/a b/{c}": { get: { responses: { 200: { content: { "a/b": { schema: { type: "string" } } } } } } } } };
    const { codes } = await normalized(document("3.1.0", { ...parts, components: { schemas: { S: { $ref: "#/paths/~1a%20b~1%7Bc%7D/get/responses/200/content/a~1b/schema" } } } }));
    expect(codes.filter((code) => code.startsWith("reference"))).toEqual([]);
  });

  test("path items are put in place; a callback that contains itself ends", async () => {
    const item = { post: { responses: {}, callbacks: { c: { "{$url}": { $ref: "#/components/pathItems/P" } } } } };
    const { root, codes } = await normalized(document("3.1.0", { paths: { "/a": { $ref: "#/components/pathItems/P", summary: "s" } }, components: { pathItems: { P: item } } }));
    expect((root["paths"] as JsonObject)["/a"]).toMatchObject({ summary: "s", post: { responses: {} } });
    expect(codes.map((code) => code.split(" ")[0])).toEqual(["reference/cycle"]);
  });
});

describe("operations", () => {
  test("a path's names are declared once each", async () => {
    const parameters = [{ name: "a", in: "path", schema: {} }, { name: "x", in: "path", required: true }, { name: "q", in: "query" }, { name: "q", in: "query", schema: {} }];
    const { root, codes } = await normalized(document("3.1.0", { paths: { "/{a}/{b}": { get: { parameters, responses: {} } } } }));
    const get = ((root["paths"] as JsonObject)["/{a}/{b}"] as JsonObject)["get"] as JsonObject;
    expect(get["parameters"]).toEqual([
      { name: "a", in: "path", schema: {}, required: true },
      { name: "q", in: "query" },
      { name: "b", in: "path", required: true, schema: { type: "string" } },
    ]);
    expect(codes.map((code) => code.split(" ")[0]).sort()).toEqual(["parameter/duplicate", "parameter/not-in-path", "parameter/path-optional", "parameter/undeclared"]);
  });

  test("an id that two operations have belongs to neither, in any order", async () => {
    const one = (id: string): object => ({ get: { operationId: id, responses: {} } });
    const without = { get: { responses: {}, "x-repeated-operation-id": "x" } };
    for (const paths of [{ "/a": one("x"), "/b": one("x"), "/c": one("y") }, { "/c": one("y"), "/b": one("x"), "/a": one("x") }]) {
      const { root } = await normalized(document("3.1.0", { paths }));
      expect(root["paths"]).toEqual({ "/a": without, "/b": without, "/c": one("y") });
    }
  });

  test("a path without a slash gets one", async () => {
    expect((await normalized(document("3.1.0", { paths: { a: { get: { responses: {} } } } }))).root["paths"]).toEqual({ "/a": { get: { responses: {} } } });
  });
});

describe("Swagger 2.0", () => {
  const swagger = (parts: object): object => ({ swagger: "2.0", info: { title: "T", version: "1" }, paths: {}, ...parts });

  test.each<[object, string[]]>([
    [{ host: "a.test", basePath: "/v1/", schemes: ["http", "https"] }, ["https://a.test/v1", "http://a.test/v1"]],
    [{ host: "a.test" }, ["https://a.test"]],
    [{ basePath: "/v1" }, ["/v1"]],
  ])("%j is at %j", async (parts, urls) => {
    expect((await normalized(swagger(parts))).root["servers"]).toEqual(urls.map((url) => ({ url })));
  });

  test("bodies, forms, responses, shared parts", async () => {
    const { root, codes } = await normalized(
      swagger({
        consumes: ["application/json"],
        produces: ["application/json", "text/csv"],
        definitions: { A: { type: "object", discriminator: "k", "x-nullable": true } },
        parameters: { Body: { name: "b", in: "body", required: true, schema: { $ref: "#/definitions/A" } }, Page: { name: "page", in: "query", type: "array", items: { type: "string" }, collectionFormat: "tsv" } },
        responses: { Bad: { description: "bad", schema: { $ref: "#/definitions/A" } } },
        securityDefinitions: { b: { type: "basic" }, o: { type: "oauth2", flow: "application", tokenUrl: "https://t.test", scopes: { r: "read" } } },
        paths: {
          "/a": {
            post: {
              parameters: [{ $ref: "#/parameters/Body" }, { $ref: "#/parameters/Page" }],
              responses: { 200: { description: "ok", schema: { type: "file" }, headers: { "X-N": { type: "integer", description: "n" } }, examples: { "text/csv": "a" } }, 400: { $ref: "#/responses/Bad" } },
            },
            put: {
              consumes: ["multipart/form-data"],
              parameters: [{ name: "f", in: "formData", type: "file", required: true }, { name: "l", in: "formData", type: "array", items: { type: "string" }, collectionFormat: "multi" }],
              responses: {},
            },
          },
        },
      }),
    );
    expect(codes).toEqual([]);
    expect(root["openapi"]).toBe("3.1.0");
    const item = (root["paths"] as JsonObject)["/a"] as JsonObject;
    const file = { type: "string", format: "binary" };
    expect(item["post"]).toEqual({
      parameters: [{ $ref: "#/components/parameters/Page" }],
      requestBody: { required: true, content: { "application/json": { schema: { $ref: "#/components/schemas/A" } } } },
      responses: {
        200: { description: "ok", headers: { "X-N": { description: "n", schema: { type: "integer" } } }, content: { "application/json": { schema: file }, "text/csv": { schema: file, example: "a" } } },
        400: { $ref: "#/components/responses/Bad" },
      },
    });
    expect(item["put"]).toEqual({
      requestBody: {
        required: true,
        content: {
          "multipart/form-data": {
            schema: { type: "object", properties: { f: file, l: { type: "array", items: { type: "string" } } }, required: ["f"] },
            encoding: { l: { style: "form", explode: true } },
          },
        },
      },
      responses: {},
    });
    expect(root["components"]).toEqual({
      schemas: { A: { type: ["object", "null"], discriminator: { propertyName: "k" } } },
      parameters: { Page: { name: "page", in: "query", style: "form", explode: false, "x-collectionFormat": "tsv", schema: { type: "array", items: { type: "string" } } } },
      responses: { Bad: { description: "bad", content: { "application/json": { schema: { $ref: "#/components/schemas/A" } }, "text/csv": { schema: { $ref: "#/components/schemas/A" } } } } },
      securitySchemes: { b: { type: "http", scheme: "basic" }, o: { type: "oauth2", flows: { clientCredentials: { tokenUrl: "https://t.test", scopes: { r: "read" } } } } },
    });
  });

  test("collectionFormat of every place goes on (2.0, Parameter and Header Object); of lists in lists it is told (Items Object)", async () => {
    const list = { type: "array", items: { type: "string" } };
    const parameters = [{ name: "p", in: "path", required: true, ...list, collectionFormat: "pipes" }, { name: "h", in: "header", ...list, collectionFormat: "ssv" }, { name: "c", in: "header", ...list, collectionFormat: "csv" }, { name: "f", in: "formData", ...list, collectionFormat: "tsv" }, { name: "n", in: "query", type: "array", items: { ...list, collectionFormat: "pipes" } }];
    const { root, codes } = await normalized(swagger({ paths: { "/{p}": { post: { parameters, responses: { 200: { description: "", headers: { "X-L": { ...list, collectionFormat: "pipes" } } } } } } } }));
    const operation = ((root["paths"] as JsonObject)["/{p}"] as JsonObject)["post"] as never as { parameters: JsonObject[]; requestBody: unknown; responses: unknown };
    expect(operation.parameters.map((parameter) => parameter["x-collectionFormat"])).toEqual(["pipes", "ssv", undefined, undefined]);
    expect(operation.requestBody).toMatchObject({ content: { "application/x-www-form-urlencoded": { encoding: { f: { "x-collectionFormat": "tsv" } } } } });
    expect(operation.responses).toMatchObject({ 200: { headers: { "X-L": { "x-collectionFormat": "pipes" } } } });
    expect(codes).toEqual([expect.stringContaining("document/nested-lists")]);
  });

  test("diagnostics lead back to the vendor's own text", async () => {
    const schema = { properties: { a: { $ref: "#/definitions/None" } } };
    const { codes } = await normalized(swagger({ paths: { "/a": { post: { parameters: [{ name: "q", in: "query", type: "string" }, { name: "b", in: "body", schema }], responses: {} } } } }));
    expect(codes).toEqual(['reference/unresolved "$ref": "#/definitions/None"']);
  });
});

test("the order of keys changes nothing but the order of keys", async () => {
  const shuffle = (value: unknown): unknown =>
    Array.isArray(value) ? value.map(shuffle) : typeof value === "object" && value !== null ? Object.fromEntries(Object.entries(value).reverse().map(([name, member]) => [name, shuffle(member)])) : value;
  const one = document("3.0.0", { paths: { "/{a}": { get: { operationId: "x", responses: { 200: { $ref: "#/nope" } } }, post: { operationId: "x", responses: {} } } }, components: { schemas: { S: { nullable: true, allOf: [{}], minLength: "x" } } } });
  const [a, b] = [await normalized(one), await normalized(shuffle(one) as object)];
  expect(b.root).toEqual(a.root);
  expect(b.codes.map((code) => code.split(" ")[0]).sort()).toEqual(a.codes.map((code) => code.split(" ")[0]).sort());
});

test("a value with two aliases stands in two places by itself: the passes change what they are given", async () => {
  const text = `openapi: 3.0.3
info: {title: A, version: "1"}
paths: {}
components:
  schemas:
    A: &a {type: string, nullable: true, minimum: 1, exclusiveMinimum: true}
    B: *a
    C: {type: object, properties: {d: *a}}
`;
  const source = await loadText(text, { file: "d.yaml", limits: defaultLimits });
  const seen = new Set<unknown>();
  const alone = (value: unknown): void => {
    if (typeof value !== "object" || value === null) return;
    expect(seen.has(value)).toBe(false);
    seen.add(value);
    Object.values(value).forEach(alone);
  };
  alone(source.root);
  const { report } = collect("d.yaml");
  const { A, B, C } = (normalize(source, report).root["components"] as { schemas: Record<string, JsonObject> }).schemas as { A: JsonObject; B: JsonObject; C: { properties: { d: Json } } };
  expect(A).toEqual({ type: ["string", "null"], exclusiveMinimum: 1 });
  expect([B, C.properties.d]).toEqual([A, A]);
});
