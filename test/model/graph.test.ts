import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import type { Json } from "../../generator/json.js";
import { build } from "../../generator/model/build.js";
import { arrange, identifierIn, schemaAt, schemaIndex } from "../../generator/model/graph.js";
import { built, documentOf } from "./document.js";

const graphs: [edges: Record<string, string[]>, order: string, cyclic: string][] = [
  [{ a: ["b"], b: ["c"], c: [] }, "c b a", ""],
  [{ a: ["a"], b: ["a"] }, "a b", "a"],
  [{ a: ["b"], b: ["c"], c: ["a"], d: ["b"] }, "c b a d", "a b c"],
  [{ a: ["gone"], b: [] }, "a b", ""],
];

test.each(graphs)("%j in order", (edges, order, cyclic) => {
  const arranged = arrange(new Map(Object.entries(edges)));
  expect([arranged.order.join(" "), [...arranged.cyclic].sort().join(" ")]).toEqual([order, cyclic]);
});

test("a chain of 20,000 references needs no stack", () => {
  const edges = new Map(Array.from({ length: 20_000 }, (_, i) => [String(i), i === 19_999 ? [] : [String(i + 1)]] as const));
  expect(arrange(edges).order[0]).toBe("19999");
});

test("a chain of 5,000 components that each are the next", () => {
  const schemas = Object.fromEntries(Array.from({ length: 5000 }, (_, i) => [`S${i}`, i === 4999 ? { type: "string" } : { allOf: [{ $ref: `#/components/schemas/S${i + 1}` }] }]));
  expect(built({ components: { schemas } }).api.schemas[0]?.identifier).toBe("S4999");
});

test("references of every spelling become one named schema each", () => {
  const refs = ["#/components/schemas/a%20b~1c", "#/components/schemas/a b~1c", "#/components/parameters/P/schema", "#/paths/~1x/get/responses/200/content/text~1plain/schema"];
  const { api, reported } = built({
    paths: { "/x": { get: { responses: { 200: { description: "", content: { "text/plain": { schema: { type: "string" } } } } } } } },
    components: {
      parameters: { P: { $ref: "#/components/parameters/Q" }, Q: { name: "q", in: "query", schema: { type: "integer" } } },
      schemas: { "a b/c": { type: "null" }, All: { type: "array", prefixItems: refs.map(($ref) => ({ $ref })) } },
    },
  });
  expect(reported).toEqual([]);
  expect(api.schemas.map(({ at, identifier, component }) => `${at} ${identifier} ${component}`)).toEqual([
    "/components/schemas/a b~1c ABC true",
    "/components/parameters/Q/schema Q false",
    "/paths/~1x/get/responses/200/content/text~1plain/schema XGet200TextPlain false",
    "/components/schemas/All All true",
  ]);
});

test("forms: only where they differ and a request uses them", () => {
  const of = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
  const { api } = built({
    paths: {
      "/a": {
        post: { requestBody: { content: { "multipart/form-data": { schema: of("Outer") } } }, responses: { 200: { description: "", content: { "application/json": { schema: of("Answer") } } } } },
      },
    },
    components: {
      schemas: {
        Outer: { type: "object", properties: { inner: of("Inner"), file: of("File"), self: of("Outer") } },
        Inner: { type: "object", properties: { id: { type: "string", readOnly: true } } },
        File: { type: "string", format: "binary" },
        Answer: { type: "object", properties: { id: { type: "string", readOnly: true } } },
        Plain: { type: "string" },
      },
    },
  });
  const forms = api.schemas.map((schema) => (["read", "write", "upload"] as const).map((form) => identifierIn(schema, form)).join(" "));
  expect(forms).toEqual(["Answer Answer Answer", "File File FileUpload", "Inner InnerInput InnerInput", "Outer OuterInput OuterUpload", "Plain Plain Plain"]);
  expect(api.schemas.filter(({ cyclic }) => cyclic).map(({ name }) => name)).toEqual(["Outer"]);
  expect(schemaAt(schemaIndex(api), "/components/schemas/Inner").identifier).toBe("Inner");
  expect(() => schemaAt(schemaIndex(api), "/nowhere")).toThrow("/nowhere");
});

test("the order of keys changes nothing, in a large document", { timeout: 60_000 }, () => {
  const text = readFileSync(new URL("../../node_modules/@octokit/openapi/generated/api.github.com.json", import.meta.url), "utf8");
  const large = JSON.parse(text) as Json;
  const options = { packageIdentifier: "GitHub", report: () => undefined };
  const document = documentOf(large);
  const first = build(document, options);
  const second = build(documentOf(reversed(large)), options);
  // Text, not toEqual: key order within the model must not differ either, for targets print it.
  expect(JSON.stringify(second)).toBe(JSON.stringify(first));
});

/** The same JSON with the keys of every object the other way round. */
function reversed(value: Json): Json {
  if (Array.isArray(value)) return value.map(reversed);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).reverse().map(([name, member]) => [name, reversed(member as Json)]));
}
