/** The client for Minimo. */
import { contactsGroup, createMinimoCore, upsertContactsOperation } from "./client.js";
import type { ContactsGroup, MinimoOptions, UpsertContactsArgs, UpsertContactsResult } from "./client.js";
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
export interface MinimoCalls {
  upsertContacts: { args: UpsertContactsArgs; result: UpsertContactsResult };
}

/** All operations, by group. */
export interface MinimoClient {
  /** Contacts and their consent */
  readonly contacts: ContactsGroup;
  /** What each operation is on the wire, by its id. */
  readonly operations: { readonly [Id in keyof MinimoCalls]: OperationDescriptor };
  /** Calls an operation by its id. */
  call<Id extends keyof MinimoCalls>(
    id: Id,
    ...rest: {} extends MinimoCalls[Id]["args"]
      ? [args?: MinimoCalls[Id]["args"], options?: CallOptions]
      : [args: MinimoCalls[Id]["args"], options?: CallOptions]
  ): Call<MinimoCalls[Id]["result"]>;
  /** The openapi-fetch client underneath: no credentials, retries or validation. */
  readonly raw: RawClient<paths>;
  /** Adds openapi-fetch middleware. */
  use(...middleware: Middleware[]): void;
  eject(...middleware: Middleware[]): void;
}

/** A client for Minimo. Nothing is sent before the first call. */
export function createMinimoClient(options: MinimoOptions = {}): MinimoClient {
  const transport = openapiFetch(options);
  const core = createMinimoCore(options, transport);
  const operations = {
    upsertContacts: upsertContactsOperation,
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
