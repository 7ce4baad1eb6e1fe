/** The operations of Agentalk: one function each, and the groups that the client is made of. */
import { authorize, createCore, jsonBody, readJson } from "./runtime/index.js";
import type {
  ApiDescriptor,
  Call,
  CallOptions,
  ClientOptions,
  Core,
  OperationDescriptor,
  Provided,
  Success,
  Transport,
} from "./runtime/index.js";
import {
  addContactTagsValidators,
  clearContactFieldValidators,
  deleteContactValidators,
  removeContactTagValidators,
  searchContactsValidators,
  updateContactFieldsValidators,
  upsertContactValidators,
} from "./validators.js";

const api: ApiDescriptor = {
  package: "@specwright/agentalk",
  servers: [{ url: "https://api.agentalk.io" }],
  securitySchemes: { OrganizationApiToken: { type: "bearer" } },
  authorize: authorize,
};

/** Credentials by security scheme: a value, or a function that gives one. */
export type AgentalkAuth = {
  /**
   * API token of an organization, of the form `{orgId}.{secretToken}`. Give the token alone: the `Bearer ` prefix
   * is not part of it. JWTs are not accepted.
   */
  readonly OrganizationApiToken?: Provided<string>;
};

/** What a client can be told. */
export type AgentalkOptions = ClientOptions<AgentalkAuth>;

/**
 * What the operations of this package are called with, when they are used as functions: `operation(core, args)`.
 *
 * @param transport `openapiFetch(options)` where there is middleware; a client has it always
 */
export function createAgentalkCore(options?: AgentalkOptions, transport?: Transport): Core {
  return createCore(api, options, transport);
}

/** What {@link upsertContact} takes. */
export interface UpsertContactArgs {
  header?: {
    /**
     * Limits the call to one organization. Left out, a superuser reaches all of them and any other user the current one.
     *
     * Format: uuid
     */
    "X-Organization-ID"?: string;
  };
  body: {
    /**
     * Email address
     *
     * Format: email
     */
    email?: string;
    /** Fields to create/update */
    fields?: { [key: string]: unknown };
    /** First name */
    firstName?: string;
    /** Last name */
    lastName?: string;
    /** Phone number with country code (required) */
    phone: string;
    /** Tags to assign */
    tags?: string[];
  };
}

/** What {@link upsertContact} gives, told apart by `status`. */
export type UpsertContactResult =
  | Success<200, { [key: string]: unknown }>
  | Success<201, { [key: string]: unknown }>;

export const upsertContactOperation: OperationDescriptor = {
  id: "upsertContact",
  method: "POST",
  path: "/api/contacts",
  parameters: [{ name: "X-Organization-ID", in: "header" }],
  body: { required: true, contents: { "application/json": { codec: jsonBody } } },
  responses: {
    200: { contents: { "application/json": { codec: readJson } } },
    201: { contents: { "application/json": { codec: readJson } } },
  },
  security: [{ OrganizationApiToken: [] }],
  validators: upsertContactValidators,
};

/**
 * Create or Update Contact
 *
 * Creates a contact, or updates the one that already has the same phone number.
 *
 * `POST /api/contacts`
 */
export function upsertContact(core: Core, args: UpsertContactArgs, options?: CallOptions): Call<UpsertContactResult> {
  return core.call<UpsertContactResult>(upsertContactOperation, args, options);
}

/** What {@link searchContacts} takes. */
export interface SearchContactsArgs {
  query?: {
    /**
     * Number of results to return (default: 50)
     * @default 50
     */
    limit?: number;
    /** Name to search (first or last) */
    name?: string;
    /**
     * Offset for pagination (default: 0)
     * @default 0
     */
    offset?: number;
    /** Phone number to search */
    phone?: string;
  };
  header?: {
    /**
     * Limits the call to one organization. Left out, a superuser reaches all of them and any other user the current one.
     *
     * Format: uuid
     */
    "X-Organization-ID"?: string;
  };
}

/** What {@link searchContacts} gives. */
export type SearchContactsResult = Success<200, { [key: string]: unknown }>;

export const searchContactsOperation: OperationDescriptor = {
  id: "searchContacts",
  method: "GET",
  path: "/api/contacts/search",
  parameters: [
    { name: "limit", in: "query" },
    { name: "name", in: "query" },
    { name: "offset", in: "query" },
    { name: "phone", in: "query" },
    { name: "X-Organization-ID", in: "header" },
  ],
  responses: {
    200: { contents: { "application/json": { codec: readJson } } },
  },
  security: [{ OrganizationApiToken: [] }],
  requireOneOf: ["phone", "name"],
  validators: searchContactsValidators,
};

/**
 * Search Contacts
 *
 * Finds contacts by phone number or by name. At least one search parameter has to be given.
 *
 * `GET /api/contacts/search`
 */
export function searchContacts(core: Core, args?: SearchContactsArgs, options?: CallOptions): Call<SearchContactsResult> {
  return core.call<SearchContactsResult>(searchContactsOperation, args, options);
}

