/** How deep the types nest that TypeScript infers: it gives up comparing one that is too deep ("excessively deep", TS2589). */
import type { Pointer } from "../../json.js";
import type { NamedSchema, Schema } from "../../model/api.js";
import { childrenOf } from "../../model/graph.js";

/** TypeScript 5.9 and 7 follow 13 objects inside each other; a list or a union takes half of what an object does. */
const mostLevels = 24;
const levelsOfObject = 2;

export interface DepthGauge {
  /** Whether the inferred type is too deep, so that the type is to be said. What holds such a schema counts from none again. */
  readonly isDeep: (schema: Schema) => boolean;
  /** The named schema has its constant now: what refers to it from here on is inferred from that. */
  readonly declare: (named: NamedSchema) => void;
}

/** Measures schemas in the order in which they are printed. References to what is not declared yet have their type said, and add nothing. */
export function depthGauge(): DepthGauge {
  const declared = new Map<Pointer, number>();
  const known = new Map<Schema, number>();
  return {
    isDeep: (schema) => schema.kind !== "ref" && depth(schema) > mostLevels,
    declare: ({ at, schema }) => void declared.set(at, added(schema)),
  };

  function depth(schema: Schema): number {
    const seen = known.get(schema);
    if (seen !== undefined) return seen;
    const own = schema.kind === "object" ? levelsOfObject : 1;
    const made = own + childrenOf(schema).reduce((deepest, part) => Math.max(deepest, added(part)), 0);
    known.set(schema, made);
    return made;
  }

  /** The levels that a schema adds to what holds it. */
  function added(schema: Schema): number {
    if (schema.kind === "ref") return declared.get(schema.target) ?? 0;
    const levels = depth(schema);
    return levels <= mostLevels ? levels : 0;
  }
}
