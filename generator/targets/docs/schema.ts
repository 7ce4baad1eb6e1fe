/** A schema in words: what it is, what bounds it has, and its properties as the rows of a table. */
import type { Json } from "../../json.js";
import type { Api, Form, NamedSchema, ObjectSchema, Schema } from "../../model/api.js";
import { identifierIn } from "../../model/graph.js";
import { code, list, phrase, type Phrase } from "./spans.js";

/** A line of a table of properties. */
export interface Row {
  /** `contact.id`, `items[].name`. */
  readonly name: string;
  readonly type: Phrase;
  readonly required: boolean;
  readonly deprecated: boolean;
  readonly description: string | undefined;
  readonly bounds: readonly Phrase[];
}

export interface SchemaWords {
  /** `list of Contact`, `string (uuid)`. */
  type(schema: Schema, form: Form): Phrase;
  bounds(schema: Schema): readonly Phrase[];
  /** The properties, those of unnamed objects inside included; empty for a schema that is not an object. */
  rows(schema: Schema, form: Form): readonly Row[];
}

const mostAlternatives = 6;
const mostValues = 24;
const deepestType = 4;
const deepestRow = 5;
/** Beyond this, an example or a default is data, not a note. */
const longestValue = 80;

/** The words for the schemas of one API. */
export function schemaWords(api: Api): SchemaWords {
  const named = new Map(api.schemas.map((schema) => [schema.at, schema]));
  return {
    type: (schema, form) => type(schema, form, named, 0),
    bounds,
    rows(schema, form) {
      const found: Row[] = [];
      addRows(schema, { form, named, found }, "", 0);
      return found;
    },
  };
}

type Named = ReadonlyMap<string, NamedSchema>;

function type(schema: Schema, form: Form, named: Named, depth: number): Phrase {
  const inner = (each: Schema): Phrase => (depth >= deepestType ? phrase`…` : type(each, form, named, depth + 1));
  switch (schema.kind) {
    case "unknown":
    case "not":
      return phrase`any value`;
    case "never":
      return phrase`no value`;
    case "null":
      return phrase`null`;
    case "boolean":
      return phrase`boolean`;
    case "number":
      return withFormat(schema.integer ? phrase`integer` : phrase`number`, schema.format);
    case "string":
      return withFormat(phrase`string`, schema.format);
    case "binary":
      return form === "upload" ? phrase`file` : phrase`bytes`;
    case "enum":
      return schema.values.length <= mostAlternatives ? list(schema.values.map(valueCode), " or ") : phrase`one of ${code(schema.values.length)} values`;
    case "ref": {
      const target = named.get(schema.target);
      return target === undefined ? phrase`any value` : [{ schema: identifierIn(target, form) }];
    }
    case "array":
      if (schema.prefix.length > 0) return phrase`tuple of ${list(schema.prefix.map(inner), ", ")}`;
      return phrase`list of ${schema.items.kind === "union" || schema.items.kind === "enum" ? phrase`(${inner(schema.items)})` : inner(schema.items)}`;
    case "object": {
      if (schema.properties.length > 0 || schema.patterns.length > 0) return phrase`object`;
      return schema.additional === undefined || schema.additional.kind === "never" || schema.additional.kind === "unknown" ? phrase`object` : phrase`map of ${inner(schema.additional)}`;
    }
    case "union":
      return schema.members.length <= mostAlternatives ? list(distinct(schema.members.map(inner)), " or ") : phrase`one of ${code(schema.members.length)} alternatives`;
    case "intersection":
      return list(distinct(schema.members.map(inner)), " and ");
    case "conditional":
      return phrase`a value that depends on a condition`;
    case "unevaluated":
      return inner(schema.schema);
  }
}

function distinct(phrases: readonly Phrase[]): Phrase[] {
  return [...new Map(phrases.map((each) => [JSON.stringify(each), each])).values()];
}

function withFormat(base: Phrase, format: string | undefined): Phrase {
  return format === undefined ? base : phrase`${base} (${code(format)})`;
}

function valueCode(value: Json): Phrase {
  return [code(shorten(JSON.stringify(value)))];
}

function shorten(text: string): string {
  return text.length <= longestValue ? text : `${text.slice(0, longestValue)}…`;
}

// ---------------------------------------------------------------------------------------------- bounds

function bounds(schema: Schema): readonly Phrase[] {
  const found = own(schema);
  const { default: value, examples } = schema.docs;
  if (value !== undefined) found.push(phrase`default ${valueCode(value)}`);
  const example = examples[0];
  if (example !== undefined && JSON.stringify(example.value).length <= longestValue) found.push(phrase`for example ${valueCode(example.value)}`);
  return found;
}

/** Keywords with what is said of their values. */
type Bounds<Key extends string> = { readonly [keyword in Key]: (value: Phrase) => Phrase };

