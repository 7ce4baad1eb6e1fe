/**
 * An enum whose values the `type` beside it all excludes: read by the letter, nothing is valid. Three slips explain it for certain, and
 * are repaired: quotes around numbers (`type: integer`, `enum: ["1", "2"]`), no quotes around texts (`type: string`, `enum: [1, 2]`),
 * and the values of the items given to the list.
 */
import type { Report } from "../diagnostics.js";
import { isObject, type Json, type MutableObject } from "../json.js";
import type { SourceDocument } from "../source/document.js";
import { type Path, pointerOf } from "../source/walk.js";

/** Looks at a schema of the 2020-12 dialect, and mends it in place. */
export function enumOfItsType(schema: MutableObject, path: Path, document: SourceDocument, report: Report): void {
  const { enum: values, type } = schema;
  if (!Array.isArray(values) || type === undefined) return;
  const named: readonly Json[] = (Array.isArray(type) ? (type as readonly Json[]) : [type]).filter((name) => name !== "null");
  const given = (values as readonly Json[]).filter((value) => value !== null);
  if (named.length !== 1 || given.length === 0) return;
  const repaired = repair(schema, named[0] as Json, given, () => isPlain(values as readonly Json[], document));
  if (repaired === undefined) return;
  if (repaired.values === undefined) delete schema["enum"];
  else schema["enum"] = values.length > given.length ? [...repaired.values, null] : repaired.values;
  report("schema/enum-type", pointerOf(path), `The values of this \`enum\` are ${repaired.are}.`);
}

interface Repair {
  /** The enum, without null; undefined where it went elsewhere. */
  readonly values: readonly Json[] | undefined;
  /** The end of the sentence that says so. */
  readonly are: string;
}

function repair(schema: MutableObject, type: Json, given: readonly Json[], asWritten: () => boolean): Repair | undefined {
  if (given.every((value) => typeof value === "string")) {
    if (type === "array") return moveToItems(schema["items"], given);
    const values = given.map((text) => unquoted(text, type)).filter((value) => value !== undefined);
    return values.length < given.length ? undefined : { values, are: `texts beside \`type: ${String(type)}\`; they are taken without their quotes` };
  }
  if (type !== "string" || !given.every((value) => Number.isSafeInteger(value)) || !asWritten()) return undefined;
  return { values: given.map(String), are: "numbers beside `type: string`; they are taken as texts" };
}

function moveToItems(items: Json | undefined, given: readonly Json[]): Repair | undefined {
  if (!isObject(items) || items["type"] !== "string" || items["enum"] !== undefined) return undefined;
  (items as MutableObject)["enum"] = given;
  return { values: undefined, are: "texts, not lists; they are taken for those of its items" };
}

/** What a text would be without its quotes, where that is of the type; nothing where digits would be lost. */
function unquoted(text: string, type: Json): Json | undefined {
  if (type === "boolean") return text === "true" ? true : text === "false" ? false : undefined;
  const number = type === "integer" ? /^-?(0|[1-9]\d*)$/ : type === "number" ? /^-?(0|[1-9]\d*)(\.\d+)?$/ : undefined;
  return number?.test(text) && Math.abs(Number(text)) <= Number.MAX_SAFE_INTEGER ? Number(text) : undefined;
}

const mostSought = 100;

/** Whether the text has such an enum, and has it nowhere as `[1.0, 2.0]`: a number does not tell how it was written. */
function isPlain(values: readonly Json[], { text, others }: SourceDocument): boolean {
  if (values.length > mostSought) return false;
  const list = new RegExp(`\\benum["']?\\s*:\\s*[[-]\\s*${values.map((value) => (value === null ? "null" : `${String(value)}(?:\\.0*)?`)).join("\\s*[,-]\\s*")}(?![\\w.])`, "g");
  const found = [text, ...[...(others ?? new Map<string, { readonly text: string }>()).values()].map((other) => other.text)].flatMap((one) => one.match(list) ?? []);
  return found.length > 0 && !found.some((written) => written.includes("."));
}
