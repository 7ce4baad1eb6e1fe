/**
 * Scalars as text where a parameter has its place's own style: `simple` in a path or a header field, `form` in a query
 * (OpenAPI 3.1.1, 4.8.12; RFC 6570). lists.ts has lists and objects, styles.ts the other styles. Functions here throw an
 * `Error` whose message says why a value cannot be written; the caller adds the names.
 */
import type { ParameterDescriptor, ParameterWriter } from "./descriptor.js";

/** How a parameter, or a property of a form, is written. */
export type Style = Pick<ParameterDescriptor, "style" | "explode" | "allowReserved" | "contentType">;
export type Encode = (text: string) => string;

/** Percent-encodes all but RFC 3986's unreserved characters (`encodeURIComponent` leaves `!'()*`; RFC 6570, 3.2.1 does not). */
export function percentEncode(text: string): string {
  // Nearly always there is nothing to encode.
  if (!/[^\w.~-]/.test(text)) return text;
  return encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

export const asIs: Encode = (text) => text;

/** Null and undefined are undefined in the sense of RFC 6570, 2.3: not written at all. */
export const isAbsent = (value: unknown): value is null | undefined => value === null || value === undefined;

/** A scalar's text: dates as RFC 3339, bigint in full. Objects that know their JSON form (`toJSON`) are written as that. */
export function scalarText(value: unknown): string {
  const plain = plainValue(value);
  if (typeof plain === "string" || typeof plain === "number" || typeof plain === "boolean" || typeof plain === "bigint") return String(plain);
  throw new Error(`a nested ${typeof plain} cannot be written in this style`);
}

/** What `JSON.stringify` would see. */
export function plainValue(value: unknown): unknown {
  return typeof value === "object" && value !== null && "toJSON" in value && typeof value.toJSON === "function" ? (value.toJSON() as unknown) : value;
}

/** JSON text; bigint in full (needs no support of the engine). */
export function jsonText(value: unknown): string | undefined {
  try {
    return JSON.stringify(value);
  } catch (error) {
    if (!(error instanceof TypeError)) throw error;
  }
  // There is a bigint (or a cycle, which throws again). Each is written as a marked string, and the quotes taken off.
  const mark = `bigint-${crypto.randomUUID()}:`;
  return JSON.stringify(value, (_, item: unknown) => (typeof item === "bigint" ? mark + item : item))?.replace(new RegExp(`"${mark}(-?\\d+)"`, "g"), "$1");
}

/** Whether a header field cannot hold it (RFC 9110, 5.5; fetch takes Latin-1). */
export const isUnfit = (text: string | null): boolean => /[^\t\x20-\x7e\x80-\xff]/.test(text ?? "");

/** A header field's value, never percent-encoded. What a field cannot hold is refused (RFC 9110, 5.5; fetch takes Latin-1). */
export function fieldText(text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  if (isUnfit(text)) throw new Error("holds a character that a header field cannot carry");
  return [text];
}

/** Scalars, in each place's own style. Descriptors refer to another writer where there may be lists or objects. */
export const writePlain: ParameterWriter = (value, { name, in: place }) => {
  if (isAbsent(value)) return [];
  const text = scalarText(value);
  if (place === "header") return fieldText(text);
  return [place === "query" ? `${percentEncode(name)}=${percentEncode(text)}` : percentEncode(text)];
};
