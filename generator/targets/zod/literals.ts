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
export function listedValues(schema: Schema, context: ZodContext, known: KnownValues = new Map()): readonly Primitive[] | undefined {
  if (schema.kind === "enum") return schema.values.every(isPrimitive) ? schema.values : undefined;
  if (schema.kind === "ref") return listedByTarget(schema.target, context, known);
  if (schema.kind !== "intersection" && schema.kind !== "union") return undefined;
  const lists = schema.members.map((member) => listedValues(member, context, known));
  if (!lists.every((list) => list !== undefined)) return undefined;
  if (schema.kind === "intersection") return lists.reduce((values, other) => values.filter((value) => other.includes(value)));
  const values = lists.flat();
  // What stands in two members of a `oneOf` fits neither.
  return new Set(values).size === values.length ? values : undefined;
}

/** Of the schemas referred to; each is looked at once, however many ways lead to it. */
type KnownValues = Map<Pointer, readonly Primitive[] | undefined>;

function listedByTarget(target: Pointer, context: ZodContext, known: KnownValues): readonly Primitive[] | undefined {
  if (!context.declared(target) || known.has(target)) return known.get(target);
  known.set(target, undefined);
  const values = listedValues(context.named(target).schema, context, known);
  known.set(target, values);
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
