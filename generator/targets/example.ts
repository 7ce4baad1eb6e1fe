/**
 * Example values from the model: what samples send and tests try. Deterministic. The vendor's own examples come first
 * where they fit the schema, then defaults and enums, then values made from formats and bounds; whatever is made has been
 * tried against the schema.
 */
import type { Json } from "../json.js";
import type { Api, ArraySchema, Docs, Example, Form, ObjectSchema, Schema, UnionSchema } from "../model/api.js";
import { accepts, matches, same, type Resolve } from "./example/accepts.js";
import { textFor } from "./example/pattern.js";
import { exampleNumber, exampleString } from "./example/scalars.js";
import { trim } from "./example/trim.js";

/** A JSON value whose binary leaves are {@link BinaryExample}s. */
export type ExampleValue = string | number | boolean | null | BinaryExample | readonly ExampleValue[] | { readonly [name: string]: ExampleValue };

/** Stands for a file's bytes in a multipart or binary body. */
export class BinaryExample {
  readonly text = "hello";
}

export interface Examples {
  /**
   * A value of the schema that also fits the printed type of that form, or undefined where none was found (no value exists, or
   * only patterns and combinations that this maker does not see through).
   *
   * @param given examples from the place of the schema: of a parameter, of a media type
   */
  value(schema: Schema, form: Form, given?: readonly Example[]): ExampleValue | undefined;
  /** Whether the schema takes a value, whatever its type would say. */
  accepts(schema: Schema, value: Json, form: Form): boolean;
}

/** How much is shown: optional properties only near the top, and not without end. */
const optionalDepth = 3;
const mostOptional = 8;
const mostItems = 20;
const mostParts = 400;

/** A maker of examples for one API. */
export function examples(api: Api): Examples {
  const named = new Map(api.schemas.map((schema) => [schema.at, schema.schema]));
  const resolve: Resolve = (target) => named.get(target);
  return {
    value(schema, form, given = []) {
      const full = new Maker(form, resolve, optionalDepth);
      const offered = given.map((example) => full.offered(schema, example.value)).find((value) => value !== undefined);
      if (offered !== undefined) return offered;
      for (const maker of [full, new Maker(form, resolve, 0)]) {
        const value = maker.make(schema, 0);
        if (value !== undefined && accepts(schema, toJson(value), form, resolve)) return value;
      }
      return undefined;
    },
    accepts: (schema, value, form) => accepts(schema, value, form, resolve),
  };
}

/** An example as JSON; binary leaves become base64, as they are in JSON bodies. */
export function toJson(value: ExampleValue): Json {
  if (value instanceof BinaryExample) return "aGVsbG8=";
  if (Array.isArray(value)) return value.map(toJson);
  if (typeof value !== "object" || value === null) return value as Json;
  return Object.fromEntries(Object.entries(value as { readonly [name: string]: ExampleValue }).map(([name, part]) => [name, toJson(part)]));
}

class Maker {
  private readonly open: string[] = [];
  private parts = 0;

  constructor(
    private readonly form: Form,
    private readonly resolve: Resolve,
    private readonly optional: number,
  ) {}

  /** An example of the vendor's, if it fits, without what the type does not declare. */
  offered(schema: Schema, example: Json): ExampleValue | undefined {
    // A file's example in a document is a text at best: the sample shows a file.
    if (this.form === "upload" && this.holdsBinary(schema)) return undefined;
    const trimmed = trim([schema], example, this.form, this.resolve);
    return accepts(schema, trimmed, this.form, this.resolve) ? (trimmed as ExampleValue) : undefined;
  }

  /** @param must properties that are shown though optional: a sibling in an intersection requires them */
  make(schema: Schema, depth: number, must: ReadonlySet<string> = new Set()): ExampleValue | undefined {
    if (++this.parts > mostParts * 10 || depth > 60) return undefined;
    const documented = this.documented(schema, schema.docs);
    if (documented !== undefined) return documented;
    switch (schema.kind) {
      case "unknown":
      case "not":
        return "value";
      case "never":
        return undefined;
      case "null":
        return null;
      case "boolean":
        return true;
      case "number":
        return exampleNumber(schema);
      case "string":
        return exampleString(schema);
      case "binary":
        return this.form === "upload" ? new BinaryExample() : "aGVsbG8=";
      case "enum":
        return (schema.values.find((value) => value !== null) ?? schema.values[0]) as ExampleValue;
      case "ref":
        return this.reference(schema.target, depth, must);
      case "array":
        return this.array(schema, depth);
      case "object":
        return this.object(schema, depth, must);
      case "union":
        return this.union(schema, depth, must);
      case "intersection":
        return this.intersection(schema.members, depth, must);
      case "conditional":
        return this.make(schema.then ?? schema.if, depth, must);
      case "unevaluated":
        return this.make(schema.schema, depth, must);
    }
  }

