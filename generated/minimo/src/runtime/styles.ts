/**
 * Values as text in every way but a place's own style (OpenAPI 3.1.1, 4.8.12 with its table of styles; Appendices B to E;
 * RFC 6570). Descriptors refer to `writeStyled`, so that a bundle holds it only where it is used.
 */
import type { EncodingDescriptor, ParameterDescriptor, ParameterWriter } from "./descriptor.js";
import { own } from "./own.js";
import { formPairs, members, simple } from "./lists.js";
import { asIs, fieldText, isAbsent, jsonText, percentEncode, plainValue, scalarText, type Encode, type Style } from "./parameters.js";

/** Any style, any place, any content. */
export const writeStyled: ParameterWriter = (value, parameter) => {
  const { name } = parameter;
  switch (parameter.in) {
    case "path":
      return pathText(value, parameter);
    case "query":
      return pairs(name, value, parameter);
    case "querystring":
      return wholeQuery(value, parameter);
    case "cookie":
      return cookiePairs(name, value, parameter);
    case "header":
      return headerText(value, parameter);
  }
};

/** For `allowReserved` (RFC 6570, 3.2.3): reserved characters and percent triplets stay, but what would end or split the value where it stands is encoded all the same. */
const keeping = (others: RegExp): Encode => (text) => text.replace(others, (part) => (part.length === 3 ? part : percentEncode(part)));
/** In a query also what would be read as a space (OpenAPI 3.1.1, Appendix C). */
const reservedInQuery = keeping(/%[0-9A-Fa-f]{2}|[^A-Za-z0-9_\-.~:/?@!$'()*,;=]/gu);
/** RFC 3986, 3.3, pchar: not `/`, `?` and `#` (3.2, Path Templating). An encoded dot is a dot to URL parsers. */
const reservedInPath: Encode = (text) => keeping(/%[0-9A-Fa-f]{2}|[^A-Za-z0-9_\-.~:@!$&'()*+,;=]/gu)(text.replace(/%2e/gi, "."));
/** RFC 6265, 4.1.1, cookie-octet. */
const reservedInCookie = keeping(/%[0-9A-Fa-f]{2}|[^A-Za-z0-9_\-.~:/?#[\]@!$&'()*+=]/gu);

const jsonMedia = /^[^;]*[/+]json\b/i;

function pathText(value: unknown, parameter: ParameterDescriptor): readonly string[] {
  const { name, style, explode = false, allowReserved, contentType } = parameter;
  if (contentType !== undefined) return isAbsent(value) ? [] : [percentEncode(contentText(value, contentType))];
  // 3.2, Parameter Object: allowReserved is for every place whose values are percent-encoded.
  const encode = allowReserved === true ? reservedInPath : percentEncode;
  const text = style === "label" || style === "matrix" ? expand(name, value, style, explode, encode) : listText(value, parameter, encode);
  return text === undefined ? [] : [text];
}

/** Styles `label` and `matrix`. Undefined: nothing to write. */
function expand(name: string, given: unknown, style: "label" | "matrix", explode: boolean, encode: Encode): string | undefined {
  const value = plainValue(given);
  if (isAbsent(value)) return undefined;
  const key = percentEncode(name);
  if (typeof value !== "object") {
    const text = encode(scalarText(value));
    return style === "label" ? `.${text}` : text === "" ? `;${key}` : `;${key}=${text}`;
  }
  const parts = members(value, explode, encode);
  if (parts.length === 0) return undefined;
  if (style === "label") return `.${parts.join(explode ? "." : ",")}`;
  if (!explode) return `;${key}=${parts.join(",")}`;
  return parts.map((part) => (Array.isArray(value) ? `;${key}=${part}` : `;${part}`)).join("");
}

/** Style `simple`, or with another delimiter: Swagger 2.0 has `collectionFormat: ssv | tsv | pipes` in paths and header fields, too. */
function listText(given: unknown, { style, explode = false }: Style, encode: Encode): string | undefined {
  const value = plainValue(given);
  const delimiter = own(delimiters, style ?? "");
  if (delimiter === undefined || typeof value !== "object" || value === null) return simple(value, explode, encode);
  const parts = members(value, false, encode);
  return parts.length === 0 ? undefined : parts.join(encode(delimiter));
}

/** What these styles write between members; percent-encoded in a URL (Appendix E). */
const delimiters: { readonly [style: string]: string } = { spaceDelimited: " ", pipeDelimited: "|", tabDelimited: "\t" };

/** `name=value` pairs of a query or a form. */
export function pairs(name: string, given: unknown, how: Style, reserved: Encode = reservedInQuery): string[] {
  const { style = "form", contentType } = how;
  const encode = how.allowReserved === true ? reserved : percentEncode;
  if (contentType !== undefined) return given === undefined ? [] : [`${percentEncode(name)}=${encode(contentText(given, contentType))}`];
  const value = plainValue(given);
  const delimiter = own(delimiters, style);
  if (style === "deepObject") return deepPairs(name, value, encode);
  if (delimiter === undefined || how.explode === true || typeof value !== "object" || value === null) return formPairs(name, value, how.explode ?? true, encode);
  const parts = members(value, false, encode);
  return parts.length === 0 ? [] : [`${percentEncode(name)}=${parts.join(percentEncode(delimiter))}`];
}

/**
 * `deepObject` is defined for one level only; deeper ones are written as qs, Rails and PHP read them: `a[b][c]=1`, lists of
 * scalars as `a[b][]=1`, lists of objects as `a[b][0][c]=1`.
 */
function deepPairs(name: string, given: unknown, encode: Encode): string[] {
  const value = plainValue(given);
  if (isAbsent(value)) return [];
  if (typeof value !== "object") return [`${percentEncode(name)}=${encode(scalarText(value))}`];
  const list = Array.isArray(value);
  return Object.entries(value).flatMap(([key, item]) => deepPairs(`${name}[${list && typeof plainValue(item) !== "object" ? "" : key}]`, item, encode));
}

/**
 * An object's properties as pairs of `application/x-www-form-urlencoded`, each as its encoding says: by style like a query
 * parameter, else objects as JSON, the default content type of objects (OpenAPI 3.1.1, 4.8.14.4 and 4.8.15).
 */
export function formText(value: object, encoding?: { readonly [property: string]: EncodingDescriptor }): string {
  return Object.entries(value).flatMap(([name, item]) => (isAbsent(item) ? [] : property(name, item, own(encoding, name)))).join("&");
}

function property(name: string, value: unknown, { contentType, style, explode, allowReserved }: EncodingDescriptor = {}): string[] {
  const styled = style !== undefined || explode !== undefined || allowReserved !== undefined;
  // OpenAPI 3.1.1, 4.8.15.1.1: contentType is ignored when a style field is present.
  if (styled) return pairs(name, value, { ...(style && { style }), ...(explode !== undefined && { explode }), ...(allowReserved && { allowReserved }) });
  if (contentType !== undefined) return listOf(value).flatMap((item) => pairs(name, item, { contentType }));
  return listOf(value).flatMap((item) => (isNested(item) ? [`${percentEncode(name)}=${percentEncode(jsonText(item) ?? "")}`] : pairs(name, item, {})));
}

/** An array is a pair an item (the default of `form` with `explode`). */
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value.filter((item) => !isAbsent(item)) : [value]);

const isNested = (value: unknown): boolean => typeof value === "object" && value !== null && !(value instanceof Date);

/** A parameter with `content`: the value as that media type. */
export function contentText(value: unknown, contentType: string, encoding?: { readonly [property: string]: EncodingDescriptor }): string {
  if (jsonMedia.test(contentType)) return jsonText(value) ?? "";
  const plain = plainValue(value);
  if (isAbsent(plain)) return "";
  return typeof plain === "object" && /urlencoded/i.test(contentType) ? formText(plain, encoding) : scalarText(plain);
}

function headerText(value: unknown, parameter: ParameterDescriptor): readonly string[] {
  const { contentType } = parameter;
  if (isAbsent(value)) return [];
  return fieldText(contentType === undefined ? listText(value, parameter, asIs) : ascii(contentText(value, contentType), contentType));
}

/** JSON can name every character in ASCII. */
function ascii(text: string, contentType: string): string {
  if (!jsonMedia.test(contentType)) return text;
  return text.replace(/[^\x00-\x7f]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Cookie pairs, to be joined by `; ` (RFC 6265, 4.2.1; Appendix D calls `&` wrong). Style `cookie` of 3.2 is not percent-encoded. */
function cookiePairs(name: string, value: unknown, how: Style): readonly string[] {
  if (how.style !== "cookie") return pairs(name, value, how, reservedInCookie);
  const written = formPairs(name, value, how.explode ?? true, asIs);
  if (!written.every((pair) => /^[\x21\x23-\x3a\x3c-\x5b\x5d-\x7e]*$/.test(pair))) throw new Error("holds a character that a cookie cannot carry");
  return written;
}

/** `querystring` of 3.2: the value is the whole query. */
function wholeQuery(value: unknown, { contentType = "application/x-www-form-urlencoded", encoding }: ParameterDescriptor): readonly string[] {
  const text = isAbsent(value) ? "" : contentText(value, contentType, encoding);
  return text === "" ? [] : [/urlencoded/i.test(contentType) ? text : percentEncode(text)];
}
