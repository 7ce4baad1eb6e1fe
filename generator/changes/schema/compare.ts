/**
 * Two schemas as two sets of values, in the direction of the place they stand in. Pairs of references are compared once
 * a direction, whoever leads there; so cycles end, and a component that ten operations use costs one comparison.
 */
import type { Schema } from "../../model/api.js";
import type { Direction } from "../change.js";
import type { Finding, Journal, Owner } from "../journal.js";
import type { Kind } from "../rules.js";
import { alternatives } from "./alternatives.js";
import { describe } from "./describe.js";
import { compareSchemaDocs } from "./docs.js";
import { sameSchema } from "./equal.js";
import { nameOf, resolve, type Side } from "./side.js";
import { compareAlternatives } from "./sets.js";

/** Where a comparison stands. */
export interface Place {
  readonly owner: Owner;
  readonly direction: Direction;
  /** The value is a body's part that may be bytes. */
  readonly upload: boolean;
  /** The value is written as text: a parameter or a header. */
  readonly text: boolean;
  readonly path: readonly string[];
  /** What a finding calls this place. */
  readonly name: string;
}

export interface SchemaComparer {
  readonly base: Side;
  readonly revision: Side;
  readonly journal: Journal;
  /** Pairs that were reached and wait; `finish` empties it. */
  readonly waiting: (() => void)[];
  readonly pairs: Map<Schema, Map<Schema, Map<string, Owner>>>;
  /** Pairs that are being compared. */
  readonly open: Map<Schema, Set<Schema>>;
}

/** A comparer for two sides that writes into a journal. */
export function createSchemaComparer(base: Side, revision: Side, journal: Journal): SchemaComparer {
  return { base, revision, journal, waiting: [], pairs: new Map(), open: new Map() };
}

/** Compares everything that was reached. Not recursive over references, so that long chains of them do no harm. */
export function finish(comparer: SchemaComparer): void {
  for (let next = comparer.waiting.pop(); next; next = comparer.waiting.pop()) next();
}

/** Compares the values of one place. */
export function compareSchemas(comparer: SchemaComparer, before: Schema, after: Schema, place: Place): void {
  if (before.kind !== "ref" && after.kind !== "ref" && compareSame(comparer, before, after, place)) return;
  compareSchemaDocs(comparer, before, after, place);
  if (!isShared(before, comparer.base) && !isShared(after, comparer.revision)) return compareValues(comparer, before, after, place);
  const targets = [resolve(before, comparer.base), resolve(after, comparer.revision)] as const;
  const named = before.kind === "ref" && after.kind === "ref";
  const owners = ownersOf(comparer, targets[0], targets[1]);
  const key = `${place.direction} ${place.upload} ${place.text}`;
  const known = owners.get(key);
  if (known) return void known.users.add(place.owner);
  const owner = named ? comparer.journal.owner("schema", nameOf(after, comparer.revision)?.identifier ?? place.name) : comparer.journal.owner(place.owner.kind, place.owner.label);
  owner.users.add(place.owner);
  owners.set(key, owner);
  // Where only one side refers, or an intersection was made, what is found belongs to the place; it is an owner of its own so that others can lead to it too.
  const inside: Place = named ? { ...place, owner, path: [], name: owner.label } : { ...place, owner };
  comparer.waiting.push(() => {
    if (compareSame(comparer, targets[0], targets[1], inside)) return;
    if (named) compareSchemaDocs(comparer, targets[0], targets[1], inside);
    compareValues(comparer, targets[0], targets[1], inside);
  });
}

const isShared = (schema: Schema, side: Side): boolean => schema.kind === "ref" || side.shared.has(schema);

/** Where both say the same, only what their references lead to is left to compare. */
function compareSame(comparer: SchemaComparer, before: Schema, after: Schema, place: Place): boolean {
  const references = sameSchema(before, after, place.direction);
  if (references === undefined) return false;
  for (const [one, other] of references) compareSchemas(comparer, one, other, place);
  return true;
}

function ownersOf(comparer: SchemaComparer, before: Schema, after: Schema): Map<string, Owner> {
  const row = comparer.pairs.get(before) ?? new Map<Schema, Map<string, Owner>>();
  comparer.pairs.set(before, row);
  const owners = row.get(after) ?? new Map<string, Owner>();
  row.set(after, owners);
  return owners;
}

/** A pair that is being compared already is one that leads back to itself: through the references that a union is made of. */
function compareValues(comparer: SchemaComparer, before: Schema, after: Schema, place: Place): void {
  const others = comparer.open.get(before) ?? new Set();
  if (others.has(after)) return;
  comparer.open.set(before, others.add(after));
  compareDiscriminators(comparer, before, after, place);
  compareAlternatives(comparer, { schema: before, list: alternatives(before, comparer.base) }, { schema: after, list: alternatives(after, comparer.revision) }, place);
  others.delete(after);
}

function compareDiscriminators(comparer: SchemaComparer, before: Schema, after: Schema, place: Place): void {
  const words = (schema: Schema): string => {
    if (schema.kind !== "union" || !schema.discriminator) return "";
    const { property, values } = schema.discriminator;
    return `${property}: ${[...values.flat()].sort().join(", ")}`;
  };
  const [was, is] = [words(before), words(after)];
  if (was !== is) record(comparer, "discriminator-changed", place, { at: after, before: was, after: is });
}

/** The same place, one step further. */
export function below(place: Place, step: string, name = step): Place {
  return { ...place, path: [...place.path, step], name };
}

/** Records what happened at a place: `before` and `after` in words, the pointer from whichever side has it. */
export function record(comparer: SchemaComparer, kind: Kind, place: Place, said: { at: Schema | undefined; from?: Schema | undefined; name?: string; path?: string; before: string; after: string }): void {
  const finding: Finding = {
    kind,
    direction: place.direction,
    name: said.name ?? place.name,
    path: said.path === undefined ? place.path : [...place.path, said.path],
    at: said.at?.at ?? said.from?.at ?? "",
    side: said.at ? "revision" : "base",
    before: said.before,
    after: said.after,
  };
  comparer.journal.record(place.owner, finding);
}

/** Records a change between two schemas of one place, each in words. */
export function recordPair(comparer: SchemaComparer, kind: Kind, place: Place, before: Schema, after: Schema): void {
  record(comparer, kind, place, { at: after, before: describe(before, comparer.base), after: describe(after, comparer.revision) });
}
