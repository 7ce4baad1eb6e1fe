/** Validators: what the API's document says about each value, as zod schemas. */
import * as z from "zod";
import { anyString } from "./shared.js";

/** Of `GET /bad`. */
export const badValidators = {
  responses: {
    200: { "application/json": () => z.unknown() },
  },
};

/** Of `GET /good`. */
export const goodGoodValidators = {
  responses: {
    200: { "application/json": () => anyString },
  },
};

/** Of `GET /outside`. */
export const outsideValidators = {
  responses: {
    200: { "application/json": () => z.unknown() },
  },
};

/** Of `GET /things/{id}`. */
export const thingsGoodValidators = {
  path: () => z.looseObject({
    id: anyString,
  }),
};
