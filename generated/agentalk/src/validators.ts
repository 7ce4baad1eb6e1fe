/** Validators: what the API's document says about each value, as zod schemas. */
import * as z from "zod";
import { emailPattern } from "./runtime/formats.js";

/** Of `POST /api/contacts`. */
export const upsertContactValidators = {
  header: () => z.looseObject({
    "X-Organization-ID": z.guid().exactOptional(),
  }),
  body: {
    "application/json": () => z.looseObject({
      /** Email address */
      email: z.email({ pattern: emailPattern }).exactOptional(),
      /** Fields to create/update */
      fields: z.record(z.string(), z.unknown()).exactOptional(),
      /** First name */
      firstName: z.string().exactOptional(),
      /** Last name */
      lastName: z.string().exactOptional(),
      /** Phone number with country code (required) */
      phone: z.string(),
      /** Tags to assign */
      tags: z.array(z.string()).exactOptional(),
    }),
  },
  responses: {
    200: { "application/json": () => z.record(z.string(), z.unknown()) },
    201: { "application/json": () => z.record(z.string(), z.unknown()) },
  },
};

/** Of `GET /api/contacts/search`. */
export const searchContactsValidators = {
  query: () => z.looseObject({
    limit: z.int().exactOptional(),
    name: z.string().exactOptional(),
    offset: z.int().exactOptional(),
    phone: z.string().exactOptional(),
  }),
  header: () => z.looseObject({
    "X-Organization-ID": z.guid().exactOptional(),
  }),
  responses: {
    200: { "application/json": () => z.record(z.string(), z.unknown()) },
  },
};

/** Of `DELETE /api/contacts/{contact_id}`. */
export const deleteContactValidators = {
  path: () => z.looseObject({
    contact_id: z.guid(),
  }),
  header: () => z.looseObject({
    "X-Organization-ID": z.guid().exactOptional(),
  }),
  responses: {
    200: { "application/json": () => z.record(z.string(), z.unknown()) },
  },
};

/** Of `PATCH /api/contacts/{contact_id}/fields`. */
export const updateContactFieldsValidators = {
  path: () => z.looseObject({
    contact_id: z.guid(),
  }),
  header: () => z.looseObject({
    "X-Organization-ID": z.guid().exactOptional(),
  }),
  body: {
    "application/json": () => z.looseObject({
      /** Fields to update */
      fields: z.record(z.string(), z.unknown()),
    }),
  },
  responses: {
    200: { "application/json": () => z.record(z.string(), z.unknown()) },
  },
};

/** Of `DELETE /api/contacts/{contact_id}/fields/{field_key}`. */
export const clearContactFieldValidators = {
  path: () => z.looseObject({
    contact_id: z.guid(),
    field_key: z.string(),
  }),
  header: () => z.looseObject({
    "X-Organization-ID": z.guid().exactOptional(),
  }),
  responses: {
    200: { "application/json": () => z.record(z.string(), z.unknown()) },
  },
};

/** Of `POST /api/contacts/{contact_id}/tags`. */
export const addContactTagsValidators = {
  path: () => z.looseObject({
    contact_id: z.guid(),
  }),
  header: () => z.looseObject({
    "X-Organization-ID": z.guid().exactOptional(),
  }),
  body: {
    "application/json": () => z.looseObject({
      /** Tags to add */
      tags: z.array(z.string()),
    }),
  },
  responses: {
    200: { "application/json": () => z.record(z.string(), z.unknown()) },
  },
};

/** Of `DELETE /api/contacts/{contact_id}/tags/{tag_id_or_name}`. */
export const removeContactTagValidators = {
  path: () => z.looseObject({
    contact_id: z.guid(),
    tag_id_or_name: z.string(),
  }),
  header: () => z.looseObject({
    "X-Organization-ID": z.guid().exactOptional(),
  }),
  responses: {
    200: { "application/json": () => z.record(z.string(), z.unknown()) },
  },
};
