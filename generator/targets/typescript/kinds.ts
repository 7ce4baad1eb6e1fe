/** Which JSON types a schema admits. */
import type { Pointer } from "../../json.js";
import type { NamedSchema, Schema } from "../../model/api.js";

/** The bit of each JSON type. */
export const kindBits = { null: 1, boolean: 2, number: 4, string: 8, array: 16, object: 32 } as const;

/** All six JSON types, as a set of bits. */
export const everyKind = 63;

/**
 * A function that tells a schema's JSON types, as a set of bits; a superset where the schema cannot be told apart (`not`, cycles).
 * Remembers each named schema, so that asking is linear in the whole document.
 */
export function kindsIn(named: ReadonlyMap<Pointer, NamedSchema>): (schema: Schema) => number {
  const known = new Map<Pointer, number>();

  function ofNamed(at: Pointer): number {
    const found = known.get(at);
    if (found !== undefined) return found;
    known.set(at, everyKind); // what a cycle that leads back here is told
    const schema = named.get(at)?.schema;
    const kinds = schema === undefined ? everyKind : kindsOf(schema);
    known.set(at, kinds);
    return kinds;
  }

  function kindsOf(schema: Schema): number {
    switch (schema.kind) {
      case "null":
      case "boolean":
      case "number":
      case "string":
      case "array":
      case "object":
        return kindBits[schema.kind];
      case "binary":
        return kindBits.string;
      case "never":
        return 0;
      case "enum":
        return schema.values.reduce<number>((kinds, value) => kinds | kindBits[kindOfValue(value)], 0);
      case "ref":
        return ofNamed(schema.target);
      case "union":
        return schema.members.reduce((kinds, member) => kinds | kindsOf(member), 0);
      case "intersection":
        return schema.members.reduce((kinds, member) => kinds & kindsOf(member), everyKind);
      case "unevaluated":
        return kindsOf(schema.schema);
      case "unknown":
      case "not":
      case "conditional":
        return everyKind;
    }
  }

  return kindsOf;
}

function kindOfValue(value: unknown): keyof typeof kindBits {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  const type = typeof value;
  return type === "string" || type === "number" || type === "boolean" ? type : "object";
}
