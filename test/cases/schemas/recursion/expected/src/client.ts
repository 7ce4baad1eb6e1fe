/** The operations of recursion: one function each, and the groups that the client is made of. */
import { createCore, readJson } from "./runtime/index.js";
import type {
  ApiDescriptor,
  Call,
  CallOptions,
  ClientOptions,
  Core,
  OperationDescriptor,
  Success,
  Transport,
} from "./runtime/index.js";
import type { Node } from "./types.js";
import { listNodesValidators } from "./validators.js";

const api: ApiDescriptor = {
  package: "recursion",
  servers: [],
  securitySchemes: {},
};

/** What a client can be told. */
export type RecursionOptions = ClientOptions<{ [scheme: string]: never }>;

/**
 * What the operations of this package are called with, when they are used as functions: `operation(core, args)`.
 *
 * @param transport `openapiFetch(options)` where there is middleware; a client has it always
 */
export function createRecursionCore(options?: RecursionOptions, transport?: Transport): Core {
  return createCore(api, options, transport);
}

/** What {@link listNodes} takes. */
export type ListNodesArgs = { [place: string]: never };

/** What {@link listNodes} gives. */
export type ListNodesResult = Success<200, Node[]>;

export const listNodesOperation: OperationDescriptor = {
  id: "listNodes",
  method: "GET",
  path: "/nodes",
  responses: {
    200: { contents: { "application/json": { codec: readJson } } },
  },
  validators: listNodesValidators,
};

/** `GET /nodes` */
export function listNodes(core: Core, args?: ListNodesArgs, options?: CallOptions): Call<ListNodesResult> {
  return core.call<ListNodesResult>(listNodesOperation, args, options);
}

export interface NodesGroup {
  /** `GET /nodes` */
  listNodes(args?: ListNodesArgs, options?: CallOptions): Call<ListNodesResult>;
}

export function nodesGroup(core: Core): NodesGroup {
  return {
    listNodes: (args, options) => listNodes(core, args, options),
  };
}
