/** The operations of Minimo: one function each, and the groups that the client is made of. */
import { BadRequestError } from "./errors.js";
import { authorize, createCore, formBody, jsonBody, multipartBody, readJson } from "./runtime/index.js";
import type {
  ApiDescriptor,
  Call,
  CallOptions,
  ClientOptions,
  Core,
  Failure,
  OperationDescriptor,
  Provided,
  Success,
  Transport,
} from "./runtime/index.js";
import type { ContactReference, ContactUpsert, ErrorMessage } from "./types.js";
import { upsertContactsValidators } from "./validators.js";

const api: ApiDescriptor = {
  package: "@specwright/minimo",
  servers: [{ url: "https://api.minimo.it" }],
  securitySchemes: { bearerAuth: { type: "bearer" } },
  authorize: authorize,
};

/** Credentials by security scheme: a value, or a function that gives one. */
export type MinimoAuth = {
  /** The token is composed of the client id and the key, as `mn-<API_CLIENT_ID>-<API_KEY>`. */
  readonly bearerAuth?: Provided<string>;
};

/** What a client can be told. */
export type MinimoOptions = ClientOptions<MinimoAuth>;

/**
 * What the operations of this package are called with, when they are used as functions: `operation(core, args)`.
 *
 * @param transport `openapiFetch(options)` where there is middleware; a client has it always
 */
export function createMinimoCore(options?: MinimoOptions, transport?: Transport): Core {
  return createCore(api, options, transport);
}

/** What {@link upsertContacts} takes. */
export type UpsertContactsArgs =
  | { body: ContactUpsert | ContactUpsert[]; contentType?: "application/json" }
  | {
      body: {
        /**
         * Email address of the contact
         *
         * Format: email
         */
        email?: string;
        /** Phone number of the contact. WhatsApp needs it in E.164 form, such as `+393391234567`. */
        phone?: string;
        [key: `customFields.${string}`]: string;
      };
      contentType: "application/x-www-form-urlencoded" | "multipart/form-data";
    };

/** What {@link upsertContacts} gives, told apart by `status`. */
export type UpsertContactsResult =
  | Success<200, ContactReference[]>
  | Failure<400, ErrorMessage>;

export const upsertContactsOperation: OperationDescriptor = {
  id: "upsertContacts",
  method: "POST",
  path: "/public/v1/contacts",
  body: {
    required: true,
    contents: {
      "application/json": { codec: jsonBody },
      "application/x-www-form-urlencoded": { codec: formBody, parts: { email: "text", phone: "text" } },
      "multipart/form-data": { codec: multipartBody, parts: { email: "text", phone: "text" } },
    },
  },
  responses: {
    200: { contents: { "application/json": { codec: readJson } } },
    400: { error: BadRequestError, contents: { "application/json": { codec: readJson } } },
  },
  security: [{ bearerAuth: [] }],
  validators: upsertContactsValidators,
};

/**
 * Insert or update a contact
 *
 * Saves one contact or a list of them. A contact is looked up by email first and by phone second; when neither
 * finds one, it is created: a new email without a phone that is known makes a new contact. Custom fields are merged deeply into those stored, and a consent channel that is left
 * out stays as it is.
 *
 * `POST /public/v1/contacts`
 */
export function upsertContacts(core: Core, args: UpsertContactsArgs, options?: CallOptions): Call<UpsertContactsResult> {
  return core.call<UpsertContactsResult>(upsertContactsOperation, args, options);
}

/** Contacts and their consent */
export interface ContactsGroup {
  /**
   * Insert or update a contact
   *
   * Saves one contact or a list of them. A contact is looked up by email first and by phone second; when neither
   * finds one, it is created: a new email without a phone that is known makes a new contact. Custom fields are merged deeply into those stored, and a consent channel that is left
   * out stays as it is.
   *
   * `POST /public/v1/contacts`
   */
  upsertContacts(args: UpsertContactsArgs, options?: CallOptions): Call<UpsertContactsResult>;
}

export function contactsGroup(core: Core): ContactsGroup {
  return {
    upsertContacts: (args, options) => upsertContacts(core, args, options),
  };
}
