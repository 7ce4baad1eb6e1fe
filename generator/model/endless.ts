/** Recursion that never reaches a value: `Node` requires a `Node` requires a `Node` … */
import type { Pointer } from "../json.js";
import type { ArraySchema, Schema } from "./api.js";
import { referencesOf } from "./graph.js";

/**
 * The members of cycles that no finite value can satisfy: what is left when all that has a finite value was found, starting from
 * what needs no reference (a least fixed point). Each schema is looked at again only when one it refers to was found.
 */
export function endless(schemas: ReadonlyMap<Pointer, Schema>, cyclic: ReadonlySet<Pointer>): Pointer[] {
  const open = new Set(cyclic);
  const users = new Map<Pointer, Pointer[]>();
  for (const at of cyclic) {
    for (const target of referencesOf(schemas.get(at) as Schema)) {
      const list = users.get(target);
      if (list) list.push(at);
      else users.set(target, [at]);
    }
  }
  const queue = [...cyclic];
  for (let at = queue.pop(); at !== undefined; at = queue.pop()) {
    if (!open.has(at) || !isFinite(schemas.get(at) as Schema, open)) continue;
    open.delete(at);
    for (const user of users.get(at) ?? []) queue.push(user);
  }
  return [...open].sort();
}

/** Whether some finite value can fit, as far as is known: `open` holds the places of which it is not. */
function isFinite(schema: Schema, open: ReadonlySet<Pointer>): boolean {
  const finite = (part: Schema): boolean => isFinite(part, open);
  switch (schema.kind) {
    case "ref":
      return !open.has(schema.target);
    case "object":
      return schema.properties.every((property) => !property.required || finite(property.schema));
    case "array":
      return arrayIsFinite(schema, finite);
    case "union":
      return schema.members.some(finite);
    case "intersection":
      return schema.members.every(finite);
    case "unevaluated":
      return finite(schema.schema);
    default:
      return true;
  }
}

function arrayIsFinite(schema: ArraySchema, finite: (part: Schema) => boolean): boolean {
  const needed = schema.minItems ?? 0;
  if (schema.contains && schema.contains.min > 0 && !finite(schema.contains.schema)) return false;
  return schema.prefix.slice(0, needed).every(finite) && (needed <= schema.prefix.length || finite(schema.items));
}
