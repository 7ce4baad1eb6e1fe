/** The operations of directions: one function each, and the groups that the client is made of. */
import { createCore, jsonBody, multipartBody, readJson } from "./runtime/index.js";
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
import type { AvatarUpload, User, UserInput } from "./types.js";
import { createUserValidators, putAvatarValidators } from "./validators.js";

const api: ApiDescriptor = {
  package: "directions",
  servers: [],
  securitySchemes: {},
};

/** What a client can be told. */
export type DirectionsOptions = ClientOptions<{ [scheme: string]: never }>;

/**
 * What the operations of this package are called with, when they are used as functions: `operation(core, args)`.
 *
 * @param transport `openapiFetch(options)` where there is middleware; a client has it always
 */
export function createDirectionsCore(options?: DirectionsOptions, transport?: Transport): Core {
  return createCore(api, options, transport);
}

/** What {@link putAvatar} takes. */
export interface PutAvatarArgs {
  body?: AvatarUpload;
}

/** What {@link putAvatar} gives. */
export type PutAvatarResult = Success<204, undefined>;

export const putAvatarOperation: OperationDescriptor = {
  id: "putAvatar",
  method: "PUT",
  path: "/avatars",
  body: { contents: { "multipart/form-data": { codec: multipartBody, parts: { image: "binary" } } } },
  responses: {
    204: {},
  },
  validators: putAvatarValidators,
};

/** `PUT /avatars` */
export function putAvatar(core: Core, args?: PutAvatarArgs, options?: CallOptions): Call<PutAvatarResult> {
  return core.call<PutAvatarResult>(putAvatarOperation, args, options);
}

/** What {@link createUser} takes. */
export interface CreateUserArgs {
  body: UserInput;
}

/** What {@link createUser} gives. */
export type CreateUserResult = Success<201, User>;

export const createUserOperation: OperationDescriptor = {
  id: "createUser",
  method: "POST",
  path: "/users",
  body: { required: true, contents: { "application/json": { codec: jsonBody } } },
  responses: {
    201: { contents: { "application/json": { codec: readJson } } },
  },
  validators: createUserValidators,
};

/** `POST /users` */
export function createUser(core: Core, args: CreateUserArgs, options?: CallOptions): Call<CreateUserResult> {
  return core.call<CreateUserResult>(createUserOperation, args, options);
}

export interface DefaultGroup {
  /** `PUT /avatars` */
  putAvatar(args?: PutAvatarArgs, options?: CallOptions): Call<PutAvatarResult>;

  /** `POST /users` */
  createUser(args: CreateUserArgs, options?: CallOptions): Call<CreateUserResult>;
}

export function defaultGroup(core: Core): DefaultGroup {
  return {
    putAvatar: (args, options) => putAvatar(core, args, options),
    createUser: (args, options) => createUser(core, args, options),
  };
}
