/** Example texts and numbers: by format, by pattern, by bounds. */
import type { NumberSchema, StringSchema } from "../../model/api.js";
import { accepts } from "./accepts.js";
import { textFor } from "./pattern.js";

/** One example a format of the OpenAPI format registry that is used on strings. */
const formats: ReadonlyMap<string, string> = new Map([
  ["uuid", "3fa85f64-5717-4562-b3fc-2c963f66afa6"],
  ["email", "ada@example.com"],
  ["idn-email", "ada@example.com"],
  ["date-time", "2026-01-31T09:30:00Z"],
  ["date-time-local", "2026-01-31T09:30:00"],
  ["date", "2026-01-31"],
  ["time", "09:30:00Z"],
  ["time-local", "09:30:00"],
  ["http-date", "Sat, 31 Jan 2026 09:30:00 GMT"],
  ["duration", "P1D"],
  ["uri", "https://example.com/"],
  ["url", "https://example.com/"],
  ["iri", "https://example.com/"],
  ["uri-reference", "/example"],
  ["iri-reference", "/example"],
  ["uri-template", "/example/{id}"],
  ["hostname", "example.com"],
  ["idn-hostname", "example.com"],
  ["ipv4", "192.0.2.1"],
  ["ipv6", "2001:db8::1"],
  ["json-pointer", "/example"],
  ["relative-json-pointer", "0"],
  ["regex", "^a+$"],
  ["byte", "aGVsbG8="],
  ["base64url", "aGVsbG8"],
  ["binary", "aGVsbG8="],
  ["password", "correct horse battery staple"],
  ["int64", "1"],
  ["int32", "1"],
  ["decimal", "1.5"],
  ["char", "a"],
  ["language", "en"],
]);

/** A text that fits the schema, or undefined where none was found. */
export function exampleString(schema: StringSchema): string | undefined {
  const formatted = schema.format === undefined ? undefined : formats.get(schema.format);
  const fits = (text: string | undefined): text is string => text !== undefined && accepts(schema, text, "read", () => undefined);
  if (fits(formatted)) return formatted;
  if (schema.pattern !== undefined) {
    const found = textFor(schema.pattern, schema.minLength, schema.maxLength);
    return fits(found) ? found : undefined;
  }
  // A format with bounds that its example breaks: any text of that length would break the format instead.
  if (formatted !== undefined) return undefined;
  // A sample of a hundred thousand letters helps nobody.
  if ((schema.minLength ?? 0) > 5000) return undefined;
  const text = "text".padEnd(schema.minLength ?? 0, "text").slice(0, schema.maxLength ?? undefined);
  return fits(text) ? text : undefined;
}

/** A number that fits the schema, or undefined where none was found. */
export function exampleNumber(schema: NumberSchema): number | undefined {
  const { minimum, maximum, exclusiveMinimum, exclusiveMaximum, multipleOf } = schema;
  const step = multipleOf ?? 1;
  const low = Math.max(minimum ?? -Infinity, exclusiveMinimum ?? -Infinity);
  const high = Math.min(maximum ?? Infinity, exclusiveMaximum ?? Infinity);
  const around = [1, step, 0, low, low + step, Math.ceil(low / step) * step, (Math.floor(low / step) + 1) * step, high, high - step, Math.floor(high / step) * step, (low + high) / 2];
  return around.find((candidate) => Number.isFinite(candidate) && accepts(schema, candidate, "read", () => undefined));
}
