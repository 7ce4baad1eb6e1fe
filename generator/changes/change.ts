/** Types only: a change between two versions of an API, and what it does to those who use the package. */
import type { Pointer } from "../json.js";
import type { Kind, Section } from "./rules.js";

/** What the change asks of the package's version. `none`: nothing that is emitted differs. */
export type Bump = "major" | "minor" | "patch" | "none";

/** Which way a value goes: `in` from the caller to the API (arguments), `out` from the API to the caller (results). */
export type Direction = "in" | "out";

/**
 * Who notices a major change first, and so how a rule can be checked against the compiler:
 *
 * - `types`: old arguments do not fit the new type, or new results the old one: assignability sees it;
 * - `members`: code that writes or reads the member does not compile (excess property, unknown property);
 * - `branches`: a `case`, a comparison or a `Record` key for what is gone does not compile;
 * - `names`: an import, a method or a key does not compile;
 * - `behaviour`: everything compiles, and the call does something else;
 * - `nothing`: nobody.
 */
export type Felt = "types" | "members" | "branches" | "names" | "behaviour" | "nothing";

/** The judgement of one kind of change, for one direction. */
export interface Verdict {
  readonly bump: Bump;
  /** A client that was generated from the old document and is not upgraded fails where it worked. */
  readonly oldClientFails: boolean;
  readonly felt: Felt;
  readonly why: string;
  readonly advice: string;
}

export interface Change {
  /** Twelve hex digits, stable across runs: what a waiver names. */
  readonly fingerprint: string;
  readonly kind: Kind;
  readonly section: Section;
  /** What happened, in one sentence with the names of the case. */
  readonly title: string;
  readonly bump: Bump;
  readonly oldClientFails: boolean;
  readonly felt: Felt;
  readonly directions: readonly Direction[];
  /** The operations that feel it, by id, sorted. Empty: it concerns no operation (a title, an unused schema). */
  readonly operations: readonly string[];
  /** The named schema or other shared thing that the change stands in. Undefined: it stands in its one operation. */
  readonly owner: string | undefined;
  /** For people: `body › contact › email`. */
  readonly where: string;
  /** In the revision, or in the base for what is gone. */
  readonly at: Pointer;
  readonly side: "base" | "revision";
  readonly before: string;
  readonly after: string;
  readonly why: string;
  readonly advice: string;
  /** A human overruled the bump, and why. */
  readonly waived?: { readonly bump: Bump; readonly reason: string };
}

/** What two versions differ in, and what follows for the release. */
export interface Comparison {
  /** In the order of sections, then operations, then places. */
  readonly changes: readonly Change[];
  readonly bump: Bump;
  readonly oldClientFails: boolean;
  /** Operation id → `GET /contacts/{id}`, as in the revision, or in the base for what is gone. */
  readonly addresses?: ReadonlyMap<string, string>;
}

/** The higher of two bumps. */
export function higher(one: Bump, other: Bump): Bump {
  const order: readonly Bump[] = ["none", "patch", "minor", "major"];
  return order.indexOf(one) >= order.indexOf(other) ? one : other;
}
