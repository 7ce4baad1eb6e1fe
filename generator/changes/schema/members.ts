/** Which object of a union became which: by name, by tag, by equality, by likeness; what is left came or went. */
import type { ObjectSchema, Schema } from "../../model/api.js";
import type { Change, Direction } from "../change.js";
import { trial } from "../contents.js";
import { alternatives } from "./alternatives.js";
import { compareSchemaDocs } from "./docs.js";
import { compareSchemas, record, type Place, type SchemaComparer } from "./compare.js";
import { describe } from "./describe.js";
import { compareObjects } from "./objects.js";
import type { ObjectAlternatives, PlainAlternative } from "./sets.js";
import { nameOf, type Side } from "./side.js";
import { signature } from "./signature.js";

type Member = PlainAlternative & { readonly schema: ObjectSchema };
type Likeness = (one: Member, other: Member) => boolean;

/** Compares the objects that a place may hold. */
export function compareObjectAlternatives(comparer: SchemaComparer, before: ObjectAlternatives, after: ObjectAlternatives, place: Place): void {
  const [first, other] = [before[0], after[0]];
  if (before.length === 1 && after.length === 1 && first && other) return compareMember(comparer, first, other, place, true);
  const { pairs, gone, come } = pairUp(before, after, likenesses(comparer));
  for (const [old, now] of pairs) compareMember(comparer, old, now, place, false);
  const alike = (member: Member, others: readonly Member[], from: "gone" | "come"): boolean => fitsOne(comparer, member, others, from, place.direction);
  for (const member of gone) record(comparer, alike(member, after, "gone") ? "member-removed-alike" : "member-removed", place, { from: member.source, at: undefined, path: titleOf(member, comparer.base), before: describe(member.source, comparer.base), after: "" });
  for (const member of come) record(comparer, alike(member, before, "come") ? "member-added-alike" : "member-added", place, { at: member.source, path: titleOf(member, comparer.revision), before: "", after: describe(member.source, comparer.revision) });
}

/** Whether values of a member that came (or went) are values of one that was there (or is left). */
function fitsOne(comparer: SchemaComparer, member: Member, others: readonly Member[], from: "gone" | "come", direction: Direction): boolean {
  const isHarmless = (change: Change): boolean => change.bump !== "major" && !change.oldClientFails;
  // What went goes in: the old form is sent to a server that knows the others. What came comes out.
  if (direction === (from === "gone" ? "out" : "in")) return false;
  return others.some((other) => {
    const [before, after] = from === "gone" ? [member.source, other.source] : [other.source, member.source];
    return trial(comparer, before, after, direction).every(isHarmless);
  });
}

/** From the surest sign to the weakest; each works on what the ones before it left. */
function likenesses(comparer: SchemaComparer): readonly Likeness[] {
  const named = (one: Member, other: Member): boolean => {
    const [old, now] = [nameOf(one.source, comparer.base), nameOf(other.source, comparer.revision)];
    return old !== undefined && now !== undefined && old.name === now.name;
  };
  const equal: Likeness = (one, other) => signature(one.schema, comparer.base) === signature(other.schema, comparer.revision);
  const tagged: Likeness = (one, other) => {
    const [old, now] = [tagsOf(one.schema, comparer.base), tagsOf(other.schema, comparer.revision)];
    return [...old].some(([name, value]) => now.get(name) === value);
  };
  const conflicting: Likeness = (one, other) => {
    const [old, now] = [tagsOf(one.schema, comparer.base), tagsOf(other.schema, comparer.revision)];
    return [...old].some(([name, value]) => now.has(name) && now.get(name) !== value);
  };
  return [named, equal, tagged, (one, other) => !conflicting(one, other) && alike(one.schema, other.schema)];
}

function pairUp(before: readonly Member[], after: readonly Member[], signs: readonly Likeness[]): { pairs: [Member, Member][]; gone: readonly Member[]; come: readonly Member[] } {
  const pairs: [Member, Member][] = [];
  const gone = new Set(before);
  const come = new Set(after);
  for (const sign of signs) {
    for (const old of gone) {
      const now = [...come].find((candidate) => sign(old, candidate));
      if (!now) continue;
      pairs.push([old, now]);
      gone.delete(old), come.delete(now);
    }
  }
  return { pairs, gone: [...gone], come: [...come] };
}

/** At least half of all the properties' names are common. */
function alike(one: ObjectSchema, other: ObjectSchema): boolean {
  const names = new Set(one.properties.map(({ name }) => name));
  const common = other.properties.filter(({ name }) => names.has(name)).length;
  return common > 0 && common * 2 >= Math.max(names.size, other.properties.length);
}

/** Properties that allow a single text: `type: "cat"`. */
function tagsOf(schema: ObjectSchema, side: Side): Map<string, string> {
  const tags = new Map<string, string>();
  for (const property of schema.properties) {
    const values = alternatives(property.schema, side);
    const only = values[0];
    if (values.length === 1 && only?.kind === "literal" && typeof only.value === "string") tags.set(property.name, only.value);
  }
  return tags;
}

const titleOf = (member: Member, side: Side): string => nameOf(member.source, side)?.name ?? [...tagsOf(member.schema, side).values()][0] ?? describe(member.schema, side);

/** References are compared once for all who lead there; a reference on one side only is compared here. */
function compareMember(comparer: SchemaComparer, before: Member, after: Member, place: Place, alone: boolean): void {
  if (isReference(before.source) && isReference(after.source)) return compareSchemas(comparer, before.source, after.source, place);
  if (!alone) compareSchemaDocs(comparer, before.schema, after.schema, { ...place, name: titleOf(after, comparer.revision) });
  compareObjects(comparer, before.schema, after.schema, place);
}

const isReference = (schema: Schema): boolean => schema.kind === "ref";
