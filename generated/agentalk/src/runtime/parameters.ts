/**
 * Values as text where a parameter has its place's own style: `simple` in a path or a header field, `form` in a query
 * (OpenAPI 3.1.1, 4.8.12; RFC 6570). styles.ts has the rest. Functions here throw an `Error` whose message says why a value
 * cannot be written; the caller adds the names.
 */
import type { ParameterDescriptor, ParameterWriter } from "./descriptor.js";

/** How a parameter, or a property of a form, is written. */
export type Style = Pick<ParameterDescriptor, "style" | "explode" | "allowReserved" | "contentType">;
export type Encode = (text: string) => string;

/** Percent-encodes all but RFC 3986's unreserved characters (`encodeURIComponent` leaves `!'()*`; RFC 6570, 3.2.1 does not). */
export function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase()}`);
}

export const asIs: Encode = (text) => text;

/** Null and undefined are undefined in the sense of RFC 6570, 2.3: not written at all. */
export const isAbsent = (value: unknown): value is null | undefined => value === null || value === undefined;

/** A scalar's text: dates as RFC 3339, bigint in full. Objects that know their JSON form (`toJSON`) are written as that. */
export function scalarText(value: unknown): string {
  const plain = plainValue(value);
  if (/^[snb]/.test(typeof plain) && typeof plain !== "symbol") return String(plain); // string, number, boolean, bigint
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

/** The members of a list, or the entries of an object, flattened or joined by `=`: RFC 6570's value modifiers. */
export function members(value: object, explode: boolean, encode: Encode): string[] {
  return Object.entries(value)
    .filter(([, item]) => !isAbsent(item))
    .flatMap(([key, item]) => {
      const text = encode(scalarText(item));
      // A key ends at the first `=`, whatever else is let through (OpenAPI 3.1.1, Appendix C).
      return Array.isArray(value) ? [text] : explode ? [`${encode === asIs ? key : percentEncode(key)}=${text}`] : [encode(key), text];
    });
}

/** Style `simple`: undefined for nothing to write. */
export function simple(given: unknown, explode: boolean, encode: Encode): string | undefined {
  const value = plainValue(given);
  if (typeof value !== "object") return value === undefined ? value : encode(scalarText(value));
  const parts = value === null ? [] : members(value, explode, encode);
  return parts.length === 0 ? undefined : parts.join(",");
}

/** Style `form`: pairs of a query or a form. */
export function formPairs(name: string, given: unknown, explode = true, encode: Encode = percentEncode): string[] {
  const key = percentEncode(name);
  const value = plainValue(given);
  if (isAbsent(value)) return [];
  if (typeof value !== "object") return [`${key}=${encode(scalarText(value))}`];
  const parts = members(value, explode, encode);
  if (parts.length === 0) return [];
  return !explode ? [`${key}=${parts.join(",")}`] : Array.isArray(value) ? parts.map((part) => `${key}=${part}`) : parts;
}

/** Whether a header field cannot hold it (RFC 9110, 5.5; fetch takes Latin-1). */
export const isUnfit = (text: string | null): boolean => /[^\t\x20-\x7e\x80-\xff]/.test(text ?? "");

/** A header field's value, never percent-encoded. What a field cannot hold is refused (RFC 9110, 5.5; fetch takes Latin-1). */
export function fieldText(text: string | undefined): readonly string[] {
  if (text === undefined) return [];
  if (isUnfit(text)) throw new Error("holds a character that a header field cannot carry");
  return [text];
}

/** Each place's own style. */
export const writePlain: ParameterWriter = (value, { name, in: place, explode }) => {
  if (place === "query") return formPairs(name, value, explode);
  const text = simple(value, explode ?? false, place === "path" ? percentEncode : asIs);
  return place === "header" ? fieldText(text) : text === undefined ? [] : [text];
};
