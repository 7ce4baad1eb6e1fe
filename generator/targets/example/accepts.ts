/**
 * Whether a value fits a schema, straight from the model: for choosing examples, not for validating answers (that is the
 * emitted zod). `unevaluated…` is not looked at, and `format` as far as `formats.ts` goes.
 */
import { isObject, type Json, type JsonObject } from "../../json.js";
import type { ArraySchema, Form, NumberSchema, ObjectSchema, Schema, StringSchema } from "../../model/api.js";
import { numberHas, textHas } from "./formats.js";

/** Looks a reference up. */
export type Resolve = (target: string) => Schema | undefined;

// No real schema nests that deep.
const deepest = 120;

/** Whether `value` fits `schema` in the given form (properties that only go the other way may be missing). */
export function accepts(schema: Schema, value: Json, form: Form, resolve: Resolve): boolean {
  return judge(schema, value, { form, resolve, known: new Map() }, 0);
}

interface Judging {
  readonly form: Form;
  readonly resolve: Resolve;
  /** Schema referred to → value → verdict. Each pair is judged once: two ways to each of 30 levels are a billion ways down. */
  readonly known: Map<string, Map<Json, boolean>>;
}

function judge(schema: Schema, value: Json, judging: Judging, depth: number): boolean {
  if (depth > deepest) return false;
  const fits = (inner: Schema, part: Json): boolean => judge(inner, part, judging, depth + 1);
  switch (schema.kind) {
    case "unknown":
      return true;
    case "never":
      return false;
    case "null":
      return value === null;
    case "boolean":
      return typeof value === "boolean";
    case "binary":
      return typeof value === "string";
    case "number":
      return typeof value === "number" && numberFits(schema, value);
    case "string":
      return typeof value === "string" && stringFits(schema, value);
    case "array":
      return Array.isArray(value) && arrayFits(schema, value, fits);
    case "object":
      return isObject(value) && objectFits(schema, value, judging.form, fits);
    case "enum":
      return schema.values.some((allowed) => same(allowed, value));
    case "ref":
      return targetFits(schema.target, value, judging, fits);
    case "union": {
      if (schema.mode === "any") return schema.members.some((member) => fits(member, value));
      return schema.members.filter((member) => fits(member, value)).length === 1;
    }
    case "intersection":
      return schema.members.every((member) => fits(member, value));
    case "not":
      return !fits(schema.schema, value);
    case "conditional": {
      const branch = fits(schema.if, value) ? schema.then : schema.else;
      return branch === undefined || fits(branch, value);
    }
    case "unevaluated":
      return fits(schema.schema, value);
  }
}

function targetFits(target: string, value: Json, { resolve, known }: Judging, fits: Fits): boolean {
  const schema = resolve(target);
  if (schema === undefined) return false;
  const verdicts = known.get(target) ?? new Map<Json, boolean>();
  known.set(target, verdicts);
  const found = verdicts.get(value);
  if (found !== undefined) return found;
  // A cycle of references that consumes nothing of the value (A is A or null) says nothing of its own.
  verdicts.set(value, false);
  const verdict = fits(schema, value);
  verdicts.set(value, verdict);
  return verdict;
}

function numberFits(schema: NumberSchema, value: number): boolean {
  if (!Number.isFinite(value) || (schema.integer && !Number.isInteger(value)) || !numberHas(value, schema.format)) return false;
  if (schema.minimum !== undefined && value < schema.minimum) return false;
  if (schema.maximum !== undefined && value > schema.maximum) return false;
  if (schema.exclusiveMinimum !== undefined && value <= schema.exclusiveMinimum) return false;
  if (schema.exclusiveMaximum !== undefined && value >= schema.exclusiveMaximum) return false;
  return schema.multipleOf === undefined || isMultiple(value, schema.multipleOf);
}

/** 0.3 is a multiple of 0.1, whatever binary fractions say. */
function isMultiple(value: number, of: number): boolean {
  const ratio = value / of;
  return Math.abs(ratio - Math.round(ratio)) <= Number.EPSILON * Math.max(1, Math.abs(ratio)) * 4;
}

function stringFits(schema: StringSchema, value: string): boolean {
  const length = [...value].length;
  if (length < (schema.minLength ?? 0) || length > (schema.maxLength ?? Infinity) || !textHas(value, schema.format)) return false;
  return schema.pattern === undefined || matches(schema.pattern, value);
}

/** Whether a text matches a pattern of a document. Long texts are not tried: a pattern may need exponential time. */
export function matches(pattern: string, text: string): boolean {
  if (text.length > 200) return true;
  try {
    return new RegExp(pattern, "u").test(text);
  } catch {
    return true;
  }
}

type Fits = (schema: Schema, value: Json) => boolean;

function arrayFits(schema: ArraySchema, value: readonly Json[], fits: Fits): boolean {
  if (value.length < (schema.minItems ?? 0) || value.length > (schema.maxItems ?? Infinity)) return false;
  if (!value.every((item, index) => fits(schema.prefix[index] ?? schema.items, item))) return false;
  const { contains } = schema;
  if (contains !== undefined) {
    const count = value.filter((item) => fits(contains.schema, item)).length;
    if (count < contains.min || count > (contains.max ?? Infinity)) return false;
  }
  return !schema.uniqueItems || value.every((item, index) => !value.slice(0, index).some((earlier) => same(earlier, item)));
}

function objectFits(schema: ObjectSchema, value: JsonObject, form: Form, fits: Fits): boolean {
  const names = Object.keys(value);
  if (names.length < (schema.minProperties ?? 0) || names.length > (schema.maxProperties ?? Infinity)) return false;
  if (!schema.requiredNames.every((name) => Object.hasOwn(value, name))) return false;
  const hidden = form === "read" ? "write" : "read";
  const declared = new Map(schema.properties.map((property) => [property.name, property]));
  for (const property of schema.properties) {
    if (property.required && property.access !== hidden && !Object.hasOwn(value, property.name)) return false;
  }
  const { propertyNames } = schema;
  for (const name of names) {
    const part = value[name] as Json;
    const property = declared.get(name);
    const patterns = schema.patterns.filter(({ pattern }) => matches(pattern, name));
    if (property !== undefined && !fits(property.schema, part)) return false;
    if (!patterns.every((each) => fits(each.schema, part))) return false;
    if (property === undefined && patterns.length === 0 && schema.additional !== undefined && !fits(schema.additional, part)) return false;
    if (propertyNames !== undefined && !fits(propertyNames, name)) return false;
  }
  if (schema.dependentRequired.some(({ name, requires }) => Object.hasOwn(value, name) && !requires.every((other) => Object.hasOwn(value, other)))) return false;
  return schema.dependentSchemas.every(({ name, schema: then }) => !Object.hasOwn(value, name) || fits(then, value));
}

/** Equal as JSON: the order of keys does not matter. */
export function same(left: Json, right: Json): boolean {
  if (left === right) return true;
  if (Array.isArray(left) && Array.isArray(right)) return left.length === right.length && left.every((item, index) => same(item, right[index] as Json));
  if (!isObject(left) || !isObject(right)) return false;
  const names = Object.keys(left);
  return names.length === Object.keys(right).length && names.every((name) => Object.hasOwn(right, name) && same(left[name] as Json, right[name] as Json));
}
