/** One look over the whole document for the few things that no reader passes on its way. */
import { child, isObject, type Json, type JsonObject, type Pointer } from "../json.js";
import type { Question } from "./api.js";
import { text } from "./docs.js";
import { entries, items } from "./reading.js";

export interface Survey {
  /** Some schema limits what stays unevaluated. `true` limits nothing. */
  readonly unevaluated: boolean;
  /** Some statement waits for a human's word (`x-confirm`). */
  readonly confirms: boolean;
}

/** Walks without recursion and without pointers: a large document has hundreds of thousands of places. */
export function survey(root: Json): Survey {
  let unevaluated = false;
  let confirms = false;
  const open: Json[] = [root];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (Array.isArray(next)) {
      (next as readonly Json[]).forEach((item) => void (typeof item === "object" && item !== null && open.push(item)));
    } else if (isObject(next)) {
      for (const name in next) {
        const value = next[name] as Json;
        if (typeof value === "object" && value !== null) open.push(value);
        if (name === "unevaluatedProperties" || name === "unevaluatedItems") unevaluated ||= value !== true;
        else if (name === "x-confirm") confirms = true;
      }
    }
  }
  return { unevaluated, confirms };
}

/** `x-specwright-questions` of the document (`{ text, at }`), and every `x-confirm`: its text, or the texts of its list. */
export function readQuestions(root: JsonObject, found: Survey): Question[] {
  const questions: Question[] = [];
  for (const { value, at } of items(root["x-specwright-questions"], "/x-specwright-questions")) {
    const words = isObject(value) ? text(value["text"]) : text(value);
    if (words !== undefined) questions.push({ text: words, at: (isObject(value) ? text(value["at"]) : undefined) ?? at });
  }
  if (found.confirms) for (const each of confirms(root)) questions.push(each);
  return questions.sort((a, b) => compare(a.at, b.at) || compare(a.text, b.text));
}

function confirms(root: JsonObject): Question[] {
  const questions: Question[] = [];
  const open: { value: Json; at: Pointer }[] = [{ value: root, at: "" }];
  for (let next = open.pop(); next; next = open.pop()) {
    const { value, at } = next;
    if (Array.isArray(value)) {
      for (const each of items(value, at)) open.push(each);
    } else if (isObject(value)) {
      const asked = value["x-confirm"];
      for (const words of [asked].flat() as Json[]) if (typeof words === "string") questions.push({ text: words, at });
      for (const entry of entries(value, at)) if (entry.name !== "x-confirm") open.push({ value: entry.value, at: child(at, entry.name) });
    }
  }
  return questions;
}

/** Order of code units, the same on every machine. */
export function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
