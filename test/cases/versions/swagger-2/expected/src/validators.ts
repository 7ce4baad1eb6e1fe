/** Validators: what the API's document says about each value, as zod schemas. */
import * as z from "zod";
import { binary, schema } from "./runtime/json-schema.js";
import { anyInteger, anyString, int64, optionalNullableString, optionalString } from "./shared.js";

export const ItemSchema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    id: int64,
    name: optionalNullableString,
  }),
);

/** Of `POST /items`. */
export const addItemValidators = {
  query: () => z.looseObject({
    ids: z.array(anyInteger).exactOptional(),
  }),
  header: () => z.looseObject({
    "X-Tags": z.array(anyString).exactOptional(),
  }),
  body: { "application/json": () => ItemSchema },
  responses: {
    200: { "application/json": () => ItemSchema },
  },
};

/** Of `POST /upload`. */
export const uploadValidators = {
  body: {
    "multipart/form-data": () => z.looseObject({
      file: binary(),
      note: optionalString,
      tags: z.array(anyString).exactOptional(),
    }),
  },
};
