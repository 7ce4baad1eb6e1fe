/** The codec of `application/x-www-form-urlencoded` (OpenAPI 3.1.1, 4.8.14.4 and 4.8.15). */
import type { BodyCodec } from "./descriptor.js";
import { isBinary } from "./binary.js";
import { formText } from "./styles.js";

/** Writes each property as its encoding says: by style like a query parameter, else objects as JSON (the default content type of objects). */
export const formBody: BodyCodec = (value, content, mediaType) => {
  if (typeof value !== "object" || value === null || Array.isArray(value)) throw new Error("must be an object");
  for (const [name, item] of Object.entries(value)) if (isBinary(item)) throw new Error(`${name}: a form holds text; send bytes as multipart/form-data`);
  return { body: formText(value, content.encoding), contentType: mediaType };
};
