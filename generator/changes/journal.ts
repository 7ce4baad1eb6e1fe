/** What a comparison found, and who feels it. Findings are kept with the thing they stand in and meet operations at the end. */
import { createHash } from "node:crypto";
import type { Pointer } from "../json.js";
import { higher, type Change, type Direction, type Verdict } from "./change.js";
import { rules, sectionOf, sections, verdictOf, type Kind } from "./rules.js";

/** What findings stand in: the API itself, an operation, or a pair of schemas that several operations share. */
export interface Owner {
  readonly kind: "api" | "operation" | "schema";
  /** The operation's id, or the shared thing's name. */
  readonly label: string;
  /** Those that lead here, up to operations. */
  readonly users: Set<Owner>;
}

export interface Finding {
  readonly kind: Kind;
  readonly direction: Direction;
  /** Put in place of `{name}` in the rule's title. */
  readonly name: string;
  /** Steps below the owner, for people. */
  readonly path: readonly string[];
  readonly at: Pointer;
  readonly side: "base" | "revision";
  readonly before: string;
  readonly after: string;
}

export interface Journal {
  owner(kind: Owner["kind"], label: string): Owner;
  record(owner: Owner, finding: Finding): void;
  /** Whether anything was recorded. */
  readonly size: () => number;
  /** The findings as changes, each place once, sorted. */
  changes(): Change[];
}

/** A new, empty journal. */
export function createJournal(): Journal {
  const entries: { owner: Owner; finding: Finding }[] = [];
  return {
    owner: (kind, label) => ({ kind, label, users: new Set() }),
    record: (owner, finding) => void entries.push({ owner, finding }),
    size: () => entries.length,
    changes: () => merge(entries),
  };
}

interface Entry {
  readonly owner: Owner;
  readonly finding: Finding;
}

/** A schema that is used both ways is judged in each, and reported once for each place: the worse verdict speaks. */
function merge(entries: readonly Entry[]): Change[] {
  const places = new Map<string, Entry[]>();
  for (const entry of entries) {
    const { kind, side, at, name, before, after } = entry.finding;
    const scope = entry.owner.kind === "operation" ? entry.owner.label : "";
    const place = JSON.stringify([kind, scope, side, at, name, before, after]);
    const known = places.get(place);
    if (known) known.push(entry);
    else places.set(place, [entry]);
  }
  return [...places.values()].map(toChange).sort(byReading);
}

function toChange(entries: readonly [Entry, ...Entry[]] | readonly Entry[]): Change {
  const first = entries[0] as Entry;
  const directions = [...new Set(entries.map((entry) => entry.finding.direction))].sort();
  const { verdict, decisive } = worst(first.finding.kind, directions);
  const shown = entries.find((entry) => entry.finding.direction === decisive) ?? first;
  const { kind, name, path, at, side, before, after } = shown.finding;
  const operations = operationsOf(entries.map((entry) => entry.owner));
  const owner = shown.owner.kind === "schema" ? shown.owner.label : undefined;
  const subject = owner ?? operations[0] ?? "";
  return {
    fingerprint: createHash("sha256").update([kind, subject, path.join("/"), name].join("\n")).digest("hex").slice(0, 12),
    kind,
    section: sectionOf(kind, verdict),
    title: rules[kind].title.replace("{name}", () => name),
    bump: verdict.bump,
    oldClientFails: verdict.oldClientFails,
    felt: verdict.felt,
    directions,
    operations,
    owner,
    where: path.join(" › "),
    at,
    side,
    before,
    after,
    why: verdict.why,
    advice: verdict.advice,
  };
}

function worst(kind: Kind, directions: readonly Direction[]): { verdict: Verdict; decisive: Direction } {
  const judged = directions.map((direction) => ({ verdict: verdictOf(kind, direction), decisive: direction }));
  const fails = judged.some(({ verdict }) => verdict.oldClientFails);
  const top = judged.reduce((one, other) => (higher(one.verdict.bump, other.verdict.bump) === one.verdict.bump ? one : other));
  return { decisive: top.decisive, verdict: { ...top.verdict, oldClientFails: fails } };
}

function operationsOf(owners: readonly Owner[]): string[] {
  const found = new Set<string>();
  const seen = new Set<Owner>(owners);
  for (const owner of seen) {
    if (owner.kind === "operation") found.add(owner.label);
    for (const user of owner.users) seen.add(user);
  }
  return [...found].sort(byText);
}

const byText = (one: string, other: string): number => (one < other ? -1 : one > other ? 1 : 0);

/** Section, then what has an owner or operation by name, then place: the order of a changelog, whatever the document's. */
function byReading(one: Change, other: Change): number {
  const key = (change: Change): string[] => [
    String(sections.indexOf(change.section)),
    change.owner ?? change.operations[0] ?? "",
    change.where,
    change.kind,
    change.title,
    change.at,
    change.before,
    change.after,
  ];
  const right = key(other);
  for (const [index, left] of key(one).entries()) {
    const order = byText(left, right[index] ?? "");
    if (order !== 0) return order;
  }
  return 0;
}
