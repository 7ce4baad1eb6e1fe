/** The types of Intersections. */

export type paths = Record<string, never>;

export type webhooks = Record<string, never>;

export interface components {
  schemas: {
    /** A property that is a list in one part and untyped in the other. */
    CompleteRules: { inbound?: string | number | boolean | { author: {} | null } | unknown[] | null } & components["schemas"]["Rules"];
    Draft: { author?: string };
    /** Optional in one part, required in the other. */
    Merge: { mergedBy: string | null; title?: string } & { mergedBy: unknown; title?: unknown };
    /** No list but the empty one. */
    Nothing: never[];
    /** A part that may be anything, and one that is an object. */
    Place: components["schemas"]["Point"] & { address?: string };
    /** Without a type, so that it may be anything but an object with other coordinates. */
    Point: string | number | boolean | { lat: number; lng: number } | unknown[] | null;
    Rules: { inbound?: components["schemas"]["Draft"][] };
    Signed: { author: unknown };
    /** The same, where neither part can be rewritten. */
    SignedDraft: components["schemas"]["Draft"] & components["schemas"]["Signed"];
    /** The same once more. */
    Stop: components["schemas"]["Place"] & { minutes?: number };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}

export type $defs = Record<string, never>;

export type operations = Record<string, never>;

/** A property that is a list in one part and untyped in the other. */
export type CompleteRules = components["schemas"]["CompleteRules"];

export type Draft = components["schemas"]["Draft"];

/** Optional in one part, required in the other. */
export type Merge = components["schemas"]["Merge"];

/** No list but the empty one. */
export type Nothing = components["schemas"]["Nothing"];

/** A part that may be anything, and one that is an object. */
export type Place = components["schemas"]["Place"];

/** Without a type, so that it may be anything but an object with other coordinates. */
export type Point = components["schemas"]["Point"];

export type Rules = components["schemas"]["Rules"];

export type Signed = components["schemas"]["Signed"];

/** The same, where neither part can be rewritten. */
export type SignedDraft = components["schemas"]["SignedDraft"];

/** The same once more. */
export type Stop = components["schemas"]["Stop"];
