/**
 * Reads a JSON Schema (2020-12, as OpenAPI 3.1 uses it) into the model, keyword for keyword. A schema is a conjunction:
 * each group of keywords gives one part, and the parts are an intersection.
 */
import { child, isObject, type Json, type JsonObject, type Pointer } from "../json.js";
import type { Docs, Schema } from "./api.js";
import { readDiscriminator } from "./discriminator.js";
import { mergeDocs, noDocs, readDocs } from "./docs.js";
import { quote, readKeywords, type Keywords } from "./keywords.js";
import { entries, items, resolve, type Reading } from "./reading.js";
import { readTypes } from "./types.js";
import { allows, distinct } from "./values.js";

/** Reads the schema at a place. A value that is no schema is reported, and allows everything. */
export function readSchema(reading: Reading, value: Json | undefined, at: Pointer): Schema {
  if (value === true || value === undefined) return unknown(at);
  if (value === false) return { kind: "never", docs: noDocs, at };
  if (!isObject(value)) {
    reading.report("model/wrong-type", at, "A schema must be an object or a boolean; this one allows everything.");
    return unknown(at);
  }
  return readObject(reading, value, at);
}

/** Any value. */
export function unknown(at: Pointer, docs: Docs = noDocs): Schema {
  return { kind: "unknown", docs, at };
}

function readObject(reading: Reading, node: JsonObject, at: Pointer): Schema {
  const keywords = readKeywords(reading, node, at);
  const context = { reading, keywords, at };
  const parts = [
    ...readValues(context),
    ...readReference(context),
    ...readAllOf(context),
    ...readUnion(context, "anyOf", "any"),
    ...readUnion(context, "oneOf", "one"),
    ...readNot(context),
    ...readConditional(context),
  ];
  return withDocs(readUnevaluated(context, intersect(parts, at)), readDocs(node), at);
}

/** What the readers of one schema share. */
export interface SchemaContext {
  readonly reading: Reading;
  readonly keywords: Keywords;
  readonly at: Pointer;
}

/** All parts together: none is anything, one stands alone, an intersection within is spread. */
export function intersect(parts: readonly Schema[], at: Pointer): Schema {
  const flat = parts.flatMap((part) => (part.kind === "intersection" && part.docs === noDocs ? part.members : [part]));
  const [only] = flat;
  if (!only) return unknown(at);
  return flat.length === 1 ? only : { kind: "intersection", members: flat, docs: noDocs, at };
}

/** The schema with the docs of the place it stands at; its own docs where the place says nothing. */
export function withDocs(schema: Schema, docs: Docs, at: Pointer): Schema {
  if (docs === noDocs && schema.at === at) return schema;
  return { ...schema, docs: mergeDocs(docs, schema.docs), at };
}

/** `type`, the rules of each type, `enum` and `const`. */
function readValues(context: SchemaContext): Schema[] {
  const { reading, keywords, at } = context;
  const typed = readTypes(context, readSchema);
  let values: readonly Json[] | undefined = keywords.enum;
  if (keywords.const !== undefined) {
    const only = distinct([keywords.const]);
    const [both] = values ? values.filter((value) => distinct([value, keywords.const as Json]).length === 1) : only;
    values = both === undefined ? [] : [both];
  }
  if (!values) return typed ? [typed] : [];
  const verdicts = new Map<Json, boolean | undefined>();
  const kept = distinct(values).filter((value) => {
    const verdict = typed ? allows(typed, value) : true;
    verdicts.set(value, verdict);
    if (verdict === false && (value !== null || keywords.const !== undefined)) {
      reading.report("model/enum-value-excluded", at, `The type or the rules beside it exclude the value ${quote(JSON.stringify(value))}.`);
    }
    return verdict !== false;
  });
  if (kept.length === 0) {
    reading.report("model/unsatisfiable", at, "No value is left that this enum or const allows.");
    return [{ kind: "never", docs: noDocs, at }];
  }
  const chosen: Schema = { kind: "enum", values: kept, docs: noDocs, at };
  const decided = kept.every((value) => verdicts.get(value) === true);
  return typed && !decided ? [typed, chosen] : [chosen];
}

function readReference({ reading, keywords, at }: SchemaContext): Schema[] {
  const { $ref } = keywords;
  if ($ref === undefined) return [];
  const found = resolve(reading.root, $ref);
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

function readAllOf({ reading, keywords, at }: SchemaContext): Schema[] {
  return items(keywords.allOf, child(at, "allOf"))
    .map((member) => readSchema(reading, member.value, member.at))
    .filter((member) => member.kind !== "unknown");
}

function readUnion(context: SchemaContext, keyword: "anyOf" | "oneOf", mode: "any" | "one"): Schema[] {
  const { reading, keywords, at } = context;
  const list = keywords[keyword];
  if (!list) return [];
  const places = items(list, child(at, keyword));
  const members = places.map((member) => readSchema(reading, member.value, member.at));
  const [only] = members;
  if (only && members.length === 1) return [only];
  const discriminator = keywords.discriminator && readDiscriminator(reading, keywords.discriminator, members, at);
  return [{ kind: "union", mode, members, discriminator, docs: noDocs, at }];
}

function readNot({ reading, keywords, at }: SchemaContext): Schema[] {
  if (keywords.not === undefined) return [];
  return [{ kind: "not", schema: readSchema(reading, keywords.not, child(at, "not")), docs: noDocs, at }];
}

/** `then` and `else` mean nothing without `if`; `if` alone asserts nothing, but counts as evaluation. */
function readConditional({ reading, keywords, at }: SchemaContext): Schema[] {
  if (keywords.if === undefined) return [];
  const branch = (name: "then" | "else"): Schema | undefined =>
    keywords[name] === undefined ? undefined : readSchema(reading, keywords[name], child(at, name));
  const then = branch("then");
  const otherwise = branch("else");
  if (!then && !otherwise && !reading.unevaluated) return [];
  return [{ kind: "conditional", if: readSchema(reading, keywords.if, child(at, "if")), then, else: otherwise, docs: noDocs, at }];
}

function readUnevaluated({ reading, keywords, at }: SchemaContext, schema: Schema): Schema {
  const { unevaluatedProperties, unevaluatedItems } = keywords;
  if (unevaluatedProperties === undefined && unevaluatedItems === undefined) return schema;
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

/** The members of an object of schemas (`properties`, `$defs` …), read, in the order of their names. */
export function readMembers(reading: Reading, members: JsonObject | undefined, at: Pointer): { name: string; schema: Schema }[] {
  return entries(members, at).map(({ name, value, at: place }) => ({ name, schema: readSchema(reading, value, place) }));
}
