/** A schema as a zod expression. One printer a kind; each shows above it what it prints. */
import { code, type Code } from "../../emit/code.js";
import type { ObjectSchema, Schema } from "../../model/api.js";
import { printArray } from "./arrays.js";
import { printConditional, printIntersection, printNot } from "./composition.js";
import type { ZodContext } from "./context.js";
import { printEnum } from "./literals.js";
import { printNumber } from "./numbers.js";
import { printObject } from "./objects.js";
import { printReference } from "./references.js";
import { printString } from "./strings.js";
import { printUnevaluated } from "./unevaluated.js";
import { unformatted } from "./scalars.js";
import { printUnion } from "./unions.js";

const anyBoolean = unformatted(code`Boolean`, code`z.boolean()`);

/**
 * Prints the zod schema that accepts what the JSON Schema accepts, for the direction of `context.form`.
 * Parsing with it returns the value as it came.
 */
export function zodExpression(schema: Schema, context: ZodContext): Code {
  const expression = print(schema, context);
  // The constant of a named schema says its type itself.
  return context.isDeep(schema) && !context.definitionOf(schema) ? code`${context.helper("typed")}<${context.typeOf(schema)}>(${expression})` : expression;
}

function print(schema: Schema, context: ZodContext): Code {
  switch (schema.kind) {
    case "unknown":
      return code`z.unknown()`;
    case "never":
      return code`z.never()`;
    case "null":
      return code`z.null()`;
    case "boolean":
      return context.scalars.plain(anyBoolean);
    case "number":
      return printNumber(schema, context);
    case "string":
      return printString(schema, context);
    case "binary":
      return context.form === "upload" ? code`${context.helper("binary")}()` : printString(asText(schema), context);
    case "array":
      return printArray(schema, context);
    case "object":
      return sharedObject(schema, context) ?? printObject(schema, context);
    case "enum":
      return printEnum(schema, context);
    case "ref":
      return printReference(schema, context);
    case "union":
      return printUnion(schema, context);
    case "intersection":
      return printIntersection(schema, context);
    case "not":
      return printNot(schema, context);
    case "conditional":
      return printConditional(schema, context);
    case "unevaluated":
      return printUnevaluated(schema, context);
  }
}

/** The constant of an object that stands in several places. */
function sharedObject(schema: ObjectSchema, context: ZodContext): Code | undefined {
  return context.isDeep(schema) || context.definitionOf(schema) ? undefined : context.repeated.nameOf(schema);
}

/** Bytes inside JSON are a string; its length counts characters. */
function asText(schema: Extract<Schema, { kind: "binary" }>): Extract<Schema, { kind: "string" }> {
  return { ...schema, kind: "string", format: undefined, pattern: undefined, contentMediaType: undefined, contentEncoding: undefined };
}
