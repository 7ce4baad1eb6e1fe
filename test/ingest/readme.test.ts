import { expect, test } from "vitest";
import { schemaOfExample } from "../../generator/ingest/read/readme.js";
import type { Json } from "../../generator/json.js";
import { at, read } from "./reading.js";

const bodyOf = async (media: object): Promise<Json | undefined> => {
  const root = {
    openapi: "3.1.0", info: { title: "t", version: "1" }, "x-readme-fauxas": true,
    paths: { "/a": { post: { requestBody: { content: { "application/json": media } }, responses: { "200": { description: "ok" } } } } },
  };
  return at((await read(`# A\n\n\`\`\`json\n${JSON.stringify(root, null, 2)}\n\`\`\`\n`)).document, "paths", "/a", "post", "requestBody");
};
const raw = (schema: object): object => ({ type: "object", required: ["RAW_BODY"], properties: { RAW_BODY: schema } });
const text = expect.any(String) as string;

test("a body that is no object is the body", async () => {
  const list = { type: "array", items: { type: "string" } };
  expect(await bodyOf({ schema: raw(list) })).toEqual({ required: true, content: { "application/json": { schema: list } } });
});

test("a property of that name beside others stays", async () => {
  const schema = { type: "object", properties: { RAW_BODY: { type: "string" }, other: { type: "string" } } };
  expect(at(await bodyOf({ schema }), "content", "application/json", "schema")).toEqual(schema);
});

test("a body that is JSON as text has the schema of its example, or a question", async () => {
  const schema = raw({ type: "string", format: "json", description: "All pets" });
  expect(at(await bodyOf({ schema, examples: { One: { value: '[{"id": 1}]' } } }), "content", "application/json", "schema")).toEqual({
    type: "array", items: { type: "object", properties: { id: { type: "integer" } } }, description: "All pets", "x-inferred": text, "x-confirm": text,
  });
  expect(at(await bodyOf({ schema }), "content", "application/json", "schema")).toEqual({ description: "All pets", "x-confirm": text });
});

test("an answer that is a list is a list", async () => {
  const root = { openapi: "3.1.0", "x-readme-fauxas": true, paths: { "/a": { get: { responses: { "200": { description: "ok", content: { "application/json": { examples: { Result: { value: '[{"id": 1}]' } }, schema: { type: "object", properties: {} } } } } } } } } };
  const { document } = await read(`# A\n\n\`\`\`json\n${JSON.stringify(root, null, 2)}\n\`\`\`\n`);
  expect(at(document, "paths", "/a", "get", "responses", "200", "content", "application/json", "schema", "type")).toBe("array");
});

test.each([
  [[1, 2.5], { type: "number" }],
  [[null, "a"], { type: "string" }],
  [[], {}],
  [[{ a: 1 }, { b: "x", a: 2.5 }], { type: "object", properties: { a: { type: "number" }, b: { type: "string" } } }],
  [[[1], ["a"]], { type: "array", items: { anyOf: [{ type: "integer" }, { type: "string" }] } }],
  [[1, "a", 2.5, true], { anyOf: [{ type: "number" }, { type: "string" }, { type: "boolean" }] }],
])("every item of a list counts: %j", (value, items) => expect(JSON.parse(JSON.stringify(schemaOfExample(value as Json)))).toEqual({ type: "array", items }));
