/**
 * An example, without what the type of its place does not declare. A type literal refuses undeclared properties in an
 * object written down on the spot, even where the schema lets them through.
 */
import { isObject, type Json } from "../../json.js";
import type { Form, ObjectSchema, Schema } from "../../model/api.js";
import { matches, type Resolve } from "./accepts.js";

/** The declared part of a value that fits all of `schemas`. */
export function trim(schemas: readonly Schema[], value: Json, form: Form, resolve: Resolve): Json {
  if (Array.isArray(value)) {
    const parts = expand(schemas, resolve);
    return value.map((item, index) => trim(parts.flatMap((part) => (part.kind === "array" ? [part.prefix[index] ?? part.items] : [])), item as Json, form, resolve));
  }
  if (!isObject(value)) return value;
  const objects = expand(schemas, resolve).filter((part) => part.kind === "object");
  if (objects.length === 0) return value;
  const kept: [string, Json][] = [];
  const required = new Set(objects.flatMap((object) => object.properties.filter((property) => property.required).map((property) => property.name)));
  // In an order of ours, so that the order of keys in a document changes nothing.
  for (const name of Object.keys(value).sort((a, b) => Number(required.has(b)) - Number(required.has(a)) || (a < b ? -1 : 1))) {
    const inner = objects.flatMap((object) => declared(object, name, form));
    if (inner.length > 0) kept.push([name, trim(inner, value[name] as Json, form, resolve)]);
  }
  return Object.fromEntries(kept);
}

const anything: Schema = { kind: "unknown", at: "", docs: { title: undefined, summary: undefined, description: undefined, deprecated: false, default: undefined, examples: [] } };

/** The schemas under which an object declares a property; none: it does not. */
function declared(object: ObjectSchema, name: string, form: Form): readonly Schema[] {
  const hidden = form === "read" ? "write" : "read";
  const property = object.properties.find((each) => each.name === name);
  if (property !== undefined) return property.access === hidden ? [] : [property.schema];
  const patterns = object.patterns.filter(({ pattern }) => matches(pattern, name)).map((each) => each.schema);
  if (patterns.length > 0) return patterns;
  if (object.additional !== undefined) return object.additional.kind === "never" ? [] : [object.additional];
  if (object.requiredNames.includes(name)) return [anything];
  return object.properties.length === 0 && object.patterns.length === 0 ? [anything] : [];
}

/** What stands behind references, alternatives and conjunctions. */
function expand(schemas: readonly Schema[], resolve: Resolve): Schema[] {
  const found: Schema[] = [];
  const seen = new Set<Schema>();
  const open = [...schemas];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (next.kind === "ref") {
      const target = resolve(next.target);
      if (target !== undefined) open.push(target);
    } else if (next.kind === "union" || next.kind === "intersection") for (const each of next.members) open.push(each);
    else if (next.kind === "unevaluated") open.push(next.schema);
    else if (next.kind === "conditional") open.push(...[next.then, next.else].filter((part) => part !== undefined));
    else found.push(next);
  }
  return found;
}