  private documented(schema: Schema, docs: Docs): ExampleValue | undefined {
    const values = docs.default === undefined ? docs.examples.map((example) => example.value) : [...docs.examples.map((example) => example.value), docs.default];
    return values.filter((value) => value !== null).map((value) => this.offered(schema, value)).find((value) => value !== undefined);
  }

  private reference(target: string, depth: number, must: ReadonlySet<string>): ExampleValue | undefined {
    const schema = this.resolve(target);
    // A value inside itself: whoever can do without it leaves it out.
    if (schema === undefined || this.open.includes(target)) return undefined;
    this.open.push(target);
    const value = this.make(schema, depth, must);
    this.open.pop();
    return value;
  }

  private array(schema: ArraySchema, depth: number): ExampleValue | undefined {
    const wanted = Math.max(schema.minItems ?? 0, Math.min(1, schema.maxItems ?? 1), schema.prefix.length > 0 ? Math.min(schema.prefix.length, schema.maxItems ?? Infinity) : 0);
    if ((schema.minItems ?? 0) > mostItems) return undefined;
    const items: ExampleValue[] = [];
    for (let index = 0; index < wanted; index++) {
      const contained = index === schema.prefix.length && schema.contains !== undefined ? schema.contains.schema : undefined;
      const member = schema.prefix[index] ?? schema.items;
      const item = this.make(contained === undefined || member.kind !== "unknown" ? member : contained, depth + 1);
      if (item === undefined) break;
      items.push(schema.uniqueItems ? this.distinct(member, item, items) : item);
    }
    return items.length >= (schema.minItems ?? 0) ? items : undefined;
  }

  /** Another value, for a list without repetition. */
  private distinct(schema: Schema, value: ExampleValue, taken: readonly ExampleValue[]): ExampleValue {
    const fresh = (candidate: Json): boolean => !taken.some((each) => same(toJson(each), candidate));
    const plain = toJson(value);
    if (fresh(plain)) return value;
    const others: Json[] = schema.kind === "enum" ? [...schema.values] : Array.from({ length: 40 }, (_, index) => (typeof plain === "number" ? plain + index : `${String(plain)}${index}`));
    return (others.find((candidate) => fresh(candidate) && accepts(schema, candidate, this.form, this.resolve)) ?? value) as ExampleValue;
  }

  private object(schema: ObjectSchema, depth: number, must: ReadonlySet<string>): ExampleValue | undefined {
    const hidden = this.form === "read" ? "write" : "read";
    const members = new Map<string, ExampleValue>();
    const needed = (name: string): boolean => must.has(name) || schema.dependentRequired.some((rule) => members.has(rule.name) && rule.requires.includes(name));
    let shown = 0;
    // What is required comes first: a reader looks for it.
    for (const property of [...schema.properties].sort((a, b) => Number(b.required) - Number(a.required))) {
      if (property.access === hidden) continue;
      const required = property.required || needed(property.name);
      const room = depth < this.optional && shown < mostOptional && this.parts < mostParts && members.size < (schema.maxProperties ?? Infinity);
      if (!required && (!room || property.schema.docs.deprecated)) continue;
      const value = this.make(property.schema, depth + 1);
      if (value === undefined && required) return undefined;
      if (value === undefined) continue;
      if (!required) shown++;
      members.set(property.name, value);
    }
    for (const name of schema.requiredNames) if (!must.has(name)) members.set(name, this.undeclared(schema, name, depth) ?? "value");
    for (const property of schema.properties) {
      if (members.size >= (schema.minProperties ?? 0)) break;
      if (property.access === hidden || members.has(property.name)) continue;
      const value = this.make(property.schema, depth + 1);
      if (value !== undefined) members.set(property.name, value);
    }
    this.fill(schema, members, depth);
    return Object.fromEntries(members);
  }

