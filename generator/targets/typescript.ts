/**
 * `Schema` + `Form` → the text of a TypeScript type.
 *
 * Where TypeScript cannot say what a schema says (`not`, `if`, most patterns), the type is the nearest superset: it never
 * promises more than the validator checks. Type literals rather than interfaces, since a literal has an implicit index
 * signature, so that the agreement of types and validators can be proved both ways.
 */
import { block, code, docComment, indent, join, key, literal, startingWith, type Code, type DocTag } from "../emit/code.js";
import type { Json } from "../json.js";
import type { Api, ArraySchema, Docs, Form, NamedSchema, ObjectSchema, Parameter, Property, RefSchema, Schema } from "../model/api.js";
import { noDocs } from "../model/docs.js";
import { schemaAt, schemaIndex } from "../model/graph.js";
import { bareCycles } from "./typescript/cycles.js";
import { everyKind, kindsIn } from "./typescript/kinds.js";
import { literalPrefix } from "./typescript/prefix.js";
import { measure, mostRepeated } from "./typescript/size.js";

/** How a module writes down a named schema: `Contact`, or `components["schemas"]["Contact"]`. */
export type Refer = (schema: NamedSchema, form: Form) => Code;

export interface TypePrinter {
  /** The type of a schema. May begin with a line break (a long union): see {@link annotated}. */
  type(schema: Schema, form: Form): Code;
  /** The type of a named schema itself, not a reference to it. */
  definition(schema: NamedSchema, form: Form): Code;
}

/** A type and how tightly it binds, for parentheses. */
interface Piece {
  readonly text: Code;
  readonly binds: "atom" | "intersection" | "union";
}

const atom = (text: Code): Piece => ({ text, binds: "atom" });
const unknown = atom(code`unknown`);
const never = atom(code`never`);
/**
 * Any JSON value. Not `unknown`, which has room for `undefined`: in `{ a: unknown } & { a?: string }`, the usual "`a` is required
 * here", TypeScript gives `a` the type `string | undefined` and finds the whole not assignable to its own parts.
 */
const present: Piece = { text: code`{} | null`, binds: "union" };
const widest = 100;

/** The forms in which a named schema has a type of its own. */
export function formsOf(schema: NamedSchema): Form[] {
  const forms: Form[] = ["read"];
  if (schema.writeIdentifier !== undefined) forms.push("write");
  if (schema.uploadIdentifier !== undefined) forms.push("upload");
  return forms;
}

/** `name: type`, or the type on lines of its own when it is a long union. */
export function annotated(label: Code, type: Code): Code {
  return type.startsWith("\n") ? code`${label}${indent(type)}` : code`${label} ${type}`;
}

/**
 * A printer for one module. `refer` says how that module names a schema, `binary` the runtime's type for bytes. A reference that would make a type its own
 * definition (`A` is `A | null`) prints as `unknown`, since TypeScript has no such type.
 */
