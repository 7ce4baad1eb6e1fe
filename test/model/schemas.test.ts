import { expect, test } from "vitest";
import { built } from "./document.js";
import { show } from "./show.js";

const others = {
  A: { type: "object", required: ["kind"], properties: { kind: { const: "a" } } },
  B: { type: "object", required: ["kind"], properties: { kind: { enum: ["b", "bb"] } } },
  Text: { type: "string" },
  Secret: { type: "string", writeOnly: true },
};

/** The schema `S` beside the others, as it is read, and the codes reported at it. */
function read(schema: unknown): [string, string[]] {
  const { api, reported } = built({ components: { schemas: { ...others, S: schema } } });
  const named = api.schemas.find((candidate) => candidate.at === "/components/schemas/S");
  return [named ? show(named.schema) : "", [...new Set(reported.filter(({ at }) => at.startsWith("/components/schemas/S")).map(({ code }) => code))]];
}

const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const six = (rules: Record<string, string>): string =>
  `any(${["string", "number", "boolean", "{}", "[...unknown]", "null"].map((type) => rules[type] ?? type).join(", ")})`;

const exact: [name: string, schema: unknown, shown: string][] = [
  ["true", true, "unknown"],
  ["false", false, "never"],
  ["nothing said", {}, "unknown"],
  ["words only", { title: "T", description: "D" }, "unknown"],
  ["string rules", { type: "string", minLength: 1, maxLength: 9, pattern: "^a", format: "email" }, "string<format=email minLength=1 maxLength=9 pattern=^a>"],
  ["integer", { type: "integer", format: "int32", minimum: 0, exclusiveMaximum: 10 }, "integer<format=int32 minimum=0 exclusiveMaximum=10>"],
  ["number", { type: "number", multipleOf: 0.01, maximum: 5, exclusiveMinimum: 1 }, "number<maximum=5 exclusiveMinimum=1 multipleOf=0.01>"],
  ["bytes of 3.0", { type: "string", format: "binary" }, "binary"],
  ["bytes of 3.1", { type: "string", contentMediaType: "image/png" }, "binary"],
  ["text inside text", { type: "string", contentMediaType: "application/json" }, "string<contentMediaType=application/json>"],
  ["encoded bytes", { type: "string", contentMediaType: "image/png", contentEncoding: "base64" }, "string<contentMediaType=image/png contentEncoding=base64>"],
  ["type list, null last", { type: ["null", "string"], maxLength: 3 }, "any(string<maxLength=3>, null)"],
  ["integer and number", { type: ["integer", "number"] }, "number"],
  ["all types named", { type: ["integer", "number", "string", "boolean", "object", "array", "null"] }, "unknown"],
  ["no type, one rule", { minLength: 2 }, six({ string: "string<minLength=2>" })],
  ["no type, rules of two", { minimum: 1, items: false }, six({ number: "number<minimum=1>", "[...unknown]": "[...never]<itemsGiven=true>" })],
  ["no type, format of strings", { format: "email" }, six({ string: "string<format=email>" })],
  ["no type, format of numbers", { format: "int32" }, six({ number: "number<format=int32>" })],
  ["no type, format of nobody", { format: "colour" }, "unknown"],
  ["a rule of another type", { type: "string", minimum: 3 }, "string"],
  ["enum", { enum: ["a", 1, null, { b: [1] }, 1.0, { b: [1.0] }] }, '"a"|1|null|{"b":[1]}'],
  ["const", { const: [false] }, "[false]"],
  ["enum and its type", { type: "string", enum: ["a", "b"], minLength: 1 }, '"a"|"b"'],
  ["enum and a format that only a validator can check", { type: "string", format: "date", enum: ["x"] }, 'all(string<format=date>, "x")'],
  ["enum of objects and rules", { type: "object", required: ["a"], enum: [{ a: 1 }] }, 'all({a!}, {"a":1})'],
  ["const within enum", { enum: [1, 2], const: 2 }, "2"],
  ["object", { type: "object", required: ["b", "z"], properties: { b: { type: "null" }, a: true } }, "{a?: unknown, b: null, z!}"],
  ["names of Object.prototype", { type: "object", required: ["toString"], properties: JSON.parse('{"__proto__": {"type": "null"}, "constructor": true}') }, "{__proto__?: null, constructor?: unknown, toString!}"],
  ["closed", { type: "object", additionalProperties: false }, "{*: never}"],
  ["patterns", { type: "object", patternProperties: { "^x-": { type: "string" } }, propertyNames: { maxLength: 5 } }, `{/^x-/: string, names: ${six({ string: "string<maxLength=5>" })}}`],
  ["dependencies", { type: "object", dependentRequired: { a: ["b"], c: [] }, dependentSchemas: { a: false } }, "{a → b, a ⇒ never}"],
  ["dependencies of draft 7", { type: "object", dependencies: { a: ["b"], c: { type: "object" } } }, "{a → b, c ⇒ {}}"],
  ["property counts", { type: "object", minProperties: 1, maxProperties: 2 }, "{}<minProperties=1 maxProperties=2>"],
  ["array", { type: "array", items: { type: "string" }, minItems: 1, uniqueItems: true }, "[...string]<itemsGiven=true minItems=1> unique"],
  ["tuple", { type: "array", prefixItems: [{ type: "string" }, true], items: false }, "[string, unknown, ...never]<itemsGiven=true>"],
  ["contains", { type: "array", contains: { const: 1 }, maxContains: 2 }, "[...unknown] contains(1 1..2)"],
  ["contains nothing needed", { type: "array", contains: { const: 1 }, minContains: 0 }, "[...unknown]"],
  ["reference", ref("Text"), "&Text"],
  ["reference with rules", { ...ref("Text"), minLength: 2 }, "all(string<minLength=2>, &Text)"],
  ["reference with its own type", { ...ref("Text"), type: "string" }, "&Text"],
  ["reference and what it requires", { ...ref("A"), required: ["b"] }, "all({b!}, &A)"],
  ["allOf of one", { allOf: [ref("A")], description: "D" }, "&A"],
  ["allOf with words", { allOf: [ref("A"), { description: "D" }] }, "&A"],
  ["allOf within allOf", { allOf: [{ allOf: [ref("A"), ref("B")] }, { type: "object" }] }, "all(&A, &B, {})"],
  ["a bare type that a member demands", { type: "object", allOf: [ref("A"), { required: ["x"] }] }, "all(&A, {x!})"],
  ["anyOf", { anyOf: [{ type: "string" }, { type: "null" }] }, "any(string, null)"],
  ["anyOf of one", { anyOf: [{ type: "string" }] }, "string"],
  ["anyOf beside a type", { type: "object", anyOf: [{ required: ["a"] }, { required: ["b"] }] }, "any({a!}, {b!})"],
  ["a branch of another type", { type: "string", anyOf: [{ minLength: 3 }, { type: "number" }] }, "string<minLength=3>"],
  ["oneOf that may overlap", { oneOf: [{ type: "string" }, { type: "string", maxLength: 2 }] }, "one(string, string<maxLength=2>)"],
  ["oneOf of different types", { oneOf: [{ type: "string" }, { type: "integer" }, { type: "null" }] }, "any(string, integer, null)"],
  ["oneOf of integer and number", { oneOf: [{ type: "integer" }, { type: "number" }] }, "one(integer, number)"],
  ["oneOf told apart by a literal", { oneOf: [ref("A"), ref("B")] }, "any(&A, &B by kind!=a,b/bb)"],
  ["oneOf of objects", { oneOf: [{ type: "object", properties: { a: { const: 1 } } }, { type: "object", properties: { a: { const: 2 } } }] }, "one({a?: 1}, {a?: 2})"],
  ["not", { type: "string", not: { enum: ["a"] } }, 'all(string, not("a"))'],
  ["not of another type", { type: "string", not: { type: "null" } }, "string"],
  ["if", { type: "object", if: { required: ["a"] }, then: { required: ["b"] } }, "all({}, if({a!}, {b!}, -))"],
  ["if alone", { if: { type: "string" } }, "unknown"],
  ["then alone", { then: false }, "unknown"],
  ["unevaluated", { ...ref("A"), unevaluatedProperties: false }, "unevaluated(&A; never; -)"],
  ["if alone under unevaluated", { if: { type: "string" }, unevaluatedItems: false }, "unevaluated(if(string, -, -); -; never)"],
  ["unevaluated: true", { type: "object", unevaluatedProperties: true }, "{}"],
  ["one way", { type: "object", properties: { r: { readOnly: true }, w: ref("Secret"), a: { allOf: [ref("Text"), { readOnly: true }] } } }, "{<a?: &Text, <r?: unknown, >w?: &Secret}"],
  ["itself", { type: "object", properties: { next: ref("S") } }, "{next?: &S}"],
  ["a pointer into a component", { type: "array", items: { $ref: "#/components/schemas/A/properties/kind" } }, "[...&kind]<itemsGiven=true>"],
];

