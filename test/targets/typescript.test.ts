/** One line a rule: a schema, and the type that is printed for it. */
import { describe, expect, test } from "vitest";
import { code, key } from "../../generator/emit/code.js";
import type { Form } from "../../generator/model/api.js";
import { identifierIn } from "../../generator/model/graph.js";
import { typePrinter, unionOf } from "../../generator/targets/typescript.js";
import { literalPrefix } from "../../generator/targets/typescript/prefix.js";
import { built } from "../model/document.js";

function typeOf(schema: unknown, form: Form = "read", others: object = {}): string {
  // Used by both kinds of body, so that every form of a component exists.
  const use = { schema: { $ref: "#/components/schemas/It" } };
  const paths = { "/": { post: { requestBody: { content: { "application/json": use, "multipart/form-data": use } }, responses: {} } } };
  const { api } = built({ paths, components: { schemas: { ...others, It: schema } } });
  const printer = typePrinter(api, (named, way) => code`${identifierIn(named, way)}`);
  const it = api.schemas.find(({ name }) => name === "It");
  if (it === undefined) throw new Error("the schema is gone");
  return printer.definition(it, form);
}

test("how a module calls a schema changes no type", () => {
  const names = Array.from({ length: 20 }, (_, index) => `p${index}`);
  const link = { $ref: "#/components/schemas/Link" };
  const schema = { type: "object", properties: Object.fromEntries(names.map((name) => [name, link])), additionalProperties: link };
  const { api } = built({ paths: { "/": { get: { responses: { 200: { content: { "application/json": { schema } } } } } } }, components: { schemas: { It: schema, Link: { type: "object" } } } });
  const [it] = api.schemas.filter(({ name }) => name === "It");
  const [short, long] = [code`L`, code`components["schemas"]["Link"]["of a name that takes room"]`].map((name) => typePrinter(api, () => name).definition(it!, "read"));
  expect(long?.replaceAll(`components["schemas"]["Link"]["of a name that takes room"]`, "L")).toBe(short);
  expect(short).toContain("[key: string]: L | undefined;");
});

const table: readonly (readonly [title: string, schema: unknown, type: string])[] = [
  ["nothing said", {}, "unknown"],
  ["false", false, "never"],
  ["a type list", { type: ["string", "null"] }, "string | null"],
  ["an integer", { type: "integer", format: "int64" }, "number"],
  ["an enum", { type: "string", enum: ["a", "b\"c"] }, '"a" | "b\\"c"'],
  ["a constant object", { const: { a: [1, null] } }, "{ a: [1, null] }"],
  ["a bare object", { type: "object" }, "{ [key: string]: unknown }"],
  ["an object without room", { type: "object", additionalProperties: false }, "{ [key: string]: never }"],
  ["required and optional", { type: "object", required: ["a"], properties: { a: { type: "string" }, b: { type: "number" } } }, "{ a: string; b?: number }"],
  ["a default changes nothing", { type: "object", properties: { a: { type: "string", default: "x" } } }, '{\n  /** @default "x" */\n  a?: string;\n}'],
  ["required, not declared", { type: "object", required: ["a"], additionalProperties: { type: "number" } }, "{ a: number; [key: string]: number }"],
  ["a map", { type: "object", additionalProperties: { type: "string" } }, "{ [key: string]: string }"],
  [
    "more properties beside declared ones",
    { type: "object", properties: { id: { type: "number" } }, additionalProperties: { type: "string" } },
    "{ id?: number; [key: string]: string | number | undefined }",
  ],
  ["a prefix", { type: "object", additionalProperties: false, patternProperties: { "^x-": { type: "string" } } }, "{ [key: `x-${string}`]: string }"],
  ["another pattern", { type: "object", additionalProperties: false, patternProperties: { "[0-9]+": { type: "string" } } }, "{ [key: string]: string }"],
  ["a pattern in an open object", { type: "object", patternProperties: { "[0-9]+": { type: "string" } } }, "{ [key: string]: unknown }"],
  [
    "a declared property that a prefix covers",
    { type: "object", additionalProperties: false, properties: { "x-n": { type: "number" } }, patternProperties: { "^x-": { type: "string" } } },
    '{ "x-n"?: number; [key: `x-${string}`]: string | number | undefined }',
  ],
  ["a list", { type: "array", items: { type: ["string", "null"] } }, "(string | null)[]"],
  ["no items", { type: "array", items: false }, "never[]"],
  ["a tuple, nothing demanded", { type: "array", prefixItems: [{ type: "string" }, { type: "number" }] }, "[string?, number?, ...unknown[]]"],
  ["a tuple, one demanded, closed", { type: "array", prefixItems: [{ type: "string" }, { type: "number" }], items: false, minItems: 1 }, "[string, number?]"],
  ["not", { not: { type: "string" } }, "unknown"],
  ["a rule and its exception", { type: "string", not: { const: "a" } }, "string"],
  ["if without else", { type: "object", properties: { a: { type: "string" } }, if: { required: ["a"] }, then: { required: ["b"] } }, "{ a?: string }"],
  ["a key that is a prototype's", JSON.parse('{"type":"object","properties":{"__proto__":{"type":"string"}}}'), '{ ["__proto__"]?: string }'],
];

