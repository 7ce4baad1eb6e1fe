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
} from "./runtime/index.js";
import { badValidators, getGoodValidators, getThingsByIdValidators, outsideValidators } from "./validators.js";

const api: ApiDescriptor = {
  package: "references",
  servers: [],
  securitySchemes: {},
};

/** What a client can be told. */
export type ReferencesOptions = ClientOptions<{ [scheme: string]: never }>;

/** What the operations of this package are called with, when they are used as functions: `operation(core, args)`. */
export function createReferencesCore(options?: ReferencesOptions): Core {
  return createCore(api, options);
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
  return core.call(badOperation, args, options);
}

/** What {@link getGood} takes. */
export type GetGoodArgs = { [place: string]: never };

/** What {@link getGood} gives. */
export type GetGoodResult = Success<200, string>;

export const getGoodOperation: OperationDescriptor = {
  id: "getGood",
  method: "GET",
  path: "/good",
  responses: {
    200: { contents: { "application/json": { codec: readJson } } },
  },
  validators: getGoodValidators,
};

/** `GET /good` */
export function getGood(core: Core, args?: GetGoodArgs, options?: CallOptions): Call<GetGoodResult> {
  return core.call(getGoodOperation, args, options);
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
  return core.call(outsideOperation, args, options);
}

/** What {@link getThingsById} takes. */
export interface GetThingsByIdArgs {
  path: { id: string };
}

/** What {@link getThingsById} gives. */
export type GetThingsByIdResult = Success<200, undefined>;

export const getThingsByIdOperation: OperationDescriptor = {
  id: "getThingsById",
  method: "GET",
  path: "/things/{id}",
  parameters: [{ name: "id", in: "path", required: true }],
  responses: {
    200: {},
  },
  validators: getThingsByIdValidators,
};

/** `GET /things/{id}` */
export function getThingsById(core: Core, args: GetThingsByIdArgs, options?: CallOptions): Call<GetThingsByIdResult> {
  return core.call(getThingsByIdOperation, args, options);
}

export interface DefaultGroupGroup {
  /** `GET /bad` */
  bad(args?: BadArgs, options?: CallOptions): Call<BadResult>;

  /** `GET /good` */
  getGood(args?: GetGoodArgs, options?: CallOptions): Call<GetGoodResult>;

  /** `GET /outside` */
  outside(args?: OutsideArgs, options?: CallOptions): Call<OutsideResult>;

  /** `GET /things/{id}` */
  getThingsById(args: GetThingsByIdArgs, options?: CallOptions): Call<GetThingsByIdResult>;
}

export function defaultGroupGroup(core: Core): DefaultGroupGroup {
  return {
    bad: (args, options) => bad(core, args, options),
    getGood: (args, options) => getGood(core, args, options),
    outside: (args, options) => outside(core, args, options),
    getThingsById: (args, options) => getThingsById(core, args, options),
  };
}
