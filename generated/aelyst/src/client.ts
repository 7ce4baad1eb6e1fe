/** The operations of Aelyst: one function each, and the groups that the client is made of. */
import {
  BadRequestError,
  InternalServerError,
  Status449Error,
  TooManyRequestsError,
  UnauthorizedError,
} from "./errors.js";
import { authorize, createCore, jsonBody, readHeader, readJson } from "./runtime/index.js";
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
import type { ContactUpsert, ErrorMessage, UpsertedContact } from "./types.js";
import { upsertContactValidators } from "./validators.js";

const api: ApiDescriptor = {
  package: "@specwright/aelyst",
  servers: [{ url: "https://api.aelyst.ai/v1" }],
  securitySchemes: { bearerAuth: { type: "bearer" } },
  authorize: authorize,
};

/** Credentials by security scheme: a value, or a function that gives one. */
export type AelystAuth = { readonly bearerAuth?: Provided<string> };

/** What a client can be told. */
export type AelystOptions = ClientOptions<AelystAuth>;

/**
 * What the operations of this package are called with, when they are used as functions: `operation(core, args)`.
 *
 * @param transport `openapiFetch(options)` where there is middleware; a client has it always
 */
export function createAelystCore(options?: AelystOptions, transport?: Transport): Core {
  return createCore(api, options, transport);
}

/** What {@link upsertContact} takes. */
export interface UpsertContactArgs {
  path: {
    /**
     * Which contact: `id:` and its id, `email:` and its address, or `phone:` and its number.
     * @example "email:abdc@gmail.com"
     */
    identifier: string;
  };
  body: ContactUpsert;
}

/** What {@link upsertContact} gives, told apart by `status`. */
export type UpsertContactResult =
  | Success<200, UpsertedContact>
  | Failure<400, ErrorMessage>
  | Failure<401, ErrorMessage>
  | Failure<429, ErrorMessage, { "retry-after"?: number; "x-ratelimit-limit"?: number; "x-ratelimit-remaining"?: number }>
  | Failure<449, ErrorMessage>
  | Failure<500, ErrorMessage>;

export const upsertContactOperation: OperationDescriptor = {
  id: "upsertContact",
  method: "POST",
  path: "/contact/create_or_update/{identifier}",
  parameters: [{ name: "identifier", in: "path", required: true }],
  body: { required: true, contents: { "application/json": { codec: jsonBody } } },
  responses: {
    200: { contents: { "application/json": { codec: readJson } } },
    400: { error: BadRequestError, contents: { "application/json": { codec: readJson } } },
    401: { error: UnauthorizedError, contents: { "application/json": { codec: readJson } } },
    429: {
      error: TooManyRequestsError,
      contents: { "application/json": { codec: readJson } },
      headers: [
        { name: "retry-after", type: "number", read: readHeader },
        { name: "x-ratelimit-limit", type: "number", read: readHeader },
        { name: "x-ratelimit-remaining", type: "number", read: readHeader },
      ],
      retryable: true,
    },
    449: { error: Status449Error, contents: { "application/json": { codec: readJson } }, retryable: true },
    500: { error: InternalServerError, contents: { "application/json": { codec: readJson } } },
  },
  security: [{ bearerAuth: [] }],
  validators: upsertContactValidators,
};

/**
 * Create or update a contact
 *
 * Saves a contact. The identifier in the path chooses the contact to update, the first that matches. When it is no
 * contact id, and the phone number and email in the body belong to no person, a contact is created. A new contact
 * takes time to process: a call that concerns it should wait.
 *
 * `POST /contact/create_or_update/{identifier}`
 */
export function upsertContact(core: Core, args: UpsertContactArgs, options?: CallOptions): Call<UpsertContactResult> {
  return core.call<UpsertContactResult>(upsertContactOperation, args, options);
}

/** Contacts */
export interface ContactsGroup {
  /**
   * Create or update a contact
   *
   * Saves a contact. The identifier in the path chooses the contact to update, the first that matches. When it is no
   * contact id, and the phone number and email in the body belong to no person, a contact is created. A new contact
   * takes time to process: a call that concerns it should wait.
   *
   * `POST /contact/create_or_update/{identifier}`
   */
  upsertContact(args: UpsertContactArgs, options?: CallOptions): Call<UpsertContactResult>;
}

export function contactsGroup(core: Core): ContactsGroup {
  return {
    upsertContact: (args, options) => upsertContact(core, args, options),
  };
}
