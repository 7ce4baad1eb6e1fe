import { describe, expect, test } from "vitest";
import { modelOf, importValidators, textOf } from "../conformance/judge.js";
import { validatorModules } from "../../generator/targets/validators.js";
import type { TargetOptions } from "../../generator/vendor.js";

interface Validator {
  safeParse(value: unknown): { success: boolean; data?: unknown; error?: { issues: { path: PropertyKey[]; message: string }[] } };
}

const zod: TargetOptions = { formats: true };

async function printed(schemas: object, options = zod, paths: object = {}): Promise<string> {
  const document = JSON.stringify({ openapi: "3.1.0", info: { title: "T", version: "1" }, paths, components: { schemas } });
  const { api } = await modelOf(document, "3.1.0");
  return textOf(validatorModules(api, options));
}

/** The expression of one schema, on one line, with the constants of plain values put in their places. */
async function expression(schema: unknown, options = zod): Promise<string> {
  const text = await printed({ A: schema }, options);
  const [, deferred, direct = ""] = /export const ASchema(?:: [^=]+)? = (?:\/\* @__PURE__ \*\/ schema\(\(\) =>([\s\S]*)\)|(\w+));\s*$/.exec(text) ?? [];
  const made = spelledOut(deferred ?? direct, text);
  return made.replace(/,?\n\s*/g, (line) => (line.startsWith(",") ? ", " : " ")).replace(/, ?([}\])])/g, " $1").replace(/\s+/g, " ").replace(/([[(]) /g, "$1").replace(/ ([\])])/g, "$1").trim().replace(/ ?,$/, "");
}

function spelledOut(code: string, text: string): string {
  const scalars = text.matchAll(/^export const (\w+) = \/\* @__PURE__ \*\/ (?:schema\(\(\) => (.*)\)|(.*));$/gm);
  const expressions = new Map<string, string>();
  const put = (code: string): string => code.replace(/(?<![.\w"])\w+(?![\w":])/g, (word) => expressions.get(word) ?? word);
  for (const [, name = "", wrapped, bare = ""] of scalars) if (!name.endsWith("Schema")) expressions.set(name, put(wrapped ?? bare));
  return put(code);
}

async function validators(schemas: object): Promise<Record<string, Validator>> {
  return (await importValidators(await printed(schemas))) as Record<string, Validator>;
}