export function typePrinter(api: Api, refer: Refer, binary: () => Code = () => code`Binary`): TypePrinter {
  const named = schemaIndex(api);
  const kindsOf = kindsIn(named);
  const bare = bareCycles(api);
  const size = measure();
  /** Whether the definition of a member of such a cycle is being printed, and no object or list stands in between. */
  let exposed = false;

  function nested<T>(print: () => T): T {
    const before = exposed;
    exposed = false;
    const result = print();
    exposed = before;
    return result;
  }

  function piece(schema: Schema, form: Form): Piece {
    switch (schema.kind) {
      case "unknown":
      case "not":
        return unknown;
      case "never":
        return never;
      case "null":
        return atom(code`null`);
      case "boolean":
        return atom(code`boolean`);
      case "number":
        return atom(code`number`);
      case "string":
        return atom(code`string`);
      case "binary":
        return atom(form === "upload" ? binary() : code`string`);
      case "enum":
        return union(schema.values.map((value) => atom(literalType(value))));
      case "ref":
        return reference(schema, form);
      case "array":
        return nested(() => array(schema, form));
      case "object":
        return nested(() => object(schema, form));
      case "union":
        return union(schema.members.map((member) => piece(member, form)));
      case "intersection":
        return intersection(schema.members, form);
      case "conditional":
        return schema.then && schema.else ? union([piece(schema.then, form), piece(schema.else, form)]) : unknown;
      case "unevaluated":
        return piece(schema.schema, form);
    }
  }

  function reference(schema: RefSchema, form: Form): Piece {
    if (exposed && bare.has(schema.target)) return unknown;
    return atom(refer(schemaAt(named, schema.target), form));
  }

  /** `prefixItems` does not demand that the items are there; `minItems` does. */
  function array(schema: ArraySchema, form: Form): Piece {
    const items = piece(schema.items, form);
    if (schema.prefix.length === 0) return atom(code`${closed(items)}[]`);
    const required = schema.minItems ?? 0;
    const most = schema.maxItems ?? Infinity;
    const members = schema.prefix.slice(0, most).map((member, index) => {
      const item = piece(member, form);
      return index < required ? flat(item) : code`${closed(item)}?`;
    });
    if (items !== never && most > schema.prefix.length) members.push(code`...${closed(items)}[]`);
    return atom(fits(members) ? code`[${join(members, ", ")}]` : block("[", members));
  }

  function object(schema: ObjectSchema, form: Form): Piece {
    const hidden = form === "read" ? "write" : "read";
    const properties = schema.properties
      .filter((property) => property.access !== hidden)
      .map((property) => ({ property, type: piece(property.schema, form) }));
    const members = properties.map(member);
    for (const name of schema.requiredNames) members.push(annotated(code`${key(name)}:`, undeclared(schema, form).text));
    for (const each of indexSignatures(schema, properties, form)) members.push(each);
    if (members.length > 0) return atom(braces(members));
    // Closed, but for what goes the other way only: validators let that pass.
    if (schema.additional?.kind === "never" && schema.properties.length > 0) return atom(code`object`);
    return atom(schema.additional?.kind === "never" ? code`{ [key: string]: never }` : code`{ [key: string]: unknown }`);
  }

  /** What a property holds that is required but not declared here. */
  function undeclared(schema: ObjectSchema, form: Form): Piece {
    const type = schema.additional && schema.patterns.length === 0 ? piece(schema.additional, form) : unknown;
    return type === unknown ? present : type;
  }

  /** A template index signature for each `^prefix` pattern, and a string one for what is left. */
  function indexSignatures(schema: ObjectSchema, declared: readonly Member[], form: Form): Code[] {
    const patterns = schema.patterns.map(({ pattern, schema: value }) => ({ prefix: literalPrefix(pattern), type: of(value, form) }));
    const prefixes = [...new Set(patterns.flatMap(({ prefix }) => prefix || []))];
    const signatures = prefixes.map((prefix) => {
      // TypeScript asks that every key the template matches fits it: longer prefixes and declared properties.
      const types = patterns.filter((other) => other.prefix?.startsWith(prefix)).map(({ type }) => type);
      return signature(code`[key: ${startingWith(prefix)}]:`, [...types, ...held(declared, prefix)]);
    });
    const loose = patterns.filter(({ prefix }) => !prefix);
    const left = leftOver(schema, loose.length > 0, loose.some(({ prefix }) => prefix === ""), form);
    if (left === undefined) return signatures;
    return [...signatures, signature(code`[key: string]:`, [...left, ...patterns.map(({ type }) => type), ...held(declared, "")])];
  }

  /** What the string index signature admits besides patterns and properties; undefined where there is no such signature. */
  function leftOver(schema: ObjectSchema, loose: boolean, every: boolean, form: Form): Held[] | undefined {
    if (every) return [];
    if (schema.additional === undefined) return loose ? [unknown] : undefined;
    if (schema.additional.kind === "never") return loose ? [] : undefined;
    return [of(schema.additional, form)];
  }

  function of(schema: Schema, form: Form): Held {
    return { ...piece(schema, form), schema };
  }

  /** Repeating the declared types must not double the text at each level of nesting, so a long union is given up. */
  function signature(label: Code, types: readonly Held[]): Code {
    const members = distinct(types);
    const isLong = members.length > 1 && members.reduce((sum, { schema }) => sum + (schema ? size(schema) : 0), 0) > mostRepeated;
    return annotated(label, (isLong ? unknown : union(members)).text);
  }

  /** Unions inside an intersection lose the members that no value can have: `(string | { id: string }) & Named` is about objects. */
  function intersection(members: readonly Schema[], form: Form): Piece {
    const kinds = members.reduce((left, member) => left & kindsOf(member), everyKind);
    if (kinds === 0) return never;
    const pieces = members.map((member) => {
      if (member.kind !== "union") return piece(member, form);
      return union(member.members.filter((one) => (kindsOf(one) & kinds) !== 0).map((one) => piece(one, form)));
    });
    const said = distinct(pieces.filter((one) => one !== unknown));
    if (said.includes(never)) return never;
    const [first = unknown] = said;
    if (said.length <= 1) return first;
    return { text: join(said.map((one) => (one.binds === "union" ? parenthesized(one.text) : one.text)), " & "), binds: "intersection" };
  }

  return {
    type: (schema, form) => piece(schema, form).text,
    definition(schema, form) {
      exposed = bare.has(schema.at);
      const { text } = piece(schema.schema, form);
      exposed = false;
      return text;
    },
  };
}

/** A property with the type that was printed for it. */
interface Member {
  readonly property: Property;
  readonly type: Piece;
}

function member({ property, type }: Member): Code {
  const label = property.required ? code`${key(property.name)}:` : code`${key(property.name)}?:`;
  return code`${schemaComment(property.schema)}${annotated(label, type.text)}`;
}

