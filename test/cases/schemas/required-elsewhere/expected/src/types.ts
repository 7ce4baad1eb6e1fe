/** The types of Required elsewhere. */

export type paths = Record<string, never>;

export type webhooks = Record<string, never>;

export interface components {
  schemas: {
    Account: { email?: string; phone?: string | null };
    /** At least one of the two. */
    EitherWay: components["schemas"]["Account"] & ({ email: {} | null } | { phone: {} | null });
    /** Requires what it forbids. */
    Impossible: { here?: string; missing: never };
    /** What the base leaves open is required here. */
    Registered: components["schemas"]["Account"] & { phone: {} | null };
    /** A name that must be there, of the type that all have. */
    Scores: { total: number; [key: string]: number };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}

export type $defs = Record<string, never>;

export type operations = Record<string, never>;

export type Account = components["schemas"]["Account"];

/** At least one of the two. */
export type EitherWay = components["schemas"]["EitherWay"];

/** Requires what it forbids. */
export type Impossible = components["schemas"]["Impossible"];

/** What the base leaves open is required here. */
export type Registered = components["schemas"]["Registered"];

/** A name that must be there, of the type that all have. */
export type Scores = components["schemas"]["Scores"];
