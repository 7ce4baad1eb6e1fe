/**
 * Values as text in a URL, a header field or a cookie (OpenAPI 3.1.1, 4.8.12 with its table of styles; Appendices B to E;
 * RFC 6570). Functions here throw an `Error` whose message says why a value cannot be written; the caller adds the names.
 */
import type { ParameterDescriptor } from "./descriptor.js";

/** How a parameter, or a property of a form, is written. */
export type Style = Pick<ParameterDescriptor, "style" | "explode" | "allowReserved" | "contentType">;
type Encode = (text: string) => string;

/** Percent-encodes all but RFC 3986's unreserved characters (`encodeURIComponent` leaves `!'()*`; RFC 6570, 3.2.1 does not). */
export function percentEncode(text: string): string {
  return encodeURIComponent(text).replace(/[!'()*]/g, hex);
}

/**
 * For `allowReserved` (RFC 6570, 3.2.3): reserved characters and percent triplets stay, but what would end or split the
 * query, or be read as a space, is encoded all the same (OpenAPI 3.1.1, Appendix C).
 */
export function encodeReserved(text: string): string {
  return text.replace(/%[0-9a-f]{2}|[^\w\-.~:/?@!$'()*,;=]/giu, (part) => (part.length === 3 ? part : percentEncode(part)));
}

const hex = (character: string): string => `%${character.charCodeAt(0).toString(16).toUpperCase()}`;
const asIs: Encode = (text) => text;

/** Null and undefined are undefined in the sense of RFC 6570, 2.3: not written at all. */
export const isAbsent = (value: unknown): value is null | undefined => value === null || value === undefined;
const isMedia = (contentType: string, pattern: RegExp): boolean => pattern.test(contentType);
const jsonMedia = /^[^;]*[/+]json\b/i;

/** A scalar's text: dates as RFC 3339, bigint in full. Objects that know their JSON form (`toJSON`) are written as that. */
export function scalarText(value: unknown): string {
  if (typeof value === "string") return value;
  if (typeof value === "number" || typeof value === "boolean" || typeof value === "bigint") return String(value);
  const plain = plainValue(value);
  if (plain !== value) return scalarText(plain);
  throw new Error(`${Array.isArray(value) ? "a list" : typeof value === "object" ? "an object" : `a ${typeof value}`} inside a list or object cannot be written in this style`);
}

/** What `JSON.stringify` would see. */
function plainValue(value: unknown): unknown {
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

/** The members of a list, or the entries of an object flattened or joined by `=`: RFC 6570's value modifiers. */
function members(value: object, explode: boolean, encode: Encode): string[] {
  if (Array.isArray(value)) return value.filter((item) => !isAbsent(item)).map((item) => encode(scalarText(item)));
  return Object.entries(value)
    .filter(([, item]) => !isAbsent(item))
    .flatMap(([key, item]) => (explode ? [`${encode(key)}=${encode(scalarText(item))}`] : [encode(key), encode(scalarText(item))]));
}

const separators = { simple: ",", label: ".", matrix: ";" } as const;

/** Styles `simple`, `label`, `matrix` (paths and headers). Undefined: nothing to write. */
export function expand(name: string, given: unknown, style: keyof typeof separators, explode: boolean, encode: Encode): string | undefined {
  const value = plainValue(given);
  if (isAbsent(value)) return undefined;
  const prefix = style === "simple" ? "" : separators[style];
  if (typeof value !== "object") {
    const text = encode(scalarText(value));
    return style !== "matrix" ? prefix + text : text === "" ? `;${encode(name)}` : `;${encode(name)}=${text}`;
  }
  const parts = members(value, explode, encode);
  if (parts.length === 0) return undefined;
  if (style !== "matrix") return prefix + parts.join(explode ? separators[style] : ",");
  if (!explode) return `;${encode(name)}=${parts.join(",")}`;
  return parts.map((part) => (Array.isArray(value) ? `;${encode(name)}=${part}` : `;${part}`)).join("");
}

/** The delimiters that these styles write between members, percent-encoded (Appendix E). */
const delimiters = new Map([
  ["form", ","],
  ["spaceDelimited", "%20"],
  ["pipeDelimited", "%7C"],
  ["tabDelimited", "%09"],
]);

/** `name=value` pairs of a query, a form or cookies. */
export function pairs(name: string, given: unknown, how: Style, encode: Encode = how.allowReserved ? encodeReserved : percentEncode): string[] {
  const key = encode === asIs ? name : percentEncode(name);
  if (how.contentType !== undefined) return isAbsent(given) && given !== null ? [] : [`${key}=${encode(contentText(given, how.contentType))}`];
  const value = plainValue(given);
  if (isAbsent(value)) return [];
  if (typeof value !== "object") return [`${key}=${encode(scalarText(value))}`];
  const style = how.style ?? "form";
  if (style === "deepObject") return deepPairs(name, value, encode);
  const explode = how.explode ?? (style === "form" || style === "cookie");
  const parts = members(value, explode, encode);
  if (parts.length === 0) return [];
  if (!explode) return [`${key}=${parts.join(delimiters.get(style) ?? ",")}`];
  return Array.isArray(value) ? parts.map((part) => `${key}=${part}`) : parts;
}

/**
 * `deepObject` is defined for one level only; deeper ones are written as qs, Rails and PHP read them: `a[b][c]=1`, lists of
 * scalars as `a[b][]=1`, lists of objects as `a[b][0][c]=1`.
 */
function deepPairs(name: string, given: unknown, encode: Encode): string[] {
  const value = plainValue(given);
  if (isAbsent(value)) return [];
  if (typeof value !== "object") return [`${percentEncode(name)}=${encode(scalarText(value))}`];
  if (Array.isArray(value)) return value.flatMap((item: unknown, index) => deepPairs(`${name}[${typeof plainValue(item) === "object" ? index : ""}]`, item, encode));
  return Object.entries(value).flatMap(([key, item]) => deepPairs(`${name}[${key}]`, item, encode));
}

/** A parameter with `content`: the value as that media type. */
export function contentText(value: unknown, contentType: string): string {
  if (isMedia(contentType, jsonMedia)) return jsonText(value) ?? "";
  const plain = plainValue(value);
  if (typeof plain === "object" && plain !== null && isMedia(contentType, /urlencoded/i)) return formText(plain);
  return isAbsent(plain) ? "" : scalarText(plain);
}

const formText = (value: object): string => Object.entries(value).flatMap(([key, item]) => pairs(key, item, {})).join("&");

/** A header field's value: never percent-encoded. Characters that a field cannot hold are refused (RFC 9110, 5.5; fetch takes Latin-1). */
export function headerText(name: string, value: unknown, how: Style): string | undefined {
  if (isAbsent(value)) return undefined;
  const text = how.contentType === undefined ? listText(name, value, how) : ascii(contentText(value, how.contentType), how.contentType);
  if (text !== undefined && !/^[\t\x20-\x7e\x80-\xff]*$/.test(text)) throw new Error("holds a character that a header field cannot carry");
  return text;
}

/** JSON can name every character in ASCII. */
function ascii(text: string, contentType: string): string {
  if (!isMedia(contentType, jsonMedia)) return text;
  return text.replace(/[^\x00-\x7f]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Swagger 2.0 has `collectionFormat: ssv | tsv | pipes` for headers, too. */
const headerDelimiters = new Map([
  ["spaceDelimited", " "],
  ["pipeDelimited", "|"],
  ["tabDelimited", "\t"],
]);

function listText(name: string, value: unknown, how: Style): string | undefined {
  const delimiter = headerDelimiters.get(how.style ?? "");
  if (delimiter !== undefined && Array.isArray(value)) return members(value, false, asIs).join(delimiter);
  return expand(name, value, "simple", how.explode ?? false, asIs);
}

/** Cookie pairs, to be joined by `; ` (RFC 6265, 4.2.1; Appendix D calls `&` wrong). Style `cookie` of 3.2 is not percent-encoded. */
export function cookiePairs(name: string, value: unknown, how: Style): string[] {
  if (how.style !== "cookie") return pairs(name, value, how);
  const written = pairs(name, value, how, asIs);
  if (!written.every((pair) => /^[\x21\x23-\x3a\x3c-\x5b\x5d-\x7e]*$/.test(pair))) throw new Error("holds a character that a cookie cannot carry");
  return written;
}

/** Style `querystring` of 3.2: the value is the whole query. */
export function wholeQuery(value: unknown, contentType: string): string {
  if (isAbsent(value)) return "";
  return isMedia(contentType, /urlencoded/i) ? contentText(value, contentType) : percentEncode(contentText(value, contentType));
}
