/** The operations of depth: one function each, and the groups that the client is made of. */
import { createCore } from "./runtime/index.js";
import type { ApiDescriptor, ClientOptions, Core, Transport } from "./runtime/index.js";

const api: ApiDescriptor = {
  package: "depth",
  servers: [],
  securitySchemes: {},
};

/** What a client can be told. */
export type DepthOptions = ClientOptions<{ [scheme: string]: never }>;

/**
 * What the operations of this package are called with, when they are used as functions: `operation(core, args)`.
 *
 * @param transport `openapiFetch(options)` where there is middleware; a client has it always
 */
export function createDepthCore(options?: DepthOptions, transport?: Transport): Core {
  return createCore(api, options, transport);
}