describe("ordinary schemas print as a person would write them", () => {
  test.each([
    [{ type: "string" }, `z.string()`],
    [{ type: "string", minLength: 1 }, `z.string().min(1)`],
    [{ type: "string", minLength: 2, maxLength: 20 }, `z.string().check(minLength(2), maxLength(20))`],
    [{ type: "string", format: "uuid" }, `z.guid()`],
    [{ type: "string", format: "date" }, `z.iso.date()`],
    [{ type: "string", format: "date-time" }, `z.stringFormat("date-time", isDateTime)`],
    [{ type: "string", format: "email", maxLength: 80 }, `z.email({ pattern: emailPattern }).max(80)`],
    [{ type: "string", format: "unheard-of" }, `z.string()`],
    [{ type: "string", pattern: "^\\d+/x$" }, `z.string().regex(new RegExp("^\\\\d+/x$", "u"))`],
    [{ type: "string", enum: ["a", "b"] }, `z.enum(["a", "b"])`],
    [{ const: "a" }, `z.literal("a")`],
    [{ enum: [1, "1"] }, `z.literal([1, "1"])`],
    [{ enum: ["a", null] }, `z.literal("a").nullable()`],
    [{ type: "integer" }, `z.int()`],
    [{ type: "integer", format: "int32", minimum: 0 }, `z.int32().min(0)`],
    [{ type: "integer", format: "int64" }, `z.number().refine(isInt64, "an int64")`],
    [{ type: "number", exclusiveMinimum: 0, maximum: 1 }, `z.number().gt(0).max(1)`],
    [{ type: "number", multipleOf: 0.01 }, `z.number().check(multipleOf(0.01))`],
    [{ type: "number", minimum: 0, maximum: 100, multipleOf: 0.5 }, `z.number().min(0).max(100).multipleOf(0.5)`],
    [{ type: ["string", "null"] }, `z.string().nullable()`],
    [{ type: ["string", "integer"] }, `z.union([z.string(), z.int()])`],
    [{ type: "array", items: { type: "string" }, minItems: 1, uniqueItems: true }, `z.array(z.string()).min(1).check(uniqueItems())`],
    [{ type: "array", prefixItems: [{ type: "integer" }], items: false }, `z.tuple([z.int().exactOptional()])`],
    [{ type: "object" }, `z.record(z.string(), z.unknown())`],
    [{ type: "object", additionalProperties: { type: "integer" } }, `z.record(z.string(), z.int())`],
    [{ type: "object", properties: { a: { type: "string" } }, required: ["a", "b"] }, `z.looseObject({ a: z.string(), b: present() })`],
    [{ type: "object", required: ["b"], additionalProperties: { type: "string" } }, `typed<{ b: string; [key: string]: string }>(z.looseObject({ b: z.string() }).catchall(z.string()))`],
    [{ type: "object", properties: { a: {} }, additionalProperties: false }, `z.strictObject({ a: z.unknown().exactOptional() })`],
    [{ type: "object", minProperties: 1 }, `z.record(z.string(), z.unknown()).check(minProperties(1))`],
    [{ oneOf: [{ type: "string" }, { type: "integer" }] }, `z.union([z.string(), z.int()])`],
    [{ oneOf: [{ const: "a", title: "A" }, { const: "b" }] }, `z.enum(["a", "b"])`],
    [{ allOf: [{ enum: ["a", "b"] }, { enum: ["b", "c"] }] }, `z.literal("b")`],
    [{ oneOf: [{ type: "integer" }, { type: "number", minimum: 2 }] }, `z.xor([z.int(), z.number().min(2)])`],
    [{ type: "string", not: { const: "x" } }, `z.string().check(not(z.literal("x")))`],
    [true, `z.unknown()`],
    [false, `z.never()`],
  ])("%j", async (schema, wanted) => {
    expect(await expression(schema)).toBe(wanted);
  });

  test("inheritance is .extend, and the order of keys does not matter", async () => {
    const base = { type: "object", required: ["id"], properties: { id: { type: "integer" } } };
    const more = { type: "object", properties: { name: { type: "string" }, age: { type: "integer" } } };
    const text = await printed({ Base: base, More: { allOf: [{ $ref: "#/components/schemas/Base" }, more] } });
    expect(text).toContain("BaseSchema.extend({\n    age: optionalInteger,\n    name: optionalString,\n  })");
  });

  test("formats can be switched off, all or some", async () => {
    const schema = { type: "object", properties: { a: { type: "string", format: "uuid" }, b: { type: "string", format: "email" } } };
    expect(await expression(schema, { formats: false })).toBe("z.looseObject({ a: z.string().exactOptional(), b: z.string().exactOptional() })");
    expect(await expression(schema, { formats: ["uuid"] })).toBe("z.looseObject({ a: z.guid().exactOptional(), b: z.string().exactOptional() })");
  });

  test("text of the document stays text", async () => {
    const hostile = '"}); process.exit(1); //\u2028`${x}';
    const text = await printed({ A: { type: "object", properties: { [hostile]: { const: hostile, description: "*/ process.exit(1) /*" } } } });
    expect(text).not.toMatch(/\*\/ process/);
    const { ASchema } = (await importValidators(text)) as Record<string, Validator>;
    expect(ASchema?.safeParse({ [hostile]: hostile }).success).toBe(true);
    expect(ASchema?.safeParse({ [hostile]: "x" }).success).toBe(false);
  });
});

test("plain values are made once, in a module of their own", async () => {
  const properties = {
    id: { type: "string", format: "uuid" }, parent: { type: ["string", "null"], format: "uuid" }, name: { type: "string" },
    size: { type: "integer", format: "int64" }, label: { type: "string", maxLength: 9 }, when: { type: ["string", "null"], format: "date" },
  };
  const { api } = await modelOf(JSON.stringify({ openapi: "3.1.0", info: { title: "T", version: "1" }, paths: {}, components: { schemas: { A: { type: "object", required: ["id", "name", "when"], properties } } } }), "3.1.0");
  const [validators, scalars] = validatorModules(api, zod);
  expect(validators?.statements).toEqual([`export const ASchema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    id: uuid,
    label: z.string().check(maxLength(9)).exactOptional(),
    name: anyString,
    parent: optionalNullableUuid,
    size: optionalInt64,
    when: nullableDate,
  }),
);`]);
  expect(scalars?.path).toBe("src/shared.ts");
  expect(scalars?.statements).toEqual([
    `export const anyString = /* @__PURE__ */ z.string();`,
    `export const date = /* @__PURE__ */ z.iso.date();`,
    `export const nullableDate = /* @__PURE__ */ date.nullable();`,
    `export const int64 = /* @__PURE__ */ schema(() => z.number().refine(isInt64, "an int64"));`,
    `export const optionalInt64 = /* @__PURE__ */ int64.exactOptional();`,
    `export const uuid = /* @__PURE__ */ z.guid();`,
    `export const nullableUuid = /* @__PURE__ */ uuid.nullable();`,
    `export const optionalNullableUuid = /* @__PURE__ */ nullableUuid.exactOptional();`,
  ]);
});

