/** Examples fit the schemas that they are made from, whatever the schema says. */
import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { loadText } from "../../generator/source/load.js";
import { defaultLimits } from "../../generator/source/limits.js";
import { build } from "../../generator/model/build.js";
import { normalize } from "../../generator/normalize/index.js";
import { examples, toJson } from "../../generator/targets/example.js";
import { textHas } from "../../generator/targets/example/formats.js";
import { textFor } from "../../generator/targets/example/pattern.js";
import { trim } from "../../generator/targets/example/trim.js";
import type { Api, NamedSchema } from "../../generator/model/api.js";

async function modelOf(schemas: object): Promise<Api> {
  const text = JSON.stringify({ openapi: "3.1.0", info: { title: "T", version: "1" }, paths: {}, components: { schemas } });
  const report = (): void => {};
  const document = normalize(await loadText(text, { file: "openapi.json", limits: defaultLimits }), report);
  return build(document, { report, packageIdentifier: "Test" }).api;
}

async function exampleOf(schema: object, others: object = {}): Promise<{ value: unknown; fits: boolean }> {
  const api = await modelOf({ Subject: schema, ...others });
  const named = api.schemas.find((each) => each.name === "Subject") as NamedSchema;
  const made = examples(api).value(named.schema, "write");
  return { value: made === undefined ? undefined : toJson(made), fits: made !== undefined && examples(api).accepts(named.schema, toJson(made), "write") };
}

describe("formats", () => {
  const date = fc.date({ min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true }).map((each) => each.toISOString());
  test.each<[string, fc.Arbitrary<string>]>([
    ["uuid", fc.uuid()],
    ["date-time", fc.oneof(date, date.map((each) => each.replace("Z", "+0130").replace("T", " ")), fc.constant("1998-12-31t23:59:60z"))],
    ["date", date.map((each) => each.slice(0, 10))],
    ["time", date.map((each) => `${each.slice(11, 19)}-08:00`)],
    ["duration", fc.constantFrom("P1D", "PT36H", "P4W", "P1Y2M3DT4H5M6S")],
    ["email", fc.oneof(fc.emailAddress(), fc.constant('"a b@c"@example.com'))],
    ["hostname", fc.domain()],
    ["ipv4", fc.ipV4()],
    ["ipv6", fc.ipV6()],
    ["uri", fc.oneof(fc.webUrl({ withFragments: true, withQueryParameters: true }), fc.constant("urn:isbn:0451450523"))],
    ["uri-reference", fc.webPath()],
    ["json-pointer", fc.constantFrom("", "/", "/a~1b/0", "/a\nb")],
    ["byte", fc.base64String()],
  ])("what has the format %s is never refused", (format, texts) => fc.assert(fc.property(texts, (text) => textHas(text, format))));

  test.each([["uuid", "5555-6666"], ["date", "20160128"], ["date-time", "2020-01-01"], ["email", "ada"], ["uri", "example.com"], ["ipv4", "localhost"], ["byte", "a"]])("%s: %s is a slip", (format, text) =>
    expect(textHas(text, format)).toBe(false),
  );
});

