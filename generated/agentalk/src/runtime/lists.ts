/**
 * Lists and objects as text where a parameter has its place's own style: `simple` in a path or a header field, `form` in a
 * query (OpenAPI 3.1.1, 4.8.12; RFC 6570). Descriptors refer to `writeList`, so that a bundle holds it only where it is used.
 */
import type { ParameterWriter } from "./descriptor.js";
import { asIs, fieldText, isAbsent, percentEncode, plainValue, scalarText, type Encode } from "./parameters.js";

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

/** Any value, in each place's own style. */
export const writeList: ParameterWriter = (value, { name, in: place, explode }) => {
  if (place === "query") return formPairs(name, value, explode);
  const text = simple(value, explode ?? false, place === "path" ? percentEncode : asIs);
  return place === "header" ? fieldText(text) : text === undefined ? [] : [text];
};
