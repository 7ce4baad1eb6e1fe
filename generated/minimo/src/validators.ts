/** Validators: what the API's document says about each value, as zod schemas. */
import * as z from "zod";
import { objectOf, schema } from "./runtime/json-schema.js";
import { anyString, email, optionalBoolean, optionalString } from "./shared.js";

export const ContactReferenceSchema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    contactId: optionalString,
  }),
);

/** Channel-specific marketing consent preferences */
export const MarketingConsentSchema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    /** Consent to email marketing; true is an opt-in, false an opt-out */
    email: optionalBoolean,
    /** Consent to WhatsApp marketing; true is an opt-in, false an opt-out */
    whatsapp: optionalBoolean,
  }),
);

export const ContactUpsertSchema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    /** Custom fields of the contact, merged deeply into those stored. */
    customFields: z.record(anyString, z.unknown()).exactOptional(),
    /** Email address of the contact. Matched first. */
    email: anyString,
    marketingConsent: MarketingConsentSchema.exactOptional(),
    /** Phone number of the contact. Matched when no contact has the email. WhatsApp needs it in E.164 form, such as `+393391234567`. */
    phone: optionalString,
  }),
);

export const ErrorMessageSchema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    error: optionalString,
  }),
);

/** Of `POST /public/v1/contacts`. */
export const upsertContactsValidators = {
  body: {
    "application/json": () => z.union([ContactUpsertSchema, z.array(ContactUpsertSchema)]),
    "application/x-www-form-urlencoded": () => objectOf<{
        /**
         * Email address of the contact
         *
         * Format: email
         */
        email?: string;
        /** Phone number of the contact. WhatsApp needs it in E.164 form, such as `+393391234567`. */
        phone?: string;
        [key: `customFields.${string}`]: string;
      }>({
      properties: {
        email: email,
        phone: anyString,
      },
      patterns: [
        [new RegExp("^customFields\\..+$", "u"), anyString],
      ],
    }),
    "multipart/form-data": () => objectOf<{
        /**
         * Email address of the contact
         *
         * Format: email
         */
        email?: string;
        /** Phone number of the contact. WhatsApp needs it in E.164 form, such as `+393391234567`. */
        phone?: string;
        [key: `customFields.${string}`]: string;
      }>({
      properties: {
        email: email,
        phone: anyString,
      },
      patterns: [
        [new RegExp("^customFields\\..+$", "u"), anyString],
      ],
    }),
  },
  responses: {
    200: { "application/json": () => z.array(ContactReferenceSchema) },
    400: { "application/json": () => ErrorMessageSchema },
  },
};
