/** The codec of `application/x-www-form-urlencoded` (OpenAPI 3.1.1, 4.8.14.4 and 4.8.15). */
import type { BodyCodec, EncodingDescriptor } from "./descriptor.js";
import { isBinary } from "./binary.js";
import { own } from "./own.js";
import { isAbsent, jsonText, percentEncode } from "./parameters.js";
import { pairs } from "./styles.js";

/** Writes each property as its encoding says: by style like a query parameter, else objects as JSON (the default content type of objects). */
export const formBody: BodyCodec = (value, content, mediaType) => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Error("must be an object");
  const body = Object.entries(value).flatMap(([name, item]) => (isAbsent(item) ? [] : property(name, item, own(content.encoding, name)))).join("&");
  return { body, contentType: mediaType };
};

function property(name: string, value: unknown, encoding: EncodingDescriptor = {}): string[] {
  if (isBinary(value)) throw new Error(`${name}: a form holds text; send bytes as multipart/form-data`);
  const { contentType, style, explode, allowReserved } = encoding;
  const styled = style !== undefined || explode !== undefined || allowReserved !== undefined;
  // OpenAPI 3.1.1, 4.8.15.1.1: contentType is ignored when a style field is present.
  if (styled) return pairs(name, value, { ...(style && { style }), ...(explode !== undefined && { explode }), ...(allowReserved && { allowReserved }) });
  if (contentType !== undefined) return listOf(value).flatMap((item) => pairs(name, item, { contentType }));
  return listOf(value).flatMap((item) => (isNested(item) ? [`${percentEncode(name)}=${percentEncode(jsonText(item) ?? "")}`] : pairs(name, item, {})));
}

/** An array is a pair an item (the default of `form` with `explode`). */
const listOf = (value: unknown): readonly unknown[] => (Array.isArray(value) ? value.filter((item) => !isAbsent(item)) : [value]);

const isNested = (value: unknown): boolean => typeof value === "object" && value !== null && !(value instanceof Date);
