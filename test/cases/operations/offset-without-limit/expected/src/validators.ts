/** Validators: what the API's document says about each value, as zod schemas. */
import * as z from "zod";

/** Of `GET /things`. */
export const listThingsValidators = {
  query: () => z.looseObject({
    offset: z.int().exactOptional(),
  }),
  responses: {
    200: {
      "application/json": () => z.looseObject({
        data: z.array(z.string()).exactOptional(),
      }),
    },
  },
};

export const postNothingWebhookValidators = {};

export const putThingWebhookValidators = {};

export const postThingWebhookValidators = {
  "application/json": () => z.string(),
};
