/** The operations of required-elsewhere: one function each, and the groups that the client is made of. */
import { createCore } from "./runtime/index.js";
import type { ApiDescriptor, ClientOptions, Core, Transport } from "./runtime/index.js";

const api: ApiDescriptor = {
  package: "required-elsewhere",
  servers: [],
  securitySchemes: {},
};

/** What a client can be told. */
export type RequiredElsewhereOptions = ClientOptions<{ [scheme: string]: never }>;

/**
 * What the operations of this package are called with, when they are used as functions: `operation(core, args)`.
 *
 * @param transport `openapiFetch(options)` where there is middleware; a client has it always
 */
export function createRequiredElsewhereCore(options?: RequiredElsewhereOptions, transport?: Transport): Core {
  return createCore(api, options, transport);
}
