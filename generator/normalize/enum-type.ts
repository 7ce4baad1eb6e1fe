/**
 * An enum whose values the `type` beside it all excludes: read by the letter, nothing is valid. Two slips explain it for certain, and
 * are repaired: numbers in quotes (`type: integer`, `enum: ["1", "2"]`), and the values of the items given to the list.
 */
import type { Report } from "../diagnostics.js";
import { isObject, type Json, type MutableObject } from "../json.js";
import { type Path, pointerOf } from "../source/walk.js";

/** Looks at a schema of the 2020-12 dialect, and mends it in place. */
export function enumOfItsType(schema: MutableObject, path: Path, report: Report): void {
  const { enum: values, type, items } = schema;
  if (!Array.isArray(values) || values.length === 0 || type === undefined) return;
  const named: readonly Json[] = (Array.isArray(type) ? (type as readonly Json[]) : [type]).filter((name) => name !== "null");
  const [one] = named;
  const rest = (values as readonly Json[]).filter((value) => value !== null);
  if (named.length !== 1 || rest.length === 0 || !rest.every((value) => typeof value === "string")) return;
  if (one === "array") {
    if (!isObject(items) || items["type"] !== "string" || items["enum"] !== undefined) return;
    (items as MutableObject)["enum"] = rest;
    delete schema["enum"];
    return report("schema/enum-type", pointerOf(path), "The values of this list's `enum` are texts, not lists; they are taken for those of its items.");
  }
  const meant = rest.map((text) => unquoted(text as string, one));
  if (meant.includes(undefined)) return;
  schema["enum"] = (values as readonly Json[]).map((value) => (value === null ? null : (meant.shift() as Json)));
  report("schema/enum-type", pointerOf(path), `The values of this \`enum\` are texts beside \`type: ${String(one)}\`; they are taken without their quotes.`);
}

/** What a text would be without its quotes, where that is of the type; nothing where digits would be lost. */
function unquoted(text: string, type: Json | undefined): Json | undefined {
  if (type === "boolean") return text === "true" ? true : text === "false" ? false : undefined;
  const number = type === "integer" ? /^-?(0|[1-9]\d*)$/ : type === "number" ? /^-?(0|[1-9]\d*)(\.\d+)?$/ : undefined;
  return number?.test(text) && Math.abs(Number(text)) <= Number.MAX_SAFE_INTEGER ? Number(text) : undefined;
}
