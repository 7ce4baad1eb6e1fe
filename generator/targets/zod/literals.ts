/** `enum` and `const`. */
import { code, literal, type Code } from "../../emit/code.js";
import type { EnumSchema } from "../../model/api.js";
import type { Json } from "../../json.js";
import { bracketed } from "./bracketed.js";
import type { ZodContext } from "./context.js";

type Primitive = string | number | boolean | null;

const isPrimitive = (value: Json): value is Primitive => value === null || typeof value !== "object";

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