test.each(table)("%s", (_, schema, type) => expect(typeOf(schema)).toBe(type));

describe("forms", () => {
  const schema = {
    type: "object",
    required: ["id", "key"],
    properties: { id: { type: "string", readOnly: true }, key: { type: "string", writeOnly: true }, photo: { type: "string", format: "binary" } },
  };
  test.each([
    ["read", "{ id: string; photo?: string }"],
    ["write", "{ key: string; photo?: string }"],
    ["upload", "{ key: string; photo?: Binary }"],
  ] as const)("%s", (form, type) => expect(typeOf(schema, form)).toBe(type));
});

describe("references", () => {
  const others = { Other: { type: "object", properties: { a: { type: "string" } } }, Loop: { anyOf: [{ $ref: "#/components/schemas/Loop" }, { type: "null" }] } };
  const ref = { $ref: "#/components/schemas/Other" };
  test.each([
    ["by name", ref, "Other"],
    ["nullable", { anyOf: [ref, { type: "null" }] }, "Other | null"],
    ["narrowed", { allOf: [ref, { type: "object", required: ["b"] }] }, "Other & { b: {} | null }"],
    ["to itself through an object", { type: "object", properties: { next: { $ref: "#/components/schemas/It" } } }, "{ next?: It }"],
    ["to itself through nothing", { anyOf: [{ $ref: "#/components/schemas/It" }, { type: "string" }] }, "unknown"],
  ])("%s", (_, schema, type) => expect(typeOf(schema, "read", others)).toBe(type));

  test("rules without a type lose what an object cannot be", () => {
    expect(typeOf({ allOf: [{ type: "object", properties: { a: { type: "string" } } }, { required: ["b"] }] }, "read", others)).not.toContain("boolean");
  });
});

test("text does not double with each level of nesting", () => {
  let schema: object = { type: "object", properties: { a: { type: "string" } }, additionalProperties: { type: "string" } };
  for (let depth = 0; depth < 40; depth++) schema = { type: "object", properties: { [`level${depth}`]: schema }, additionalProperties: { type: "number" } };
  expect(typeOf(schema).length).toBeLessThan(20_000);
});

test("long unions have a line a member", () => {
  const values = Array.from({ length: 20 }, (_, index) => `value-${index}`);
  expect(typeOf({ type: "object", required: ["a"], properties: { a: { type: "string", enum: values } } })).toMatch(/^\{\n  a:\n    \| "value-0"\n    \| "value-1"\n/);
});

test.each([
  ["^x-", "x-"],
  ["^customFields\\.", "customFields."],
  ["^x-.*$", "x-"],
  [".*", ""],
  ["^", ""],
  ["x-", undefined],
  ["^x-[a-z]", undefined],
  ["^a|b", undefined],
  ["^a?", undefined],
  ["^\\d", undefined],
])("the prefix of %s", (pattern, prefix) => expect(literalPrefix(pattern)).toBe(prefix));

test("a union on lines of its own is parenthesized inside another", () => {
  const names = ["First", "Second", "Third"].map((word) => key(word.repeat(12)));
  const long = unionOf(names);
  expect(long).toMatch(/^\n\| /);
  const lines = unionOf([long, code`Other`]).split("\n").map((line) => line.trim());
  expect(lines).toEqual(["", "| (", ...names.map((name) => `| ${name}`), ")", "| Other"]);
});
