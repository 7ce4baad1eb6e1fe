/**
 * What a validator found, as one line that a person understands: where, what was expected, what came.
 * Values are never printed, only their types and sizes: an argument or an answer may hold a secret.
 */
import type { ValidationIssue } from "./descriptor.js";
import { own } from "./own.js";

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

const member = (value: unknown, key: PropertyKey): unknown => (typeof value === "object" ? own(value as Record<PropertyKey, unknown> | null, key as string) : undefined);

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
  const depth = (issues: readonly Details[]): number => Math.min(...issues.map((one) => one.path.length || (one.code === "invalid_type" ? -1 : 0)));
  const [nearest = []] = [...branches].sort((a, b) => depth(b) - depth(a) || a.length - b.length);
  const [first] = nearest;
  return first ? nearestOf(first, [...path, ...first.path]) : { issue, path };
}

/** What was expected, by zod's code; for a code that is not here zod's own message. */
function expectation(issue: Details): string {
  const { code, expected, values = [], minimum, maximum, inclusive, format = "" } = issue;
  switch (code) {
    case "invalid_type":
      return expected === undefined ? issue.message : expected.split(" or ").map(named).join(" or ");
    case "invalid_value":
      return `${values.length === 1 ? "" : "one of "}${list(values.slice(0, 20))}`;
    case "too_small":
      return `${inclusive === false ? "more than" : "at least"} ${amount(minimum, issue.origin)}`;
    case "too_big":
      return `${inclusive === false ? "less than" : "at most"} ${amount(maximum, issue.origin)}`;
    case "not_multiple_of":
      return `a multiple of ${issue.divisor}`;
    case "invalid_format":
      return format === "regex" ? `text that matches ${issue.pattern}` : named(format);
    case "unrecognized_keys":
      return "no properties but the declared ones";
    case "invalid_union":
      return `${inclusive === false ? "exactly " : ""}one of the alternatives to fit${inclusive === false ? ", and several do" : ""}`;
    default:
      return issue.message.replace(/^Invalid \w+: (?:expected )?/, "");
  }
}

/** Types and formats whose names alone would not say it. */
const words: { readonly [name: string]: string } = {
  int: "an integer",
  tuple: "an array",
  record: "an object",
  nonoptional: "a value",
  never: "nothing",
  "date-time": "a date and time (RFC 3339, such as 2026-01-31T09:30:00Z)",
  date: "a date (such as 2026-01-31)",
  email: "an email address",
  guid: "a UUID",
  uri: "a URI",
};

/** `a string`, `an email address`. */
const named = (name: string): string => own(words, name) ?? (name === "null" || name === "nothing" ? name : `${/^[aeio]/.test(name) ? "an" : "a"} ${name}`);

/** `3 characters`, `1 item`; the bare number where `origin` is neither text nor list. */
function amount(count: number | bigint | undefined, origin: string | undefined): string {
  const unit = origin === "string" ? " character" : origin === "array" ? " item" : "";
  return `${count}${unit}${unit === "" || Number(count) === 1 ? "" : "s"}`;
}

const list = (values: readonly unknown[]): string => values.map((value) => (typeof value === "bigint" ? value : JSON.stringify(value))).join(", ");

function typeOf(value: unknown): string {
  return value === undefined ? "nothing" : value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
}

/** The type of a value and how large it is. */
function sizeOf(value: unknown): string {
  const type = typeOf(value);
  return named(type) + (typeof value === "string" || Array.isArray(value) ? ` of ${amount(value.length, type)}` : "");
}
