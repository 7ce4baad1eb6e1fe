/**
 * What a validator found, as one line that a person understands: where, what was expected, what came.
 * Values are never printed, only their types and sizes: an argument or an answer may hold a secret.
 */
import type { ValidationIssue } from "./descriptor.js";

/** One place where a value does not fit. */
export interface Problem {
  /** JSON pointer (RFC 6901) to the place; empty for the value itself. */
  readonly pointer: string;
  readonly expected: string;
  /** The type of what came, and its size. */
  readonly received: string;
  /** The JSON type alone: `string`, `null`, `array` …, or `nothing`. */
  readonly type: string;
}

/** What zod's issues hold besides code, path and message. */
interface Details extends ValidationIssue {
  readonly expected?: string;
  readonly origin?: string;
  readonly minimum?: number | bigint;
  readonly maximum?: number | bigint;
  readonly inclusive?: boolean;
  readonly format?: string;
  readonly pattern?: string;
  readonly divisor?: number;
  readonly keys?: readonly string[];
  readonly values?: readonly unknown[];
  readonly errors?: readonly (readonly Details[])[];
}

/**
 * Explains an issue.
 *
 * @param value what was validated; only looked at for the type of what came
 */
export function problemOf(issue: ValidationIssue, value: unknown): Problem {
  const { issue: nearest, path } = nearestOf(issue, issue.path);
  const found = path.reduce(member, value);
  const received = nearest.code === "unrecognized_keys" ? `also ${list(nearest.keys ?? [])}` : sizeOf(found);
  return { pointer: pointerOf(path), expected: expectation(nearest), received, type: typeOf(found) };
}

/** `body/contact/email: expected an email address, received a string of 3 characters`. */
export function problemLine(place: string, { pointer, expected, received }: Problem): string {
  return `${place}${pointer}: expected ${expected}, received ${received}`;
}

const pointerOf = (path: readonly PropertyKey[]): string => path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join("");

function member(value: unknown, key: PropertyKey): unknown {
  return typeof value === "object" && value !== null && Object.hasOwn(value, key) ? (value as Record<PropertyKey, unknown>)[key] : undefined;
}

/**
 * Of a union, the branch that came nearest: the one whose first trouble lies deepest, and of those the one with least of
 * it. Its issues' paths begin at the union.
 */
function nearestOf(issue: Details, path: readonly PropertyKey[]): { readonly issue: Details; readonly path: readonly PropertyKey[] } {
  const branches = (issue.errors ?? []).filter((issues) => issues.length > 0);
  if (issue.code !== "invalid_union" || branches.length === 0) return { issue, path };
  const types = new Set(branches.map(([first]) => (first?.path.length === 0 && first.code === "invalid_type" ? first.expected : undefined)));
  // Not even the type fits: all of them are what was expected.
  if (!types.has(undefined)) return { issue: { code: "invalid_type", path, message: issue.message, expected: [...types].join(" or ") }, path };
  const depth = (issues: readonly Details[]): number => Math.min(...issues.map((one) => one.path.length + (one.code === "invalid_type" && one.path.length === 0 ? -1 : 0)));
  const [nearest = []] = [...branches].sort((a, b) => depth(b) - depth(a) || a.length - b.length);
  const [first] = nearest;
  return first ? nearestOf(first, [...path, ...first.path]) : { issue, path };
}

/** What was expected, by zod's code; for a code that is not here zod's own message. */
function expectation(issue: Details): string {
  switch (issue.code) {
    case "invalid_type":
      return issue.expected === undefined ? issue.message : (issue.expected.split(" or ").map((type) => typeNames.get(type) ?? type).join(" or "));
    case "invalid_value":
      return (issue.values?.length ?? 0) === 1 ? quote(issue.values?.[0]) : `one of ${list((issue.values ?? []).slice(0, 20))}`;
    case "too_small":
      return bound("at least", "more than", issue.minimum, issue);
    case "too_big":
      return bound("at most", "less than", issue.maximum, issue);
    case "not_multiple_of":
      return `a multiple of ${issue.divisor}`;
    case "invalid_format":
      return issue.format === "regex" ? `text that matches ${issue.pattern}` : (formatNames.get(issue.format ?? "") ?? `a ${issue.format}`);
    case "unrecognized_keys":
      return "no properties but the declared ones";
    case "invalid_union":
      return issue.errors?.length === 0 && issue.inclusive === false ? "exactly one of the alternatives to fit, and several do" : "one of the alternatives to fit";
    default:
      return issue.message.replace(/^Invalid \w+: (?:expected )?/, "");
  }
}

const typeNames: ReadonlyMap<string, string> = new Map([
  ["string", "a string"],
  ["number", "a number"],
  ["int", "an integer"],
  ["boolean", "true or false"],
  ["array", "an array"],
  ["tuple", "an array"],
  ["object", "an object"],
  ["record", "an object"],
  ["nonoptional", "a value"],
  ["never", "nothing"],
]);

const formatNames: ReadonlyMap<string, string> = new Map([
  ["date-time", "a date and time (RFC 3339, such as 2026-01-31T09:30:00Z)"],
  ["date", "a date (such as 2026-01-31)"],
  ["time", "a time with its offset (such as 09:30:00Z)"],
  ["duration", "a duration (ISO 8601, such as P1DT12H)"],
  ["email", "an email address"],
  ["idn-email", "an email address"],
  ["guid", "a UUID"],
  ["uri", "a URI"],
  ["uri-reference", "a URI or a relative reference"],
  ["iri", "an IRI"],
  ["ipv4", "an IPv4 address"],
  ["ipv6", "an IPv6 address"],
  ["base64", "Base64"],
  ["safeint", "an integer"],
]);

const units: ReadonlyMap<string, readonly [one: string, many: string]> = new Map([
  ["string", ["character", "characters"]],
  ["array", ["item", "items"]],
]);

function bound(including: string, excluding: string, limit: number | bigint | undefined, { inclusive, origin }: Details): string {
  const unit = units.get(origin ?? "");
  return [inclusive === false ? excluding : including, limit, unit?.[Number(limit) === 1 ? 0 : 1]].filter((word) => word !== undefined).join(" ");
}

const quote = (value: unknown): string => (typeof value === "bigint" ? String(value) : String(JSON.stringify(value)));
const list = (values: readonly unknown[]): string => values.map(quote).join(", ");

function typeOf(value: unknown): string {
  if (value === undefined) return "nothing";
  return value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
}

/** The type of a value and how large it is. */
function sizeOf(value: unknown): string {
  if (value === undefined) return "nothing";
  if (value === null) return "null";
  if (typeof value === "string") return value.length === 0 ? "an empty string" : `a string of ${value.length} ${value.length === 1 ? "character" : "characters"}`;
  if (Array.isArray(value)) return value.length === 0 ? "an empty array" : `an array of ${value.length} ${value.length === 1 ? "item" : "items"}`;
  return typeof value === "object" ? "an object" : `a ${typeof value}`;
}
