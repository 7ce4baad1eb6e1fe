/** `x-inferred` says what was concluded and from what; `x-confirm` asks what a page cannot settle. One text, or a list of them. */
import { type Json, type JsonObject, type MutableObject, type Pointer, child, isObject } from "../json.js";
import { type Role, itemRole, roleOf, withKeys } from "./shape.js";

/** Adds the evidence for something that the page did not say. */
export function infer(object: JsonObject, evidence: string): MutableObject {
  return withKeys(object, { "x-inferred": added(object["x-inferred"], evidence) });
}

/** Adds a question for a person. */
export function ask(object: JsonObject, question: string): MutableObject {
  return withKeys(object, { "x-confirm": added(object["x-confirm"], question) });
}

function added(known: Json | undefined, text: string): Json {
  if (known === undefined) return text;
  const list = Array.isArray(known) ? (known as readonly Json[]) : [known];
  return list.includes(text) ? known : [...list, text];
}

export interface Mark {
  readonly kind: "x-inferred" | "x-confirm";
  /** The object that carries the mark. */
  readonly pointer: Pointer;
  readonly text: string;
}

/** Every mark of a document, in document order. */
export function marksOf(document: JsonObject): Mark[] {
  const found: Mark[] = [];
  const visit = (value: Json, pointer: Pointer, role: Role): void => {
    // A sample of the API may hold anything, marks as well.
    if (role === "data") return;
    if (Array.isArray(value)) return (value as readonly Json[]).forEach((item, index) => visit(item, child(pointer, index), itemRole(role)));
    if (!isObject(value)) return;
    for (const kind of ["x-inferred", "x-confirm"] as const) {
      const texts = value[kind];
      for (const text of Array.isArray(texts) ? (texts as readonly Json[]) : [texts]) if (typeof text === "string") found.push({ kind, pointer, text });
    }
    for (const key of Object.keys(value)) visit(value[key] as Json, child(pointer, key), roleOf(key, role));
  };
  visit(document, "", "keywords");
  return found;
}
