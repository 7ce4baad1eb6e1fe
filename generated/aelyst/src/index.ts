/** The client for Aelyst. */
import { contactsGroup, createAelystCore, upsertContactOperation } from "./client.js";
import type { AelystOptions, ContactsGroup, UpsertContactArgs, UpsertContactResult } from "./client.js";
import { openapiFetch } from "./runtime/index.js";
import type { Call, CallOptions, Middleware, OperationDescriptor, RawClient } from "./runtime/index.js";
import type { paths } from "./types.js";

export * from "./client.js";
export * from "./errors.js";
export type * from "./types.js";
export {
  AbortedError,
  ApiError,
  ConfigurationError,
  NetworkError,
  PaginationError,
  RequestValidationError,
  ResponseBodyError,
  ResponseValidationError,
  SpecwrightError,
  TimeoutError,
  UnexpectedStatusError,
  WebhookError,
  createTestFetch,
  download,
  openapiFetch,
  pages,
  rateLimit,
  reconnecting,
  standardWebhooks,
  attributesOf,
} from "./runtime/index.js";
export type {
  Binary,
  Call,
  CallOptions,
  Core,
  DataOf,
  Drift,
  Failure,
  Middleware,
  OperationDescriptor,
  Pages,
  ServerEvent,
  Success,
  TestFetch,
  WebhookRequest,
  WebhookVerifier,
} from "./runtime/index.js";

/** What each operation takes and gives, by its id. */
export interface AelystCalls {
  upsertContact: { args: UpsertContactArgs; result: UpsertContactResult };
}

/** All operations, by group. */
export interface AelystClient {
  /** Contacts */
  readonly contacts: ContactsGroup;
  /** What each operation is on the wire, by its id. */
  readonly operations: { readonly [Id in keyof AelystCalls]: OperationDescriptor };
  /** Calls an operation by its id. */
  call<Id extends keyof AelystCalls>(
    id: Id,
    ...rest: {} extends AelystCalls[Id]["args"]
      ? [args?: AelystCalls[Id]["args"], options?: CallOptions]
      : [args: AelystCalls[Id]["args"], options?: CallOptions]
  ): Call<AelystCalls[Id]["result"]>;
  /** The openapi-fetch client underneath: no credentials, retries or validation. */
  readonly raw: RawClient<paths>;
  /** Adds openapi-fetch middleware. */
  use(...middleware: Middleware[]): void;
  eject(...middleware: Middleware[]): void;
}

/** A client for Aelyst. Nothing is sent before the first call. */
export function createAelystClient(options: AelystOptions = {}): AelystClient {
  const transport = openapiFetch(options);
  const core = createAelystCore(options, transport);
  const operations = {
    upsertContact: upsertContactOperation,
  };
  return {
    contacts: contactsGroup(core),
    operations,
    call: (id, ...[args, callOptions]) => core.call(operations[id], args, callOptions),
    raw: transport.raw as unknown as RawClient<paths>,
    use: transport.use,
    eject: transport.eject,
  };
}