  /** Entries of a map: one to show its shape, as many as `minProperties` asks for. */
  private fill(schema: ObjectSchema, members: Map<string, ExampleValue>, depth: number): void {
    const open = schema.additional !== undefined && schema.additional.kind !== "never";
    const shows = (open || schema.patterns.length > 0) && depth < this.optional ? 1 : 0;
    const wanted = Math.min(Math.max(schema.minProperties ?? 0, members.size + shows), schema.maxProperties ?? Infinity, members.size + mostItems);
    for (let index = 0; members.size < wanted && index < mostItems; index++) {
      const pattern = schema.patterns[0]?.pattern;
      const base = pattern === undefined ? this.key(schema) : textFor(pattern.replace(/\.\+\$?$/, "key"));
      if (base === undefined) return;
      const name = index === 0 ? base : `${base}${index}`;
      const value = this.undeclared(schema, name, depth);
      if (value !== undefined) members.set(name, value);
    }
  }

  private key(schema: ObjectSchema): string | undefined {
    const name = schema.propertyNames === undefined ? "key" : this.make(schema.propertyNames, 0);
    return typeof name === "string" ? name : undefined;
  }

  private undeclared(schema: ObjectSchema, name: string, depth: number): ExampleValue | undefined {
    const member = schema.patterns.find(({ pattern }) => matches(pattern, name))?.schema ?? schema.additional;
    return member === undefined ? "value" : this.make(member, depth + 1);
  }

  private union(schema: UnionSchema, depth: number, must: ReadonlySet<string>): ExampleValue | undefined {
    const members = schema.members.map((member, index) => ({ member, index })).sort((a, b) => rank(schema, a.member) - rank(schema, b.member));
    for (const { member, index } of members) {
      const made = this.make(member, depth, must);
      if (made === undefined) continue;
      const value = this.discriminated(schema, index, made);
      if (accepts(schema, toJson(value), this.form, this.resolve)) return value;
    }
    return undefined;
  }

  private discriminated(schema: UnionSchema, index: number, value: ExampleValue): ExampleValue {
    const tag = schema.discriminator?.values[index]?.[0];
    if (tag === undefined || !isRecord(value)) return value;
    return { ...value, [schema.discriminator?.property ?? ""]: tag };
  }

  private intersection(schemas: readonly Schema[], depth: number, must: ReadonlySet<string>): ExampleValue | undefined {
    const required = new Set([...must, ...this.requiredBy(schemas)]);
    const made = schemas.filter((member) => member.kind !== "unknown" && member.kind !== "not").map((member) => this.make(member, depth, required));
    const objects = made.filter(isRecord);
    if (objects.length > 0) {
      const missing = [...required].filter((name) => !objects.some((each) => Object.hasOwn(each, name)));
      return Object.fromEntries([...objects.flatMap((each) => Object.entries(each)), ...missing.map((name) => [name, "value"] as const)]);
    }
    return made.find((value) => value !== undefined && schemas.every((member) => accepts(member, toJson(value), this.form, this.resolve)));
  }

  /** The properties that any of the schemas requires, also behind references and conjunctions. */
  private requiredBy(schemas: readonly Schema[]): readonly string[] {
    const hidden = this.form === "read" ? "write" : "read";
    return this.behind(schemas, (schema) => (schema.kind === "intersection" ? schema.members : [])).flatMap((schema) => {
      if (schema.kind !== "object") return [];
      return [...schema.requiredNames, ...schema.properties.filter((property) => property.required && property.access !== hidden).map((property) => property.name)];
    });
  }

  private holdsBinary(schema: Schema): boolean {
    const inside = this.behind([schema], (part) => {
      if (part.kind === "object") return part.properties.map((property) => property.schema);
      if (part.kind === "array") return [part.items];
      return part.kind === "union" || part.kind === "intersection" ? part.members : [];
    });
    return inside.some((part) => part.kind === "binary");
  }

  /** The schemas, what `inner` says is in them and what they refer to, in order, each once, however many ways lead to it. */
  private behind(schemas: readonly Schema[], inner: (schema: Schema) => readonly Schema[]): Schema[] {
    const seen = new Set<Schema>();
    const open = [...schemas].reverse();
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      if (seen.has(next)) continue;
      seen.add(next);
      const target = next.kind === "ref" ? this.resolve(next.target) : undefined;
      for (const each of target === undefined ? [...inner(next)].reverse() : [target]) open.push(each);
    }
    return [...seen];
  }
}

function isRecord(value: ExampleValue | undefined): value is { readonly [name: string]: ExampleValue } {
  return typeof value === "object" && value !== null && !Array.isArray(value) && !(value instanceof BinaryExample);
}

/** Which member of a union is shown: a schema with properties and no `type` takes a number, too, and is about objects; null says least. */
function rank(union: UnionSchema, member: Schema): number {
  if (member.kind === "null") return 2;
  return member.kind === "object" && member.at === union.at && member.properties.length > 0 ? 0 : 1;
}
