/** JSON values compared as JSON Schema compares them, and judged by rules that can be judged here. */
import { emptyObject, isObject, type Json, type JsonObject } from "../json.js";
import type { Schema } from "./api.js";

/** A text that two values share exactly when they are equal JSON: keys sorted, `1` and `1.0` and `-0` and `0` the same. */
export function canonical(value: Json): string {
  if (Array.isArray(value)) return `[${(value as readonly Json[]).map(canonical).join(",")}]`;
  if (isObject(value)) {
    const members = Object.keys(value).sort().map((name) => `${JSON.stringify(name)}:${canonical(value[name] as Json)}`);
    return `{${members.join(",")}}`;
  }
  return JSON.stringify(Object.is(value, -0) ? 0 : value);
}

/** The value with the keys of its objects sorted, for the order in which a document has them must not show. Itself when they are. */
export function inOrder(value: Json): Json {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) {
    const list = value as readonly Json[];
    const members = list.map(inOrder);
    return members.some((member, index) => member !== list[index]) ? members : value;
  }
  const object = value as JsonObject;
  const names = Object.keys(object);
  const members = names.map((name) => inOrder(object[name] as Json));
  if (names.every((name, index) => members[index] === object[name] && (index === 0 || (names[index - 1] as string) < name))) return value;
  const order = names.map((_, index) => index).sort((a, b) => ((names[a] as string) < (names[b] as string) ? -1 : 1));
  const sorted = emptyObject();
  for (const index of order) sorted[names[index] as string] = members[index] as Json;
  return sorted;
}

/** The values without repetitions, in their order. */
export function distinct(values: readonly Json[]): readonly Json[] {
  const seen = new Map<string, Json>();
  for (const value of values) {
    const text = canonical(value);
    if (!seen.has(text)) seen.set(text, value);
  }
  return seen.size === values.length ? values : [...seen.values()];
}

/** Formats of strings that a validator may check: with one of them a value cannot be judged here. */
export const stringFormats: ReadonlySet<string> = new Set([
  ...["date-time", "date", "time", "duration", "email", "idn-email", "hostname", "idn-hostname", "ipv4", "ipv6", "uri"],
  ...["uri-reference", "iri", "iri-reference", "uuid", "uri-template", "json-pointer", "relative-json-pointer", "regex", "byte"],
]);

const bounds = ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"] as const;

/** Whether a schema says no more than types. */
export function isBare(schema: Schema): boolean {
  switch (schema.kind) {
    case "null":
    case "boolean":
      return true;
    case "number":
      return !schema.integer && schema.format === undefined && bounds.every((bound) => schema[bound] === undefined);
    case "string":
      return [schema.format, schema.minLength, schema.maxLength, schema.pattern, schema.contentMediaType, schema.contentEncoding].every(
        (rule) => rule === undefined,
      );
    case "array":
      return isBareArray(schema) && !schema.itemsGiven;
    case "object":
      return isBareObject(schema) && schema.additional === undefined;
    case "union":
      return schema.mode === "any" && schema.members.every(isBare);
    default:
      return false;
  }
}

/** Whether a schema of one type (or a union of such) allows a value; undefined where only a validator can tell. */
export function allows(schema: Schema, value: Json): boolean | undefined {
  switch (schema.kind) {
    case "unknown":
      return true;
    case "never":
      return false;
    case "null":
      return value === null;
    case "boolean":
      return typeof value === "boolean";
    case "number":
      return typeof value === "number" && numberHolds(schema, value);
    case "string":
    case "binary":
      return typeof value === "string" ? stringHolds(schema, value) : false;
    case "array":
      return Array.isArray(value) ? unless(isBareArray(schema)) : false;
    case "object":
      return isObject(value) ? unless(isBareObject(schema)) : false;
    case "union":
      return schema.mode === "any" ? some(schema.members.map((member) => allows(member, value))) : undefined;
    default:
      return undefined;
  }
}

/** True when there are no rules to break, else: cannot tell. */
function unless(bare: boolean): true | undefined {
  return bare ? true : undefined;
}

function some(verdicts: readonly (boolean | undefined)[]): boolean | undefined {
  if (verdicts.includes(true)) return true;
  return verdicts.includes(undefined) ? undefined : false;
}

type Of<K extends Schema["kind"]> = Extract<Schema, { kind: K }>;

function numberHolds(rules: Of<"number">, value: number): boolean | undefined {
  if (rules.integer && !Number.isInteger(value)) return false;
  if (rules.minimum !== undefined && value < rules.minimum) return false;
  if (rules.maximum !== undefined && value > rules.maximum) return false;
  if (rules.exclusiveMinimum !== undefined && value <= rules.exclusiveMinimum) return false;
  if (rules.exclusiveMaximum !== undefined && value >= rules.exclusiveMaximum) return false;
  if (rules.multipleOf !== undefined && rules.multipleOf !== 1) return undefined;
  if (rules.multipleOf === 1 && !Number.isInteger(value)) return false;
  if (rules.format === "int32") return Number.isInteger(value) && value >= -(2 ** 31) && value < 2 ** 31;
  if (rules.format === "int64") return Number.isInteger(value) && Math.abs(value) < 2 ** 63 ? true : undefined;
  return true;
}

function stringHolds(rules: Of<"string"> | Of<"binary">, value: string): boolean | undefined {
  const length = [...value].length;
  if (rules.minLength !== undefined && length < rules.minLength) return false;
  if (rules.maxLength !== undefined && length > rules.maxLength) return false;
  if (rules.kind === "binary") return true;
  if (rules.pattern !== undefined && !new RegExp(rules.pattern, "u").test(value)) return false;
  return rules.format !== undefined && stringFormats.has(rules.format) ? undefined : true;
}

function isBareArray(rules: Of<"array">): boolean {
  return (
    rules.prefix.length === 0 &&
    rules.items.kind === "unknown" &&
    !rules.contains &&
    rules.minItems === undefined &&
    rules.maxItems === undefined &&
    !rules.uniqueItems
  );
}

function isBareObject(rules: Of<"object">): boolean {
  return (
    rules.properties.length === 0 &&
    rules.requiredNames.length === 0 &&
    rules.patterns.length === 0 &&
    (rules.additional === undefined || rules.additional.kind === "unknown") &&
    !rules.propertyNames &&
    rules.minProperties === undefined &&
    rules.maxProperties === undefined &&
    rules.dependentRequired.length === 0 &&
    rules.dependentSchemas.length === 0
  );
}
