/** Validators: what the API's document says about each value, as zod schemas. */
import * as z from "zod";
import { isInt64 } from "./runtime/formats.js";
import { binary, schema } from "./runtime/json-schema.js";

export const ItemSchema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    id: z.number().refine(isInt64, "an int64"),
    name: z.string().nullable().exactOptional(),
  }),
);

/** Of `POST /items`. */
export const addItemValidators = {
  query: () => z.looseObject({
    ids: z.array(z.int()).exactOptional(),
  }),
  header: () => z.looseObject({
    "X-Tags": z.array(z.string()).exactOptional(),
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
      note: z.string().exactOptional(),
      tags: z.array(z.string()).exactOptional(),
    }),
  },
};
