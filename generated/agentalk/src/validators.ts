/** Validators: what the API's document says about each value, as zod schemas. */
import * as z from "zod";
import { anyString, optionalEmail, optionalInteger, optionalString, optionalUuid, uuid } from "./shared.js";

/** Of `POST /api/contacts`. */
export const upsertContactValidators = {
  header: () => z.looseObject({
    "X-Organization-ID": optionalUuid,
  }),
  body: {
    "application/json": () => z.looseObject({
      /** Email address */
      email: optionalEmail,
      /** Fields to create/update */
      fields: z.record(anyString, z.unknown()).exactOptional(),
      /** First name */
      firstName: optionalString,
      /** Last name */
      lastName: optionalString,
      /** Phone number with country code (required) */
      phone: anyString,
      /** Tags to assign */
      tags: z.array(anyString).exactOptional(),
    }),
  },
  responses: {
    200: { "application/json": () => z.record(anyString, z.unknown()) },
    201: { "application/json": () => z.record(anyString, z.unknown()) },
  },
};

/** Of `GET /api/contacts/search`. */
export const searchContactsValidators = {
  query: () => z.looseObject({
    limit: optionalInteger,
    name: optionalString,
    offset: optionalInteger,
    phone: optionalString,
  }),
  header: () => z.looseObject({
    "X-Organization-ID": optionalUuid,
  }),
  responses: {
    200: { "application/json": () => z.record(anyString, z.unknown()) },
  },
};

/** Of `DELETE /api/contacts/{contact_id}`. */
export const deleteContactValidators = {
  path: () => z.looseObject({
    contact_id: uuid,
  }),
  header: () => z.looseObject({
    "X-Organization-ID": optionalUuid,
  }),
  responses: {
    200: { "application/json": () => z.record(anyString, z.unknown()) },
  },
};

/** Of `PATCH /api/contacts/{contact_id}/fields`. */
export const updateContactFieldsValidators = {
  path: () => z.looseObject({
    contact_id: uuid,
  }),
  header: () => z.looseObject({
    "X-Organization-ID": optionalUuid,
  }),
  body: {
    "application/json": () => z.looseObject({
      /** Fields to update */
      fields: z.record(anyString, z.unknown()),
    }),
  },
  responses: {
    200: { "application/json": () => z.record(anyString, z.unknown()) },
  },
};

/** Of `DELETE /api/contacts/{contact_id}/fields/{field_key}`. */
export const clearContactFieldValidators = {
  path: () => z.looseObject({
    contact_id: uuid,
    field_key: anyString,
  }),
  header: () => z.looseObject({
    "X-Organization-ID": optionalUuid,
  }),
  responses: {
    200: { "application/json": () => z.record(anyString, z.unknown()) },
  },
};

/** Of `POST /api/contacts/{contact_id}/tags`. */
export const addContactTagsValidators = {
  path: () => z.looseObject({
    contact_id: uuid,
  }),
  header: () => z.looseObject({
    "X-Organization-ID": optionalUuid,
  }),
  body: {
    "application/json": () => z.looseObject({
      /** Tags to add */
      tags: z.array(anyString),
    }),
  },
  responses: {
    200: { "application/json": () => z.record(anyString, z.unknown()) },
  },
};

/** Of `DELETE /api/contacts/{contact_id}/tags/{tag_id_or_name}`. */
export const removeContactTagValidators = {
  path: () => z.looseObject({
    contact_id: uuid,
    tag_id_or_name: anyString,
  }),
  header: () => z.looseObject({
    "X-Organization-ID": optionalUuid,
  }),
  responses: {
    200: { "application/json": () => z.record(anyString, z.unknown()) },
  },
};