describe("what is made", () => {
  test.each<[string, object, unknown]>([
    ["the vendor's example", { type: "string", examples: ["a"] }, "a"],
    ["its default", { type: "integer", default: 50 }, 50],
    ["no example that does not fit", { type: "string", maxLength: 3, examples: ["too long"] }, "tex"],
    ["the first value of an enum", { enum: ["b", "a"] }, "b"],
    ["no example that breaks its format", { type: "object", properties: { d: { type: "string", format: "date", examples: ["20160128"] }, n: { type: "integer", format: "int32", examples: [1418556452651] } } }, { d: "2026-01-31", n: 1 }],
    ["a format", { type: "string", format: "email" }, "ada@example.com"],
    ["an unknown format as any text", { type: "string", format: "phone" }, "text"],
    ["a length", { type: "string", minLength: 6, maxLength: 6 }, "textte"],
    ["bounds", { type: "number", exclusiveMinimum: 4, maximum: 5, multipleOf: 0.5 }, 4.5],
    ["a narrow range", { type: "number", exclusiveMinimum: 0, exclusiveMaximum: 0.5 }, 0.25],
    ["a negative range", { type: "integer", maximum: -10 }, -10],
    ["nothing but null", { type: "null" }, null],
    ["a value rather than null", { type: ["null", "string"] }, "text"],
    ["a list without repetition", { type: "array", items: { enum: [1, 2, 3] }, minItems: 3, uniqueItems: true }, [1, 2, 3]],
    ["what is required first", { type: "object", required: ["z"], properties: { a: { type: "integer" }, z: { type: "boolean" } } }, { z: true, a: 1 }],
    ["an entry of a map", { type: "object", additionalProperties: { type: "integer" } }, { key: 1 }],
    ["a key by its pattern", { type: "object", patternProperties: { "^x-.+$": { type: "integer" } }, additionalProperties: false }, { "x-key": 1 }],
    ["nothing that is read only", { type: "object", properties: { id: { type: "string", readOnly: true }, name: { type: "string" } } }, { name: "text" }],
    ["an object where properties have no type beside them", { required: ["a"], properties: { a: { type: "integer" } } }, { a: 1 }],
    [
      "one of two such objects",
      { oneOf: [{ required: ["a"], properties: { a: { enum: ["x"] } } }, { required: ["a"], properties: { a: { enum: ["y"] } } }] },
      { a: "x" },
    ],
    [
      "as many properties as are asked for, the declared ones first",
      { type: "object", required: ["b"], properties: { b: { type: "object", required: ["c"], properties: { c: { type: "object", required: ["d"], properties: { d: { type: "object", minProperties: 1, properties: { e: { type: "integer" } } } } } } } } },
      { b: { c: { d: { e: 1 } } } },
    ],
    ["the parts of allOf", { allOf: [{ type: "object", properties: { a: { type: "integer" } } }, { type: "object", required: ["a", "b"] }] }, { a: 1, b: "value" }],
  ])("%s", async (_, schema, expected) => {
    const { value, fits } = await exampleOf(schema);
    expect(JSON.stringify(value)).toBe(JSON.stringify(expected));
    expect(fits).toBe(true);
  });

  test("a cycle ends where it can be left out", async () => {
    const { value, fits } = await exampleOf({ type: "object", required: ["children"], properties: { children: { type: "array", items: { $ref: "#/components/schemas/Subject" } } } });
    expect(value).toEqual({ children: [{ children: [] }] });
    expect(fits).toBe(true);
  });

  test("a cycle that cannot be left out has no example", async () => {
    expect((await exampleOf({ type: "object", required: ["next"], properties: { next: { $ref: "#/components/schemas/Subject" } } })).value).toBeUndefined();
  });

  test("a member of oneOf that only one member accepts", async () => {
    const { value, fits } = await exampleOf(
      { oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }], discriminator: { propertyName: "kind" } },
      { Cat: { type: "object", required: ["kind"], properties: { kind: { const: "Cat" } } }, Dog: { type: "object", required: ["kind"], properties: { kind: { const: "Dog" } } } },
    );
    expect(value).toEqual({ kind: "Cat" });
    expect(fits).toBe(true);
  });

  test("names of Object.prototype are names", async () => {
    const properties = JSON.parse('{"__proto__": {"type": "integer"}, "constructor": {"type": "integer"}, "toString": {"type": "integer"}}') as object;
    const { value, fits } = await exampleOf({ type: "object", required: ["__proto__", "constructor", "toString"], properties });
    expect(JSON.stringify(value)).toBe('{"__proto__":1,"constructor":1,"toString":1}');
    expect(fits).toBe(true);
  });
});

test.each(["^a$", "^[A-Z]{2}$", "^\\+[1-9]\\d{6,14}$", "^(id|email|phone):.+$", "^[0-9a-f]{8}-[0-9a-f]{4}$", "^\\d{4}-\\d{2}-\\d{2}T?$", "[^a-z]", "^(?:a|b)+c?$", "^\\p{Lu}\\u0041$", "^#[0-9A-Fa-f]{6}$", "^x{2,}$", "", "^v\\d+(\\.\\d+)*$"])(
  "a text for /%s/",
  (pattern) => {
    expect(textFor(pattern)).toMatch(new RegExp(pattern, "u"));
  },
);

test("no pattern makes the reader hang or throw", () => {
  fc.assert(
    fc.property(fc.string({ unit: fc.constantFrom(..."ab01()[]{}|^$.*+?\\-:=!<>pu,") , maxLength: 24 }), (pattern) => {
      const text = textFor(pattern);
      expect(text === undefined || text.length < 10_000).toBe(true);
    }),
    { numRuns: 2000 },
  );
});

test("an example loses what the type does not declare", async () => {
  const api = await modelOf({ Subject: { type: "object", properties: { a: { type: "object", properties: { b: {} } }, map: { type: "object", additionalProperties: true } } } });
  const schema = (api.schemas[0] as NamedSchema).schema;
  expect(trim([schema], { a: { b: 1, c: 2 }, d: 3, map: { x: 1 } }, "write", () => undefined)).toEqual({ a: { b: 1 }, map: { x: 1 } });
});
