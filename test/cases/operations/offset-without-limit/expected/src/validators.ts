/** Validators: what the API's document says about each value, as zod schemas. */
import * as z from "zod";
import { anyString, optionalInteger } from "./shared.js";

/** Of `GET /things`. */
export const listThingsValidators = {
  query: () => z.looseObject({
    offset: optionalInteger,
  }),
  responses: {
    200: {
      "application/json": () => z.looseObject({
        data: z.array(anyString).exactOptional(),
      }),
    },
  },
};

export const postNothingWebhookValidators = {};

export const putThingWebhookValidators = {};

export const postThingWebhookValidators = {
  "application/json": () => anyString,
};
