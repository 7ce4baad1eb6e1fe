/** The operations of offset-without-limit: one function each, and the groups that the client is made of. */
import { createCore, pages, readJson } from "./runtime/index.js";
import type {
  ApiDescriptor,
  Call,
  CallOptions,
  ClientOptions,
  Core,
  OperationDescriptor,
  Pages,
  PaginationDescriptor,
  Success,
  Transport,
} from "./runtime/index.js";
import { listThingsValidators } from "./validators.js";

const api: ApiDescriptor = {
  package: "offset-without-limit",
  servers: [],
  securitySchemes: {},
};

/** What a client can be told. */
export type OffsetWithoutLimitOptions = ClientOptions<{ [scheme: string]: never }>;

/**
 * What the operations of this package are called with, when they are used as functions: `operation(core, args)`.
 *
 * @param transport `openapiFetch(options)` where there is middleware; a client has it always
 */
export function createOffsetWithoutLimitCore(options?: OffsetWithoutLimitOptions, transport?: Transport): Core {
  return createCore(api, options, transport);
}

/** What {@link listThings} takes. */
export interface ListThingsArgs {
  query?: { offset?: number };
}

/** What {@link listThings} gives. */
export type ListThingsResult = Success<200, { data?: string[] }>;

export const listThingsOperation: OperationDescriptor & { readonly pagination: PaginationDescriptor } = {
  id: "listThings",
  method: "GET",
  path: "/things",
  parameters: [{ name: "offset", in: "query" }],
  responses: {
    200: { contents: { "application/json": { codec: readJson } } },
  },
  pagination: { kind: "offset", offset: "offset", items: ["data"] },
  validators: listThingsValidators,
};

/** `GET /things` */
export function listThings(core: Core, args?: ListThingsArgs, options?: CallOptions): Call<ListThingsResult> {
  return core.call<ListThingsResult>(listThingsOperation, args, options);
}

/** Item after item of {@link listThings}, over all its pages. */
export function listThingsPages(core: Core, args?: ListThingsArgs, options?: CallOptions): Pages<string, { data?: string[] }> {
  return pages(core, listThingsOperation, args, options);
}

export interface ThingsGroup {
  /** `GET /things` */
  readonly listThings: {
    (args?: ListThingsArgs, options?: CallOptions): Call<ListThingsResult>;
    /** Item after item over all pages; `byPage()` gives the pages themselves. */
    pages(args?: ListThingsArgs, options?: CallOptions): Pages<string, { data?: string[] }>;
  };
}

export function thingsGroup(core: Core): ThingsGroup {
  return {
    listThings: Object.assign((args?: ListThingsArgs, options?: CallOptions) => listThings(core, args, options), {
      pages: (args?: ListThingsArgs, options?: CallOptions) => listThingsPages(core, args, options),
    }),
  };
}
