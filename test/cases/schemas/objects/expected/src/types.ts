/** The types of Objects. */

export type paths = Record<string, never>;

export type webhooks = Record<string, never>;

export interface components {
  schemas: {
    Bare: { [key: string]: unknown };
    Closed: { a: string };
    Counted: { [key: string]: unknown };
    Map: { [key: string]: number };
    Mixed: { a: string; b?: boolean; [key: string]: number | string | boolean | undefined };
    Open: { a?: string };
    Prefixed: {
      /** Format: email */
      email?: string;
      [key: `customFields.${string}`]: string;
    };
    Prototype: { ["__proto__"]: string; constructor: number; toString?: boolean };
    Undeclared: { id: {} | null };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}

export type $defs = Record<string, never>;

export type operations = Record<string, never>;

export type Bare = components["schemas"]["Bare"];

export type Closed = components["schemas"]["Closed"];

export type Counted = components["schemas"]["Counted"];

export type MapModel = components["schemas"]["Map"];

export type Mixed = components["schemas"]["Mixed"];

export type Open = components["schemas"]["Open"];

export type Prefixed = components["schemas"]["Prefixed"];

export type Prototype = components["schemas"]["Prototype"];

export type Undeclared = components["schemas"]["Undeclared"];
