/** The types of A body of each kind. */
import type { Binary } from "./runtime/index.js";

export interface paths {
  "/things": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations["askThing"];
    put?: never;
    post: operations["sendThing"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}

export type webhooks = Record<string, never>;

export interface components {
  schemas: {
    Thing: {
      name: string;
      /** Bytes in a part of its own and text elsewhere. */
      seal?: string;
      size?: number;
    };
    ThingUpload: {
      name: string;
      /** Bytes in a part of its own and text elsewhere. */
      seal?: Binary;
      size?: number;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}

export type $defs = Record<string, never>;

export interface operations {
  askThing: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** Asked */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  sendThing: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["Thing"];
        "*/*": components["schemas"]["Thing"];
        "application/jose+jwe": components["schemas"]["Thing"];
        "application/jsonl": string;
        "application/octet-stream": Binary;
        "application/x-www-form-urlencoded": components["schemas"]["Thing"];
        "application/xml": components["schemas"]["Thing"];
        "multipart/form-data": { photo?: Binary };
        "multipart/related": components["schemas"]["ThingUpload"];
        "text/csv": components["schemas"]["Thing"];
        "text/plain": string;
      };
    };
    responses: {
      /** Taken */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
}

export type Thing = components["schemas"]["Thing"];

export type ThingUpload = components["schemas"]["ThingUpload"];