const numberBounds: Bounds<"minimum" | "maximum" | "exclusiveMinimum" | "exclusiveMaximum" | "multipleOf"> = {
  minimum: (n) => phrase`at least ${n}`,
  maximum: (n) => phrase`at most ${n}`,
  exclusiveMinimum: (n) => phrase`more than ${n}`,
  exclusiveMaximum: (n) => phrase`less than ${n}`,
  multipleOf: (n) => phrase`a multiple of ${n}`,
};

const stringBounds: Bounds<"minLength" | "maxLength" | "pattern" | "contentMediaType" | "contentEncoding"> = {
  minLength: (n) => phrase`at least ${n} characters`,
  maxLength: (n) => phrase`at most ${n} characters`,
  pattern: (n) => phrase`matches ${n}`,
  contentMediaType: (n) => phrase`holds ${n}`,
  contentEncoding: (n) => phrase`encoded as ${n}`,
};

const arrayBounds: Bounds<"minItems" | "maxItems"> = {
  minItems: (n) => phrase`at least ${n} items`,
  maxItems: (n) => phrase`at most ${n} items`,
};

const propertyCounts: Bounds<"minProperties" | "maxProperties"> = {
  minProperties: (n) => phrase`at least ${n} properties`,
  maxProperties: (n) => phrase`at most ${n} properties`,
};

/** Each keyword's words; the ones that are not there say nothing. */
function own(schema: Schema): Phrase[] {
  switch (schema.kind) {
    case "number":
      return said(schema, numberBounds);
    case "string":
      return said(schema, stringBounds);
    case "array":
      return [
        ...said(schema, arrayBounds),
        ...(schema.uniqueItems ? [phrase`no item twice`] : []),
        ...own(schema.items).map((each) => phrase`each: ${each}`),
      ];
    case "object":
      return objectBounds(schema);
    case "enum":
      return schema.values.length <= mostAlternatives ? [] : [phrase`one of ${list(schema.values.slice(0, mostValues).map(valueCode), ", ")}${schema.values.length > mostValues ? phrase`, …` : []}`];
    case "union":
    case "intersection":
      return schema.members.flatMap(own);
    case "unevaluated":
      return own(schema.schema);
    default:
      return [];
  }
}

function objectBounds(schema: ObjectSchema): Phrase[] {
  return [
    ...said(schema, propertyCounts),
    ...(schema.additional?.kind === "never" && schema.patterns.length === 0 ? [phrase`no other properties`] : []),
    ...schema.dependentRequired.filter((rule) => rule.requires.length > 0).map((rule) => phrase`${code(rule.name)} needs ${list(rule.requires.map((name) => [code(name)]), ", ")}`),
    ...(schema.additional === undefined || schema.properties.length > 0 ? [] : own(schema.additional).map((each) => phrase`each value: ${each}`)),
  ];
}

function said<Key extends string>(schema: { readonly [name in Key]?: string | number | undefined }, table: Bounds<Key>): Phrase[] {
  const found: Phrase[] = [];
  for (const keyword in table) {
    const value = schema[keyword];
    if (value !== undefined) found.push(table[keyword]([code(value)]));
  }
  return found;
}

// ---------------------------------------------------------------------------------------------- rows

interface Table {
  readonly form: Form;
  readonly named: Named;
  readonly found: Row[];
}

function addRows(schema: Schema, table: Table, path: string, depth: number): void {
  if (depth > deepestRow) return;
  switch (schema.kind) {
    case "object":
      return addObjectRows(schema, table, path, depth);
    case "array":
      return addRows(schema.items, table, `${path}[]`, depth + 1);
    case "union":
    case "intersection":
      return schema.members.forEach((member) => addRows(member, table, path, depth + 1));
    case "unevaluated":
      return addRows(schema.schema, table, path, depth + 1);
  }
}

function addObjectRows(schema: ObjectSchema, table: Table, path: string, depth: number): void {
  const { form, named, found } = table;
  const hidden = form === "read" ? "write" : "read";
  const at = (name: string): string => (path === "" ? name : `${path}.${name}`);
  const add = (name: string, member: Schema, required: boolean): void => {
    const { docs } = member;
    found.push({ name: at(name), type: type(member, form, named, 0), required, deprecated: docs.deprecated, description: docs.description ?? docs.title, bounds: bounds(member) });
    addRows(member, table, at(name), depth + 1);
  };
  for (const property of schema.properties) if (property.access !== hidden) add(property.name, property.schema, property.required);
  for (const name of schema.requiredNames) found.push({ name: at(name), type: phrase`any value`, required: true, deprecated: false, description: undefined, bounds: [] });
  for (const { pattern, schema: member } of schema.patterns) add(`/${pattern}/`, member, false);
  if (schema.additional !== undefined && schema.additional.kind !== "never" && schema.properties.length > 0) add("*", schema.additional, false);
}
