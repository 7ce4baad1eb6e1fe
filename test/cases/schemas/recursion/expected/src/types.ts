/** The types of Recursion. */

export interface paths {
  "/nodes": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get: operations["listNodes"];
    put?: never;
    post?: never;
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
    Json: Json;
    Left: { right?: components["schemas"]["Right"] };
    Node: {
      children?: components["schemas"]["Node"][];
      /** Format: uuid */
      id: string;
      parent?: components["schemas"]["Node"] | null;
    };
    Right: { left?: components["schemas"]["Left"] };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}

export type $defs = Record<string, never>;

export interface operations {
  listNodes: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody?: never;
    responses: {
      /** ok */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["Node"][];
        };
      };
    };
  };
}

export type Json = string | number | boolean | null | Json[] | { [key: string]: Json };

export type Left = components["schemas"]["Left"];

export type Node = components["schemas"]["Node"];

export type Right = components["schemas"]["Right"];
