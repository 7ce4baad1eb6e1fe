/** Whether the members of a union exclude one another, and by which property. Only what can be proved counts. */
import { isObject, type Json, type JsonObject } from "../json.js";
import { kindsOf, objectKind, type Kinds } from "./kinds.js";
import { leadsTo, type Found, type Reading } from "./reading.js";
import { canonical } from "./values.js";

/** What an object must have: property → the values (as canonical JSON) it is limited to. Only required properties. */
type Literals = ReadonlyMap<string, readonly Json[]>;

interface Demands {
  readonly required: Set<string>;
  readonly literals: Map<string, readonly Json[]>;
}

export interface Tags {
  readonly property: string;
  /** In the order of the members. */
  readonly values: readonly (readonly string[])[];
}

/** Unions beyond this are left as written: comparing each pair would cost more than it gives. */
const mostMembers = 500;

/** Whether no value (of the types possible) can satisfy two members: their JSON types differ, or a property that both require has different literals. */
export function areDisjoint(reading: Reading, members: readonly Found[], possible: Kinds): boolean {
  if (members.length > mostMembers) return false;
  const kinds = members.map((member) => kindsOf(reading, member.value) & possible);
  let seen = 0;
  if (kinds.every((each) => (seen & each) === 0 && ((seen |= each), true))) return true;
  const literals = members.map((member) => literalsOf(reading, member.value));
  return members.every((_, right) =>
    members.slice(0, right).every((__, left) => {
      const shared = (kinds[left] as number) & (kinds[right] as number);
      return shared === 0 || (shared === objectKind && differ(literals[left] as Literals, literals[right] as Literals));
    }),
  );
}

function differ(left: Literals, right: Literals): boolean {
  for (const [property, values] of left) {
    const others = right.get(property);
    if (!others) continue;
    const taken = new Set(others.map(canonical));
    if (values.every((value) => !taken.has(canonical(value)))) return true;
  }
  return false;
}

/**
 * The property by which the members tell themselves apart: every member is an object that requires it, with strings that no
 * other member allows. The one asked for, else the first by name.
 */
export function tagsOf(reading: Reading, members: readonly Found[], possible: Kinds, property?: string): Tags | undefined {
  if (members.length < 2 || !members.every((member) => (kindsOf(reading, member.value) & possible) === objectKind)) return undefined;
  const literals = members.map((member) => literalsOf(reading, member.value));
  const [first] = literals;
  const candidates = property === undefined ? [...(first?.keys() ?? [])].sort() : [property];
  for (const candidate of candidates) {
    const values = literals.map((each) => each.get(candidate) ?? []);
    const all = values.flat();
    const distinct = all.every((value) => typeof value === "string") && new Set(all).size === all.length;
    if (distinct && values.every((list) => list.length > 0)) return { property: candidate, values: values as string[][] };
  }
  return undefined;
}

/** The required properties of an object schema that are limited to listed values; `$ref` and `allOf` are followed. */
function literalsOf(reading: Reading, value: Json): Literals {
  const demands: Demands = { required: new Set(), literals: new Map() };
  collect(reading, value, demands, new Set());
  return new Map([...demands.literals].filter(([property]) => demands.required.has(property)));
}

function collect(reading: Reading, value: Json | undefined, into: Demands, seen: Set<JsonObject>): void {
  if (!isObject(value) || seen.has(value)) return;
  seen.add(value);
  const { required, properties, $ref, allOf } = value;
  if (Array.isArray(required)) for (const name of required as readonly Json[]) if (typeof name === "string") into.required.add(name);
  if (isObject(properties)) {
    for (const name of Object.keys(properties)) {
      const values = valuesOf(reading, properties[name], 0);
      if (values) into.literals.set(name, values);
    }
  }
  if (typeof $ref === "string") collect(reading, leadsTo(reading, $ref)?.value, into, seen);
  if (Array.isArray(allOf)) for (const member of allOf as readonly Json[]) collect(reading, member, into, seen);
}

const mostHops = 20;

/** The values that `enum` or `const` limits a schema to, directly or behind a `$ref`. */
function valuesOf(reading: Reading, value: Json | undefined, hops: number): readonly Json[] | undefined {
  if (!isObject(value) || hops > mostHops) return undefined;
  if (value["const"] !== undefined) return [value["const"]];
  const { enum: values, $ref } = value;
  if (Array.isArray(values) && values.length > 0) return values as readonly Json[];
  return typeof $ref === "string" ? valuesOf(reading, leadsTo(reading, $ref)?.value, hops + 1) : undefined;
}
