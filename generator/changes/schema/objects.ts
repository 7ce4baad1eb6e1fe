/** Two objects: property by property, then what stands beside the declared ones. */
import type { ObjectSchema, Property, Schema } from "../../model/api.js";
import type { Direction } from "../change.js";
import type { Kind } from "../rules.js";
import { below, compareSchemas, record, type Place, type SchemaComparer } from "./compare.js";
import { describe } from "./describe.js";
import { compareCount } from "./scalars.js";

/** Compares two objects in the direction of their place. */
export function compareObjects(comparer: SchemaComparer, before: ObjectSchema, after: ObjectSchema, place: Place): void {
  const [old, now] = [propertiesOf(before), propertiesOf(after)];
  for (const name of [...new Set([...old.keys(), ...now.keys()])].sort()) {
    compareProperty(comparer, old.get(name), now.get(name), below(place, name));
  }
  compareFurther(comparer, before, after, place);
  comparePatterns(comparer, before, after, place);
  compareCount(comparer, "minProperties", before.minProperties, after.minProperties, after, place);
  compareCount(comparer, "maxProperties", before.maxProperties, after.maxProperties, after, place);
}

/** Declared properties, and those that are only named in `required`. */
function propertiesOf(schema: ObjectSchema): ReadonlyMap<string, Property> {
  const properties = new Map(schema.properties.map((property) => [property.name, property]));
  for (const name of schema.requiredNames) {
    const unknown = { kind: "unknown", docs: noDocs, at: schema.at } as const;
    properties.set(name, { name, schema: schema.additional ?? unknown, required: true, access: "both" });
  }
  return properties;
}

const noDocs = { title: undefined, summary: undefined, description: undefined, deprecated: false, default: undefined, examples: [] };

/** readOnly has no part in a request, writeOnly none in an answer. */
const seenIn = (property: Property | undefined, direction: Direction): Property | undefined =>
  property?.access === "both" || property?.access === (direction === "in" ? "write" : "read") ? property : undefined;

function compareProperty(comparer: SchemaComparer, before: Property | undefined, after: Property | undefined, place: Place): void {
  const [old, now] = [seenIn(before, place.direction), seenIn(after, place.direction)];
  if (old && now) return compareKept(comparer, old, now, place);
  if (now) {
    const kind = now.required ? "property-required-added" : "property-added";
    record(comparer, kind, place, { at: now.schema, before: "", after: describe(now.schema, comparer.revision) });
  } else if (old) {
    const kind = after ? "property-hidden" : old.required ? "property-required-removed" : "property-removed";
    const at = after ? after.schema : undefined;
    record(comparer, kind, place, { at, from: old.schema, before: describe(old.schema, comparer.base), after: after ? accessInWords(after) : "" });
  }
}

function compareKept(comparer: SchemaComparer, old: Property, now: Property, place: Place): void {
  if (old.required !== now.required) {
    const words = (property: Property): string => (property.required ? "required" : "optional");
    record(comparer, now.required ? "property-became-required" : "property-became-optional", place, { at: now.schema, before: words(old), after: words(now) });
  }
  compareSchemas(comparer, old.schema, now.schema, place);
}

const accessInWords = (property: Property): string => (property.access === "read" ? "readOnly" : "writeOnly");

/** What may stand beside the declared properties, as types and validators see it. */
type Further = { readonly kind: "open" | "closed" } | { readonly kind: "typed"; readonly schema: Schema };

function furtherOf(schema: ObjectSchema): Further {
  const { additional } = schema;
  if (additional?.kind === "never") return { kind: "closed" };
  if (additional) return { kind: "typed", schema: additional };
  // An object that declares nothing is a dictionary of anything: its type has an index signature.
  if (schema.properties.length === 0 && schema.patterns.length === 0) {
    return { kind: "typed", schema: { kind: "unknown", docs: noDocs, at: schema.at } };
  }
  return { kind: "open" };
}

/** before → after → what that is. */
const furtherKinds: Readonly<Record<Further["kind"], Readonly<Record<Further["kind"], Kind | undefined>>>> = {
  open: { open: undefined, closed: "object-closed", typed: "index-added" },
  closed: { open: "object-opened", closed: undefined, typed: "index-added" },
  typed: { open: "index-removed", closed: "index-forbidden", typed: undefined },
};

function compareFurther(comparer: SchemaComparer, before: ObjectSchema, after: ObjectSchema, place: Place): void {
  const [old, now] = [furtherOf(before), furtherOf(after)];
  const words = (further: Further): string => (further.kind === "typed" ? describe(further.schema, comparer.revision) : further.kind);
  if (old.kind === "typed" && now.kind === "typed") {
    return compareSchemas(comparer, old.schema, now.schema, below(place, "*", `a further property of ${place.name}`));
  }
  const kind = furtherKinds[old.kind][now.kind];
  if (kind) record(comparer, kind, place, { at: after, before: words(old), after: words(now) });
}

function comparePatterns(comparer: SchemaComparer, before: ObjectSchema, after: ObjectSchema, place: Place): void {
  const [old, now] = [new Map(before.patterns.map((one) => [one.pattern, one.schema])), new Map(after.patterns.map((one) => [one.pattern, one.schema]))];
  for (const pattern of [...new Set([...old.keys(), ...now.keys()])].sort()) {
    const [was, is] = [old.get(pattern), now.get(pattern)];
    const inside = below(place, `/${pattern}/`);
    if (was && is) compareSchemas(comparer, was, is, inside);
    else if (is) record(comparer, "pattern-property-added", inside, { at: is, name: place.name, before: "", after: describe(is, comparer.revision) });
    else if (was) record(comparer, "pattern-property-removed", inside, { at: undefined, from: was, name: place.name, before: describe(was, comparer.base), after: "" });
  }
}
