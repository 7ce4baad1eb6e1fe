/** Checks against the document, and what is told of differences. Validators never change what is sent or given. */
import type { CallArgs } from "./call.js";
import type { MakeValidator, OperationDescriptor, ValidationIssue, Validator } from "./descriptor.js";
import { RequestValidationError } from "./errors.js";
import type { Drift } from "./options.js";
import { own } from "./own.js";
import { plainValue } from "./parameters.js";

/** Makes a validator at most once. */
const made = new WeakMap<MakeValidator, Validator>();

function validatorOf(make: MakeValidator): Validator {
  let validator = made.get(make);
  if (validator === undefined) made.set(make, (validator = make() as Validator));
  return validator;
}

/** What is wrong with a value, as JSON sees it. Empty: nothing. */
export function check(make: MakeValidator, value: unknown): readonly ValidationIssue[] {
  const outcome = validatorOf(make).safeParse(asJson(value));
  return outcome.success ? [] : outcome.error.issues;
}

/** Throws `RequestValidationError` for the first group of arguments that does not fit. `body` is checked for its media type. */
export function checkRequest(operation: OperationDescriptor, args: CallArgs): void {
  const validators = operation.validators;
  if (validators === undefined) return;
  for (const place of ["path", "query", "header", "cookie"] as const) {
    const make = validators[place];
    if (make !== undefined) refuseIssues(operation, place, check(make, args[place] ?? {}));
  }
  if (args.body === undefined) return;
  const mediaType = args.contentType ?? Object.keys(operation.body?.contents ?? {})[0] ?? "";
  const make = own(validators.body, mediaType);
  if (make !== undefined) refuseIssues(operation, "body", check(make, args.body));
}

function refuseIssues(operation: OperationDescriptor, place: string, issues: readonly ValidationIssue[]): void {
  if (issues.length > 0) throw new RequestValidationError(operation.id, place, issues);
}

/** The value that JSON would carry: dates as text, bigint as number, members that are undefined left out. */
export function asJson(value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) return value.map(asJson);
  const plain = plainValue(value);
  if (typeof plain !== "object" || plain === null) return plain;
  const prototype: unknown = Object.getPrototypeOf(plain);
  if (prototype !== Object.prototype && prototype !== null) return plain; // Blob, bytes, streams …
  return Object.fromEntries(Object.entries(plain).filter(([, item]) => item !== undefined).map(([key, item]) => [key, asJson(item)]));
}

/** A report for each place that does not fit. Values are not part of it, and messages of validators hold types and bounds only. */
export function driftsOf(packageName: string, operation: string, status: number, body: unknown, issues: readonly ValidationIssue[]): Drift[] {
  return issues.map((issue) => ({
    package: packageName,
    operation,
    status,
    pointer: issue.path.map((key) => `/${String(key).replaceAll("~", "~0").replaceAll("/", "~1")}`).join(""),
    expected: issue.message,
    received: typeName(issue.path.reduce(member, body)),
  }));
}

const member = (value: unknown, key: PropertyKey): unknown => own(value as { [key: string]: unknown } | undefined, String(key));
const typeName = (value: unknown): string => (value === null ? "null" : Array.isArray(value) ? "array" : value === undefined ? "nothing" : typeof value);
