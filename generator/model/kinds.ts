/**
 * Which of the six JSON types a schema can allow, found without reading the rest of it. Readers use it to leave out what cannot
 * happen: `allOf: [{ type: object }, { required: [a] }]` speaks of objects alone, though its second member does not say so.
 */
import { isObject, type Json, type JsonObject } from "../json.js";
import type { Schema } from "./api.js";
import { isTypeKeyword, type JsonKind } from "./keywords.js";
import { lookUp, leadsTo, type Reading } from "./reading.js";

/** A set of JSON types, one bit each. */
export type Kinds = number;

const bits: Record<JsonKind, Kinds> = { string: 1, number: 2, boolean: 4, object: 8, array: 16, null: 32 };

export const allKinds: Kinds = 63;
export const objectKind: Kinds = bits.object;

export function kindOf(type: JsonKind): Kinds {
  return bits[type];
}

/** The type of a value. */
export function kindOfValue(value: Json): Kinds {
  if (value === null) return bits.null;
  if (Array.isArray(value)) return bits.array;
  return bits[typeof value as "string" | "number" | "boolean" | "object"];
}

/** The types named by `type`; an integer is a number. */
export function kindsOfType(type: Json | undefined): Kinds {
  if (type === undefined || !isTypeKeyword(type)) return allKinds;
  return typeof type === "string" ? kindNamed(type) : union(type as readonly string[], kindNamed);
}

function kindNamed(name: Json): Kinds {
  return name === "integer" ? bits.number : bits[name as JsonKind];
}

const deepest = 400;

/**
 * The types that a schema of the document can allow: never fewer than it does, and more where it cannot be told quickly (a cycle,
 * `not`, `if`). Linear over all calls: each object is looked at once.
 */
export function kindsOf(reading: Reading, value: Json | undefined, depth = 0): Kinds {
  if (value === false) return 0;
  if (!isObject(value) || depth > deepest) return allKinds;
  if (!value["$ref"] && !value["allOf"] && !value["anyOf"] && !value["oneOf"]) return ownKinds(value);
  const known = reading.kinds.get(value);
  if (known !== undefined) return known;
  reading.kinds.set(value, allKinds);
  const kinds = look(reading, value, depth + 1);
  reading.kinds.set(value, kinds);
  return kinds;
}

/** By `type`, `enum` and `const`. */
function ownKinds(node: JsonObject): Kinds {
  const { type, enum: values, const: only } = node;
  let kinds = kindsOfType(type);
  if (Array.isArray(values)) kinds &= union(values, kindOfValue);
  if (only !== undefined) kinds &= kindOfValue(only);
  return kinds;
}

function look(reading: Reading, node: JsonObject, depth: number): Kinds {
  const { $ref, allOf, anyOf, oneOf } = node;
  let kinds = ownKinds(node);
  if (typeof $ref === "string") {
    const found = leadsTo(reading, $ref);
    if (found) kinds &= kindsOf(reading, found.value, depth);
  }
  if (Array.isArray(allOf)) for (const member of allOf as readonly Json[]) kinds &= kindsOf(reading, member, depth);
  for (const members of [anyOf, oneOf]) {
    if (Array.isArray(members) && members.length > 0) kinds &= union(members, (member) => kindsOf(reading, member, depth));
  }
  return kinds;
}

function union(values: readonly Json[], kinds: (value: Json) => Kinds): Kinds {
  return values.reduce((sum: Kinds, value) => sum | kinds(value), 0);
}

/** The types that a schema of the model can allow, in the same sense. */
export function kindsOfSchema(reading: Reading, schema: Schema): Kinds {
  switch (schema.kind) {
    case "never":
      return 0;
    case "null":
    case "boolean":
    case "number":
    case "string":
    case "array":
    case "object":
      return bits[schema.kind];
    case "binary":
      return bits.string;
    case "enum":
      return union(schema.values, kindOfValue);
    case "ref":
      return kindsOf(reading, lookUp(reading.root, schema.target)?.value);
    case "union":
      return schema.members.reduce((kinds, member) => kinds | kindsOfSchema(reading, member), 0);
    case "intersection":
      return schema.members.reduce((kinds, member) => kinds & kindsOfSchema(reading, member), allKinds);
    case "unevaluated":
      return kindsOfSchema(reading, schema.schema);
    case "unknown":
    case "not":
    case "conditional":
      return allKinds;
  }
}
