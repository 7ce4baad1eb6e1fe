/** Two lists of alternatives, kind by kind: what came, what went, and what is compared further. */
import type { ArraySchema, ObjectSchema, Schema } from "../../model/api.js";
import { jsonKind, type Alternative } from "./alternatives.js";
import { compareArrays } from "./arrays.js";
import { compareChecks } from "./checks.js";
import { record, recordPair, type Place, type SchemaComparer } from "./compare.js";
import { describe, describeValue } from "./describe.js";
import { compareObjectAlternatives } from "./members.js";
import { compareBinary, compareNumbers, compareStrings } from "./scalars.js";

export interface Values {
  readonly schema: Schema;
  readonly list: readonly Alternative[];
}

export type PlainAlternative = Alternative & { readonly kind: "plain" };
type PlainKind = PlainAlternative["schema"]["kind"];

/** One side's alternatives, sorted by kind; literals that a kind beside them allows anyway are gone. */
interface Sorted {
  readonly plain: ReadonlyMap<PlainKind, readonly PlainAlternative[]>;
  /** JSON text → alternative. */
  readonly literals: ReadonlyMap<string, Alternative & { readonly kind: "literal" }>;
}

/** Compares two sets of values in the direction of their place. */
export function compareAlternatives(comparer: SchemaComparer, before: Values, after: Values, place: Place): void {
  const [old, now] = [sort(before.list), sort(after.list)];
  if (old.plain.has("unknown") !== now.plain.has("unknown")) {
    return recordPair(comparer, now.plain.has("unknown") ? "type-widened" : "type-narrowed", place, before.schema, after.schema);
  }
  compareNull(comparer, before, after, old, now, place);
  const enums = compareLiterals(comparer, before, after, old, now, place);
  compareKinds(comparer, before, after, old, now, enums, place);
  comparePlain(comparer, old, now, place);
  compareChecks(comparer, before, after, place);
}

function sort(list: readonly Alternative[]): Sorted {
  const plain = new Map<PlainKind, PlainAlternative[]>();
  for (const one of list) {
    if (one.kind !== "plain") continue;
    const same = plain.get(one.schema.kind);
    if (same) same.push(one);
    else plain.set(one.schema.kind, [one]);
  }
  const literals = new Map<string, Alternative & { kind: "literal" }>();
  for (const one of list) {
    if (one.kind === "literal" && !plain.has(jsonKind(one.value)) && !plain.has("unknown")) literals.set(JSON.stringify(one.value), one);
  }
  return { plain, literals };
}

function compareNull(comparer: SchemaComparer, before: Values, after: Values, old: Sorted, now: Sorted, place: Place): void {
  const [was, is] = [old.plain.has("null"), now.plain.has("null")];
  if (was === is || onlyNull(old) || onlyNull(now)) return;
  recordPair(comparer, is ? "became-nullable" : "became-not-nullable", place, before.schema, after.schema);
}

/** Nothing but null: then null is not something that comes beside another type. */
const onlyNull = (side: Sorted): boolean => side.plain.size + side.literals.size <= (side.plain.has("null") ? 1 : 0);

/** JSON types whose comparison was settled as an enum that came or went. */
type Settled = ReadonlySet<string>;

function compareLiterals(comparer: SchemaComparer, before: Values, after: Values, old: Sorted, now: Sorted, place: Place): Settled {
  const settled = new Set<string>();
  const kindsOf = (side: Sorted): Set<string> => new Set([...side.literals.values()].map((one) => jsonKind(one.value)));
  const [oldKinds, nowKinds] = [kindsOf(old), kindsOf(now)];
  for (const kind of ["string", "number", "boolean", "object", "array"] as const) {
    if (oldKinds.has(kind) && now.plain.has(kind)) settled.add(kind), recordPair(comparer, "enum-dropped", place, before.schema, after.schema);
    if (nowKinds.has(kind) && old.plain.has(kind)) settled.add(kind), recordPair(comparer, "became-enum", place, before.schema, after.schema);
  }
  // A list of values on one side only, and no kind it could have come from: the comparison of kinds tells.
  if (oldKinds.size === 0 || nowKinds.size === 0) return settled;
  compareValuesOfEnum(comparer, before, after, old, now, settled, place);
  for (const kind of [...oldKinds, ...nowKinds]) settled.add(kind);
  return settled;
}

