/** Strings and their formats. */
import { code, join, literal, stringLiteral, type Code } from "../../emit/code.js";
import type { StringSchema } from "../../model/api.js";
import type { Helper, ZodContext } from "./context.js";

/** zod's own formats, where they accept exactly what the standard behind the format accepts. All are ASCII. */
const builtIn: ReadonlyMap<string, Code> = new Map([
  ["date", code`z.iso.date()`],
  ["uuid", code`z.guid()`],
  ["ipv4", code`z.ipv4()`],
  ["byte", code`z.base64()`],
]);

/** Ours, where zod's differ from the standard: `z.stringFormat("date-time", isDateTime)`. */
const checks: ReadonlyMap<string, Helper> = new Map<string, Helper>([
  ["date-time", "isDateTime"],
  ["time", "isTime"],
  ["duration", "isDuration"],
  ["idn-email", "isIdnEmail"],
  ["hostname", "isHostname"],
  ["idn-hostname", "isIdnHostname"],
  ["ipv6", "isIpv6"],
  ["uri", "isUri"],
  ["uri-reference", "isUriReference"],
  ["iri", "isIri"],
  ["iri-reference", "isIriReference"],
  ["uri-template", "isUriTemplate"],
  ["json-pointer", "isJsonPointer"],
  ["relative-json-pointer", "isRelativeJsonPointer"],
  ["regex", "isRegex"],
]);

/** Formats whose text is ASCII, so that UTF-16 units and code points are the same number. */
const ascii = new Set(["date", "date-time", "time", "duration", "uuid", "ipv4", "ipv6", "byte", "uri", "uri-reference", "hostname", "email"]);

/** `z.string().min(1).regex(new RegExp("^a", "u"))`, `z.guid()`, `z.stringFormat("date-time", isDateTime)`. */
export function printString(schema: StringSchema, context: ZodContext): Code {
  const format = schema.format !== undefined && context.asserts(schema.format) ? schema.format : undefined;
  const pattern = schema.pattern === undefined ? code`` : code`.regex(new RegExp(${stringLiteral(schema.pattern)}, "u"))`;
  return code`${base(format, context)}${length(schema, format !== undefined && ascii.has(format), context)}${pattern}`;
}

function base(format: string | undefined, context: ZodContext): Code {
  if (format === undefined) return code`z.string()`;
  // zod's own pattern refuses addresses that RFC 5321 allows.
  if (format === "email") return code`z.email({ pattern: ${context.helper("emailPattern")} })`;
  const check = checks.get(format);
  if (check) return code`z.stringFormat(${stringLiteral(format)}, ${context.helper(check)})`;
  return builtIn.get(format) ?? code`z.string()`;
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
