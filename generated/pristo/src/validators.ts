/** Validators: what the API's document says about each value, as zod schemas. */
import * as z from "zod";
import { maxLength, schema } from "./runtime/json-schema.js";
import { anyString, optionalEmail, optionalString, optionalUuid, uuid } from "./shared.js";

export const ContactSchema = /* @__PURE__ */ schema(() =>
  z.strictObject({
    /** Values of the fields that the population defines. Each key has to be one that it defines. */
    customFields: z.record(anyString, z.string().check(maxLength(255))).exactOptional(),
    email: optionalEmail,
    /** Client-owned contact identifier */
    id: uuid,
    /** ISO 639-1 language code, such as `en` or `he` */
    language: optionalString,
    lastName: optionalString,
    name: optionalString,
    phone: optionalString,
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
      code: optionalString,
      message: optionalString,
    }).exactOptional(),
  }),
);

/** Of `POST /v1/contacts/save/{populationId}`. */
export const upsertContactValidators = {
  path: () => z.looseObject({
    populationId: uuid,
  }),
  header: () => z.looseObject({
    "X-Request-Id": optionalUuid,
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
