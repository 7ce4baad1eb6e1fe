/** References to named schemas, and what to do when the name is not declared yet. */
import { code, type Code } from "../../emit/code.js";
import type { RefSchema, Schema } from "../../model/api.js";
import { identifierIn, visit } from "../../model/graph.js";
import type { ZodContext } from "./context.js";

/** `ContactSchema`, or `z.lazy((): z.ZodType<Contact> => ContactSchema)` above its declaration. */
export function printReference(schema: RefSchema, context: ZodContext): Code {
  const name = code`${identifierIn(context.named(schema.target), context.form)}Schema`;
  return context.declared(schema.target) ? name : code`z.lazy((): z.ZodType<${context.typeOf(schema)}> => ${name})`;
}

/** Whether the expression of a schema would need the name of a constant that stands further down. */
export function needsDeferral(schema: Schema, context: ZodContext): boolean {
  return !context.settled && visit(schema, (part) => part.kind === "ref" && !context.declared(part.target));
}
