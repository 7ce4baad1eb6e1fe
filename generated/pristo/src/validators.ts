/** Validators: what the API's document says about each value, as zod schemas. */
import * as z from "zod";
import { emailPattern } from "./runtime/formats.js";
import { maxLength, schema } from "./runtime/json-schema.js";

export const ContactSchema = /* @__PURE__ */ schema(() =>
  z.strictObject({
    /** Values of the fields that the population defines. Each key has to be one that it defines. */
    customFields: z.record(z.string(), z.string().check(maxLength(255))).exactOptional(),
    email: z.email({ pattern: emailPattern }).exactOptional(),
    /** Client-owned contact identifier */
    id: z.guid(),
    /** ISO 639-1 language code, such as `en` or `he` */
    language: z.string().exactOptional(),
    lastName: z.string().exactOptional(),
    name: z.string().exactOptional(),
    phone: z.string().exactOptional(),
  }),
);

export const ContactResponseSchema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    contact: ContactSchema.exactOptional(),
  }),
);

export const ContactUpsertRequestSchema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    contact: ContactSchema,
  }),
);

export const ErrorResponseSchema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    error: z.looseObject({
      code: z.string().exactOptional(),
      message: z.string().exactOptional(),
    }).exactOptional(),
  }),
);

/** Of `POST /v1/contacts/save/{populationId}`. */
export const upsertContactValidators = {
  path: () => z.looseObject({
    populationId: z.guid(),
  }),
  header: () => z.looseObject({
    "X-Request-Id": z.guid().exactOptional(),
  }),
  body: { "application/json": () => ContactUpsertRequestSchema },
  responses: {
    200: { "application/json": () => ContactResponseSchema },
    201: { "application/json": () => ContactResponseSchema },
    400: { "application/json": () => ErrorResponseSchema },
    401: { "application/json": () => ErrorResponseSchema },
    429: { "application/json": () => ErrorResponseSchema },
    500: { "application/json": () => ErrorResponseSchema },
  },
};
