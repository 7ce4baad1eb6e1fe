/** The codecs of text: `text/*`, XML given as text, and whatever else a document describes as a string. */
import type { BodyCodec, ResponseCodec } from "./descriptor.js";
import { readString } from "./media.js";
import { scalarText } from "./parameters.js";

/** Writes text in UTF-8, and says so. A range of types is no type to send (RFC 9110, 8.3). */
export const textBody: BodyCodec = (value, _content, mediaType) => ({
  body: scalarText(value),
  contentType: /;\s*charset=/i.test(mediaType) ? mediaType : `${mediaType.includes("*") ? "text/plain" : mediaType}; charset=utf-8`,
});

/** Reads text by its charset parameter, UTF-8 by default. */
export const readText: ResponseCodec = readString;
