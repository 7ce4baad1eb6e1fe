/** Arrays and tuples. */
import { code, join, literal, type Code } from "../../emit/code.js";
import type { ArraySchema } from "../../model/api.js";
import { bracketed } from "./bracketed.js";
import type { ZodContext } from "./context.js";
import { zodExpression } from "./expression.js";

/** `z.array(TagSchema).min(1).max(5)`, `z.tuple([anyInteger, optionalString]).rest(z.unknown())`, `.check(uniqueItems())`. */
export function printArray(schema: ArraySchema, context: ZodContext): Code {
  const isTuple = schema.prefix.length > 0;
  const checks = [...(isTuple ? tupleLengths(schema, context) : []), ...arrayChecks(schema, context)];
  const base = isTuple ? printTuple(schema, context) : printList(schema, context);
  return checks.length === 0 ? base : code`${base}.check(${join(checks, ", ")})`;
}

function printList(schema: ArraySchema, context: ZodContext): Code {
  const min = schema.minItems === undefined || schema.minItems === 0 ? code`` : code`.min(${literal(schema.minItems)})`;
  const max = schema.maxItems === undefined ? code`` : code`.max(${literal(schema.maxItems)})`;
  return code`z.array(${zodExpression(schema.items, context)})${min}${max}`;
}

/** The items that `minItems` covers are demanded, the others may be missing. */
function printTuple(schema: ArraySchema, context: ZodContext): Code {
  const items = schema.prefix.map((item, index) => {
    const value = zodExpression(item, context);
    return index < (schema.minItems ?? 0) ? value : context.scalars.optional(value);
  });
  const rest = schema.items.kind === "never" ? code`` : code`.rest(${zodExpression(schema.items, context)})`;
  return code`z.tuple(${bracketed("[", items)})${rest}`;
}

/** Bounds on a tuple's length that its items do not imply. */
function tupleLengths(schema: ArraySchema, context: ZodContext): Code[] {
  const { minItems, maxItems } = schema;
  const checks: Code[] = [];
  if (minItems !== undefined && minItems > 0) checks.push(code`${context.helper("minItems")}(${literal(minItems)})`);
  if (maxItems !== undefined) checks.push(code`${context.helper("maxItems")}(${literal(maxItems)})`);
  return checks;
}

function arrayChecks(schema: ArraySchema, context: ZodContext): Code[] {
  const checks: Code[] = [];
  if (schema.contains) {
    const { schema: inner, min, max } = schema.contains;
    const counts = max !== undefined ? code`, ${literal(min)}, ${literal(max)}` : min === 1 ? code`` : code`, ${literal(min)}`;
    checks.push(code`${context.helper("contains")}(${zodExpression(inner, context)}${counts})`);
  }
  if (schema.uniqueItems) checks.push(code`${context.helper("uniqueItems")}()`);
  return checks;
}
