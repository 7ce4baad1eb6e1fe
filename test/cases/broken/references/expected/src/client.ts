/** The operations of references: one function each, and the groups that the client is made of. */
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
import { badValidators, goodGoodValidators, outsideValidators, thingsGoodValidators } from "./validators.js";

const api: ApiDescriptor = {
  package: "references",
  servers: [],
  securitySchemes: {},
};

/** What a client can be told. */
export type ReferencesOptions = ClientOptions<{ [scheme: string]: never }>;

/**
 * What the operations of this package are called with, when they are used as functions: `operation(core, args)`.
 *
 * @param transport `openapiFetch(options)` where there is middleware; a client has it always
 */
export function createReferencesCore(options?: ReferencesOptions, transport?: Transport): Core {
  return createCore(api, options, transport);
}

/** What {@link bad} takes. */
export type BadArgs = { [place: string]: never };

/** What {@link bad} gives. */
export type BadResult = Success<200, unknown>;

export const badOperation: OperationDescriptor = {
  id: "bad",
  method: "GET",
  path: "/bad",
  responses: {
    200: { contents: { "application/json": { codec: readJson } } },
  },
  validators: badValidators,
};

/** `GET /bad` */
export function bad(core: Core, args?: BadArgs, options?: CallOptions): Call<BadResult> {
  return core.call<BadResult>(badOperation, args, options);
}

/** What {@link goodGood} takes. */
export type GoodGoodArgs = { [place: string]: never };

/** What {@link goodGood} gives. */
export type GoodGoodResult = Success<200, string>;

export const goodGoodOperation: OperationDescriptor = {
  id: "getGood",
  method: "GET",
  path: "/good",
  responses: {
    200: { contents: { "application/json": { codec: readJson } } },
  },
  validators: goodGoodValidators,
};

/** `GET /good` */
export function goodGood(core: Core, args?: GoodGoodArgs, options?: CallOptions): Call<GoodGoodResult> {
  return core.call<GoodGoodResult>(goodGoodOperation, args, options);
}

/** What {@link outside} takes. */
export type OutsideArgs = { [place: string]: never };

/** What {@link outside} gives. */
export type OutsideResult = Success<200, unknown>;

export const outsideOperation: OperationDescriptor = {
  id: "outside",
  method: "GET",
  path: "/outside",
  responses: {
    200: { contents: { "application/json": { codec: readJson } } },
  },
  validators: outsideValidators,
};

/** `GET /outside` */
export function outside(core: Core, args?: OutsideArgs, options?: CallOptions): Call<OutsideResult> {
  return core.call<OutsideResult>(outsideOperation, args, options);
}

/** What {@link thingsGood} takes. */
export interface ThingsGoodArgs {
  path: { id: string };
}

/** What {@link thingsGood} gives. */
export type ThingsGoodResult = Success<200, undefined>;

export const thingsGoodOperation: OperationDescriptor = {
  id: "getThingsById",
  method: "GET",
  path: "/things/{id}",
  parameters: [{ name: "id", in: "path", required: true }],
  responses: {
    200: {},
  },
  validators: thingsGoodValidators,
};

/** `GET /things/{id}` */
export function thingsGood(core: Core, args: ThingsGoodArgs, options?: CallOptions): Call<ThingsGoodResult> {
  return core.call<ThingsGoodResult>(thingsGoodOperation, args, options);
}

export interface DefaultGroup {
  /** `GET /bad` */
  bad(args?: BadArgs, options?: CallOptions): Call<BadResult>;

  /** `GET /good` */
  goodGood(args?: GoodGoodArgs, options?: CallOptions): Call<GoodGoodResult>;

  /** `GET /outside` */
  outside(args?: OutsideArgs, options?: CallOptions): Call<OutsideResult>;

  /** `GET /things/{id}` */
  thingsGood(args: ThingsGoodArgs, options?: CallOptions): Call<ThingsGoodResult>;
}

export function defaultGroup(core: Core): DefaultGroup {
  return {
    bad: (args, options) => bad(core, args, options),
    goodGood: (args, options) => goodGood(core, args, options),
    outside: (args, options) => outside(core, args, options),
    thingsGood: (args, options) => thingsGood(core, args, options),
  };
}
