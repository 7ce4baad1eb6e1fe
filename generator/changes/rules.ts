/**
 * What each kind of change means. The table is the whole judgement: the comparison finds kinds and never decides.
 * `docs/changes.md` tells where these verdicts differ from those of a client without statuses, validation or groups.
 */
import type { Direction, Verdict } from "./change.js";
import { operationRules } from "./rules-operations.js";
import { schemaRules } from "./rules-schemas.js";
import { serviceRules } from "./rules-service.js";

/** The parts of a changelog, in its order. */
export const sections = ["Breaking", "Upgrade needed", "Added", "Deprecated", "Behaviour", "Documentation"] as const;
export type Section = (typeof sections)[number];

/** One verdict, or one for each direction where the direction decides. */
export interface Rule {
  /** `{name}` is the thing's name. */
  readonly title: string;
  readonly verdict: Verdict | { readonly in: Verdict; readonly out: Verdict };
}

const table = { ...operationRules, ...serviceRules, ...schemaRules } satisfies Record<string, Rule>;

export type Kind = keyof typeof table;

/** The table, by kind. */
export const rules: { readonly [kind in Kind]: Rule } = table;

/** Every kind there is, sorted. */
export const kinds = (Object.keys(table) as Kind[]).sort();

/** The verdict of a kind in a direction. */
export function verdictOf(kind: Kind, direction: Direction): Verdict {
  const { verdict } = rules[kind];
  return "in" in verdict ? verdict[direction] : verdict;
}

/** The changelog's part for a verdict: what breaks comes first, then who must upgrade, then the kind of good news. */
export function sectionOf(kind: Kind, verdict: Pick<Verdict, "bump" | "oldClientFails">): Section {
  if (verdict.bump === "major") return "Breaking";
  if (verdict.oldClientFails) return "Upgrade needed";
  if (kind.endsWith("-deprecated")) return "Deprecated";
  if (documentation.has(kind)) return "Documentation";
  return verdict.bump === "minor" ? "Added" : "Behaviour";
}

const documentation: ReadonlySet<string> = new Set([
  "docs-changed",
  "document-text-changed",
  "title-changed",
  "version-changed",
  "scheme-format-changed",
  "operation-tags-changed",
  "operation-undeprecated",
  "parameter-undeprecated",
  "property-undeprecated",
]);
