/**
 * Reads a JSON Schema (2020-12, as OpenAPI 3.1 uses it) into the model, keyword for keyword. A schema is a conjunction:
 * each group of keywords gives one part, and the parts are an intersection.
 *
 * `kinds` goes down through `allOf`, `anyOf`, `oneOf`, `not` and `if`: the JSON types that a value can still have there. What is
 * read need only be right for those, so a branch `{ required: [a] }` of an object is an object and no union of six types.
 */
import { child, isObject, type Json, type JsonObject, type Pointer } from "../json.js";
import type { Docs, Schema } from "./api.js";
import { areDisjoint } from "./disjoint.js";
import { readDiscriminator } from "./discriminator.js";
import { mergeDocs, noDocs, readDocs } from "./docs.js";
import { quote, readKeywords, type Keywords } from "./keywords.js";
import { allKinds, kindOfValue, kindsOf, kindsOfSchema, kindsOfType, type Kinds } from "./kinds.js";
import { items, leadsTo, type Reading } from "./reading.js";
import { requireWhereDeclared } from "./required.js";
import { checkSatisfiable } from "./satisfiable.js";
import { readTypes } from "./types.js";
import { allows, canonical, distinct, inOrder, isBare } from "./values.js";

/** Reads the schema at a place. A value that is no schema is reported, and allows everything. */
export function readSchema(reading: Reading, value: Json | undefined, at: Pointer, kinds: Kinds = allKinds): Schema {
  if (value === true || value === undefined) return unknown(at);
  if (value === false) return never(at);
  if (!isObject(value)) {
    reading.report("model/wrong-type", at, "A schema must be an object or a boolean; this one allows everything.");
    return unknown(at);
  }
  return readObject(reading, value, at, kinds);
}

function unknown(at: Pointer): Schema {
  return { kind: "unknown", docs: noDocs, at };
}

function never(at: Pointer): Schema {
  return { kind: "never", docs: noDocs, at };
}

/** What the readers of one schema share. */
export interface SchemaContext {
  readonly reading: Reading;
  readonly keywords: Keywords;
  readonly at: Pointer;
  /** The JSON types a value can have here: what the place allows, and every keyword of this schema. */
  readonly kinds: Kinds;
}

function readObject(reading: Reading, node: JsonObject, at: Pointer, outer: Kinds): Schema {
  const own = kindsOf(reading, node);
  const keywords = readKeywords(reading, node, at);
  if (own === 0) reading.report("model/unsatisfiable", at, "No JSON type is left that all parts of this schema allow.");
  if ((own & outer) === 0) return withDocs(never(at), readDocs(node), at);
  const context: SchemaContext = { reading, keywords, at, kinds: own & outer };
  const inherited: Docs[] = [];
  const parts = hasApplicator(keywords) ? readApplicators(context, inherited) : [];
  const values = readValues(context, parts);
  const whole = intersect(parts.length === 0 ? values : [...values, ...parts], at);
  checkSatisfiable(reading, whole, at);
  const docs = readDocs(node);
  return withDocs(readUnevaluated(context, whole), inherited.length === 0 ? docs : inherited.reduce(mergeDocs, docs), at);
}

/** Keywords that apply other schemas to the same value. */
function hasApplicator({ $ref, allOf, anyOf, oneOf, not, if: condition }: Keywords): boolean {
  return $ref !== undefined || allOf !== undefined || anyOf !== undefined || oneOf !== undefined || not !== undefined || condition !== undefined;
}

function readApplicators(context: SchemaContext, docs: Docs[]): Schema[] {
  return [
    ...readReference(context),
    ...readAllOf(context, docs),
    ...readUnion(context, "anyOf", "any"),
    ...readUnion(context, "oneOf", "one"),
    ...readNot(context),
    ...readConditional(context),
  ];
}

/** All parts together: none is anything, one stands alone, an intersection within is spread, what is required is said where it is declared. */
function intersect(parts: readonly Schema[], at: Pointer): Schema {
  const only = parts[0];
  if (only && parts.length === 1 && only.kind !== "intersection") return only;
  if (parts.length === 0) return unknown(at);
  const spread = parts.flatMap((part) => (part.kind === "intersection" && part.docs === noDocs ? part.members : [part]));
  const flat = spread.length > 1 ? requireWhereDeclared(spread) : spread;
  const [first = unknown(at)] = flat;
  return flat.length <= 1 ? first : { kind: "intersection", members: flat, docs: noDocs, at };
}

/** The schema with the docs of the place it stands at; its own docs where the place says nothing. */
export function withDocs(schema: Schema, docs: Docs, at: Pointer): Schema {
  if (docs === noDocs && schema.at === at) return schema;
  return { ...schema, docs: mergeDocs(docs, schema.docs), at };
}

/** `type`, the rules of each type, `enum` and `const`. A bare `type` goes when another part already demands it. */
function readValues(context: SchemaContext, others: readonly Schema[]): Schema[] {
  const typed = readTypes(context, readSchema);
  const values = listedValues(context.keywords);
  if (values) return readListed(context, typed, values);
  return typed && !isImplied(context, typed, others) ? [typed] : [];
}

/** Whether another part demands the type already, and it has no rules of its own. */
function isImplied({ reading, keywords }: SchemaContext, typed: Schema, others: readonly Schema[]): boolean {
  if (others.length === 0 || !isBare(typed)) return false;
  const said = kindsOfType(keywords.type as Json | undefined);
  return others.some((other) => (kindsOfSchema(reading, other) & ~said) === 0);
}

