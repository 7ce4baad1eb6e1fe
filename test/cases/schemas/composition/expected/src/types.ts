/** The types of Composition. */

export type paths = Record<string, never>;

export type webhooks = Record<string, never>;

export interface components {
  schemas: {
    Cat: { kind: "cat"; lives: number };
    Choice:
      | (string | number | boolean | { b: {} | null } | unknown[] | null)
      | (string | number | boolean | { c: {} | null } | unknown[] | null);
    Dog: { kind: "dog"; name: string };
    Exactly: number;
    MaybeText: string | null;
    NotText: unknown;
    Pet: components["schemas"]["Cat"] | components["schemas"]["Dog"];
    Strict: components["schemas"]["Dog"];
    Structured: 1 | "1" | null | [1, 2] | { a: 1 };
    Tagged: components["schemas"]["Dog"] & { tag?: string };
    Tuple: [string, number?];
    Untyped: string | number | boolean | { [key: string]: unknown } | unknown[] | null;
    Word: "red" | "green" | "it's" | "a\"b";
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}

export type $defs = Record<string, never>;

export type operations = Record<string, never>;

export type Cat = components["schemas"]["Cat"];

export type Choice = components["schemas"]["Choice"];

export type Dog = components["schemas"]["Dog"];

export type Exactly = components["schemas"]["Exactly"];

export type MaybeText = components["schemas"]["MaybeText"];

export type NotText = components["schemas"]["NotText"];

export type Pet = components["schemas"]["Pet"];

export type Strict = components["schemas"]["Strict"];

export type Structured = components["schemas"]["Structured"];

export type Tagged = components["schemas"]["Tagged"];

export type Tuple = components["schemas"]["Tuple"];

export type Untyped = components["schemas"]["Untyped"];

export type Word = components["schemas"]["Word"];
