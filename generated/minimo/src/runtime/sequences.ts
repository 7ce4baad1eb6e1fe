/** The codecs of sequences that are sent: JSON lines, JSON text sequences (RFC 7464). `events.ts` reads them. */
import { binaryBody } from "./binary.js";
import type { BodyCodec } from "./descriptor.js";
import { jsonText } from "./parameters.js";

/** Writes a list's items each between the two texts. Bytes and text are such a sequence already. */
const sequence = (before: string, after: string): BodyCodec => (value, content, mediaType) => {
  if (!Array.isArray(value)) return binaryBody(value, content, mediaType);
  return { body: value.map((item) => `${before}${jsonText(item) ?? "null"}${after}`).join(""), contentType: mediaType };
};

/** A JSON value a line (`application/jsonl`, `application/x-ndjson`). */
export const jsonLinesBody: BodyCodec = /* @__PURE__ */ sequence("", "\n");

/** JSON values, each between a record separator and a line feed (RFC 7464, 2.2: `application/json-seq`). */
export const jsonSequenceBody: BodyCodec = /* @__PURE__ */ sequence("\x1e", "\n");
