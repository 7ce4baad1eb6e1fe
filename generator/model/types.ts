/** `type` and the keywords that each speak of one JSON type. */
import { child, isObject, type Json, type JsonObject, type Pointer } from "../json.js";
import type { ArraySchema, ObjectSchema, Property, Schema } from "./api.js";
import { noDocs } from "./docs.js";
import { quote, type JsonKind, type Keywords } from "./keywords.js";
import { kindOf } from "./kinds.js";
import { usablePattern } from "./patterns.js";
import { entries, items, leadsTo, type Reading } from "./reading.js";
import type { SchemaContext } from "./schemas.js";
import { isBare, stringFormats } from "./values.js";

type ReadSchema = (reading: Reading, value: Json | undefined, at: Pointer) => Schema;

/** In this order in a union: what a reader expects first, and null last. */
const order: readonly JsonKind[] = ["string", "number", "boolean", "object", "array", "null"];

const rules: Record<JsonKind, readonly (keyof Keywords)[]> = {
  string: ["minLength", "maxLength", "pattern"],
  number: ["minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"],
  boolean: [],
  object: [
    ...(["properties", "patternProperties", "additionalProperties", "propertyNames", "required", "minProperties"] as const),
    ...(["maxProperties", "dependentRequired", "dependentSchemas", "dependencies"] as const),
  ],
  array: ["items", "prefixItems", "contains", "minItems", "maxItems", "uniqueItems"],
  null: [],
};

/** Formats of numbers; every other one speaks of strings (JSON Schema validation, 7.1: a format leaves other types alone). */
const numberFormats: ReadonlySet<string> = new Set(["int32", "int64", "float", "double", "int8", "int16", "uint8", "uint16", "uint32", "uint64"]);

/** The types that are left for a schema, each with its rules; undefined when it neither names a type nor has a rule of one. */
export function readTypes(context: SchemaContext, readSchema: ReadSchema): Schema | undefined {
  const { keywords, at } = context;
  if (typeof keywords.type === "string") {
    // By far the most schemas.
    const type = keywords.type === "integer" ? "number" : (keywords.type as JsonKind);
    return (kindOf(type) & context.kinds) === 0 ? undefined : readType(context, readSchema, type, keywords.type === "integer");
  }
  const possible = order.filter((type) => (kindOf(type) & context.kinds) !== 0);
  if (keywords.type === undefined && !possible.some((type) => saysRules(keywords, type))) return undefined;
  const integer = keywords.type !== undefined && !keywords.type.includes("number");
  const members = possible.map((type) => readType(context, readSchema, type, integer));
  const [only] = members;
  if (only && members.length === 1) return only;
  if (members.length === order.length && members.every(isBare)) return undefined;
  return { kind: "union", mode: "any", members, discriminator: undefined, docs: noDocs, at };
}

function saysRules(keywords: Keywords, type: JsonKind): boolean {
  if (type === "string" && keywords.format !== undefined && stringFormats.has(keywords.format)) return true;
  if (type === "number" && keywords.format !== undefined && numberFormats.has(keywords.format)) return true;
  return rules[type].some((keyword) => keywords[keyword] !== undefined);
}

function readType(context: SchemaContext, readSchema: ReadSchema, type: JsonKind, integer: boolean): Schema {
  const { keywords, at } = context;
  switch (type) {
    case "null":
    case "boolean":
      return { kind: type, docs: noDocs, at };
    case "number":
      return readNumber(keywords, at, integer);
    case "string":
      return readString(context);
    case "array":
      return readArray(context, readSchema);
    case "object":
      return readObjectType(context, readSchema);
  }
}

