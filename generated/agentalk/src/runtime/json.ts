/** The codecs of JSON and of every `+json` type. */
import type { BodyCodec, ResponseCodec } from "./descriptor.js";
import { MalformedBody } from "./errors.js";
import { readString } from "./media.js";
import { jsonText } from "./parameters.js";

/** Writes JSON: dates as RFC 3339, bigint as a number with all its digits. A range of types is no type to send (RFC 9110, 8.3). */
export const jsonBody: BodyCodec = (value, _content, mediaType) => ({ body: jsonText(value) ?? null, contentType: mediaType.includes("*") ? "application/json" : mediaType });

/** Reads JSON. Integers beyond 2^53 come as bigint, so that no digit is changed. An empty body gives undefined. */
export const readJson: ResponseCodec = async (response, mediaType) => {
  const text = await readString(response, mediaType);
  if (text === "") return undefined;
  try {
    return parseJson(text);
  } catch (error) {
    throw new MalformedBody("the body is not JSON", text, { cause: error });
  }
};

/** `JSON.parse` that keeps the digits of large integers (as bigint; RFC 8259, 6 warns of them). Throws SyntaxError. */
export function parseJson(text: string): unknown {
  if (!/\d{16}/.test(text)) return JSON.parse(text);
  // Needs no `context.source` of the reviver (absent from Node 20): large integers outside of strings become marked strings.
  const mark = `bigint-${crypto.randomUUID()}:`;
  let inString = false;
  // Numbers are taken whole, and strings only by their ends: a pattern for a whole string would backtrack.
  const marked = text.replace(/\\[^]|"|-?\d[\d.eE+-]*/g, (token) => {
    if (token === '"') inString = !inString;
    return inString || !/^-?[1-9]\d{15,}$/.test(token) || Number.isSafeInteger(Number(token)) ? token : `"${mark}${token}"`;
  });
  return JSON.parse(marked, (_, value: unknown) => (typeof value === "string" && value.startsWith(mark) ? BigInt(value.slice(mark.length)) : value)) as unknown;
}
