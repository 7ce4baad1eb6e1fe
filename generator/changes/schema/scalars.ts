/** Rules of numbers and strings: nothing of them shows in a type, all of them in a validator. */
import type { BinarySchema, NumberSchema, Schema, StringSchema } from "../../model/api.js";
import type { Kind } from "../rules.js";
import { record, type Place, type SchemaComparer } from "./compare.js";

/** Numbers: whole or not, bounds, steps, format. */
export function compareNumbers(comparer: SchemaComparer, before: NumberSchema, after: NumberSchema, place: Place): void {
  if (before.integer !== after.integer) {
    const word = (schema: NumberSchema): string => (schema.integer ? "integer" : "number");
    record(comparer, after.integer ? "number-to-integer" : "integer-to-number", place, { at: after, before: word(before), after: word(after) });
  }
  compareLimit(comparer, "minimum", lowerLimit(before), lowerLimit(after), after, place);
  compareLimit(comparer, "maximum", upperLimit(before), upperLimit(after), after, place);
  compareStep(comparer, before, after, place);
  compareFormat(comparer, before.format, after.format, after, place);
}

/** Strings: length, pattern, format, and what the text holds. */
export function compareStrings(comparer: SchemaComparer, before: StringSchema, after: StringSchema, place: Place): void {
  compareLength(comparer, before, after, place);
  const [was, is] = [patternOf(before), patternOf(after)];
  if (was !== is) {
    const kind: Kind = was === undefined ? "pattern-added" : is === undefined ? "pattern-removed" : "pattern-changed";
    record(comparer, kind, place, { at: after, before: was ?? "", after: is ?? "" });
  }
  compareFormat(comparer, before.format, after.format, after, place);
  const content = (schema: StringSchema): string => [schema.contentMediaType, schema.contentEncoding].filter(Boolean).join(", ");
  if (content(before) !== content(after)) record(comparer, "content-changed", place, { at: after, before: content(before), after: content(after) });
}

/** A pattern that every text matches is none. */
const patternOf = ({ pattern }: StringSchema): string | undefined => (pattern === "" || pattern === ".*" || pattern === "^" || pattern === "$" ? undefined : pattern);

/** Bytes: their number. */
export function compareBinary(comparer: SchemaComparer, before: BinarySchema, after: BinarySchema, place: Place): void {
  compareLength(comparer, before, after, place);
}

function compareLength(comparer: SchemaComparer, before: StringSchema | BinarySchema, after: StringSchema | BinarySchema, place: Place): void {
  compareCount(comparer, "minLength", before.minLength, after.minLength, after, place);
  compareCount(comparer, "maxLength", before.maxLength, after.maxLength, after, place);
}

/** A bound that is a count: `min…` from below (none is 0), `max…` from above. */
export function compareCount(comparer: SchemaComparer, keyword: `${"min" | "max"}${string}`, before: number | undefined, after: number | undefined, at: Schema, place: Place): void {
  const sign = keyword.startsWith("min") ? 1 : -1;
  const none = sign > 0 ? 0 : Infinity;
  const limit = (value: number | undefined): Limit => ({ key: sign * (value ?? none), text: value === undefined ? "" : String(value) });
  compareLimit(comparer, keyword, limit(before), limit(after), at, place);
}

/** `key` grows as the limit gets tighter. */
interface Limit {
  readonly key: number;
  /** At the same key, a limit that leaves out the value itself is tighter. */
  readonly exclusive?: boolean;
  readonly text: string;
}

function lowerLimit(schema: NumberSchema): Limit {
  const { minimum = -Infinity, exclusiveMinimum = -Infinity } = schema;
  const exclusive = exclusiveMinimum >= minimum && exclusiveMinimum !== -Infinity;
  const key = Math.max(minimum, exclusiveMinimum);
  return { key, exclusive, text: key === -Infinity ? "" : `${exclusive ? "> " : ""}${key}` };
}

function upperLimit(schema: NumberSchema): Limit {
  const { maximum = Infinity, exclusiveMaximum = Infinity } = schema;
  const exclusive = exclusiveMaximum <= maximum && exclusiveMaximum !== Infinity;
  const value = Math.min(maximum, exclusiveMaximum);
  return { key: -value, exclusive, text: value === Infinity ? "" : `${exclusive ? "< " : ""}${value}` };
}

function compareLimit(comparer: SchemaComparer, keyword: string, before: Limit, after: Limit, at: Schema, place: Place): void {
  const [was, is] = [Number(before.exclusive ?? false), Number(after.exclusive ?? false)];
  if (before.key === after.key && was === is) return;
  const tighter = after.key === before.key ? is > was : after.key > before.key;
  const words = (limit: Limit): string => (limit.text === "" ? "" : `${keyword} ${limit.text}`);
  record(comparer, tighter ? "bound-tightened" : "bound-loosened", place, { at, path: keyword, before: words(before), after: words(after) });
}

function compareStep(comparer: SchemaComparer, before: NumberSchema, after: NumberSchema, place: Place): void {
  const [was, is] = [before.multipleOf, after.multipleOf];
  if (was === is) return;
  const looser = is === undefined || (was !== undefined && was % is === 0);
  const words = (value: number | undefined): string => (value === undefined ? "" : `multipleOf ${value}`);
  record(comparer, looser ? "bound-loosened" : "bound-tightened", place, { at: after, path: "multipleOf", before: words(was), after: words(is) });
}

/** Formats that a validator can assert. Another one is a remark. */
const asserted: ReadonlySet<string> = new Set([
  ...["date-time", "date", "time", "duration", "email", "idn-email", "hostname", "idn-hostname", "ipv4", "ipv6"],
  ...["uri", "uri-reference", "iri", "iri-reference", "uri-template", "uuid", "regex", "json-pointer", "relative-json-pointer"],
  ...["byte", "base64", "base64url", "int8", "int16", "int32", "int64", "uint8", "uint16", "uint32", "uint64", "float", "double"],
]);

/** Each is part of the one after it. */
const nested = [
  ["int8", "int16", "int32", "int64"],
  ["uint8", "uint16", "uint32", "uint64"],
  ["float", "double"],
  ["uri", "uri-reference"],
] as const;

function compareFormat(comparer: SchemaComparer, before: string | undefined, after: string | undefined, at: Schema, place: Place): void {
  if (before === after) return;
  record(comparer, formatKind(before, after), place, { at, before: before ?? "", after: after ?? "" });
}

function formatKind(before: string | undefined, after: string | undefined): Kind {
  const [was, is] = [before !== undefined && asserted.has(before), after !== undefined && asserted.has(after)];
  if (!was && !is) return "format-noted";
  if (!was) return "format-added";
  if (!is) return "format-removed";
  const widened = nested.some((chain: readonly (string | undefined)[]) => chain.includes(before) && chain.indexOf(before) < chain.indexOf(after));
  return widened ? "format-widened" : "format-changed";
}