function readNumber(keywords: Keywords, at: Pointer, integer: boolean): Schema {
  const { format, minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = keywords;
  const spoken = format !== undefined && (numberFormats.has(format) || keywords.type !== undefined) ? format : undefined;
  return { kind: "number", integer, format: spoken, minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf, docs: noDocs, at };
}

/**
 * A string, or bytes. `format: binary` is OpenAPI 3.0's word for bytes; in 3.1 it is a `contentMediaType` that is not text
 * and has no `contentEncoding` (OAS 3.1, 4.8.14.3).
 */
function readString({ reading, keywords, at }: SchemaContext): Schema {
  const { minLength, maxLength, pattern, contentMediaType, contentEncoding } = keywords;
  const raw = contentMediaType !== undefined && contentEncoding === undefined && isBinaryMediaType(contentMediaType);
  if (keywords.type !== undefined && pattern === undefined && (keywords.format === "binary" || raw)) {
    return { kind: "binary", minLength, maxLength, docs: noDocs, at };
  }
  return {
    kind: "string",
    format: keywords.format !== undefined && numberFormats.has(keywords.format) && keywords.type === undefined ? undefined : keywords.format,
    minLength,
    maxLength,
    pattern: pattern === undefined ? undefined : usablePattern(reading, pattern, child(at, "pattern")),
    contentMediaType,
    contentEncoding,
    docs: noDocs,
    at,
  };
}

const textual = /^(text\/|application\/(x-)?(json|xml|yaml|javascript|graphql|x-www-form-urlencoded)\b|.*\+(json|xml|yaml)\b)/i;

/** Whether a media type carries bytes rather than text. */
export function isBinaryMediaType(mediaType: string): boolean {
  return mediaType.includes("/") && !textual.test(mediaType) && !/^(multipart\/|\*\/\*)/i.test(mediaType);
}

function readArray({ reading, keywords, at }: SchemaContext, readSchema: ReadSchema): ArraySchema {
  const { contains, minContains = 1, maxContains } = keywords;
  const asks = contains !== undefined && (minContains > 0 || maxContains !== undefined || reading.unevaluated);
  return {
    kind: "array",
    prefix: items(keywords.prefixItems, child(at, "prefixItems")).map((item) => readSchema(reading, item.value, item.at)),
    items: readSchema(reading, keywords.items, child(at, "items")),
    ...(keywords.items === undefined ? {} : { itemsGiven: true }),
    contains: asks ? { schema: readSchema(reading, contains, child(at, "contains")), min: minContains, max: maxContains } : undefined,
    minItems: keywords.minItems,
    maxItems: keywords.maxItems,
    uniqueItems: keywords.uniqueItems === true,
    docs: noDocs,
    at,
  };
}

function readObjectType(context: SchemaContext, readSchema: ReadSchema): ObjectSchema {
  const { reading, keywords, at } = context;
  const declared = keywords.properties;
  const required = new Set(keywords.required);
  const at_ = (name: string): Pointer => child(at, name);
  const patterns = keywords.patternProperties === undefined ? none : readPatterns(context, readSchema);
  // Which names a pattern that cannot be used would have taken, nobody knows: then any other is looked at, and may be anything.
  const isKnown = keywords.patternProperties === undefined || patterns.length === Object.keys(keywords.patternProperties).length;
  return {
    kind: "object",
    properties: entries(declared, at_("properties")).map(({ name, value, at: place }): Property => ({
      name,
      schema: readSchema(reading, value, place),
      required: required.has(name),
      access: access(reading, value, place),
    })),
    requiredNames: required.size === 0 ? none : [...required].filter((name) => !declared || !Object.hasOwn(declared, name)).sort(),
    patterns,
    additional: isKnown
      ? keywords.additionalProperties === undefined
        ? undefined
        : readSchema(reading, keywords.additionalProperties, at_("additionalProperties"))
      : { kind: "unknown", docs: noDocs, at: at_("additionalProperties") },
    propertyNames: keywords.propertyNames === undefined ? undefined : readSchema(reading, keywords.propertyNames, at_("propertyNames")),
    minProperties: keywords.minProperties,
    maxProperties: keywords.maxProperties,
    dependentRequired: hasDependencies(keywords) ? readDependentRequired(context) : none,
    dependentSchemas: hasDependencies(keywords) ? readDependentSchemas(context, readSchema) : none,
    docs: noDocs,
    at,
  };
}

/** What nearly all objects have of nearly everything; one list for all of them. */
const none: readonly never[] = Object.freeze([]);

function readPatterns({ reading, keywords, at }: SchemaContext, readSchema: ReadSchema): ObjectSchema["patterns"] {
  return entries(keywords.patternProperties, child(at, "patternProperties")).flatMap(({ name, value, at: place }) => {
    const pattern = usablePattern(reading, name, place);
    return pattern === undefined ? [] : [{ pattern, schema: readSchema(reading, value, place) }];
  });
}

function hasDependencies({ dependentRequired, dependentSchemas, dependencies }: Keywords): boolean {
  return dependentRequired !== undefined || dependentSchemas !== undefined || dependencies !== undefined;
}

/** `dependentSchemas`, and the schemas of draft 7's `dependencies`. */
function readDependentSchemas({ reading, keywords, at }: SchemaContext, readSchema: ReadSchema): ObjectSchema["dependentSchemas"] {
  const written = [
    ...entries(keywords.dependentSchemas, child(at, "dependentSchemas")),
    ...entries(keywords.dependencies, child(at, "dependencies")).filter(({ value }) => !Array.isArray(value)),
  ];
  return written.map(({ name, value, at: place }) => ({ name, schema: readSchema(reading, value, place) }));
}

/** `dependentRequired`, and the lists of draft 7's `dependencies`. */
function readDependentRequired({ reading, keywords, at }: SchemaContext): ObjectSchema["dependentRequired"] {
  const written = [
    ...entries(keywords.dependentRequired, child(at, "dependentRequired")),
    ...entries(keywords.dependencies, child(at, "dependencies")).filter(({ value }) => Array.isArray(value)),
  ];
  return written.flatMap(({ name, value, at: place }) => {
    if (Array.isArray(value) && value.every((item) => typeof item === "string")) return value.length ? [{ name, requires: value as string[] }] : [];
    reading.report("model/keyword-type", place, `What ${quote(name)} requires must be a list of strings; it is left out.`);
    return [];
  });
}

/** Which way a property goes. The annotations count wherever they apply to it: beside a `$ref`, behind it, and under `allOf`. */
function access(reading: Reading, value: Json, at: Pointer): Property["access"] {
  const read = annotated(reading, value, "readOnly");
  const write = annotated(reading, value, "writeOnly");
  if (read && write) reading.report("model/read-and-write-only", at, "A property cannot be both readOnly and writeOnly; it is taken for neither.");
  if (read === write) return "both";
  return read ? "read" : "write";
}

function annotated(reading: Reading, value: Json | undefined, keyword: "readOnly" | "writeOnly", before?: Set<unknown>): boolean {
  if (!isObject(value) || before?.has(value)) return false;
  if (typeof value[keyword] === "boolean") return value[keyword];
  return (typeof value["$ref"] === "string" || Array.isArray(value["allOf"])) && annotatedFurther(reading, value, keyword, before);
}

function annotatedFurther(reading: Reading, value: JsonObject, keyword: "readOnly" | "writeOnly", before?: Set<unknown>): boolean {
  const { $ref, allOf } = value;
  const seen = before ?? new Set();
  seen.add(value);
  if (typeof $ref === "string" && annotated(reading, leadsTo(reading, $ref)?.value, keyword, seen)) return true;
  return Array.isArray(allOf) && allOf.some((member: Json) => annotated(reading, member, keyword, seen));
}
