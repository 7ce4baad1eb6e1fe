/** The operations of without-content: one function each, and the groups that the client is made of. */
import { createCore } from "./runtime/index.js";
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
import { pingValidators } from "./validators.js";

const api: ApiDescriptor = {
  package: "without-content",
  servers: [],
  securitySchemes: {},
};

/** What a client can be told. */
export type WithoutContentOptions = ClientOptions<{ [scheme: string]: never }>;

/**
 * What the operations of this package are called with, when they are used as functions: `operation(core, args)`.
 *
 * @param transport `openapiFetch(options)` where there is middleware; a client has it always
 */
export function createWithoutContentCore(options?: WithoutContentOptions, transport?: Transport): Core {
  return createCore(api, options, transport);
}

/** What {@link ping} takes. */
export type PingArgs = { [place: string]: never };

/** What {@link ping} gives. */
export type PingResult = Success<204, undefined>;

export const pingOperation: OperationDescriptor = {
  id: "ping",
  method: "GET",
  path: "/ping",
  responses: {
    204: {},
  },
  validators: pingValidators,
};

/**
 * See z. for types. Also client. and Binary
 *
 * `GET /ping`
 */
export function ping(core: Core, args?: PingArgs, options?: CallOptions): Call<PingResult> {
  return core.call<PingResult>(pingOperation, args, options);
}

export interface PingGroup {
  /**
   * See z. for types. Also client. and Binary
   *
   * `GET /ping`
   */
  ping(args?: PingArgs, options?: CallOptions): Call<PingResult>;
}

export function pingGroup(core: Core): PingGroup {
  return {
    ping: (args, options) => ping(core, args, options),
  };
}
