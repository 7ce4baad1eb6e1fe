/**
 * What the keys of an OpenAPI document mean, as far as reading pages needs it: which objects are maps keyed by a vendor's
 * names (a property called `description` is no documentation), which values are data, which are text for people.
 */
import { type Json, type JsonObject, type MutableObject, emptyObject, isObject } from "../json.js";

/** Objects whose keys are names, not keywords. */
const nameMaps: ReadonlySet<string> = new Set([
  "properties", "patternProperties", "$defs", "definitions", "dependentSchemas", "schemas", "responses", "parameters", "requestBodies",
  "headers", "securitySchemes", "securityDefinitions", "links", "callbacks", "pathItems", "mediaTypes", "content", "encoding",
  "variables", "mapping", "scopes", "paths", "webhooks", "dependentRequired",
]);

/** Values that are data of the API and no part of its description. */
const dataKeys: ReadonlySet<string> = new Set(["default", "const", "enum", "example", "value"]);

/** Text and samples for people: two fragments that differ in these alone describe the same thing. */
const documentationKeys: ReadonlySet<string> = new Set([
  "description", "summary", "title", "example", "examples", "externalDocs", "x-inferred", "x-confirm", "x-codeSamples", "x-code-samples",
]);

/** Lists whose order says nothing (JSON Schema 2020-12: 6.1.1 `type`, 6.1.2 `enum`, 6.5.3 `required`; OpenAPI: tags of an operation). */
const setKeys: ReadonlySet<string> = new Set(["required", "enum", "type", "tags"]);

/** What an object is: one with keywords, a map of names, a map of examples, or data of the API. */
export type Role = "keywords" | "names" | "data";

/** The role of the value under a key. */
export function roleOf(key: string, parent: Role): Role {
  if (parent === "data") return "data";
  if (parent === "names") return "keywords";
  if (dataKeys.has(key) || key.startsWith("x-")) return "data";
  return nameMaps.has(key) ? "names" : "keywords";
}

/** The role of a list's items: `parameters` of an operation is a list of objects with keywords, that of components a map of names. */
export function itemRole(list: Role): Role {
  return list === "names" ? "keywords" : list;
}

/** Whether a key holds documentation. In a map of names and in data, no key does. */
export function isDocumentation(key: string, parent: Role): boolean {
  return parent === "keywords" && documentationKeys.has(key);
}

/**
 * A value's meaning as text: keys sorted, documentation left out, lists that are sets sorted. Two fragments with the same
 * text describe the same thing.
 */
export function meaning(value: Json, role: Role = "keywords"): string {
  return JSON.stringify(ordered(value, role, (key, parent) => !isDocumentation(key, parent)));
}

/** A value as text with its keys sorted and nothing left out: an order for fragments that no file name decides. */
export function exactText(value: Json): string {
  return JSON.stringify(ordered(value, "keywords", () => true));
}

function ordered(value: Json, role: Role, keep: (key: string, parent: Role) => boolean): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => ordered(item, itemRole(role), keep));
  if (!isObject(value)) return value;
  const result = emptyObject();
  for (const key of Object.keys(value).sort()) {
    if (!keep(key, role)) continue;
    const item = ordered(value[key] as Json, roleOf(key, role), keep);
    result[key] = role === "keywords" && setKeys.has(key) && Array.isArray(item) ? sortedList(item as readonly Json[]) : item;
  }
  return result;
}

const sortedList = (list: readonly Json[]): readonly Json[] => [...list].sort((a, b) => compareText(JSON.stringify(a), JSON.stringify(b)));

/** Orders text by its code units: the same on every machine and in every locale. */
export function compareText(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** Unites two values of the same meaning: of each text the longer one, documentation of both, everything else from the first. */
export function uniteTexts(first: Json, second: Json, role: Role = "keywords"): Json {
  if (Array.isArray(first) && Array.isArray(second)) {
    return (first as readonly Json[]).map((item, index) => uniteTexts(item, (second as readonly Json[])[index] ?? item, itemRole(role)));
  }
  if (!isObject(first) || !isObject(second)) return first;
  const result = emptyObject();
  for (const key of new Set([...Object.keys(first), ...Object.keys(second)])) {
    const [a, b] = [first[key], second[key]];
    if (a === undefined || b === undefined) result[key] = (a ?? b) as Json;
    else if (isDocumentation(key, role)) result[key] = richer(a, b);
    // Sets of the same members in another order would be united crosswise: the first stands.
    else result[key] = role === "keywords" && setKeys.has(key) ? a : uniteTexts(a, b, roleOf(key, role));
  }
  return result;
}

function richer(a: Json, b: Json): Json {
  const [left, right] = [exactText(a), exactText(b)];
  if (left.length !== right.length) return left.length > right.length ? a : b;
  return left <= right ? a : b;
}

/** The first places where two values differ in meaning, as pointers with both values in short. */
export function differences(a: Json, b: Json, limit = 5): string[] {
  const found: string[] = [];
  const visit = (left: Json | undefined, right: Json | undefined, at: string, role: Role): void => {
    if (found.length >= limit) return;
    if (left !== undefined && right !== undefined && meaning(left, role) === meaning(right, role)) return;
    if (!isObject(left) || !isObject(right)) {
      found.push(`${at || "/"}: ${short(left)} against ${short(right)}`);
      return;
    }
    for (const key of [...new Set([...Object.keys(left), ...Object.keys(right)])].sort()) {
      if (isDocumentation(key, role)) continue;
      visit(left[key], right[key], `${at}/${key}`, roleOf(key, role));
    }
  };
  visit(a, b, "", "keywords");
  return found;
}

function short(value: Json | undefined): string {
  if (value === undefined) return "nothing";
  const text = JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 57)}...` : text;
}

/** The object under a key, undefined when it is none. */
export function objectAt(object: JsonObject | undefined, key: string): JsonObject | undefined {
  const value = object?.[key];
  return isObject(value) ? value : undefined;
}

/** The text under a key, undefined when it is none. */
export function textAt(object: JsonObject | undefined, key: string): string | undefined {
  const value = object?.[key];
  return typeof value === "string" ? value : undefined;
}

/** The list under a key, empty when it is none. */
export function listAt(object: JsonObject | undefined, key: string): readonly Json[] {
  const value = object?.[key];
  return Array.isArray(value) ? (value as readonly Json[]) : [];
}

/** An object without one key. */
export function without(object: JsonObject, ...keys: readonly string[]): MutableObject {
  const result = emptyObject();
  for (const key of Object.keys(object)) if (!keys.includes(key)) result[key] = object[key] as Json;
  return result;
}

/** An object with further keys, in place or at the end. Undefined values are left out. */
export function withKeys(object: JsonObject, more: Readonly<Record<string, Json | undefined>>): MutableObject {
  const result = emptyObject();
  for (const key of Object.keys(object)) result[key] = object[key] as Json;
  for (const [key, value] of Object.entries(more)) if (value !== undefined) result[key] = value;
  return result;
}

/** An object from literal keys; undefined values are left out. */
export function made(keys: Readonly<Record<string, Json | undefined>>): MutableObject {
  return withKeys(emptyObject(), keys);
}

/** The methods of a path item, in the order in which they are written (OpenAPI 3.2 adds `query`). */
export const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"] as const;
