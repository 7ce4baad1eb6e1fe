/**
 * Values as text in every way but a place's own style (OpenAPI 3.1.1, 4.8.12 with its table of styles; Appendices B to E;
 * RFC 6570). Descriptors refer to `writeStyled`, so that a bundle holds it only where it is used.
 */
import type { ParameterDescriptor, ParameterWriter } from "./descriptor.js";
import { own } from "./own.js";
import { asIs, fieldText, formPairs, isAbsent, jsonText, members, percentEncode, plainValue, scalarText, writePlain, type Encode, type Style } from "./parameters.js";

/** Any style, any place, any content. */
export const writeStyled: ParameterWriter = (value, parameter) => {
  const { name } = parameter;
  switch (parameter.in) {
    case "path":
      return pathText(value, parameter);
    case "query":
      return pairs(name, value, parameter);
    case "querystring":
      return wholeQuery(value, parameter.contentType ?? "application/x-www-form-urlencoded");
    case "cookie":
      return cookiePairs(name, value, parameter);
    case "header":
      return headerText(value, parameter);
  }
};

/**
 * For `allowReserved` (RFC 6570, 3.2.3): reserved characters and percent triplets stay, but what would end or split the
 * query, or be read as a space, is encoded all the same (OpenAPI 3.1.1, Appendix C).
 */
export function encodeReserved(text: string): string {
  return text.replace(/%[0-9a-f]{2}|[^\w\-.~:/?@!$'()*,;=]/giu, (part) => (part.length === 3 ? part : percentEncode(part)));
}

const jsonMedia = /^[^;]*[/+]json\b/i;

function pathText(value: unknown, parameter: ParameterDescriptor): readonly string[] {
  const { name, style, explode = false, contentType } = parameter;
  if (contentType !== undefined) return isAbsent(value) ? [] : [percentEncode(contentText(value, contentType))];
  if (style !== "label" && style !== "matrix") return writePlain(value, parameter);
  const text = expand(name, value, style, explode);
  return text === undefined ? [] : [text];
}

/** Styles `label` and `matrix`. Undefined: nothing to write. */
function expand(name: string, given: unknown, style: "label" | "matrix", explode: boolean): string | undefined {
  const value = plainValue(given);
  if (isAbsent(value)) return undefined;
  const key = percentEncode(name);
  if (typeof value !== "object") {
    const text = percentEncode(scalarText(value));
    return style === "label" ? `.${text}` : text === "" ? `;${key}` : `;${key}=${text}`;
  }
  const parts = members(value, explode, percentEncode);
  if (parts.length === 0) return undefined;
  if (style === "label") return `.${parts.join(explode ? "." : ",")}`;
  if (!explode) return `;${key}=${parts.join(",")}`;
  return parts.map((part) => (Array.isArray(value) ? `;${key}=${part}` : `;${part}`)).join("");
}

/** What these styles write between members; percent-encoded in a URL (Appendix E). */
const delimiters: { readonly [style: string]: string } = { spaceDelimited: " ", pipeDelimited: "|", tabDelimited: "\t" };

/** `name=value` pairs of a query or a form. */
export function pairs(name: string, given: unknown, how: Style): string[] {
  const { style = "form", contentType } = how;
  const encode = how.allowReserved === true ? encodeReserved : percentEncode;
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

/** A parameter with `content`: the value as that media type. */
export function contentText(value: unknown, contentType: string): string {
  if (jsonMedia.test(contentType)) return jsonText(value) ?? "";
  const plain = plainValue(value);
  if (isAbsent(plain)) return "";
  if (typeof plain !== "object" || !/urlencoded/i.test(contentType)) return scalarText(plain);
  return Object.entries(plain).flatMap(([key, item]) => formPairs(key, item)).join("&");
}

function headerText(value: unknown, parameter: ParameterDescriptor): readonly string[] {
  const { contentType } = parameter;
  if (isAbsent(value)) return [];
  if (contentType !== undefined) return fieldText(ascii(contentText(value, contentType), contentType));
  // Swagger 2.0 has `collectionFormat: ssv | tsv | pipes` for headers, too.
  const delimiter = own(delimiters, parameter.style ?? "");
  return delimiter !== undefined && typeof value === "object" ? fieldText(members(value, false, asIs).join(delimiter)) : writePlain(value, parameter);
}

/** JSON can name every character in ASCII. */
function ascii(text: string, contentType: string): string {
  if (!jsonMedia.test(contentType)) return text;
  return text.replace(/[^\x00-\x7f]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Cookie pairs, to be joined by `; ` (RFC 6265, 4.2.1; Appendix D calls `&` wrong). Style `cookie` of 3.2 is not percent-encoded. */
function cookiePairs(name: string, value: unknown, how: Style): readonly string[] {
  if (how.style !== "cookie") return pairs(name, value, how);
  const written = formPairs(name, value, how.explode ?? true, asIs);
  if (!written.every((pair) => /^[\x21\x23-\x3a\x3c-\x5b\x5d-\x7e]*$/.test(pair))) throw new Error("holds a character that a cookie cannot carry");
  return written;
}

/** `querystring` of 3.2: the value is the whole query. */
function wholeQuery(value: unknown, contentType: string): readonly string[] {
  const text = isAbsent(value) ? "" : contentText(value, contentType);
  return text === "" ? [] : [/urlencoded/i.test(contentType) ? text : percentEncode(text)];
}