function compareValuesOfEnum(comparer: SchemaComparer, before: Values, after: Values, old: Sorted, now: Sorted, settled: Settled, place: Place): void {
  for (const [text, one] of now.literals) {
    if (old.literals.has(text) || settled.has(jsonKind(one.value))) continue;
    record(comparer, "enum-value-added", place, { at: after.schema, before: describe(before.schema, comparer.base), after: `… | ${describeValue(one.value)}`, path: describeValue(one.value) });
  }
  for (const [text, one] of old.literals) {
    if (now.literals.has(text) || settled.has(jsonKind(one.value))) continue;
    record(comparer, "enum-value-removed", place, { at: after.schema, before: describeValue(one.value), after: describe(after.schema, comparer.revision), path: describeValue(one.value) });
  }
}

/** Kinds that stand on one side only: widened, narrowed, or another type altogether. */
function compareKinds(comparer: SchemaComparer, before: Values, after: Values, old: Sorted, now: Sorted, enums: Settled, place: Place): void {
  const gone = missing(old, now, enums);
  const come = missing(now, old, enums);
  // Text and bytes are both a string but in the parts of a form.
  if (gone.delete("binary") && come.delete("string")) recordPair(comparer, binaryKind(place), place, before.schema, after.schema);
  if (come.has("binary") && gone.has("string")) {
    come.delete("binary"), gone.delete("string");
    recordPair(comparer, binaryKind(place), place, before.schema, after.schema);
  }
  if (gone.size === 0 && come.size === 0) return;
  if (gone.size > 0 && come.size > 0) {
    const asText = place.text && (come.has("string") || come.has("array"));
    return recordPair(comparer, asText ? "type-changed-in-text" : "type-changed", place, before.schema, after.schema);
  }
  recordPair(comparer, come.size > 0 ? "type-widened" : "type-narrowed", place, before.schema, after.schema);
}

/** A whole body as text or as bytes, or a part of a form: two types. Inside JSON: one. */
const binaryKind = (place: Place): "type-changed" | "binary-changed" | "format-noted" => {
  if (!place.upload) return "format-noted";
  return place.direction === "in" ? "binary-changed" : "type-changed";
};

function missing(side: Sorted, other: Sorted, enums: Settled): Set<string> {
  const kinds = new Set<string>([...side.plain.keys(), ...[...side.literals.values()].map((one) => jsonKind(one.value))]);
  for (const kind of [...other.plain.keys(), ...enums]) kinds.delete(kind);
  const alone = onlyNull(side) || onlyNull(other);
  if (!alone) kinds.delete("null");
  return kinds;
}

/** The alternatives of a kind that both sides have. Of several scalars of one kind, the first speaks. */
function comparePlain(comparer: SchemaComparer, old: Sorted, now: Sorted, place: Place): void {
  for (const [kind, olds] of old.plain) {
    const nows = now.plain.get(kind);
    const [one, other] = [olds[0]?.schema, nows?.[0]?.schema];
    if (!nows || !one || !other) continue;
    if (one.kind === "number" && other.kind === "number") compareNumbers(comparer, one, other, place);
    if (one.kind === "string" && other.kind === "string") compareStrings(comparer, one, other, place);
    if (one.kind === "binary" && other.kind === "binary") compareBinary(comparer, one, other, place);
    if (one.kind === "array") compareArrays(comparer, plainOf<ArraySchema>(olds), plainOf<ArraySchema>(nows), place);
    if (one.kind === "object") compareObjectAlternatives(comparer, olds as ObjectAlternatives, nows as ObjectAlternatives, place);
  }
}

export type ObjectAlternatives = readonly (PlainAlternative & { readonly schema: ObjectSchema })[];

const plainOf = <S extends Schema>(list: readonly PlainAlternative[]): readonly S[] => list.map((one) => one.schema as Schema as S);
