/** How deep the types nest that TypeScript infers: it gives up comparing one that is too deep ("excessively deep", TS2589). */
import type { Pointer } from "../../json.js";
import type { NamedSchema, Schema } from "../../model/api.js";
import { childrenOf } from "../../model/graph.js";

/** TypeScript 5.9 and 7 follow 13 objects inside each other; a list or a union takes half of what an object does. */
const mostLevels = 24;
const levels: { readonly [kind in Schema["kind"]]?: number } = { object: 2, array: 1, union: 1, intersection: 1, not: 1, conditional: 1, unevaluated: 1 };

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
    isDeep: (schema) => depth(schema) > mostLevels,
    declare: ({ at, schema }) => void declared.set(at, added(schema)),
  };

  function depth(schema: Schema): number {
    const own = levels[schema.kind];
    if (own === undefined) return 0;
    const seen = known.get(schema);
    if (seen !== undefined) return seen;
    let deepest = 0;
    for (const part of childrenOf(schema)) deepest = Math.max(deepest, added(part));
    known.set(schema, own + deepest);
    return own + deepest;
  }

  /** The levels that a schema adds to what holds it. */
  function added(schema: Schema): number {
    if (schema.kind === "ref") return declared.get(schema.target) ?? 0;
    const depths = depth(schema);
    return depths <= mostLevels ? depths : 0;
  }
}
