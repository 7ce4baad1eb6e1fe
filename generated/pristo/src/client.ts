/** The operations of Pristo: one function each, and the groups that the client is made of. */
import { BadRequestError, InternalServerError, TooManyRequestsError, UnauthorizedError } from "./errors.js";
import { authorize, createCore, followRedirects, jsonBody, readJson } from "./runtime/index.js";
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
import type { ContactResponse, ContactUpsertRequest, ErrorResponse } from "./types.js";
import { upsertContactValidators } from "./validators.js";

const api: ApiDescriptor = {
  package: "@specwright/pristo",
  servers: [{ url: "https://api.pristo.io" }],
  securitySchemes: {
    ApiKeyAuth: { type: "apiKey", in: "header", name: "X-API-Key", follow: followRedirects },
  },
  authorize: authorize,
};

/** Credentials by security scheme: a value, or a function that gives one. */
export type PristoAuth = {
  /**
   * API key (UUID)
   *
   * Sent in the header `X-API-Key`.
   */
  readonly ApiKeyAuth?: Provided<string>;
};

/** What a client can be told. */
export type PristoOptions = ClientOptions<PristoAuth>;

/**
 * What the operations of this package are called with, when they are used as functions: `operation(core, args)`.
 *
 * @param transport `openapiFetch(options)` where there is middleware; a client has it always
 */
export function createPristoCore(options?: PristoOptions, transport?: Transport): Core {
  return createCore(api, options, transport);
}

/** What {@link upsertContact} takes. */
export interface UpsertContactArgs {
  path: {
    /**
     * Population identifier (UUID)
     *
     * Format: uuid
     */
    populationId: string;
  };
  header?: {
    /**
     * Optional request correlation ID
     *
     * Format: uuid
     */
    "X-Request-Id"?: string;
  };
  body: ContactUpsertRequest;
}

/** What {@link upsertContact} gives, told apart by `status`. */
export type UpsertContactResult =
  | Success<200, ContactResponse, { "x-request-id"?: string }>
  | Success<201, ContactResponse, { "x-request-id"?: string }>
  | Failure<400, ErrorResponse>
  | Failure<401, ErrorResponse>
  | Failure<429, ErrorResponse>
  | Failure<500, ErrorResponse>;

export const upsertContactOperation: OperationDescriptor = {
  id: "upsertContact",
  method: "POST",
  path: "/v1/contacts/save/{populationId}",
  parameters: [{ name: "populationId", in: "path", required: true }, { name: "X-Request-Id", in: "header" }],
  body: { required: true, contents: { "application/json": { codec: jsonBody } } },
  responses: {
    200: { contents: { "application/json": { codec: readJson } }, headers: [{ name: "x-request-id" }] },
    201: { contents: { "application/json": { codec: readJson } }, headers: [{ name: "x-request-id" }] },
    400: { error: BadRequestError, contents: { "application/json": { codec: readJson } } },
    401: { error: UnauthorizedError, contents: { "application/json": { codec: readJson } } },
    429: { error: TooManyRequestsError, contents: { "application/json": { codec: readJson } } },
    500: { error: InternalServerError, contents: { "application/json": { codec: readJson } } },
  },
  security: [{ ApiKeyAuth: [] }],
  validators: upsertContactValidators,
};

/**
 * Create or update a contact
 *
 * Saves a contact under the `contact.id` that your own system chose for it: 201 says that it was created, 200
 * that the given fields of a known contact were changed. Custom fields go into `contact.customFields`.
 *
 * `POST /v1/contacts/save/{populationId}`
 */
export function upsertContact(core: Core, args: UpsertContactArgs, options?: CallOptions): Call<UpsertContactResult> {
  return core.call<UpsertContactResult>(upsertContactOperation, args, options);
}

/** Contacts management */
export interface ContactsGroup {
  /**
   * Create or update a contact
   *
   * Saves a contact under the `contact.id` that your own system chose for it: 201 says that it was created, 200
   * that the given fields of a known contact were changed. Custom fields go into `contact.customFields`.
   *
   * `POST /v1/contacts/save/{populationId}`
   */
  upsertContact(args: UpsertContactArgs, options?: CallOptions): Call<UpsertContactResult>;
}

export function contactsGroup(core: Core): ContactsGroup {
  return {
    upsertContact: (args, options) => upsertContact(core, args, options),
  };
}
