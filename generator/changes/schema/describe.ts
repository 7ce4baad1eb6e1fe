/** A schema in a few words, for the columns "before" and "after": `string (maxLength 10) | null`. */
import type { ArraySchema, NumberSchema, ObjectSchema, Schema, StringSchema } from "../../model/api.js";
import type { Json } from "../../json.js";
import { nameOf, type Side } from "./side.js";

const longest = 160;

/** At most about 160 characters; references by name, objects by their properties' names. */
export function describe(schema: Schema, side: Side): string {
  return shorten(inWords(schema, side, 0));
}

/** A JSON value on one line, cut where it is long. */
export function describeValue(value: Json | undefined): string {
  return value === undefined ? "" : shorten(JSON.stringify(value));
}

function shorten(text: string): string {
  return text.length > longest ? `${text.slice(0, longest - 1)}…` : text;
}

function inWords(schema: Schema, side: Side, depth: number): string {
  if (depth > 3) return "…";
  const inner = (one: Schema): string => inWords(one, side, depth + 1);
  switch (schema.kind) {
    case "unknown":
      return "any value";
    case "ref":
      return nameOf(schema, side)?.name ?? schema.target;
    case "enum":
      return schema.values.map((value) => JSON.stringify(value)).join(" | ");
    case "union":
      return [...new Set(schema.members.map(inner))].join(" | ");
    case "intersection":
      return schema.members.map(inner).join(" & ");
    case "not":
      return `not (${inner(schema.schema)})`;
    case "conditional":
      return `if (${inner(schema.if)}) …`;
    case "unevaluated":
      return inner(schema.schema);
    case "array":
      return arrayInWords(schema, inner);
    case "object":
      return objectInWords(schema);
    case "string":
      return withRules("string", stringRules(schema));
    case "number":
      return withRules(schema.integer ? "integer" : "number", numberRules(schema));
    default:
      return schema.kind;
  }
}

const withRules = (word: string, rules: readonly string[]): string => (rules.length > 0 ? `${word} (${rules.join(", ")})` : word);

const said = (words: Readonly<Record<string, string | number | undefined>>): string[] =>
  Object.entries(words).flatMap(([word, value]) => (value === undefined ? [] : [word === "format" ? String(value) : `${word} ${value}`]));

function stringRules(schema: StringSchema): string[] {
  const { format, minLength, maxLength, pattern } = schema;
  return said({ format, minLength, maxLength, pattern });
}

function numberRules(schema: NumberSchema): string[] {
  const { format, minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  return said({ format, minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf });
}

function arrayInWords(schema: ArraySchema, inner: (one: Schema) => string): string {
  if (schema.prefix.length > 0) return `[${schema.prefix.map(inner).join(", ")}${schema.items.kind === "never" ? "" : ", …"}]`;
  return `array of ${inner(schema.items)}`;
}

function objectInWords(schema: ObjectSchema): string {
  if (schema.properties.length === 0) return "object";
  return `object { ${schema.properties.map((property) => (property.required ? property.name : `${property.name}?`)).join(", ")} }`;
}
