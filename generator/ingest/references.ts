/** References of a merged document: each leads somewhere, is mended, or gets a place to lead to that asks what stands there. */
import { type Json, type JsonObject, type MutableObject, emptyObject, isObject } from "../json.js";
import { ask, infer } from "./marks.js";
import type { IngestReport } from "./page.js";
import { type Role, itemRole, made, objectAt, roleOf, textAt, withKeys } from "./shape.js";

/**
 * Walks every `$ref`. One into another file, which does not go with the document, allows everything and asks. A local one that leads nowhere is tried with its last slashes read as part of the name; then the component
 * that it names is defined, as one that says nothing and asks.
 */
export function mendReferences(document: JsonObject, file: string, report: IngestReport): JsonObject {
  const missing = new Map<string, JsonObject>();
  const told = new Set<string>();
  const tell = (ref: string, ...rest: readonly [Parameters<IngestReport>[0], string]): void => {
    if (!told.has(ref)) report(rest[0], { file }, rest[1]);
    told.add(ref);
  };
  const mended = mapReferences(document, (ref, holder) => {
    if (!ref.startsWith("#") && !/^[a-z][a-z0-9+.-]*:/i.test(ref)) {
      tell(ref, "ingest/unresolved-reference", `${ref} leads to a file that is no part of the page.`);
      return ask(emptyObject(), question(ref));
    }
    if (!ref.startsWith("#/") || resolve(document, stepsOf(ref)) !== undefined) return holder;
    const other = unescapedSlash(document, ref);
    if (other !== undefined) {
      tell(ref, "ingest/repaired", `${ref} is read as ${other}.`);
      return withKeys(holder, { $ref: other });
    }
    tell(ref, "ingest/unresolved-reference", `Nothing stands at ${ref}.`);
    const place = placeholder(ref);
    if (place === undefined) return ask(emptyObject(), question(ref));
    missing.set(ref, place);
    return holder;
  });
  return [...missing].reduce<JsonObject>((result, [ref, place]) => put(result, stepsOf(ref), place), mended);
}

/** The document with each object that refers to a place of its own replaced. */
export function mapReferences(document: JsonObject, change: (ref: string, holder: JsonObject) => JsonObject): JsonObject {
  const visit = (value: Json, role: Role): Json => {
    if (role === "data") return value;
    if (Array.isArray(value)) return (value as readonly Json[]).map((item) => visit(item, itemRole(role)));
    if (!isObject(value)) return value;
    const result = emptyObject();
    for (const key of Object.keys(value)) result[key] = visit(value[key] as Json, key === "examples" ? "data" : roleOf(key, role));
    const ref = role === "names" ? undefined : textAt(value, "$ref");
    return ref === undefined ? result : change(ref, result);
  };
  return visit(document, "keywords") as JsonObject;
}

/** `#/components/schemas/a~1b` → `components`, `schemas`, `a/b`. */
export function stepsOf(ref: string): string[] {
  return ref.slice(2).split("/").map((step) => decoded(step).replaceAll("~1", "/").replaceAll("~0", "~"));
}

export function refTo(steps: readonly string[]): string {
  return `#/${steps.map((step) => step.replaceAll("~", "~0").replaceAll("/", "~1")).join("/")}`;
}

function resolve(document: JsonObject, steps: readonly string[]): Json | undefined {
  let at: Json | undefined = document;
  for (const step of steps) {
    at = Array.isArray(at) ? (at as readonly Json[])[Number(step)] : isObject(at) ? at[step] : undefined;
    if (at === undefined) return undefined;
  }
  return at;
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}

/** `#/components/schemas/a/b` → `#/components/schemas/a~1b`, where only that is defined. */
function unescapedSlash(document: JsonObject, ref: string): string | undefined {
  const [, root, section, ...rest] = ref.split("/");
  if (root === undefined || section === undefined || rest.length < 1) return undefined;
  const name = decoded(rest.join("/"));
  return objectAt(objectAt(document, root), section)?.[name] === undefined ? undefined : refTo([root, section, name]);
}

/** The least that a component of each section has to say. */
const least: Readonly<Record<string, (name: string) => MutableObject>> = {
  schemas: emptyObject,
  definitions: emptyObject,
  responses: (name) => made({ description: name }),
  requestBodies: () => made({ content: emptyObject() }),
  headers: () => made({ schema: emptyObject() }),
  examples: emptyObject,
  links: emptyObject,
  callbacks: emptyObject,
};

function placeholder(ref: string): JsonObject | undefined {
  const steps = stepsOf(ref);
  const [section, name, ...rest] = steps[0] === "components" ? steps.slice(1) : steps;
  if (section === undefined || name === undefined || rest.length > 0 || !Object.hasOwn(least, section)) return undefined;
  return ask(infer((least[section] as (name: string) => MutableObject)(name), "The page refers to it and does not define it."), question(ref));
}

const question = (ref: string): string => `What is ${ref}? The page refers to it and does not define it.`;

function put(object: JsonObject, [step, ...rest]: readonly string[], value: JsonObject): JsonObject {
  if (step === undefined) return value;
  return withKeys(object, { [step]: put(objectAt(object, step) ?? emptyObject(), rest, value) });
}