test("without plain values there is no module for them", async () => {
  const { api } = await modelOf(JSON.stringify({ openapi: "3.1.0", info: { title: "T", version: "1" }, paths: {}, components: { schemas: { A: { enum: ["a"] } } } }), "3.1.0");
  expect(validatorModules(api, zod).map(({ path }) => path)).toEqual(["src/validators.ts"]);
});

describe("an operation's validators", () => {
  const paths = {
    "/a/{id}": {
      put: {
        operationId: "putA",
        parameters: [
          { name: "id", in: "path", required: true, schema: { type: "integer" } },
          { name: "q", in: "query", schema: { type: "array", items: { type: "string" } } },
        ],
        requestBody: { required: true, content: { "application/json": { schema: { $ref: "#/components/schemas/A" } } } },
        responses: { "200": { description: "", content: { "application/json": { schema: { $ref: "#/components/schemas/A" } }, "text/plain": {} } }, "4XX": { description: "" } },
      },
    },
  };
  const A = {
    type: "object",
    required: ["id", "secret", "name"],
    properties: { id: { type: "integer", readOnly: true }, secret: { type: "string", writeOnly: true }, name: { type: "string" } },
  };

  test("are functions, one a place, body and answer", async () => {
    expect(await printed({ A }, zod, paths)).toContain(`/** Of \`PUT /a/{id}\`. */
export const putAValidators = {
  path: () => z.looseObject({
    id: anyInteger,
  }),
  query: () => z.looseObject({
    q: z.array(anyString).exactOptional(),
  }),
  body: { "application/json": () => AInputSchema },
  responses: {
    200: { "application/json": () => ASchema },
  },
};`);
  });

  test("ask of each direction what belongs to it", async () => {
    const module = (await importValidators(await printed({ A }, zod, paths))) as Record<string, Validator>;
    const accepts = (name: string, value: unknown): boolean | undefined => module[name]?.safeParse(value).success;
    expect(accepts("ASchema", { id: 1, name: "x" })).toBe(true);
    expect(accepts("ASchema", { secret: "s", name: "x" })).toBe(false);
    expect(accepts("ASchema", { id: 1, secret: 2, name: "x" })).toBe(false);
    expect(accepts("AInputSchema", { secret: "s", name: "x" })).toBe(true);
    expect(accepts("AInputSchema", { id: 1, name: "x" })).toBe(false);
  });
});

describe("recursion", () => {
  const node = (more: object) => ({ type: "object", required: ["value"], properties: { value: { type: "integer" }, ...more } });
  const ref = { $ref: "#/components/schemas/Node" };

  test.each([
    ["a property", { Node: node({ next: ref }) }, { value: 1, next: { value: 2 } }, { value: 1, next: { value: "2" } }],
    ["a list", { Node: node({ children: { type: "array", items: ref } }) }, { value: 1, children: [{ value: 2, children: [] }] }, { value: 1, children: [{}] }],
    ["a map", { Node: { type: "object", additionalProperties: ref } }, { a: { b: {} } }, { a: { b: 1 } }],
    ["a union", { Node: { anyOf: [{ type: "integer" }, { type: "array", items: ref }] } }, [1, [2, []]], [1, ["2"]]],
    ["each other", { Node: node({ other: { $ref: "#/components/schemas/Other" } }), Other: { type: "object", properties: { back: ref } } }, { value: 1, other: { back: { value: 2 } } }, { value: 1, other: { back: {} } }],
    ["allOf", { Node: { allOf: [node({}), { type: "object", properties: { next: ref } }] } }, { value: 1, next: { value: 2 } }, { value: 1, next: {} }],
    ["patterns", { Node: { type: "object", patternProperties: { "^n": ref }, additionalProperties: false } }, { n1: { n2: {} } }, { n1: { x: {} } }],
  ])("through %s", async (_, schemas, good, bad) => {
    const { NodeSchema } = await validators(schemas);
    expect(NodeSchema?.safeParse(good).success).toBe(true);
    expect(NodeSchema?.safeParse(bad).success).toBe(false);
  });
});

