/** `anyOf`, `oneOf` and lists of types. */
import { code, stringLiteral, type Code } from "../../emit/code.js";
import type { ObjectSchema, Schema, UnionSchema } from "../../model/api.js";
import { bracketed } from "./bracketed.js";
import type { ZodContext } from "./context.js";
import { zodExpression } from "./expression.js";
import { areDisjoint } from "./kinds.js";
import { listedValues, printEnum } from "./literals.js";
import { isPlainObject, isRequired } from "./objects.js";

/**
 * `z.union([A, B])`, `A.nullable()`, `z.xor([A, B])` where exactly one may hold and both might,
 * `z.discriminatedUnion("type", [A, B])` where every member demands its own value; constants alone are `z.enum(["a", "b"])`.
 */
export function printUnion(schema: UnionSchema, context: ZodContext): Code {
  const values = schema.members.every(({ kind }) => kind === "enum") ? listedValues(schema, context) : undefined;
  if (values) return printEnum({ kind: "enum", values, docs: schema.docs, at: schema.at }, context);
  const isExclusive = schema.mode === "one" && !areDisjoint(schema.members, context);
  const others = schema.members.filter((member) => member.kind !== "null");
  if (!isExclusive && others.length > 0 && others.length < schema.members.length) {
    return context.scalars.nullable(members(others, undefined, false, context));
  }
  return members(schema.members, schema, isExclusive, context);
}

function members(schemas: readonly Schema[], union: UnionSchema | undefined, isExclusive: boolean, context: ZodContext): Code {
  const [only, ...rest] = schemas;
  if (only && rest.length === 0) return zodExpression(only, context);
  const printed = schemas.map((schema) => zodExpression(schema, context));
  const list = bracketed("[", printed);
  const discriminator = union?.discriminator;
  if (discriminator?.exact && schemas.every((schema) => isDiscriminable(schema, discriminator.property, context))) {
    return code`z.discriminatedUnion(${stringLiteral(discriminator.property)}, ${list})`;
  }
  return isExclusive ? code`z.xor(${list})` : code`z.union(${list})`;
}

/** zod looks into the members of a discriminated union: they must be its own objects, stand above, and demand one of the values it can list. */
function isDiscriminable(schema: Schema, property: string, context: ZodContext): boolean {
  const object = declaredTarget(schema, context);
  return object?.kind === "object" && isPlainObject(object, context) && isListed(object, property, context);
}

function isListed({ properties }: ObjectSchema, name: string, context: ZodContext): boolean {
  const property = properties.find((one) => one.name === name);
  return property !== undefined && isRequired(property, context.form) && listedValues(property.schema, context) !== undefined;
}

/** The schema itself, or the one that it refers to where that stands above. */
function declaredTarget(schema: Schema, context: ZodContext): Schema | undefined {
  if (schema.kind !== "ref") return schema;
  return context.declared(schema.target) ? context.named(schema.target).schema : undefined;
}
