/** Numbers and integers. */
import { code, literal, type Code } from "../../emit/code.js";
import type { NumberSchema } from "../../model/api.js";
import type { Helper, ZodContext } from "./context.js";
import { named, type Scalar, unformatted } from "./scalars.js";

/** Formats of OpenAPI's registry that narrow a number: the zod builder that is exact, or the check of ours. */
const numberFormats: ReadonlyMap<string, { readonly name: Code } & ({ readonly builder: Code } | { readonly check: Helper; readonly expected: Code })> = new Map([
  ["int32", { name: code`int32`, builder: code`z.int32()` }],
  ["uint32", { name: code`uint32`, builder: code`z.uint32()` }],
  ["int8", { name: code`int8`, builder: code`z.int().min(-128).max(127)` }],
  ["uint8", { name: code`uint8`, builder: code`z.int().min(0).max(255)` }],
  ["int16", { name: code`int16`, builder: code`z.int().min(-32768).max(32767)` }],
  ["uint16", { name: code`uint16`, builder: code`z.int().min(0).max(65535)` }],
  ["int64", { name: code`int64`, check: "isInt64", expected: code`"an int64"` }],
  ["uint64", { name: code`uint64`, check: "isUint64", expected: code`"a uint64"` }],
  ["float", { name: code`float`, check: "isFloat", expected: code`"a float"` }],
]);

const anyNumber = unformatted(code`Number`, code`z.number()`);
const anyInteger = unformatted(code`Integer`, code`z.int()`);

/**
 * `anyNumber`, `int32`, `int64`, for which there are constants; `z.number().min(0).lt(1)`, `z.int().min(1).max(100)`.
 *
 * `z.int()` stops at 2^53: a whole number beyond it has lost digits before any validator sees it. A schema that says
 * `int64` says that such numbers come, and is taken at its word.
 */
export function printNumber(schema: NumberSchema, context: ZodContext): Code {
  const rules = code`${bounds(schema)}${step(schema, context)}`;
  const scalar = base(schema, context);
  return rules === "" ? context.scalars.plain(scalar) : code`${scalar.expression}${rules}`;
}

function base(schema: NumberSchema, context: ZodContext): Scalar {
  const format = schema.format !== undefined && context.asserts(schema.format) ? numberFormats.get(schema.format) : undefined;
  if (format && "builder" in format) return named(format.name, format.builder);
  if (format && (!schema.integer || format.check !== "isFloat")) return named(format.name, code`z.number().refine(${context.helper(format.check)}, ${format.expected})`);
  return schema.integer ? anyInteger : anyNumber;
}

function bounds(schema: NumberSchema): Code {
  const call = (name: Code, limit: number | undefined): Code => (limit === undefined ? code`` : code`.${name}(${literal(limit)})`);
  return code`${call(code`min`, schema.minimum)}${call(code`gt`, schema.exclusiveMinimum)}${call(code`max`, schema.maximum)}${call(code`lt`, schema.exclusiveMaximum)}`;
}

/** zod's `multipleOf` divides with a tolerance, which is right while the quotient is small; ours calculates in decimal. */
function step(schema: NumberSchema, context: ZodContext): Code {
  const { multipleOf } = schema;
  if (multipleOf === undefined || (multipleOf === 1 && schema.integer)) return code``;
  const largest = Math.max(Math.abs(schema.minimum ?? schema.exclusiveMinimum ?? Infinity), Math.abs(schema.maximum ?? schema.exclusiveMaximum ?? Infinity));
  return largest / multipleOf < 2 ** 32
    ? code`.multipleOf(${literal(multipleOf)})`
    : code`.check(${context.helper("multipleOf")}(${literal(multipleOf)}))`;
}