/** What {@link deleteContact} takes. */
export interface DeleteContactArgs {
  path: {
    /**
     * Contact ID
     *
     * Format: uuid
     */
    contact_id: string;
  };
  header?: {
    /**
     * Limits the call to one organization. Left out, a superuser reaches all of them and any other user the current one.
     *
     * Format: uuid
     */
    "X-Organization-ID"?: string;
  };
}

/** What {@link deleteContact} gives. */
export type DeleteContactResult = Success<200, { [key: string]: unknown }>;

export const deleteContactOperation: OperationDescriptor = {
  id: "deleteContact",
  method: "DELETE",
  path: "/api/contacts/{contact_id}",
  parameters: [
    { name: "contact_id", in: "path", required: true },
    { name: "X-Organization-ID", in: "header" },
  ],
  responses: {
    200: { contents: { "application/json": { codec: readJson } } },
  },
  security: [{ OrganizationApiToken: [] }],
  validators: deleteContactValidators,
};

/**
 * Delete Contact
 *
 * Deletes a contact for good.
 *
 * `DELETE /api/contacts/{contact_id}`
 */
export function deleteContact(core: Core, args: DeleteContactArgs, options?: CallOptions): Call<DeleteContactResult> {
  return core.call<DeleteContactResult>(deleteContactOperation, args, options);
}

/** What {@link updateContactFields} takes. */
export interface UpdateContactFieldsArgs {
  path: {
    /**
     * Contact ID
     *
     * Format: uuid
     */
    contact_id: string;
  };
  header?: {
    /**
     * Limits the call to one organization. Left out, a superuser reaches all of them and any other user the current one.
     *
     * Format: uuid
     */
    "X-Organization-ID"?: string;
  };
  body: {
    /** Fields to update */
    fields: { [key: string]: unknown };
  };
}

/** What {@link updateContactFields} gives. */
export type UpdateContactFieldsResult = Success<200, { [key: string]: unknown }>;

export const updateContactFieldsOperation: OperationDescriptor = {
  id: "updateContactFields",
  method: "PATCH",
  path: "/api/contacts/{contact_id}/fields",
  parameters: [
    { name: "contact_id", in: "path", required: true },
    { name: "X-Organization-ID", in: "header" },
  ],
  body: { required: true, contents: { "application/json": { codec: jsonBody } } },
  responses: {
    200: { contents: { "application/json": { codec: readJson } } },
  },
  security: [{ OrganizationApiToken: [] }],
  validators: updateContactFieldsValidators,
};

/**
 * Update Contact Fields
 *
 * Changes the given fields of a contact.
 *
 * `PATCH /api/contacts/{contact_id}/fields`
 */
export function updateContactFields(core: Core, args: UpdateContactFieldsArgs, options?: CallOptions): Call<UpdateContactFieldsResult> {
  return core.call<UpdateContactFieldsResult>(updateContactFieldsOperation, args, options);
}

/** What {@link clearContactField} takes. */
export interface ClearContactFieldArgs {
  path: {
    /**
     * Contact ID
     *
     * Format: uuid
     */
    contact_id: string;
    /** Key of the field to clear, such as `email` or `city` */
    field_key: string;
  };
  header?: {
    /**
     * Limits the call to one organization. Left out, a superuser reaches all of them and any other user the current one.
     *
     * Format: uuid
     */
    "X-Organization-ID"?: string;
  };
}

/** What {@link clearContactField} gives. */
export type ClearContactFieldResult = Success<200, { [key: string]: unknown }>;

export const clearContactFieldOperation: OperationDescriptor = {
  id: "clearContactField",
  method: "DELETE",
  path: "/api/contacts/{contact_id}/fields/{field_key}",
  parameters: [
    { name: "contact_id", in: "path", required: true },
    { name: "field_key", in: "path", required: true },
    { name: "X-Organization-ID", in: "header" },
  ],
  responses: {
    200: { contents: { "application/json": { codec: readJson } } },
  },
  security: [{ OrganizationApiToken: [] }],
  validators: clearContactFieldValidators,
};

/**
 * Clear Contact Field
 *
 * Empties one field of a contact.
 *
 * `DELETE /api/contacts/{contact_id}/fields/{field_key}`
 */
export function clearContactField(core: Core, args: ClearContactFieldArgs, options?: CallOptions): Call<ClearContactFieldResult> {
  return core.call<ClearContactFieldResult>(clearContactFieldOperation, args, options);
}

/** What {@link addContactTags} takes. */
export interface AddContactTagsArgs {
  path: {
    /**
     * Contact ID
     *
     * Format: uuid
     */
    contact_id: string;
  };
  header?: {
    /**
     * Limits the call to one organization. Left out, a superuser reaches all of them and any other user the current one.
     *
     * Format: uuid
     */
    "X-Organization-ID"?: string;
  };
  body: {
    /** Tags to add */
    tags: string[];
  };
}

/** What {@link addContactTags} gives. */
export type AddContactTagsResult = Success<200, { [key: string]: unknown }>;

