/**
 * A schema as the set of what a value may be: a flat list of alternatives, each of one JSON type. Unions are joined,
 * intersections are met type by type, references are followed where a union or an intersection stands behind them.
 */
import type { ObjectSchema, Property, Schema, StringSchema, NumberSchema, ArraySchema, BinarySchema } from "../../model/api.js";
import type { Json } from "../../json.js";
import { resolve, type Side } from "./side.js";

type Plain = Exclude<Schema, { kind: "ref" | "union" | "intersection" | "enum" | "unevaluated" | "not" | "conditional" | "never" }>;

export type Alternative = {
  /** Rules of the alternative that no type shows: `not`, `if`, `unevaluated…`. */
  readonly checks: readonly Schema[];
} & (
  | { readonly kind: "literal"; readonly value: Json }
  | { readonly kind: "plain"; readonly schema: Plain; /** The reference it came through, if any. */ readonly source: Schema }
);

/** Distributing an intersection over unions beyond this many alternatives is given up: the rest is left as it is. */
const mostAlternatives = 256;

/** The alternatives of a schema. An empty list allows nothing. */
export function alternatives(schema: Schema, side: Side): readonly Alternative[] {
  const known = side.expanded.get(schema);
  if (known) return known;
  side.expanded.set(schema, []); // a union or intersection that holds itself adds nothing to itself
  const found = expand(schema, side);
  side.expanded.set(schema, found);
  return found;
}

function expand(schema: Schema, side: Side): readonly Alternative[] {
  switch (schema.kind) {
    case "never":
      return [];
    case "enum":
      return schema.values.map((value) => (value === null ? plainNull(schema) : { kind: "literal", value, checks: [] }));
    case "union":
      return schema.members.flatMap((member) => alternatives(member, side)).slice(0, mostAlternatives);
    case "ref": {
      const target = resolve(schema, side);
      if (target.kind === "ref") return [];
      return alternatives(target, side).map((one) => (one.kind === "plain" && one.source === target ? { ...one, source: schema } : one));
    }
    case "intersection":
      return schema.members.reduce<readonly Alternative[]>((met, member) => meetAll(met, alternatives(member, side), schema, side), [anything(schema)]);
    case "unevaluated":
      return alternatives(schema.schema, side).map((one) => ({ ...one, checks: [...one.checks, schema] }));
    case "not":
    case "conditional":
      return [{ ...anything(schema), checks: [schema] }];
    default:
      return [{ kind: "plain", schema, source: schema, checks: [] }];
  }
}

const anything = (schema: Schema): Alternative & { kind: "plain" } => {
  const unknown = { kind: "unknown", docs: schema.docs, at: schema.at } as const;
  return { kind: "plain", schema: unknown, source: unknown, checks: [] };
};

function plainNull(schema: Schema): Alternative {
  const nothing = { kind: "null", docs: schema.docs, at: schema.at } as const;
  return { kind: "plain", schema: nothing, source: nothing, checks: [] };
}

function meetAll(left: readonly Alternative[], right: readonly Alternative[], whole: Schema, side: Side): readonly Alternative[] {
  const met: Alternative[] = [];
  for (const one of left) {
    for (const other of right) {
      const both = meet(one, other, whole, side);
      if (both) met.push(both);
      if (met.length >= mostAlternatives) return met;
    }
  }
  return met;
}

/** What both allow; undefined where that is nothing. */
function meet(one: Alternative, other: Alternative, whole: Schema, side: Side): Alternative | undefined {
  const checks = [...one.checks, ...other.checks];
  if (one.kind === "literal" && other.kind === "literal") return JSON.stringify(one.value) === JSON.stringify(other.value) ? { ...one, checks } : undefined;
  if (one.kind === "literal") return other.kind === "plain" && fits(one.value, other.schema) ? { ...one, checks } : undefined;
  if (other.kind === "literal") return meet(other, one, whole, side);
  if (one.schema.kind === "unknown") return { ...other, checks };
  if (other.schema.kind === "unknown") return { ...one, checks };
  const schema = meetPlain(one.schema, other.schema, whole, side);
  return schema && { kind: "plain", schema, source: schema, checks };
}

function fits(value: Json, schema: Plain): boolean {
  if (schema.kind === "unknown") return true;
  return schema.kind === jsonKind(value);
}

/** The JSON type of a value, by the model's words. */
export function jsonKind(value: Json): "null" | "array" | "object" | "string" | "number" | "boolean" {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  return typeof value as "object" | "string" | "number" | "boolean";
}

function meetPlain(one: Plain, other: Plain, whole: Schema, side: Side): Plain | undefined {
  if (one.kind === "object" && other.kind === "object") return meetObjects(one, other, whole, side);
  if (one.kind === "string" && other.kind === "string") return meetStrings(one, other, whole);
  if (one.kind === "number" && other.kind === "number") return meetNumbers(one, other, whole);
  if (one.kind === "array" && other.kind === "array") return meetArrays(one, other, whole, side);
  if (one.kind === "binary" && other.kind === "string") return one as BinarySchema;
  if (one.kind === "string" && other.kind === "binary") return other as BinarySchema;
  return one.kind === other.kind ? one : undefined;
}

