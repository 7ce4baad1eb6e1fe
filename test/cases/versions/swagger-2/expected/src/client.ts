/** The operations of swagger-2: one function each, and the groups that the client is made of. */
import {
  authorize,
  createCore,
  followRedirects,
  jsonBody,
  multipartBody,
  readHeader,
  readJson,
  writeStyled,
} from "./runtime/index.js";
import type {
  ApiDescriptor,
  Binary,
  Call,
  CallOptions,
  ClientOptions,
  Core,
  OperationDescriptor,
  Provided,
  Success,
  Transport,
} from "./runtime/index.js";
import type { Item } from "./types.js";
import { addItemValidators, uploadValidators } from "./validators.js";

const api: ApiDescriptor = {
  package: "swagger-2",
  servers: [{ url: "https://api.example.com/v1" }],
  securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key", follow: followRedirects } },
  authorize: authorize,
};

/** Credentials by security scheme: a value, or a function that gives one. */
export type Swagger2Auth = {
  /** Sent in the header `X-Key`. */
  readonly key?: Provided<string>;
};

/** What a client can be told. */
export type Swagger2Options = ClientOptions<Swagger2Auth>;

/**
 * What the operations of this package are called with, when they are used as functions: `operation(core, args)`.
 *
 * @param transport `openapiFetch(options)` where there is middleware; a client has it always
 */
export function createSwagger2Core(options?: Swagger2Options, transport?: Transport): Core {
  return createCore(api, options, transport);
}

/** What {@link addItem} takes. */
export interface AddItemArgs {
  query?: { ids?: number[] };
  header?: { "X-Tags"?: string[] };
  body: Item;
}

/** What {@link addItem} gives. */
export type AddItemResult = Success<200, Item, { "x-ids"?: number[]; "x-rate"?: number }>;

export const addItemOperation: OperationDescriptor = {
  id: "addItem",
  method: "POST",
  path: "/items",
  parameters: [
    { name: "ids", in: "query", style: "pipeDelimited", write: writeStyled },
    { name: "X-Tags", in: "header", style: "spaceDelimited", write: writeStyled },
  ],
  body: { required: true, contents: { "application/json": { codec: jsonBody } } },
  responses: {
    200: {
      contents: { "application/json": { codec: readJson } },
      headers: [
        { name: "x-ids", type: "array", items: "number", separator: "|", read: readHeader },
        { name: "x-rate", type: "number", read: readHeader },
      ],
    },
  },
  security: [{ key: [] }],
  validators: addItemValidators,
};

/** `POST /items` */
export function addItem(core: Core, args: AddItemArgs, options?: CallOptions): Call<AddItemResult> {
  return core.call<AddItemResult>(addItemOperation, args, options);
}

/** What {@link upload} takes. */
export interface UploadArgs {
  body: { file: Binary; note?: string; tags?: string[] };
}

/** What {@link upload} gives. */
export type UploadResult = Success<204, undefined>;

export const uploadOperation: OperationDescriptor = {
  id: "upload",
  method: "POST",
  path: "/upload",
  body: {
    required: true,
    contents: {
      "multipart/form-data": {
        codec: multipartBody,
        encoding: { tags: { style: "tabDelimited", explode: false } },
        parts: { file: "binary", note: "text", tags: "text" },
      },
    },
  },
  responses: {
    204: {},
  },
  security: [{ key: [] }],
  validators: uploadValidators,
};

/** `POST /upload` */
export function upload(core: Core, args: UploadArgs, options?: CallOptions): Call<UploadResult> {
  return core.call<UploadResult>(uploadOperation, args, options);
}

export interface ItemsGroup {
  /** `POST /items` */
  addItem(args: AddItemArgs, options?: CallOptions): Call<AddItemResult>;

  /** `POST /upload` */
  upload(args: UploadArgs, options?: CallOptions): Call<UploadResult>;
}

export function itemsGroup(core: Core): ItemsGroup {
  return {
    addItem: (args, options) => addItem(core, args, options),
    upload: (args, options) => upload(core, args, options),
  };
}
