/** Strings and their formats. */
import { code, join, literal, stringLiteral, type Code } from "../../emit/code.js";
import type { StringSchema } from "../../model/api.js";
import type { Helper, ZodContext } from "./context.js";
import { named, type Scalar, unformatted } from "./scalars.js";

/** zod's own formats, where they accept exactly what the standard behind the format accepts. All are ASCII. */
const builtIn: ReadonlyMap<string, Scalar> = new Map([
  ["date", named(code`date`, code`z.iso.date()`)],
  ["uuid", named(code`uuid`, code`z.guid()`)],
  ["ipv4", named(code`ipv4`, code`z.ipv4()`)],
  ["byte", named(code`byte`, code`z.base64()`)],
]);

/** Ours, where zod's differ from the standard: `z.stringFormat("date-time", isDateTime)`. */
const checks: ReadonlyMap<string, readonly [name: Code, check: Helper]> = new Map<string, readonly [Code, Helper]>([
  ["date-time", [code`dateTime`, "isDateTime"]],
  ["time", [code`time`, "isTime"]],
  ["duration", [code`duration`, "isDuration"]],
  ["idn-email", [code`idnEmail`, "isIdnEmail"]],
  ["hostname", [code`hostname`, "isHostname"]],
  ["idn-hostname", [code`idnHostname`, "isIdnHostname"]],
  ["ipv6", [code`ipv6`, "isIpv6"]],
  ["uri", [code`uri`, "isUri"]],
  ["uri-reference", [code`uriReference`, "isUriReference"]],
  ["iri", [code`iri`, "isIri"]],
  ["iri-reference", [code`iriReference`, "isIriReference"]],
  ["uri-template", [code`uriTemplate`, "isUriTemplate"]],
  ["json-pointer", [code`jsonPointer`, "isJsonPointer"]],
  ["relative-json-pointer", [code`relativeJsonPointer`, "isRelativeJsonPointer"]],
  ["regex", [code`regex`, "isRegex"]],
]);

/** Formats whose text is ASCII, so that UTF-16 units and code points are the same number. */
const ascii = new Set(["date", "date-time", "time", "duration", "uuid", "ipv4", "ipv6", "byte", "uri", "uri-reference", "hostname", "email"]);

const anyString = unformatted(code`String`, code`z.string()`);

/** `anyString`, for which there is a constant. */
export function plainString(context: ZodContext): Code {
  return context.scalars.plain(anyString);
}

/** `anyString`, `uuid`, `dateTime`, for which there are constants; `z.string().min(1).regex(new RegExp("^a", "u"))`, `z.guid().max(9)`. */
export function printString(schema: StringSchema, context: ZodContext): Code {
  const format = schema.format !== undefined && context.asserts(schema.format) ? schema.format : undefined;
  const pattern = schema.pattern === undefined ? code`` : code`.regex(new RegExp(${stringLiteral(schema.pattern)}, "u"))`;
  const rules = code`${length(schema, format !== undefined && ascii.has(format), context)}${pattern}`;
  const scalar = base(format, context);
  return rules === "" ? context.scalars.plain(scalar) : code`${scalar.expression}${rules}`;
}

function base(format: string | undefined, context: ZodContext): Scalar {
  if (format === undefined) return anyString;
  // zod's own pattern refuses addresses that RFC 5321 allows.
  if (format === "email") return named(code`email`, code`z.email({ pattern: ${context.helper("emailPattern")} })`);
  const check = checks.get(format);
  if (check) return named(check[0], code`z.stringFormat(${stringLiteral(format)}, ${context.helper(check[1])})`);
  return builtIn.get(format) ?? anyString;
}

/**
 * JSON Schema counts code points, zod UTF-16 units. The two agree on "empty or not" and on ASCII;
 * elsewhere: `.check(minLength(2), maxLength(20))`.
 */
function length({ minLength, maxLength }: StringSchema, isAscii: boolean, context: ZodContext): Code {
  const units: Code[] = [];
  const points: Code[] = [];
  if (minLength !== undefined && minLength > 0) {
    if (isAscii || minLength === 1) units.push(code`.min(${literal(minLength)})`);
    else points.push(code`${context.helper("minLength")}(${literal(minLength)})`);
  }
  if (maxLength !== undefined) {
    if (isAscii || maxLength === 0) units.push(code`.max(${literal(maxLength)})`);
    else points.push(code`${context.helper("maxLength")}(${literal(maxLength)})`);
  }
  return points.length === 0 ? join(units, "") : code`${join(units, "")}.check(${join(points, ", ")})`;
}
