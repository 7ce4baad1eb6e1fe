/** The codecs of answers that a document declares as a range of types: what came tells how it is read. */
import { readBinary } from "./binary.js";
import type { ResponseCodec } from "./descriptor.js";
import { readJson } from "./json.js";
import { essence, isJson, readString } from "./media.js";

/** Reads what is described as a string: JSON where it came as that, else the text itself. */
export const readTextOrJson: ResponseCodec = (response, mediaType, context) => (isJson(essence(mediaType)) ? readJson : readString)(response, mediaType, context);

/** Reads what nothing is known of: JSON and text as such, anything else as a Blob. */
export const readAny: ResponseCodec = (response, mediaType, context) => (/^text\//i.test(mediaType) ? readString : isJson(essence(mediaType)) ? readJson : readBinary)(response, mediaType, context);