/** What the declared properties beginning with `prefix` hold, for an index signature that has to admit them. */
function held(declared: readonly Member[], prefix: string): Held[] {
  const matching = declared.filter(({ property }) => property.name.startsWith(prefix));
  const absent = matching.some(({ property }) => !property.required) ? [atom(code`undefined`)] : [];
  return [...matching.map(({ property, type }) => ({ ...type, schema: property.schema })), ...absent];
}

/** A piece, and the schema that it was printed for. */
interface Held extends Piece {
  readonly schema?: Schema;
}

// ---------------------------------------------------------------------------------------------- pieces

function distinct<P extends Piece>(pieces: readonly P[]): P[] {
  return [...new Map(pieces.map((one) => [one.text, one])).values()];
}

/** `A | B`; a long one has a line a member, the first on a line of its own. */
function union(pieces: readonly Piece[]): Piece {
  const members = distinct(pieces.filter((one) => one !== never));
  const [first = never] = members;
  if (members.includes(unknown)) return unknown;
  if (members.length <= 1) return first;
  const texts = members.map((one) => (one.binds === "union" ? parenthesized(one.text) : one.text));
  if (fits(members.map((one) => one.text))) return { text: join(members.map((one) => one.text), " | "), binds: "union" };
  return { text: code`\n${join(texts.map((text) => code`| ${indent(text)}`), "\n")}`, binds: "union" };
}

/** `A | B` of printed types, each once. */
export function unionOf(types: readonly Code[]): Code {
  // A text that begins with a line break is itself a long union, and needs its parentheses inside another.
  return union(types.map((text): Piece => (text === unknown.text ? unknown : text.startsWith("\n") ? { text, binds: "union" } : atom(text)))).text;
}

function parenthesized(text: Code): Code {
  return text.startsWith("\n") ? code`(${indent(text)}\n)` : code`(${text})`;
}

/** A piece as the element of something that binds more tightly: `(A | B)[]`. */
function closed(one: Piece): Code {
  return one.binds === "atom" ? one.text : parenthesized(one.text);
}

/** A piece in a place where a line break must not come first. */
function flat(one: Piece): Code {
  return one.text.startsWith("\n") ? parenthesized(one.text) : one.text;
}

function fits(texts: readonly Code[]): boolean {
  return texts.reduce((width, text) => width + text.length + 3, 0) <= widest && !texts.some((text) => text.includes("\n"));
}

/** `{ a: string; b?: number }` on one line while it is short, else a line a member. */
export function braces(members: readonly Code[]): Code {
  if (members.length === 0) return code`{}`;
  if (fits(members) && members.length <= 4) return code`{ ${join(members, "; ")} }`;
  return code`{\n  ${indent(join(members.map((one) => code`${one};`), "\n"))}\n}`;
}

function literalType(value: Json): Code {
  return typeof value === "number" && !Number.isFinite(value) ? code`number` : literal(value);
}

// ---------------------------------------------------------------------------------------------- comments

/** The doc comment of a schema at the place where it is used: a property, a parameter, an alias. */
export function schemaComment(schema: Schema): Code {
  return docsComment(schema.docs, formatLine(schema));
}

/** The doc comment of anything that has docs; `more` is a paragraph of our own. */
export function docsComment(docs: Docs, more?: string): Code {
  // Most say nothing, or one thing.
  if (docs === noDocs && more === undefined) return code``;
  const paragraphs: string[] = [];
  const say = (text: string | undefined): void => {
    const words = text?.trim() ?? "";
    if (words !== "" && !paragraphs.includes(words)) paragraphs.push(words);
  };
  say(docs.summary ?? docs.title);
  say(docs.description);
  say(more);
  const tags: DocTag[] = [];
  if (docs.deprecated) tags.push({ name: "deprecated" });
  if (docs.default !== undefined) tags.push({ name: "default", text: String(literal(docs.default)) });
  const example = docs.examples[0];
  const shown = example === undefined ? undefined : String(literal(example.value));
  if (shown !== undefined && shown.length <= 80) tags.push({ name: "example", text: shown });
  return docComment(paragraphs.join("\n\n"), tags);
}

/** The doc comment of a parameter or header: its own words, else its schema's. */
export function valueComment(parameter: Parameter): Code {
  const { docs, schema } = parameter;
  const own = docs.description !== undefined || docs.summary !== undefined;
  return docsComment({
    ...schema.docs,
    ...(own ? { title: undefined, summary: docs.summary, description: docs.description } : {}),
    deprecated: docs.deprecated || schema.docs.deprecated,
    examples: docs.examples.length > 0 ? docs.examples : schema.docs.examples,
  }, formatLine(schema));
}

function formatLine(schema: Schema): string | undefined {
  return "format" in schema && schema.format !== undefined ? `Format: ${schema.format}` : undefined;
}