test.each(exact)("%s", (_, schema, shown) => {
  expect(read(schema)).toEqual([shown, []]);
});

const broken: [name: string, schema: unknown, shown: string, code: string][] = [
  ["a list for a schema", ["x"], "unknown", "model/wrong-type"],
  ["a keyword of the wrong type", { type: "string", maxLength: "3" }, "string", "model/keyword-type"],
  ["a type nobody knows", { type: "text", minLength: 1 }, six({ string: "string<minLength=1>" }), "model/keyword-type"],
  ["required: true", { type: "object", required: true }, "{}", "model/keyword-type"],
  ["an unknown keyword", { type: "string", maxlength: 3 }, "string", "model/keyword-unknown"],
  ["a dynamic reference", { $dynamicRef: "#x" }, "unknown", "model/keyword-unsupported"],
  ["a reference to nowhere", ref("Nobody"), "unknown", "model/reference-unresolved"],
  ["a reference to an inherited name", ref("toString"), "unknown", "model/reference-unresolved"],
  ["a reference to a text", { $ref: "#/info/title" }, "unknown", "model/reference-not-schema"],
  ["a reference relative to the schema", { $ref: "#/$defs/x", $defs: { x: { type: "string" } } }, "unknown", "model/reference-unresolved"],
  ["a value the type excludes", { type: "string", enum: ["a", 1] }, '"a"', "model/enum-value-excluded"],
  ["an empty enum", { enum: [] }, "never", "model/unsatisfiable"],
  ["types that exclude one another", { type: "string", allOf: [{ type: "object" }] }, "never", "model/unsatisfiable"],
  ["a minimum above the maximum", { type: "integer", minimum: 5, maximum: 4 }, "integer<minimum=5 maximum=4>", "model/unsatisfiable"],
  ["no integer between", { type: "integer", exclusiveMinimum: 1, exclusiveMaximum: 2 }, "integer<exclusiveMinimum=1 exclusiveMaximum=2>", "model/unsatisfiable"],
  ["closed, and requires more", { type: "object", required: ["a"], additionalProperties: false }, "{a!, *: never}", "model/unsatisfiable"],
  ["enums without a common value", { allOf: [{ enum: [1] }, { enum: [2] }] }, "all(1, 2)", "model/unsatisfiable"],
  ["a pattern that does not compile", { type: "string", pattern: "(?i)x" }, "string", "model/pattern-invalid"],
  ["needless escapes", { type: "string", pattern: "^[\\w-.\\:]+\\@\\-\\/{x}$" }, "string<pattern=^[\\w\\-.:]+@-\\/\\{x\\}$>", "model/pattern-repaired"],
  ["a needless escape in a pattern that runs away", { type: "string", pattern: "^(\\:|\\:)*$" }, "string", "model/pattern-dangerous"],
  ["closed but for a pattern that does not compile", { type: "object", additionalProperties: false, patternProperties: { "(?i)x": {} } }, "{*: unknown}", "model/pattern-invalid"],
  ["an anchor of another engine", { type: "string", pattern: "\\Ax\\z" }, "string", "model/pattern-invalid"],
  ["a repetition that is none", { type: "string", pattern: "x{1-20}" }, "string", "model/pattern-invalid"],
  ["a pattern that runs away", { type: "string", pattern: "^(a|a)*$" }, "string", "model/pattern-dangerous"],
  ["endless", { type: "object", required: ["s"], properties: { s: ref("S") } }, "{s: &S}", "model/recursion-endless"],
  ["both ways forbidden", { type: "object", properties: { a: { readOnly: true, writeOnly: true } } }, "{a?: unknown}", "model/read-and-write-only"],
];

