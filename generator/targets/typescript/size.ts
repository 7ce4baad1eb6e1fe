/** How much text a type takes, however the module calls the schemas that it refers to: types and validators have to decide alike. */
import type { ObjectSchema, Schema } from "../../model/api.js";
import { childrenOf } from "../../model/graph.js";

/** Beyond it, the types of the properties are not repeated in an index signature. */
export const mostRepeated = 500;

/** A measure of schemas, in characters or so; what it has seen once, it knows. */
export function measure(): (schema: Schema) => number {
  const known = new Map<Schema, number>();
  return size;

  function size(schema: Schema): number {
    const seen = known.get(schema);
    if (seen !== undefined) return seen;
    const made = 10 + own(schema);
    known.set(schema, made);
    return made;
  }

  function own(schema: Schema): number {
    if (schema.kind === "enum") return schema.values.reduce<number>((sum, value) => sum + String(value).length + 3, 0);
    const parts = childrenOf(schema).reduce((sum, part) => sum + size(part), 0);
    return schema.kind === "object" ? parts + inObject(schema, parts) : parts;
  }

  /** The names, and the index signature that repeats what the properties hold. */
  function inObject(schema: ObjectSchema, parts: number): number {
    const names = schema.properties.reduce((sum, { name }) => sum + name.length + 4, 0);
    const isOpen = schema.patterns.length > 0 || (schema.additional !== undefined && schema.additional.kind !== "never");
    return isOpen && parts <= mostRepeated ? names + parts : names;
  }
}
