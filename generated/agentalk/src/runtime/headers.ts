/** Declared response headers that are more than text, decoded (style `simple`, OpenAPI 3.1.1, 4.8.21; RFC 9110, 5.6.1 for lists; Swagger 2.0, Header Object, for other delimiters). */
import type { HeaderReader } from "./descriptor.js";
import { parseJson } from "./json.js";

/** Reads a header by its declared type; undefined where it is not of that type. */
export const readHeader: HeaderReader = (headers, text, { name, type, items, explode, separator = "," }) => {
  if (type === "json") return json(text);
  if (type !== "array" && type !== "object") return scalar(text, type);
  // RFC 6265, 3: Set-Cookie fields are not joined by commas.
  const list = name === "set-cookie" ? headers.getSetCookie() : text === "" ? [] : text.split(separator).map((item) => item.trim());
  if (type === "array") return list.map((item) => scalar(item, items));
  // `R=100,G=200` (explode) or `R,100,G,200`.
  const flat = explode === true ? list.flatMap((item) => [item.split("=", 1)[0] ?? "", item.slice(item.indexOf("=") + 1)]) : list;
  return Object.fromEntries(flat.flatMap((item, index) => (index % 2 === 0 ? [] : [[flat[index - 1], scalar(item, items)]])));
};

function scalar(text: string, type: "number" | "boolean" | undefined): unknown {
  if (type === "boolean") return text === "true" ? true : text === "false" ? false : undefined;
  if (type !== "number") return text;
  const number = text.trim() === "" ? NaN : Number(text);
  // As in JSON bodies: every digit of an integer, if need be as bigint.
  return !Number.isFinite(number) ? undefined : Number.isInteger(number) && !Number.isSafeInteger(number) && /^\s*-?\d+\s*$/.test(text) ? BigInt(text) : number;
}

function json(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
