/** `enum` and `const`. */
import { code, literal, type Code } from "../../emit/code.js";
import type { EnumSchema, Schema } from "../../model/api.js";
import type { Json, Pointer } from "../../json.js";
import { bracketed } from "./bracketed.js";
import type { ZodContext } from "./context.js";

type Primitive = string | number | boolean | null;

/** Whether `===` compares the value as JSON Schema does. */
export const isPrimitive = (value: Json): value is Primitive => value === null || typeof value !== "object";

/**
 * The values that a schema lists: in an enum, in several that all hold, in constants of which one does. Undefined where it says
 * more than that, or where a part of it stands further down.
 */
export function listedValues(schema: Schema, context: ZodContext, walk: Walk = { known: new Map(), depth: 0 }): readonly Primitive[] | undefined {
  if (schema.kind === "enum") return schema.values.every(isPrimitive) ? schema.values : undefined;
  if (schema.kind === "ref") return listedByTarget(schema.target, context, walk);
  if (schema.kind !== "intersection" && schema.kind !== "union") return undefined;
  const lists = schema.members.map((member) => listedValues(member, context, walk));
  if (!lists.every((list) => list !== undefined)) return undefined;
  if (schema.kind === "intersection") return lists.reduce((values, other) => values.filter((value) => other.includes(value)));
  const values = lists.flat();
  // What stands in two members of a `oneOf` fits neither.
  return new Set(values).size === values.length ? values : undefined;
}

/** What is known of the schemas referred to; each is looked at once, however many ways lead to it. */
interface Walk {
  readonly known: Map<Pointer, readonly Primitive[] | undefined>;
  /** References followed to come here. */
  depth: number;
}

/** References to references without end would overflow the stack, and nobody lists values so far away. */
const deepest = 100;

function listedByTarget(target: Pointer, context: ZodContext, walk: Walk): readonly Primitive[] | undefined {
  if (!context.declared(target) || walk.known.has(target)) return walk.known.get(target);
  walk.known.set(target, undefined);
  if (walk.depth >= deepest) return undefined;
  walk.depth++;
  const values = listedValues(context.named(target).schema, context, walk);
  walk.depth--;
  walk.known.set(target, values);
  return values;
}

/**
 * `z.enum(["active", "closed"])`, `z.literal(1)`, `z.literal([1, "1"])`, `z.enum(["a"]).nullable()`;
 * with lists or objects among the values `valueIn([{ a: 1 }])`, which compares deeply.
 */
export function printEnum(schema: EnumSchema, context: ZodContext): Code {
  const values = schema.values;
  if (!values.every(isPrimitive)) return code`${context.helper("valueIn")}<${context.typeOf(schema)}>(${literal(values)})`;
  const present = values.filter((value) => value !== null);
  if (present.length === 0) return code`z.null()`;
  return present.length === values.length ? primitives(present) : code`${primitives(present)}.nullable()`;
}

function primitives(values: readonly Primitive[]): Code {
  const [first, ...rest] = values;
  if (first !== undefined && rest.length === 0) return code`z.literal(${literal(first)})`;
  const list = bracketed("[", values.map(literal));
  return values.every((value) => typeof value === "string") ? code`z.enum(${list})` : code`z.literal(${list})`;
}
