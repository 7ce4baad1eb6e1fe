/** Equality without detours: most of two versions is the same, and telling so has to cost next to nothing. */
import type { RefSchema, Schema } from "../../model/api.js";
import type { Direction } from "../change.js";

/** Whether two JSON-like values say the same. Keys in any order. */
export function equal(one: unknown, other: unknown): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one)) return Array.isArray(other) && one.length === other.length && one.every((item, index) => equal(item, other[index]));
  if (Array.isArray(other)) return false;
  const keys = Object.keys(one);
  if (keys.length !== Object.keys(other).length) return false;
  return keys.every((key) => Object.hasOwn(other, key) && equal((one as Members)[key], (other as Members)[key]));
}

type Members = { readonly [key: string]: unknown };

/** References that stand in the same place of both. */
export type References = (readonly [before: RefSchema, after: RefSchema])[];

/** What a value need not satisfy as a whole: changes behind these references are not changes of the value. */
const aside: ReadonlySet<string> = new Set(["if", "then", "else", "contains", "propertyNames", "dependentSchemas"]);

/**
 * Whether two schemas say the same, prose and all, apart from what their references lead to.
 *
 * @returns the references to compare further, as far as the direction sees them; undefined when the schemas differ
 */
export function sameSchema(before: Schema, after: Schema, direction: Direction): References | undefined {
  const references: References = [];
  return same(before, after, direction, references) ? references : undefined;
}

function same(one: unknown, other: unknown, direction: Direction, references: References | undefined): boolean {
  if (one === other) return true;
  if (typeof one !== "object" || typeof other !== "object" || one === null || other === null) return false;
  if (Array.isArray(one)) return Array.isArray(other) && one.length === other.length && one.every((item, index) => same(item, other[index], direction, references));
  const [left, right] = [one as Members, other as Members];
  if (left["kind"] !== right["kind"]) return false;
  if (left["kind"] === "ref") {
    references?.push([one as RefSchema, other as RefSchema]);
    return equal(left["docs"], right["docs"]);
  }
  const inside = left["kind"] === "not" || isUnseen(left["access"], direction) ? undefined : references;
  // Both are objects of the model, whose keys are those of their type.
  for (const key in left) {
    if (key === "at") continue;
    const more = key === "docs" || key === "values" ? equal(left[key], right[key]) : same(left[key], right[key], direction, aside.has(key) ? undefined : inside);
    if (!more) return false;
  }
  return true;
}

const isUnseen = (access: unknown, direction: Direction): boolean => access === (direction === "in" ? "read" : "write");