/** The listed values that the type allows; the type stays beside them where it cannot be told. */
function readListed({ reading, kinds, at }: SchemaContext, typed: Schema | undefined, values: readonly Json[]): Schema[] {
  const verdicts = new Map(values.map((value) => [value, typed ? allows(typed, value) : true]));
  for (const [value, verdict] of verdicts) {
    if (verdict !== false) continue;
    reading.report("model/enum-value-excluded", at, `The type or the rules beside it exclude the value ${quote(JSON.stringify(value))}.`);
  }
  const kept = values.filter((value) => verdicts.get(value) !== false && (kindOfValue(value) & kinds) !== 0);
  if (kept.length === 0) {
    reading.report("model/unsatisfiable", at, "No value is left that this enum or const allows.");
    return [never(at)];
  }
  const chosen: Schema = { kind: "enum", values: kept, docs: noDocs, at };
  return typed && kept.some((value) => verdicts.get(value) === undefined) ? [typed, chosen] : [chosen];
}

/** The values of `enum` and `const` together, each once. */
function listedValues(keywords: Keywords): readonly Json[] | undefined {
  const { enum: values, const: only } = keywords;
  if (only === undefined) return values && distinct(values).map(inOrder);
  return !values || values.some((value) => canonical(value) === canonical(only)) ? [inOrder(only)] : [];
}

function readReference({ reading, keywords, at }: SchemaContext): Schema[] {
  const { $ref } = keywords;
  if ($ref === undefined) return [];
  const found = leadsTo(reading, $ref);
  const place = child(at, "$ref");
  if (!found) {
    reading.report("model/reference-unresolved", place, `Nothing stands at ${quote($ref)}; any value is allowed here.`);
    return [];
  }
  if (!isObject(found.value) && typeof found.value !== "boolean") {
    reading.report("model/reference-not-schema", place, `${quote($ref)} leads to no schema; any value is allowed here.`);
    return [];
  }
  reading.targets.add(found.at);
  return [{ kind: "ref", target: found.at, docs: noDocs, at }];
}

/** A member that only has words (`{ description }` beside a `$ref`, as OpenAPI 3.0 needed it) gives them to the whole. */
function readAllOf({ reading, keywords, at, kinds }: SchemaContext, docs: Docs[]): Schema[] {
  const members = items(keywords.allOf, child(at, "allOf")).map((member) => readSchema(reading, member.value, member.at, kinds));
  for (const member of members) if (member.kind === "unknown") docs.push(member.docs);
  return members.filter((member) => member.kind !== "unknown");
}

function readUnion({ reading, keywords, at, kinds }: SchemaContext, keyword: "anyOf" | "oneOf", written: "any" | "one"): Schema[] {
  const list = keywords[keyword];
  if (!list) return [];
  const places = items(list, child(at, keyword));
  const all = places.map((place) => ({ place, schema: readSchema(reading, place.value, place.at, kinds) }));
  const possible = all.filter(({ schema }) => schema.kind !== "never");
  const [only] = possible;
  if (!only) return [never(at)];
  if (possible.length === 1) return only.schema.kind === "unknown" ? [] : [only.schema];
  const members = possible.map(({ schema }) => schema);
  const found = possible.map(({ place }) => place);
  const discriminator = readDiscriminator({ reading, keywords, at, kinds }, members, found);
  const mode = written === "one" && (discriminator?.exact || areDisjoint(reading, found, kinds)) ? "any" : written;
  return [{ kind: "union", mode, members, discriminator, docs: noDocs, at }];
}

function readNot({ reading, keywords, at, kinds }: SchemaContext): Schema[] {
  if (keywords.not === undefined) return [];
  const schema = readSchema(reading, keywords.not, child(at, "not"), kinds);
  if (schema.kind === "never") return [];
  return schema.kind === "unknown" ? [never(at)] : [{ kind: "not", schema, docs: noDocs, at }];
}

/** `then` and `else` mean nothing without `if`; `if` alone asserts nothing, but counts as evaluation. */
function readConditional({ reading, keywords, at, kinds }: SchemaContext): Schema[] {
  if (keywords.if === undefined) return [];
  const read = (name: "if" | "then" | "else"): Schema | undefined =>
    keywords[name] === undefined ? undefined : readSchema(reading, keywords[name], child(at, name), kinds);
  const then = read("then");
  const otherwise = read("else");
  if (!then && !otherwise && !reading.unevaluated) return [];
  return [{ kind: "conditional", if: read("if") ?? unknown(at), then, else: otherwise, docs: noDocs, at }];
}

function readUnevaluated({ reading, keywords, at }: SchemaContext, schema: Schema): Schema {
  const { unevaluatedProperties, unevaluatedItems } = keywords;
  if (!reading.unevaluated || (unevaluatedProperties === undefined && unevaluatedItems === undefined)) return schema;
  const read = (value: Json | undefined, name: string): Schema | undefined =>
    value === undefined ? undefined : readSchema(reading, value, child(at, name));
  return {
    kind: "unevaluated",
    schema,
    properties: read(unevaluatedProperties, "unevaluatedProperties"),
    items: read(unevaluatedItems, "unevaluatedItems"),
    docs: noDocs,
    at,
  };
}
