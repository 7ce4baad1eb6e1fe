/** What every reader of the model shares: the document, the diagnostics, and how a `$ref` is followed. */
import type { Report } from "../diagnostics.js";
import { child, isObject, steps, type Json, type JsonObject, type Pointer } from "../json.js";
import type { Patterns } from "./patterns.js";

export interface Reading {
  readonly root: JsonObject;
  readonly report: Report;
  /** Places that a schema `$ref` leads to; each becomes a named schema. Grows while schemas are read. */
  readonly targets: Set<Pointer>;
  /** Whether the document limits unevaluated properties or items anywhere: only then does it count what a schema evaluates. */
  readonly unevaluated: boolean;
  readonly patterns: Patterns;
  /** What references lead to, as far as somebody asked: a schema is referred to hundreds of times. */
  readonly found: Map<string, Found | undefined>;
  /** What `kindsOf` found out so far. */
  readonly kinds: Map<JsonObject, number>;
}

export interface Found {
  readonly at: Pointer;
  readonly value: Json;
}

/**
 * What a local reference leads to, with its canonical pointer. Undefined when it leads nowhere. Percent-escapes are
 * decoded once (RFC 6901, 6); steps are own properties only. A step through a Reference Object goes on at its target.
 */
export function resolve(root: JsonObject, reference: string): Found | undefined {
  return walk(root, reference, 0);
}

/** The same for those who read the model, who ask again and again. */
export function leadsTo(reading: Reading, reference: string): Found | undefined {
  const known = reading.found.get(reference);
  if (known !== undefined || reading.found.has(reference)) return known;
  const found = resolve(reading.root, reference);
  reading.found.set(reference, found);
  return found;
}

const maximumHops = 100;

function walk(root: JsonObject, reference: string, hops: number): Found | undefined {
  const pointer = fragment(reference);
  return pointer === undefined || hops > maximumHops ? undefined : stepDown(root, pointer, hops);
}

/** As `resolve`, for a pointer. */
export function lookUp(root: JsonObject, pointer: Pointer): Found | undefined {
  return stepDown(root, pointer, 0);
}

function stepDown(root: JsonObject, pointer: Pointer, hops: number): Found | undefined {
  let found: Found = { at: "", value: root };
  for (const step of steps(pointer)) {
    let next = own(found, step);
    if (!next && isObject(found.value) && typeof found.value["$ref"] === "string") {
      const through = walk(root, found.value["$ref"], hops + 1);
      next = through && own(through, step);
    }
    if (!next) return undefined;
    found = next;
  }
  return found;
}

function own(from: Found, step: string): Found | undefined {
  const { value } = from;
  if (Array.isArray(value)) {
    if (!/^(0|[1-9][0-9]*)$/.test(step)) return undefined;
    const item = (value as readonly Json[])[Number(step)];
    return item === undefined ? undefined : { at: child(from.at, step), value: item };
  }
  if (!isObject(value) || !Object.hasOwn(value, step)) return undefined;
  return { at: child(from.at, step), value: value[step] as Json };
}

/** The JSON pointer of `#…`, decoded; undefined for another document, an anchor or a broken escape. */
function fragment(reference: string): Pointer | undefined {
  if (!reference.startsWith("#")) return undefined;
  try {
    const raw = reference.slice(1);
    const pointer = raw.includes("%") ? decodeURIComponent(raw) : raw;
    return pointer === "" || pointer.startsWith("/") ? pointer : undefined;
  } catch {
    return undefined;
  }
}

export interface Followed {
  readonly at: Pointer;
  readonly value: JsonObject;
}

/**
 * The object itself, or what its `$ref` leads to (Reference Objects of parameters, responses, path items …). `summary` and
 * `description` beside the `$ref` override the target's (OAS 3.1, 4.8.23). Undefined, with a diagnostic, when there is none.
 */
export function follow(reading: Reading, value: Json | undefined, at: Pointer, what: string): Followed | undefined {
  const seen = new Set<Pointer>();
  let found: Found = { at, value: value ?? null };
  let words: JsonObject = {};
  while (isObject(found.value) && typeof found.value["$ref"] === "string") {
    const reference: string = found.value["$ref"];
    words = { ...pickWords(found.value), ...words };
    if (seen.has(found.at)) {
      reading.report("model/reference-cycle", at, `The ${what} refers to itself through ${reference}.`);
      return undefined;
    }
    seen.add(found.at);
    const next = leadsTo(reading, reference);
    if (!next) {
      reading.report("model/reference-unresolved", child(found.at, "$ref"), `Nothing stands at ${reference}.`);
      return undefined;
    }
    found = next;
  }
  if (!isObject(found.value)) {
    reading.report("model/wrong-type", found.at, `The ${what} is not an object.`);
    return undefined;
  }
  const overridden = Object.keys(words).length > 0 ? Object.assign(Object.create(null) as JsonObject, found.value, words) : found.value;
  return { at: found.at, value: overridden };
}

function pickWords(node: JsonObject): JsonObject {
  return {
    ...(typeof node["summary"] === "string" ? { summary: node["summary"] } : {}),
    ...(typeof node["description"] === "string" ? { description: node["description"] } : {}),
  };
}

/** The members of an object sorted by name, each with its pointer. Nothing when it is no object. */
export function entries(value: Json | undefined, at: Pointer): { name: string; value: Json; at: Pointer }[] {
  if (!isObject(value)) return [];
  return Object.keys(value)
    .sort()
    .map((name) => ({ name, value: value[name] as Json, at: child(at, name) }));
}

/** The items of a list, each with its pointer. Nothing when it is no list. */
export function items(value: Json | undefined, at: Pointer): Found[] {
  if (!Array.isArray(value)) return [];
  return (value as readonly Json[]).map((item, index) => ({ value: item, at: child(at, index) }));
}
