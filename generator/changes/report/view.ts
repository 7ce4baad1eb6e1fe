/** What every report shows, before it is text of some kind: headline, sections, and the same by operation. */
import type { Bump, Change, Comparison } from "../change.js";
import { sections, type Section } from "../rules.js";
import { effectiveBump } from "../waivers.js";

/** What is compared, and what the package's version does. */
export interface Subject {
  /** `specs/pristo/openapi.yaml`, or a title. */
  readonly base: string;
  readonly revision: string;
  /** The package's versions, where there is a package. */
  readonly version?: { readonly from: string; readonly to: string };
}

export interface Part<Name extends string = string> {
  readonly name: Name;
  readonly changes: readonly Change[];
}

const bumpWords: Readonly<Record<Bump, string>> = {
  major: "Breaking: code that compiled against the old package may not compile or work",
  minor: "Additions: code that compiled against the old package goes on working",
  patch: "Small: code that compiled against the old package is not affected",
  none: "Nothing that is emitted differs",
};

/** One line that says it all. */
export function headline(comparison: Comparison): string {
  const old = comparison.oldClientFails ? " Clients that are not upgraded may fail." : "";
  return `${bumpWords[comparison.bump]}.${old}`;
}

/** `3 breaking, 1 added, 2 documentation`. */
export function counts(comparison: Comparison): string {
  const parts = bySection(comparison).map(({ name, changes }) => `${changes.length} ${name.toLowerCase()}`);
  return parts.join(", ") || "no changes";
}

/** The changes by section, in the order of a changelog; sections without changes are left out. */
export function bySection({ changes }: Comparison): Part<Section>[] {
  return sections.map((name) => ({ name, changes: changes.filter((change) => change.section === name) })).filter((part) => part.changes.length > 0);
}

/** The changes by what they stand in: an operation, a shared type, or the API as a whole (first). */
export function bySubject({ changes }: Comparison): Part[] {
  const parts = new Map<string, Change[]>();
  for (const change of changes) {
    const name = subjectOf(change);
    const known = parts.get(name);
    if (known) known.push(change);
    else parts.set(name, [change]);
  }
  const rank = (name: string): string => (name === wholeApi ? "0" : name.startsWith("Type ") ? `2${name}` : `1${name}`);
  return [...parts].map(([name, list]) => ({ name, changes: list })).sort((one, other) => (rank(one.name) < rank(other.name) ? -1 : 1));
}

const wholeApi = "The API";

/** What a change stands in, for people. */
export function subjectOf(change: Change): string {
  if (change.owner !== undefined) return `Type ${change.owner}`;
  return change.operations[0] ?? wholeApi;
}

/** The operations that feel a change in a shared type: `createThing, listThings and 12 more`. */
export function usersOf(change: Change, most = 5): string {
  if (change.owner === undefined || change.operations.length === 0) return "";
  const shown = change.operations.slice(0, most).join(", ");
  const left = change.operations.length - most;
  return left > 0 ? `${shown} and ${left} more` : shown;
}

/** `major`, or `minor instead of major` where a human decided. */
export function bumpInWords(change: Change): string {
  return change.waived ? `${change.waived.bump} instead of ${change.bump}: ${change.waived.reason}` : effectiveBump(change);
}
