/**
 * What JSON Schema says and zod has no word for. The validators of this package use zod's own schemas wherever they mean
 * the same; the functions here, named after the keywords, do the rest.
 *
 * Functions that return a check are for `.check(…)`, which keeps the type and the methods of the schema it stands on.
 * None of them changes a value.
 */
import * as z from "zod";
import { isBinary, type Binary } from "./binary.js";

type Check<T> = z.core.CheckFn<T>;
// The small interface that every schema of zod has. To compare a schema's type with `z.ZodType`, with all its methods, costs
// the compiler more than the rest of this file: `z.ZodType` is said of what functions give, never asked of what they take.
type Schema<T = unknown> = z.core.$ZodType<T>;
type JsonObject = { [key: string]: unknown };
type Issue = Omit<z.core.$ZodIssueCustom, "code" | "message"> & { message: string };

const isObject = (value: unknown): value is JsonObject => typeof value === "object" && value !== null && !Array.isArray(value);
const accepts = (schema: Schema, value: unknown): boolean => z.safeParse(schema, value).success;

/** The names of the properties that would be sent: those that are `undefined` are not. */
const namesOf = (object: object): string[] => Object.keys(object).filter((name) => (object as JsonObject)[name] !== undefined);

function custom(input: unknown, { message, path = [] }: Partial<Issue> & { message: string }): z.core.$ZodRawIssue {
  return { code: "custom", input, message, path: [...path] };
}

/** What a schema finds wrong with a value at a path below the one being parsed. */
function issuesOf(schema: Schema, value: unknown, path: readonly PropertyKey[]): z.core.$ZodRawIssue[] {
  // Not `safeParse`, which words the issues and makes an error of them: here they go on to the schema around.
  const result = schema._zod.run({ value, issues: [] }, { async: false });
  if (result instanceof Promise) throw new z.core.$ZodAsyncError();
  return result.issues.map((issue) => ({ ...issue, continue: false, path: [...path, ...(issue.path ?? [])] }));
}

/** A schema whose verdict is a list of issues, and whose output is its input. */
function judge<T>(issues: (value: unknown) => z.core.$ZodRawIssue[]): z.ZodType<T> {
  const schema = z.unknown().check((payload) => {
    payload.issues.push(...issues(payload.value));
  });
  return withOutput<T>(schema);
}

/** The same schema, said to give a `T`. */
function withOutput<T>(schema: unknown): z.ZodType<T> {
  return schema as z.ZodType<T>;
}

/** Makes a constant of a schema, in a form that bundlers can drop with all that is in it. */
export function schema<S>(make: () => S): S {
  return make();
}

/** Gives a schema the type it has in the package's types, where zod infers a narrower one. The compiler checks that it fits. */
export function typed<T>(schema: Schema<T>): z.ZodType<T> {
  return withOutput<T>(schema);
}

/** A property that is required and may be any JSON value. `unknown` would have room for `undefined`. */
export function present(): z.ZodType<{} | null> {
  return withOutput<{} | null>(z.unknown());
}

// ---------------------------------------------------------------------------------------------- strings, numbers

/** Counts code points, as JSON Schema does: an emoji is one. */
function codePoints(text: string): number {
  let count = 0;
  for (let at = 0; at < text.length; at++) {
    const isPair = (text.charCodeAt(at) & 0xfc00) === 0xd800 && (text.charCodeAt(at + 1) & 0xfc00) === 0xdc00;
    if (isPair) at++;
    count++;
  }
  return count;
}

/** `minLength`, in code points (zod's `.min` counts UTF-16 units). */
export function minLength(minimum: number): Check<string> {
  return ({ value, issues }) => {
    if (value.length < minimum || (value.length < 2 * minimum && codePoints(value) < minimum)) {
      issues.push({ code: "too_small", origin: "string", minimum, inclusive: true, input: value });
    }
  };
}

