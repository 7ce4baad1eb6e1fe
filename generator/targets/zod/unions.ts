/** `anyOf`, `oneOf` and lists of types. */
import { code, stringLiteral, type Code } from "../../emit/code.js";
import type { Schema, UnionSchema } from "../../model/api.js";
import { bracketed } from "./bracketed.js";
import type { ZodContext } from "./context.js";
import { zodExpression } from "./expression.js";
import { areDisjoint } from "./kinds.js";
import { isPlainObject } from "./objects.js";

/**
 * `z.union([A, B])`, `A.nullable()`, `z.xor([A, B])` where exactly one may hold and both might,
 * `z.discriminatedUnion("type", [A, B])` where every member demands its own value.
 */
export function printUnion(schema: UnionSchema, context: ZodContext): Code {
  const isExclusive = schema.mode === "one" && !areDisjoint(schema.members, context);
  const others = schema.members.filter((member) => member.kind !== "null");
  if (!isExclusive && others.length > 0 && others.length < schema.members.length) {
    return code`${members(others, undefined, false, context)}.nullable()`;
  }
  return members(schema.members, schema, isExclusive, context);
}

function members(schemas: readonly Schema[], union: UnionSchema | undefined, isExclusive: boolean, context: ZodContext): Code {
  const [only, ...rest] = schemas;
  if (only && rest.length === 0) return zodExpression(only, context);
  const printed = schemas.map((schema) => zodExpression(schema, context));
  const list = bracketed("[", printed);
  const discriminator = union?.discriminator;
  if (discriminator?.exact && schemas.every((schema) => isDiscriminable(schema, context))) {
    return code`z.discriminatedUnion(${stringLiteral(discriminator.property)}, ${list})`;
  }
  return isExclusive ? code`z.xor(${list})` : code`z.union(${list})`;
}

/** zod looks into the members of a discriminated union: they must be its own objects, and stand above. */
function isDiscriminable(schema: Schema, context: ZodContext): boolean {
  if (schema.kind === "object") return isPlainObject(schema);
  if (schema.kind !== "ref" || !context.declared(schema.target)) return false;
  const target = context.named(schema.target);
  return target.schema.kind === "object" && isPlainObject(target.schema);
}
