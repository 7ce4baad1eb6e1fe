/** The codecs of bytes. */
import type { BodyCodec, ResponseCodec } from "./descriptor.js";

/** What stands for bytes in arguments. */
export type Binary = Blob | ArrayBuffer | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array<ArrayBuffer>>;

/** Whether a value is bytes of some kind (a File is a Blob). */
export function isBinary(value: unknown): value is Binary {
  return value instanceof Blob || value instanceof ArrayBuffer || ArrayBuffer.isView(value) || value instanceof ReadableStream;
}

/** Writes bytes as they are. For a range (`image/*`) the Content-Type is the blob's own. */
export const binaryBody: BodyCodec = (value, _content, mediaType) => {
  if (!isBinary(value) && typeof value !== "string") throw new Error("must be a Blob, File, ArrayBuffer, Uint8Array, ReadableStream or a text");
  const own = value instanceof Blob ? value.type : "";
  return { body: value, contentType: mediaType.includes("*") ? own || "application/octet-stream" : mediaType };
};

/** Reads the whole body as a Blob of the answer's type. */
export const readBinary: ResponseCodec = (response) => response.blob();

/** Gives the body as a stream, at once. An answer without a body gives an empty stream. */
export const readStream: ResponseCodec = (response) => Promise.resolve(response.body ?? new Blob([]).stream());