export const addContactTagsOperation: OperationDescriptor = {
  id: "addContactTags",
  method: "POST",
  path: "/api/contacts/{contact_id}/tags",
  parameters: [
    { name: "contact_id", in: "path", required: true },
    { name: "X-Organization-ID", in: "header" },
  ],
  body: { required: true, contents: { "application/json": { codec: jsonBody } } },
  responses: {
    200: { contents: { "application/json": { codec: readJson } } },
  },
  security: [{ OrganizationApiToken: [] }],
  validators: addContactTagsValidators,
};

/**
 * Add Tags to Contact
 *
 * Adds tags to a contact and keeps those it has.
 *
 * `POST /api/contacts/{contact_id}/tags`
 */
export function addContactTags(core: Core, args: AddContactTagsArgs, options?: CallOptions): Call<AddContactTagsResult> {
  return core.call<AddContactTagsResult>(addContactTagsOperation, args, options);
}

/** What {@link removeContactTag} takes. */
export interface RemoveContactTagArgs {
  path: {
    /**
     * Contact ID
     *
     * Format: uuid
     */
    contact_id: string;
    /** Tag ID or tag name to remove */
    tag_id_or_name: string;
  };
  header?: {
    /**
     * Limits the call to one organization. Left out, a superuser reaches all of them and any other user the current one.
     *
     * Format: uuid
     */
    "X-Organization-ID"?: string;
  };
}

/** What {@link removeContactTag} gives. */
export type RemoveContactTagResult = Success<200, { [key: string]: unknown }>;

export const removeContactTagOperation: OperationDescriptor = {
  id: "removeContactTag",
  method: "DELETE",
  path: "/api/contacts/{contact_id}/tags/{tag_id_or_name}",
  parameters: [
    { name: "contact_id", in: "path", required: true },
    { name: "tag_id_or_name", in: "path", required: true },
    { name: "X-Organization-ID", in: "header" },
  ],
  responses: {
    200: { contents: { "application/json": { codec: readJson } } },
  },
  security: [{ OrganizationApiToken: [] }],
  validators: removeContactTagValidators,
};

/**
 * Remove Tag from Contact
 *
 * Takes one tag, named by its id or its name, off a contact.
 *
 * `DELETE /api/contacts/{contact_id}/tags/{tag_id_or_name}`
 */
export function removeContactTag(core: Core, args: RemoveContactTagArgs, options?: CallOptions): Call<RemoveContactTagResult> {
  return core.call<RemoveContactTagResult>(removeContactTagOperation, args, options);
}

/** Create, update, search, and manage contacts */
export interface ContactsGroup {
  /**
   * Create or Update Contact
   *
   * Creates a contact, or updates the one that already has the same phone number.
   *
   * `POST /api/contacts`
   */
  upsertContact(args: UpsertContactArgs, options?: CallOptions): Call<UpsertContactResult>;

  /**
   * Search Contacts
   *
   * Finds contacts by phone number or by name. At least one search parameter has to be given.
   *
   * `GET /api/contacts/search`
   */
  searchContacts(args?: SearchContactsArgs, options?: CallOptions): Call<SearchContactsResult>;

  /**
   * Delete Contact
   *
   * Deletes a contact for good.
   *
   * `DELETE /api/contacts/{contact_id}`
   */
  deleteContact(args: DeleteContactArgs, options?: CallOptions): Call<DeleteContactResult>;

  /**
   * Update Contact Fields
   *
   * Changes the given fields of a contact.
   *
   * `PATCH /api/contacts/{contact_id}/fields`
   */
  updateContactFields(args: UpdateContactFieldsArgs, options?: CallOptions): Call<UpdateContactFieldsResult>;

  /**
   * Clear Contact Field
   *
   * Empties one field of a contact.
   *
   * `DELETE /api/contacts/{contact_id}/fields/{field_key}`
   */
  clearContactField(args: ClearContactFieldArgs, options?: CallOptions): Call<ClearContactFieldResult>;

  /**
   * Add Tags to Contact
   *
   * Adds tags to a contact and keeps those it has.
   *
   * `POST /api/contacts/{contact_id}/tags`
   */
  addContactTags(args: AddContactTagsArgs, options?: CallOptions): Call<AddContactTagsResult>;

  /**
   * Remove Tag from Contact
   *
   * Takes one tag, named by its id or its name, off a contact.
   *
   * `DELETE /api/contacts/{contact_id}/tags/{tag_id_or_name}`
   */
  removeContactTag(args: RemoveContactTagArgs, options?: CallOptions): Call<RemoveContactTagResult>;
}

export function contactsGroup(core: Core): ContactsGroup {
  return {
    upsertContact: (args, options) => upsertContact(core, args, options),
    searchContacts: (args, options) => searchContacts(core, args, options),
    deleteContact: (args, options) => deleteContact(core, args, options),
    updateContactFields: (args, options) => updateContactFields(core, args, options),
    clearContactField: (args, options) => clearContactField(core, args, options),
    addContactTags: (args, options) => addContactTags(core, args, options),
    removeContactTag: (args, options) => removeContactTag(core, args, options),
  };
}
