/** Whether the type that TypeScript infers for `allOf([A, B])` is the type that is printed for it. */
import type { ObjectSchema, Property, Schema } from "../../model/api.js";
import type { Pointer } from "../../json.js";
import type { ZodContext } from "./context.js";
import { kindsOf, type Kind } from "./kinds.js";
import { isRequired } from "./objects.js";

/** Steps after which the type is said rather than inferred. */
const enough = 2000;

/**
 * Zod's loose objects have an index signature that the printed types do not have. Intersections of objects are the same in
 * spite of it; those with unions of several types are not (`string & { [key: string]: unknown }`), nor are those with index signatures of
 * their own, nor those of which one part declares a property as optional and another demands it (TypeScript then adds
 * `undefined`, against exactOptionalPropertyTypes).
 */
export function isInferable(parts: readonly Schema[], context: ZodContext, walk = { steps: 0 }): boolean {
  if (parts.length < 2) return true;
  const flat = flatten(parts, context, walk);
  if (!flat) return false;
  if (new Set(flat.flatMap((part) => writtenKinds(part, context))).size > 1) return false;
  if (flat.length > 1 && flat.some(hasIndexSignature)) return false;
  return meetings(flat, context).every(({ schemas, agree }) => agree && isInferable(schemas, context, walk));
}

/** Whether the printed type has an index signature, as the inferred one of any object has. */
function hasIndexSignature(part: Schema): boolean {
  return part.kind === "object" && (part.patterns.length > 0 || (part.additional !== undefined && part.additional.kind !== "unknown" && part.additional.kind !== "never"));
}

/** Schemas that come to stand in one intersection because their owners do. */
interface Meeting {
  readonly schemas: readonly Schema[];
  /** All demand the property, or none does. (A bare `required` adds no `undefined`: it is printed as `{} | null`.) */
  readonly agree: boolean;
}

function meetings(flat: readonly Schema[], context: ZodContext): Meeting[] {
  const objects = flat.filter((part): part is ObjectSchema => part.kind === "object");
  const items = flat.flatMap((part) => (part.kind === "array" ? part.items : []));
  const pairs = flat.flatMap((union, index) =>
    union.kind !== "union" ? [] : flat.flatMap((other, at) => (at === index ? [] : union.members.map((member): Meeting => ({ schemas: [member, other], agree: true })))),
  );
  return [...sharedProperties(objects, context), { schemas: items, agree: true }, ...pairs];
}

/** References followed, intersections spread, each once; undefined where it takes too many steps. */
function flatten(parts: readonly Schema[], context: ZodContext, walk: { steps: number }): Schema[] | undefined {
  const flat: Schema[] = [];
  const followed = new Set<Pointer>();
  const open = [...parts];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (++walk.steps > enough) return undefined;
    if (next.kind === "unevaluated") open.push(next.schema);
    else if (next.kind === "intersection") for (const each of next.members) open.push(each);
    else if (next.kind !== "ref") flat.push(next);
    else if (!followed.has(next.target)) {
      followed.add(next.target);
      open.push(context.named(next.target).schema);
    }
  }
  return flat;
}

/** The types that a flat part is printed with; null beside one other is no matter. */
function writtenKinds(part: Schema, context: ZodContext): Kind[] {
  if (part.kind === "unknown" || part.kind === "not") return [];
  const kinds = [...kindsOf(part, context)];
  return kinds.length > 1 ? kinds.filter((kind) => kind !== "null") : kinds;
}

function sharedProperties(objects: readonly ObjectSchema[], context: ZodContext): Meeting[] {
  const found = new Map<string, Property[]>();
  for (const property of objects.flatMap(({ properties }) => properties)) {
    const others = found.get(property.name);
    if (others) others.push(property);
    else found.set(property.name, [property]);
  }
  return [...found.values()].map((all) => ({
    schemas: all.map(({ schema }) => schema),
    agree: new Set(all.map((property) => isRequired(property, context.form))).size === 1,
  }));
}