/** `maxLength`, in code points (zod's `.max` counts UTF-16 units). */
export function maxLength(maximum: number): Check<string> {
  return ({ value, issues }) => {
    if (value.length > maximum && (value.length > 2 * maximum || codePoints(value) > maximum)) {
      issues.push({ code: "too_big", origin: "string", maximum, inclusive: true, input: value });
    }
  };
}

/** A number as digits and a power of ten: 1.25 is 125 × 10^-2. The digits are those that JavaScript prints. */
function decimal(value: number): { digits: bigint; exponent: number } {
  const [mantissa = "0", exponent = "0"] = String(value).split("e");
  const [whole = "0", fraction = ""] = mantissa.split(".");
  return { digits: BigInt(whole + fraction), exponent: Number(exponent) - fraction.length };
}

/** `multipleOf`, in decimal: 19.99 is a multiple of 0.01, at any size. */
export function multipleOf(divisor: number): Check<number> {
  const step = decimal(divisor);
  return ({ value, issues }) => {
    const { digits, exponent } = decimal(value);
    const least = Math.min(exponent, step.exponent);
    const scaled = (digits: bigint, exponent: number): bigint => digits * 10n ** BigInt(exponent - least);
    if (scaled(digits, exponent) % scaled(step.digits, step.exponent) !== 0n) {
      issues.push({ code: "not_multiple_of", divisor, input: value });
    }
  };
}

// ---------------------------------------------------------------------------------------------- values

/** Whether two JSON values are equal: numbers by value, objects whatever the order of their properties. */
function isEqual(left: unknown, right: unknown): boolean {
  if (left === right) return true;
  if (Array.isArray(left)) {
    return Array.isArray(right) && left.length === right.length && left.every((item, index) => isEqual(item, right[index]));
  }
  if (!isObject(left) || !isObject(right)) return false;
  const names = namesOf(left);
  return names.length === namesOf(right).length && names.every((name) => Object.hasOwn(right, name) && isEqual(left[name], right[name]));
}

/** `enum` and `const` with lists or objects among the values. */
export function valueIn<T>(values: readonly unknown[]): z.ZodType<T> {
  return withOutput<T>(z.custom((value) => values.some((one) => isEqual(one, value)), "Invalid option: expected one of the schema's values"));
}

/** `not`: refuses what the schema accepts. */
export function not(schema: Schema): Check<unknown> {
  return ({ value, issues }) => {
    if (accepts(schema, value)) issues.push(custom(value, { message: "Invalid input: the schema refuses this value" }));
  };
}

type Outputs<S extends readonly Schema[]> = S extends readonly [infer First extends Schema, ...infer Rest extends Schema[]]
  ? z.output<First> & Outputs<Rest>
  : unknown;

/**
 * What an `allOf` asks of a value, for the one around it: each once, however many ways lead to it, and without a call inside a
 * call for each level of inheritance. Long lists are not copied again and again.
 */
const members = /* @__PURE__ */ Symbol("allOf");
const mostMembers = 100;

interface Conjunction extends Schema {
  readonly [members]?: readonly Schema[];
}

/** `allOf`: every schema holds. Unlike `z.intersection` it merges nothing and leaves unknown keys to each schema. */
export function allOf<const S extends readonly Schema[]>(schemas: S): z.ZodType<Outputs<S>>;
/** With the type said, where a schema allows types that another rules out: the compiler keeps `string & { … }` apart. */
export function allOf<T>(schemas: readonly Schema[]): z.ZodType<T>;
export function allOf(schemas: readonly Schema[]): unknown {
  const all = new Set(schemas.flatMap((schema) => (schema as Conjunction)[members] ?? [schema]));
  const flat = [...(all.size <= mostMembers ? all : new Set(schemas))];
  return Object.assign(judge<unknown>((value) => flat.flatMap((schema) => issuesOf(schema, value, []))), { [members]: flat });
}

/** `if`, `then`, `else`. */
export function conditional<Then extends Schema = z.ZodUnknown, Else extends Schema = z.ZodUnknown>(branches: {
  if: Schema;
  then?: Then;
  else?: Else;
}): z.ZodType<z.output<Then> | z.output<Else>> {
  return judge<z.output<Then> | z.output<Else>>((value) => {
    const branch = accepts(branches.if, value) ? branches.then : branches.else;
    return branch ? issuesOf(branch, value, []) : [];
  });
}