const least = (one: number | undefined, other: number | undefined): number | undefined => (one === undefined ? other : other === undefined ? one : Math.min(one, other));
const most = (one: number | undefined, other: number | undefined): number | undefined => (one === undefined ? other : other === undefined ? one : Math.max(one, other));
const both = (one: string | undefined, other: string | undefined): string | undefined => (one === undefined || one === other ? other : other === undefined ? one : [one, other].sort().join(" and "));

function meetStrings(one: StringSchema, other: StringSchema, whole: Schema): StringSchema {
  return {
    kind: "string",
    docs: whole.docs,
    at: whole.at,
    format: both(one.format, other.format),
    minLength: most(one.minLength, other.minLength),
    maxLength: least(one.maxLength, other.maxLength),
    pattern: both(one.pattern, other.pattern),
    contentMediaType: one.contentMediaType ?? other.contentMediaType,
    contentEncoding: one.contentEncoding ?? other.contentEncoding,
  };
}

function meetNumbers(one: NumberSchema, other: NumberSchema, whole: Schema): NumberSchema {
  return {
    kind: "number",
    docs: whole.docs,
    at: whole.at,
    integer: one.integer || other.integer,
    format: both(one.format, other.format),
    minimum: most(one.minimum, other.minimum),
    maximum: least(one.maximum, other.maximum),
    exclusiveMinimum: most(one.exclusiveMinimum, other.exclusiveMinimum),
    exclusiveMaximum: least(one.exclusiveMaximum, other.exclusiveMaximum),
    multipleOf: one.multipleOf ?? other.multipleOf,
  };
}

function meetArrays(one: ArraySchema, other: ArraySchema, whole: Schema, side: Side): ArraySchema {
  const longer = one.prefix.length >= other.prefix.length ? one : other;
  return {
    kind: "array",
    docs: whole.docs,
    at: whole.at,
    prefix: longer.prefix,
    items: meetSchemas(one.items, other.items, side),
    contains: one.contains ?? other.contains,
    minItems: most(one.minItems, other.minItems),
    maxItems: least(one.maxItems, other.maxItems),
    uniqueItems: one.uniqueItems || other.uniqueItems,
  };
}

function meetObjects(one: ObjectSchema, other: ObjectSchema, whole: Schema, side: Side): ObjectSchema {
  const properties = new Map<string, Property>(one.properties.map((property) => [property.name, property]));
  for (const property of other.properties) {
    const known = properties.get(property.name);
    properties.set(property.name, known ? meetProperties(known, property, side) : property);
  }
  const required = new Set([...one.requiredNames, ...other.requiredNames]);
  return {
    kind: "object",
    docs: whole.docs,
    at: whole.at,
    properties: [...properties.values()].map((property) => (required.has(property.name) ? { ...property, required: true } : property)),
    requiredNames: [...required].filter((name) => !properties.has(name)),
    patterns: [...one.patterns, ...other.patterns],
    additional: one.additional && other.additional ? meetSchemas(one.additional, other.additional, side) : (one.additional ?? other.additional),
    propertyNames: one.propertyNames ?? other.propertyNames,
    minProperties: most(one.minProperties, other.minProperties),
    maxProperties: least(one.maxProperties, other.maxProperties),
    dependentRequired: [...one.dependentRequired, ...other.dependentRequired],
    dependentSchemas: [...one.dependentSchemas, ...other.dependentSchemas],
  };
}

function meetProperties(one: Property, other: Property, side: Side): Property {
  return {
    name: one.name,
    schema: meetSchemas(one.schema, other.schema, side),
    required: one.required || other.required,
    access: one.access === "both" ? other.access : one.access,
  };
}

/**
 * Both together. The same schemas give the same intersection, in whatever order and however often they come: what a recursive
 * `allOf` meets on its way round is then found to be known, and its comparison ends.
 */
function meetSchemas(one: Schema, other: Schema, side: Side): Schema {
  if (one === other || other.kind === "unknown") return one;
  if (one.kind === "unknown") return other;
  const members = new Map([...membersOf(one), ...membersOf(other)].map((member) => [keyOf(member, side), member]));
  const [first = one] = members.values();
  if (members.size === 1) return first;
  const key = [...members.keys()].sort().join(" ");
  const known = side.met.get(key);
  if (known) return known;
  const met = { kind: "intersection", members: [...members.values()], docs: one.docs, at: one.at } as const;
  side.met.set(key, met);
  side.shared.add(met);
  return met;
}

const membersOf = (schema: Schema): readonly Schema[] => (schema.kind === "intersection" ? schema.members : [schema]);

/** A reference by where it leads, anything else by itself. */
function keyOf(schema: Schema, side: Side): string {
  if (schema.kind === "ref") return schema.target;
  const id = side.ids.get(schema) ?? side.ids.size;
  side.ids.set(schema, id);
  return String(id);
}
