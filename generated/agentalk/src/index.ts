/** The client for Agentalk. */
import {
  addContactTagsOperation,
  clearContactFieldOperation,
  contactsGroup,
  createAgentalkCore,
  deleteContactOperation,
  removeContactTagOperation,
  searchContactsOperation,
  updateContactFieldsOperation,
  upsertContactOperation,
} from "./client.js";
import type {
  AddContactTagsArgs,
  AddContactTagsResult,
  AgentalkOptions,
  ClearContactFieldArgs,
  ClearContactFieldResult,
  ContactsGroup,
  DeleteContactArgs,
  DeleteContactResult,
  RemoveContactTagArgs,
  RemoveContactTagResult,
  SearchContactsArgs,
  SearchContactsResult,
  UpdateContactFieldsArgs,
  UpdateContactFieldsResult,
  UpsertContactArgs,
  UpsertContactResult,
} from "./client.js";
import { openapiFetch } from "./runtime/index.js";
import type { Call, CallOptions, Middleware, OperationDescriptor, RawClient } from "./runtime/index.js";
import type { paths } from "./types.js";

export * from "./client.js";
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
export interface AgentalkCalls {
  upsertContact: { args: UpsertContactArgs; result: UpsertContactResult };
  searchContacts: { args: SearchContactsArgs; result: SearchContactsResult };
  deleteContact: { args: DeleteContactArgs; result: DeleteContactResult };
  updateContactFields: { args: UpdateContactFieldsArgs; result: UpdateContactFieldsResult };
  clearContactField: { args: ClearContactFieldArgs; result: ClearContactFieldResult };
  addContactTags: { args: AddContactTagsArgs; result: AddContactTagsResult };
  removeContactTag: { args: RemoveContactTagArgs; result: RemoveContactTagResult };
}

/** All operations, by group. */
export interface AgentalkClient {
  /** Create, update, search, and manage contacts */
  readonly contacts: ContactsGroup;
  /** What each operation is on the wire, by its id. */
  readonly operations: { readonly [Id in keyof AgentalkCalls]: OperationDescriptor };
  /** Calls an operation by its id. */
  call<Id extends keyof AgentalkCalls>(
    id: Id,
    ...rest: {} extends AgentalkCalls[Id]["args"]
      ? [args?: AgentalkCalls[Id]["args"], options?: CallOptions]
      : [args: AgentalkCalls[Id]["args"], options?: CallOptions]
  ): Call<AgentalkCalls[Id]["result"]>;
  /** The openapi-fetch client underneath: no credentials, retries or validation. */
  readonly raw: RawClient<paths>;
  /** Adds openapi-fetch middleware. */
  use(...middleware: Middleware[]): void;
  eject(...middleware: Middleware[]): void;
}

/** A client for Agentalk. Nothing is sent before the first call. */
export function createAgentalkClient(options: AgentalkOptions = {}): AgentalkClient {
  const transport = openapiFetch(options);
  const core = createAgentalkCore(options, transport);
  const operations = {
    upsertContact: upsertContactOperation,
    searchContacts: searchContactsOperation,
    deleteContact: deleteContactOperation,
    updateContactFields: updateContactFieldsOperation,
    clearContactField: clearContactFieldOperation,
    addContactTags: addContactTagsOperation,
    removeContactTag: removeContactTagOperation,
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
