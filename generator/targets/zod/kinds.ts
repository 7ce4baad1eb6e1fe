/** What a schema may accept at most, by JSON type: enough to tell when branches exclude each other. */
import type { Schema } from "../../model/api.js";
import type { Pointer } from "../../json.js";
import type { ZodContext } from "./context.js";

export type Kind = "null" | "boolean" | "number" | "string" | "array" | "object";

const all: readonly Kind[] = ["null", "boolean", "number", "string", "array", "object"];

/** What is known of the schemas referred to: each is looked at once, for two ways to each of 30 levels are a billion ways down. */
interface Walk {
  readonly known: Map<Pointer, ReadonlySet<Kind>>;
  /** References followed to come here. */
  depth: number;
}

/** References to references without end would overflow the stack; what stands deeper may be anything. */
const deepest = 100;

/** The JSON types of which the schema may accept a value. Never too few. */
export function kindsOf(schema: Schema, context: ZodContext, walk: Walk = { known: new Map(), depth: 0 }): ReadonlySet<Kind> {
  switch (schema.kind) {
    case "never":
      return new Set();
    case "null":
    case "boolean":
    case "number":
    case "string":
    case "array":
    case "object":
      return new Set([schema.kind]);
    case "binary":
      return context.form === "upload" ? new Set<Kind>(["object"]) : new Set<Kind>(["string"]);
    case "enum":
      return new Set(schema.values.map(kindOfValue));
    case "ref":
      return kindsOfTarget(schema.target, context, walk);
    case "union":
      return new Set(schema.members.flatMap((member) => [...kindsOf(member, context, walk)]));
    case "intersection":
      return schema.members
        .map((member) => kindsOf(member, context, walk))
        .reduce((left, right) => new Set([...left].filter((kind) => right.has(kind))), new Set(all));
    case "unevaluated":
      return kindsOf(schema.schema, context, walk);
    case "unknown":
    case "not":
    case "conditional":
      return new Set(all);
  }
}

function kindsOfTarget(target: Pointer, context: ZodContext, walk: Walk): ReadonlySet<Kind> {
  const found = walk.known.get(target);
  if (found) return found;
  // What comes back to itself may be anything.
  walk.known.set(target, new Set(all));
  if (walk.depth >= deepest) return new Set(all);
  walk.depth++;
  const kinds = kindsOf(context.named(target).schema, context, walk);
  walk.depth--;
  walk.known.set(target, kinds);
  return kinds;
}

function kindOfValue(value: unknown): Kind {
  if (value === null) return "null";
  if (Array.isArray(value)) return "array";
  const type = typeof value;
  return type === "string" || type === "number" || type === "boolean" ? type : "object";
}

/** Whether no value can satisfy two of the schemas, because their types differ. */
export function areDisjoint(schemas: readonly Schema[], context: ZodContext): boolean {
  const seen = new Set<Kind>();
  for (const schema of schemas) {
    for (const kind of kindsOf(schema, context)) {
      if (seen.has(kind)) return false;
      seen.add(kind);
    }
  }
  return true;
}