// ---------------------------------------------------------------------------------------------- arrays

/** `minItems` of a tuple. */
export function minItems(minimum: number): Check<readonly unknown[]> {
  return ({ value, issues }) => {
    if (value.length < minimum) issues.push({ code: "too_small", origin: "array", minimum, inclusive: true, input: value });
  };
}

/** `maxItems` of a tuple. */
export function maxItems(maximum: number): Check<readonly unknown[]> {
  return ({ value, issues }) => {
    if (value.length > maximum) issues.push({ code: "too_big", origin: "array", maximum, inclusive: true, input: value });
  };
}

/** `contains`, `minContains`, `maxContains`: how many items the schema must accept. */
export function contains(schema: Schema, minimum = 1, maximum = Infinity): Check<readonly unknown[]> {
  return ({ value, issues }) => {
    const count = value.filter((item) => accepts(schema, item)).length;
    if (count >= minimum && count <= maximum) return;
    const wanted = count < minimum ? `at least ${minimum}` : `at most ${maximum}`;
    issues.push(custom(value, { message: `Invalid array: expected ${wanted} items of the kind that it must contain, received ${count}` }));
  };
}

/** Equal JSON values have equal keys. */
function equalityKey(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(equalityKey).join()}]`;
  if (!isObject(value)) return Object.is(value, -0) ? "0" : String(JSON.stringify(value));
  return `{${namesOf(value).sort().map((name) => `${JSON.stringify(name)}:${equalityKey(value[name])}`).join()}}`;
}

/** `uniqueItems`: no two items are equal. */
export function uniqueItems(): Check<readonly unknown[]> {
  return ({ value, issues }) => {
    const seen = new Map<string, number>();
    for (const [index, item] of value.entries()) {
      const key = equalityKey(item);
      const first = seen.get(key);
      if (first !== undefined) {
        issues.push(custom(value, { message: `Invalid array: items ${first} and ${index} are equal`, path: [index] }));
        return;
      }
      seen.set(key, index);
    }
  };
}

// ---------------------------------------------------------------------------------------------- objects

/** `minProperties`. */
export function minProperties(minimum: number): Check<object> {
  return ({ value, issues }) => {
    const count = namesOf(value).length;
    if (count < minimum) issues.push(custom(value, { message: `Too small: expected object to have >=${minimum} properties, received ${count}` }));
  };
}

/** `maxProperties`. */
export function maxProperties(maximum: number): Check<object> {
  return ({ value, issues }) => {
    const count = namesOf(value).length;
    if (count > maximum) issues.push(custom(value, { message: `Too big: expected object to have <=${maximum} properties, received ${count}` }));
  };
}

/** `propertyNames`: what every name must be. */
export function propertyNames(schema: Schema): Check<object> {
  return ({ value, issues }) => {
    for (const name of namesOf(value)) issues.push(...issuesOf(schema, name, [name]));
  };
}

/** `dependentRequired`: names that must be there when another is. */
export function dependentRequired(dependencies: { readonly [name: string]: readonly string[] }): Check<object> {
  return ({ value, issues }) => {
    const names = new Set(namesOf(value));
    for (const [name, required] of Object.entries(dependencies)) {
      if (!names.has(name)) continue;
      for (const missing of required.filter((other) => !names.has(other))) {
        issues.push(custom(value, { message: `Invalid input: required when ${JSON.stringify(name)} is given`, path: [missing] }));
      }
    }
  };
}

/** `dependentSchemas`: what the object must also be when it has a property. */
export function dependentSchemas(dependencies: { readonly [name: string]: Schema }): Check<object> {
  return ({ value, issues }) => {
    const names = new Set(namesOf(value));
    for (const [name, schema] of Object.entries(dependencies)) if (names.has(name)) issues.push(...issuesOf(schema, value, []));
  };
}

export interface ObjectRules {
  readonly properties?: { readonly [name: string]: Schema };
  readonly required?: readonly string[];
  readonly patterns?: readonly (readonly [RegExp, Schema])[];
  /** For properties that neither `properties` nor `patterns` name. */
  readonly additional?: Schema;
}

/**
 * An object whose properties are read from itself, never from its prototype: for `patternProperties`, and for properties
 * with names such as `constructor` or `__proto__`. Rules that need constants from further down come as a function.
 */
export function objectOf<T>(rules: ObjectRules | (() => ObjectRules)): z.ZodType<T> {
  return judge<T>((value) => {
    if (!isObject(value)) return [{ code: "invalid_type", expected: "object", input: value }];
    const { properties = {}, required = [], patterns = [], additional } = typeof rules === "function" ? rules() : rules;
    const names = namesOf(value);
    const missing = required
      .filter((name) => !names.includes(name))
      .map((name) => custom(undefined, { message: "Invalid input: required property is missing", path: [name] }));
    const wrong = names.flatMap((name) => {
      const schemas = patterns.filter(([pattern]) => pattern.test(name)).map(([, schema]) => schema);
      const own = Object.hasOwn(properties, name) ? properties[name] : undefined;
      if (own) schemas.push(own);
      if (schemas.length === 0 && additional) schemas.push(additional);
      return schemas.flatMap((schema) => issuesOf(schema, value[name], [name]));
    });
    return [...missing, ...wrong];
  });
}

// ---------------------------------------------------------------------------------------------- unevaluated

/** Which properties or items the keywords beside `unevaluatedProperties` or `unevaluatedItems` look at. */
export type Evaluates =
  | { readonly all: true }
  | { readonly names: readonly string[] }
  | { readonly pattern: RegExp }
  | { readonly first: number }
  | { readonly contains: Schema }
  | { readonly when: Schema; readonly then?: readonly Evaluates[]; readonly else?: readonly Evaluates[] }
  | { readonly has: string; readonly then: readonly Evaluates[] };

/** Whether one of the rules looks at a property or an item of the value. */
function isEvaluated(key: string | number, value: object, rules: readonly Evaluates[]): boolean {
  return rules.some((rule) => {
    if ("all" in rule) return true;
    if ("names" in rule) return rule.names.includes(String(key));
    if ("pattern" in rule) return rule.pattern.test(String(key));
    if ("first" in rule) return Number(key) < rule.first;
    if ("contains" in rule) return accepts(rule.contains, (value as unknown[])[Number(key)]);
    const holds = "when" in rule ? accepts(rule.when, value) : Object.hasOwn(value, rule.has);
    const branch = holds ? rule.then : "else" in rule ? rule.else : undefined;
    return branch !== undefined && isEvaluated(key, value, branch);
  });
}

/** `unevaluatedProperties`: what every property must be that no rule looks at. Values other than objects pass. */
export function unevaluatedProperties(schema: Schema, rules: readonly Evaluates[]): Check<unknown> {
  return ({ value, issues }) => {
    if (!isObject(value)) return;
    for (const name of namesOf(value)) {
      if (!isEvaluated(name, value, rules)) issues.push(...issuesOf(schema, value[name], [name]));
    }
  };
}

/** `unevaluatedItems`: what every item must be that no rule looks at. Values other than arrays pass. */
export function unevaluatedItems(schema: Schema, rules: readonly Evaluates[]): Check<unknown> {
  return ({ value, issues }) => {
    if (!Array.isArray(value)) return;
    for (const [index, item] of value.entries()) {
      if (!isEvaluated(index, value, rules)) issues.push(...issuesOf(schema, item, [index]));
    }
  };
}

// ---------------------------------------------------------------------------------------------- bytes

/** Bytes in a request: a `Blob` or `File`, an `ArrayBuffer`, a `Uint8Array`, or a stream of them. */
export function binary(): z.ZodType<Binary> {
  return withOutput<Binary>(z.custom(isBinary, "Invalid input: expected a Blob, File, ArrayBuffer, Uint8Array or ReadableStream"));
}
