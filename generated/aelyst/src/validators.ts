/** Validators: what the API's document says about each value, as zod schemas. */
import * as z from "zod";
import { schema } from "./runtime/json-schema.js";
import {
  anyBoolean,
  anyNumber,
  anyString,
  nullableString,
  optionalInteger,
  optionalNullableString,
  optionalString,
} from "./shared.js";

export const CustomFieldSchema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    name: anyString,
    /**
     * Written as the kind of the field asks: text as a string; an email as `user@domain.com`; a URL with or
     * without its scheme and `www`; a list option as a string that is one of the list; a number as a number; a
     * date as yyyy-mm-dd; a time as HH:MM in 24 hours; a checkbox as true or false.
     */
    value: z.union([nullableString, anyNumber, anyBoolean]).exactOptional(),
  }),
);

export const ContactUpsertSchema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    /** ISO 3166-1 alpha-2 code */
    countryCode: optionalNullableString,
    custom_fields: z.array(CustomFieldSchema).nullable().exactOptional(),
    email: optionalNullableString,
    firstName: anyString,
    /** ISO 639-1 code */
    language: optionalNullableString,
    lastName: optionalNullableString,
    phone: optionalNullableString,
    profilePic: optionalNullableString,
  }),
);

export const ErrorMessageSchema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    code: optionalInteger,
    message: optionalString,
  }),
);

export const UpsertedContactSchema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    /** ID of the contact that was created or updated */
    contactId: optionalInteger,
  }),
);

/** Of `POST /contact/create_or_update/{identifier}`. */
export const upsertContactValidators = {
  path: () => z.looseObject({
    identifier: anyString,
  }),
  body: { "application/json": () => ContactUpsertSchema },
  responses: {
    200: { "application/json": () => UpsertedContactSchema },
    400: { "application/json": () => ErrorMessageSchema },
    401: { "application/json": () => ErrorMessageSchema },
    429: { "application/json": () => ErrorMessageSchema },
    449: { "application/json": () => ErrorMessageSchema },
    500: { "application/json": () => ErrorMessageSchema },
  },
};