test.each(broken)("%s is reported", (_, schema, shown, code) => {
  const [text, codes] = read(schema);
  expect(text).toBe(shown);
  expect(codes).toContain(code);
});

const patterns: [pattern: string, kept: boolean][] = [
  ["^[a-z]{2}(-[A-Z]{2})*$", true],
  ["^([a-z]+)(,[a-z]+)*$", true],
  ["^(([a-z0-9-]+)\\.)*[a-z]+$", true],
  ["^\\p{L}+( \\p{L}+)*$", true],
  ["\\s+$", true],
  ["^(a+)+$", false],
  ["^(\\w+\\s?)*$", false],
  ["^((ab)*)*$", false],
  ["^(?=(a+)+$)b", false],
  ["^(a|b|ab)*c$", false],
  ["^((a|a){10}){10}$", false],
  ["^(a|a){10}(a|a){10}(a|a){10}$", false],
  ["^([a-z0-9]+[a-z0-9-]*(?<!-))(\\.[a-z0-9]+[a-z0-9-]*(?<!-))*$", false],
  ["^([0-9a-f]{1,4}:){1,7}[0-9a-f]{1,4}$", true],
  ["^\\d+(?:-(?:[a-z]+|\\d+))?(\\.(?:0|[1-9]\\d*))*$", true],
  ["^(a|aa)+$", false],
  ["(x*|y*)*z", false],
  ["^(.*a)*$", false],
  ["^([a-z]{1,64})+$", false],
  ["^([a-z]{64})+$", true],
  ["^(\\d{3})*$", true],
  ["^(a?)*b", true],
  ["^(a|a)*", true],
  ["^((a)\\2)*$", true],
  ["^(?:(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)(?:\\.(?!$)|$)){4}$", true],
  [`^(${"a?".repeat(900)})*$`, false],
  [`${"(".repeat(900)}a${")*".repeat(900)}$`, false],
];

test.each(patterns)("pattern %s", (pattern, kept) => {
  expect(read({ type: "string", pattern })[0]).toBe(kept ? `string<pattern=${pattern}>` : "string");
});

test("discriminators", () => {
  const of = (discriminator: object, members: unknown[]): string => read({ oneOf: members, discriminator })[0];
  const loose = { type: "object", properties: { kind: { type: "string" } } };
  expect(of({ propertyName: "kind" }, [ref("A"), ref("B")])).toBe("any(&A, &B by kind!=a,b/bb)");
  expect(of({ propertyName: "sort" }, [ref("A"), ref("Text")])).toBe("any(&A, &Text by sort=A,Text)");
  expect(of({ propertyName: "sort", mapping: { x: "A", y: "#/components/schemas/Text", z: "./A.yaml" } }, [ref("A"), ref("Text")])).toBe(
    "any(&A, &Text by sort=x/z,y)",
  );
  expect(of({ propertyName: "kind" }, [ref("A"), loose])).toBe("one(&A, {kind?: string})");
});
