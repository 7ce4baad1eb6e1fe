/** Validators: what the API's document says about each value, as zod schemas. */
import * as z from "zod";
import { binary, schema } from "./runtime/json-schema.js";
import { anyString, optionalInteger, optionalString } from "./shared.js";

export const ThingSchema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    name: anyString,
    /** Bytes in a part of its own and text elsewhere. */
    seal: optionalString,
    size: optionalInteger,
  }),
);

export const ThingUploadSchema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    name: anyString,
    /** Bytes in a part of its own and text elsewhere. */
    seal: binary().exactOptional(),
    size: optionalInteger,
  }),
);

/** Of `GET /things`. */
export const askThingValidators = {};

/** Of `POST /things`. */
export const sendThingValidators = {
  body: {
    "application/json": () => ThingSchema,
    "*/*": () => ThingSchema,
    "application/jsonl": () => z.union([z.array(ThingSchema), binary()]),
    "application/octet-stream": () => binary(),
    "application/x-www-form-urlencoded": () => ThingSchema,
    "application/xml": () => ThingSchema,
    "multipart/form-data": () => z.looseObject({
      photo: binary().exactOptional(),
    }),
    "multipart/related": () => ThingUploadSchema,
    "text/plain": () => anyString,
  },
};
