/** One side of a comparison: its named schemas, and what was computed about its schemas once. */
import type { Api, NamedSchema, Schema } from "../../model/api.js";
import type { Pointer } from "../../json.js";
import type { Alternative } from "./alternatives.js";

export interface Side {
  readonly named: ReadonlyMap<Pointer, NamedSchema>;
  /** Filled by `alternatives.ts`; an empty list while a schema is being expanded. */
  readonly expanded: Map<Schema, readonly Alternative[]>;
  readonly signatures: Map<Schema, string>;
  /** Intersections that `alternatives.ts` made, by what they are made of. */
  readonly met: Map<string, Schema>;
  /** The same intersections: like what a reference leads to, each is compared once however many ways lead there. */
  readonly shared: Set<Schema>;
  /** A number for each schema that an intersection was made of. */
  readonly ids: Map<Schema, number>;
}

/** The side of an Api. */
export function sideOf(api: Api): Side {
  return { named: new Map(api.schemas.map((schema) => [schema.at, schema])), expanded: new Map(), signatures: new Map(), met: new Map(), shared: new Set(), ids: new Map() };
}

/** Follows references to what they lead to; a reference that leads nowhere (or in a circle) stays. */
export function resolve(schema: Schema, side: Side): Schema {
  const seen = new Set<Schema>();
  let current = schema;
  while (current.kind === "ref" && !seen.has(current)) {
    seen.add(current);
    const target: Schema | undefined = side.named.get(current.target)?.schema;
    if (!target) return current;
    current = target;
  }
  return current;
}

/** The name of the schema that a reference leads to. */
export function nameOf(schema: Schema, side: Side): NamedSchema | undefined {
  return schema.kind === "ref" ? side.named.get(schema.target) : undefined;
}
