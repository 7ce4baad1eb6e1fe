/** `allOf`, `not`, and `if`. */
import { block, code, join, type Code } from "../../emit/code.js";
import type { ConditionalSchema, IntersectionSchema, NotSchema, ObjectSchema, RefSchema, Schema } from "../../model/api.js";
import { bracketed } from "./bracketed.js";
import type { ZodContext } from "./context.js";
import { zodExpression } from "./expression.js";
import { isInferable } from "./inferable.js";
import { listedValues, printEnum } from "./literals.js";
import { isPlainObject, shapeMembers, shapeNames } from "./objects.js";

/**
 * All members hold. A base and its additions read as inheritance, `BaseSchema.extend({ … })`; lists of values are narrowed to
 * those that stand in all, `z.literal("cat")`; what only refuses values is a check on the rest, `z.string().check(not(z.literal("x")))`; anything else is `allOf([A, B])`.
 */
export function printIntersection(schema: IntersectionSchema, context: ZodContext): Code {
  const values = listedValues(schema, context);
  if (values && values.length > 0) return printEnum({ kind: "enum", values, docs: schema.docs, at: schema.at }, context);
  const refusals = schema.members.filter(isRefusal);
  const parts = schema.members.filter((member) => !isRefusal(member));
  const base = printParts(schema, parts, context);
  return refusals.length === 0 ? base : code`${base}.check(${join(refusals.map((member) => refusal(member, context)), ", ")})`;
}

/** Without members that would stand alone. */
function printParts(whole: IntersectionSchema, parts: readonly Schema[], context: ZodContext): Code {
  const [first, ...rest] = parts;
  if (!first) return code`z.unknown()`;
  if (rest.length === 0) return zodExpression(first, context);
  return printExtension(parts, context) ?? code`${context.helper("allOf")}${saidType(whole, parts, context)}(${bracketed("[", parts.map((part) => zodExpression(part, context)))})`;
}

/** `<TaggedCat>`, or `<Cat & Tagged>` where it has no name, if TypeScript would infer another type than the printed one; else nothing. */
function saidType(whole: IntersectionSchema, parts: readonly Schema[], context: ZodContext): Code {
  if (isInferable(parts, context)) return code``;
  const named = context.definitionOf(whole);
  return code`<${context.typeOf(named ? { kind: "ref", target: named.at, docs: whole.docs, at: whole.at } : { ...whole, members: parts })}>`;
}

/** `BaseSchema.extend({ … })`: exact where all are open objects of zod's and no name stands in two of them. */
function printExtension(parts: readonly Schema[], context: ZodContext): Code | undefined {
  const base = parts.find((part): part is RefSchema => part.kind === "ref");
  const additions = parts.filter((part) => part !== base);
  if (!base || !context.declared(base.target) || !additions.every((part): part is ObjectSchema => part.kind === "object")) return undefined;
  const target = context.named(base.target).schema;
  if (target.kind !== "object") return undefined;
  const objects = [target, ...additions];
  const names = objects.flatMap(shapeNames);
  if (!objects.every((object) => object.additional === undefined && isPlainObject(object, context)) || new Set(names).size < names.length) return undefined;
  return code`${zodExpression(base, context)}.extend(${block("{", additions.flatMap((addition) => shapeMembers(addition, context)))})`;
}

const isRefusal = (schema: Schema): schema is NotSchema => schema.kind === "not";

const refusal = (schema: NotSchema, context: ZodContext): Code => code`${context.helper("not")}(${zodExpression(schema.schema, context)})`;

/** `z.unknown().check(not(z.string()))` */
export function printNot(schema: NotSchema, context: ZodContext): Code {
  return code`z.unknown().check(${refusal(schema, context)})`;
}

/** `conditional({ if: A, then: B, else: C })`; a branch that is not said accepts everything. */
export function printConditional(schema: ConditionalSchema, context: ZodContext): Code {
  const branch = (name: Code, inner: Schema | undefined): Code[] => (inner ? [code`${name}: ${zodExpression(inner, context)}`] : []);
  return code`${context.helper("conditional")}(${bracketed("{", [...branch(code`if`, schema.if), ...branch(code`then`, schema.then), ...branch(code`else`, schema.else)])})`;
}