describe("a parse gives the value as it came", () => {
  test.each([
    [{ type: "object", properties: { a: { type: "string", default: "x" } } }, { b: 1 }],
    [{ type: "object", properties: { a: { type: "object" } }, additionalProperties: { type: "integer" } }, { a: { c: [1] }, z: 2 }],
    [{ allOf: [{ type: "object", properties: { a: { type: "integer" } } }, { type: "object", properties: { a: { minimum: 1 } } }] }, { a: 1, b: {} }],
    [{ type: "object", patternProperties: { "^a": {} }, minProperties: 1 }, { a: 1, constructor: 2 }],
    [{ anyOf: [{ type: "object", properties: { a: { type: "integer" } } }, { type: "object" }] }, { a: "x", b: 1 }],
    [{ type: "array", prefixItems: [{}], contains: { type: "integer" } }, ["x", 1, null]],
    // What a pattern of another engine would have looked at, nobody knows.
    [{ allOf: [{ type: "object", properties: { a: {} }, patternProperties: { "(?i)^x": {} } }], unevaluatedProperties: false }, { a: 1, X1: 2 }],
  ])("%j", async (schema, value) => {
    const { ASchema } = await validators({ A: schema });
    expect(ASchema?.safeParse(value)).toMatchObject({ success: true, data: value });
  });
});

test("a discriminated union is one whose members demand values that zod can list", async () => {
  const kinds = { oneOf: [{ const: "cat" }, { const: "dog" }, { const: "eel" }] };
  const member = (kind: string): object => ({ type: "object", properties: { kind: { const: kind, allOf: [{ $ref: "#/components/schemas/Kind" }] } }, required: ["kind"] });
  const objects = { Kind: kinds, Cat: member("cat"), Dog: member("dog"), Pet: { oneOf: [{ $ref: "#/components/schemas/Cat" }, { $ref: "#/components/schemas/Dog" }] } };
  const text = await printed(objects);
  expect(text).toContain(`kind: z.literal("cat")`);
  expect(text).toContain(`z.discriminatedUnion("kind", [CatSchema, DogSchema])`);
  const { PetSchema } = await validators(objects);
  expect([{ kind: "cat" }, { kind: "eel" }, {}, 1].map((value) => PetSchema?.safeParse(value).success)).toEqual([true, false, false, false]);

  // The same with names that need more than a list to be said.
  const deep = { ...objects, Kind: { type: "string", minLength: 3 } };
  expect(await printed(deep)).not.toContain("discriminatedUnion");
  const { PetSchema: deepPet } = await validators(deep);
  expect([{ kind: "cat" }, { kind: "eel" }].map((value) => deepPet?.safeParse(value).success)).toEqual([true, false]);
});

test("an own property called __proto__ stays away from every prototype", async () => {
  const schemas = {
    Open: { type: "object", properties: { a: { type: "string" } } },
    Closed: { type: "object", properties: { a: { type: "string" } }, additionalProperties: false },
    Texts: { type: "object", additionalProperties: { type: "string" } },
    Named: JSON.parse('{"type":"object","properties":{"__proto__":{"type":"string"}},"required":["__proto__"]}') as object,
  };
  const { OpenSchema, ClosedSchema, TextsSchema, NamedSchema } = await validators(schemas);
  const value = (own: string): unknown => JSON.parse(`{"a":"x","__proto__":${own}}`);
  // zod leaves it out of what it gives back.
  for (const schema of [OpenSchema, TextsSchema]) {
    const { success, data } = schema?.safeParse(value(`{"polluted":true}`)) ?? {};
    expect(success).toBe(true);
    expect(Object.getPrototypeOf(data)).toBe(Object.prototype);
    expect((data as { polluted?: unknown }).polluted).toBeUndefined();
  }
  expect(ClosedSchema?.safeParse(value("1")).success).toBe(false);
  expect(NamedSchema?.safeParse(value("1")).success).toBe(false);
  expect(NamedSchema?.safeParse({ a: "x" }).success).toBe(false);
  expect(NamedSchema?.safeParse(value(`"text"`))).toMatchObject({ success: true, data: value(`"text"`) });
});

test("a sequence is validated item by item, unless it is given as bytes", async () => {
  const content = { "application/jsonl": { itemSchema: { type: "object", required: ["a"], properties: { a: { type: "integer" } } } } };
  const text = await printed({}, zod, { "/a": { post: { operationId: "sendAll", requestBody: { content }, responses: {} } } });
  const { sendAllValidators } = (await importValidators(text)) as { sendAllValidators: { body: Record<string, () => Validator> } };
  const accepts = (value: unknown): unknown => sendAllValidators.body["application/jsonl"]?.().safeParse(value).success;
  expect([[], [{ a: 1 }], [{ a: 1 }, { a: "x" }], { a: 1 }, new Blob(["{}"]), "{}"].map(accepts)).toEqual([true, true, false, false, true, false]);
});
