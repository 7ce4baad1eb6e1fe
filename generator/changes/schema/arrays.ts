/** Arrays: their items, and how many. */
import type { ArraySchema } from "../../model/api.js";
import { below, compareSchemas, record, type Place, type SchemaComparer } from "./compare.js";
import { describe } from "./describe.js";
import { compareCount } from "./scalars.js";

/** Array alternatives are compared in their order; one that has no partner came or went. */
export function compareArrays(comparer: SchemaComparer, before: readonly ArraySchema[], after: readonly ArraySchema[], place: Place): void {
  for (let i = 0; i < Math.max(before.length, after.length); i++) {
    const [old, now] = [before[i], after[i]];
    if (old && now) compareArray(comparer, old, now, place);
    else record(comparer, now ? "member-added" : "member-removed", place, { at: now, from: old, before: old ? describe(old, comparer.base) : "", after: now ? describe(now, comparer.revision) : "" });
  }
}

function compareArray(comparer: SchemaComparer, before: ArraySchema, after: ArraySchema, place: Place): void {
  const shared = Math.min(before.prefix.length, after.prefix.length);
  for (const [index, old] of before.prefix.slice(0, shared).entries()) {
    const now = after.prefix[index];
    if (now) compareSchemas(comparer, old, now, below(place, `[${index}]`));
  }
  if (before.prefix.length !== after.prefix.length) {
    record(comparer, "tuple-changed", place, { at: after, before: describe(before, comparer.base), after: describe(after, comparer.revision) });
  }
  compareSchemas(comparer, before.items, after.items, below(place, "[]", `an item of ${place.name}`));
  compareCount(comparer, "minItems", before.minItems, after.minItems, after, place);
  compareCount(comparer, "maxItems", before.maxItems, after.maxItems, after, place);
  if (before.uniqueItems !== after.uniqueItems) {
    const words = (schema: ArraySchema): string => (schema.uniqueItems ? "uniqueItems" : "");
    record(comparer, after.uniqueItems ? "bound-tightened" : "bound-loosened", place, { at: after, path: "uniqueItems", before: words(before), after: words(after) });
  }
}
