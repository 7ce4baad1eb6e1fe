/** The types of Directions. */
import type { Binary } from "./runtime/index.js";

export interface paths {
  "/avatars": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put: operations["putAvatar"];
    post?: never;
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
  "/users": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    post: operations["createUser"];
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
    Avatar: { caption?: string | null; image: string };
    AvatarUpload: { caption?: string | null; image: Binary };
    User: {
      friend?: components["schemas"]["User"];
      /** Format: int64 */
      id: number;
      name: string;
    };
    UserInput: {
      friend?: components["schemas"]["UserInput"];
      name: string;
      /** Format: password */
      password: string;
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
  putAvatar: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: {
      content: {
        "multipart/form-data": components["schemas"]["AvatarUpload"];
      };
    };
    responses: {
      /** stored */
      204: {
        headers: {
          [name: string]: unknown;
        };
        content?: never;
      };
    };
  };
  createUser: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["UserInput"];
      };
    };
    responses: {
      /** created */
      201: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["User"];
        };
      };
    };
  };
}

export type Avatar = components["schemas"]["Avatar"];

export type AvatarUpload = components["schemas"]["AvatarUpload"];

export type User = components["schemas"]["User"];

export type UserInput = components["schemas"]["UserInput"];
