/** The operations of intersections: one function each, and the groups that the client is made of. */
import { createCore } from "./runtime/index.js";
import type { ApiDescriptor, ClientOptions, Core, Transport } from "./runtime/index.js";

const api: ApiDescriptor = {
  package: "intersections",
  servers: [],
  securitySchemes: {},
};

/** What a client can be told. */
export type IntersectionsOptions = ClientOptions<{ [scheme: string]: never }>;

/**
 * What the operations of this package are called with, when they are used as functions: `operation(core, args)`.
 *
 * @param transport `openapiFetch(options)` where there is middleware; a client has it always
 */
export function createIntersectionsCore(options?: IntersectionsOptions, transport?: Transport): Core {
  return createCore(api, options, transport);
}
