/**
 * The codec of `multipart/*` (RFC 7578, RFC 2046, 5.1; OpenAPI 3.1.1, 4.8.14.5 and 4.8.15). FormData cannot say a part's
 * headers, nor the type of a part that is no file; so the parts are written here, into one Blob, which can be sent again.
 */
import type { BodyCodec, EncodingDescriptor, RequestContent } from "./descriptor.js";
import { isBinary } from "./binary.js";
import { essence, isJson } from "./media.js";
import { own } from "./own.js";
import { fieldText, isAbsent, jsonText, scalarText } from "./parameters.js";
import { pairs } from "./styles.js";

/** Writes a part a property; a part an item for arrays. */
export const multipartBody: BodyCodec = (value, content, mediaType) => {
  if (typeof value !== "object" || value === null) throw new Error("must be an object");
  // Whole already; fetch gives it its boundary.
  if (value instanceof FormData) return { body: value, contentType: undefined };
  const boundary = `form-${crypto.randomUUID()}`;
  const parts = Object.entries(value).flatMap(([name, item]) => partsOf(name, item, content));
  const blocks = parts.flatMap((part) => [`--${boundary}\r\n${part.head}\r\n\r\n`, part.body, "\r\n"]);
  const contentType = `${essence(mediaType)}; boundary=${boundary}`;
  return { body: new Blob([...blocks, `--${boundary}--\r\n`], { type: contentType }), contentType };
};

interface Part {
  readonly head: string;
  readonly body: BlobPart;
}

function partsOf(name: string, value: unknown, content: RequestContent): Part[] {
  if (isAbsent(value)) return [];
  const encoding = own(content.encoding, name) ?? {};
  const kind = own(content.parts, name);
  const { style, explode, allowReserved } = encoding;
  // Only form-data has styles (OpenAPI 3.1.1, 4.8.15.1.2). The pairs' values are not percent-encoded: there is nothing to delimit.
  const styled = style !== undefined || explode !== undefined || allowReserved !== undefined;
  const items: readonly unknown[] = Array.isArray(value) ? value.filter((item) => !isAbsent(item)) : [value];
  const fields = Object.entries(encoding.headers ?? {}).flatMap(([field, text]) => fieldText(text).map((value) => `\r\n${field}: ${value}`)).join("");
  // A style is about text: bytes are a part whatever is said of them.
  const parts = styled && !items.some(isBinary) ? styledParts(name, value, encoding) : items.map((item) => part(name, item, encoding, kind));
  return parts.map(({ head, body }) => ({ head: head + fields, body }));
}

function styledParts(name: string, value: unknown, encoding: EncodingDescriptor): Part[] {
  const how = { ...(encoding.style && { style: encoding.style }), ...(encoding.explode !== undefined && { explode: encoding.explode }) };
  return pairs(name, value, how).map((pair) => {
    const [key = "", text = ""] = pair.split("=", 2).map(decodeURIComponent);
    return part(key, text, {}, "text");
  });
}

/** Default content types: object JSON, bytes octet-stream, scalars text (the table of OpenAPI 3.1.1, 4.8.15). */
function part(name: string, value: unknown, encoding: EncodingDescriptor, kind: "binary" | "json" | "text" | undefined): Part {
  // A list ("image/png, image/jpeg") or a range: the file knows which; a text has to take the first.
  const declared = encoding.contentType?.split(",").map((type) => type.trim());
  if (isBinary(value)) {
    if (value instanceof ReadableStream) throw new Error(`${name}: a stream cannot be a part; read it into a Blob`);
    const own = value instanceof Blob ? value.type : "";
    const fixed = declared?.length === 1 && !declared[0]?.includes("*") ? declared[0] : undefined;
    const fileName = value instanceof File ? value.name : "blob";
    return { head: head(name, fixed ?? (own || firstOf(declared) || "application/octet-stream"), fileName), body: value as BlobPart };
  }
  const type = firstOf(declared);
  const nested = typeof value === "object" && !(value instanceof Date);
  if (nested && type !== undefined && !isJson(essence(type))) throw new Error(`${name}: ${type} takes text or bytes`);
  if (type === undefined ? nested || kind === "json" : isJson(essence(type))) return { head: head(name, type ?? "application/json"), body: jsonText(value) ?? "" };
  return { head: head(name, type ?? (kind === "binary" ? "application/octet-stream" : undefined)), body: scalarText(value) };
}

const firstOf = (types: readonly string[] | undefined): string | undefined => types?.find((type) => !type.includes("*"));

/** RFC 7578, 4.2 and HTML's form-data encoding: names in UTF-8, with quotes and line ends percent-encoded. */
function head(name: string, type: string | undefined, fileName?: string): string {
  const lines = [`Content-Disposition: form-data; name="${quoted(name)}"${fileName === undefined ? "" : `; filename="${quoted(fileName)}"`}`];
  if (type !== undefined) lines.push(`Content-Type: ${type}`);
  return lines.join("\r\n");
}

const quoted = (text: string): string => text.replace(/[\r\n"]/g, (character) => `%${character.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`);
