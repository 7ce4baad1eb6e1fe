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

/** Gives the body as a stream, at once, which fails as calls do when it is cut off or aborted. An answer without a body gives an empty stream. */
export const readStream: ResponseCodec = async (response, _mediaType, context) => {
  const reader = (response.body ?? new Blob([]).stream()).getReader();
  return new ReadableStream<Uint8Array>(
    {
      async pull(stream) {
        try {
          const { done, value } = await reader.read();
          if (!done) return stream.enqueue(value);
          stream.close();
        } catch (error) {
          stream.error(context.explain(error));
        }
        context.end();
      },
      async cancel(reason) {
        context.end();
        await reader.cancel(reason);
      },
    },
    // Nothing is read before it is asked for.
    { highWaterMark: 0 },
  );
};
