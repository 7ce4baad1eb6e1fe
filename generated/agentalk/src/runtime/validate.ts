/** Checks against the document, and what is told of differences. Validators never change what is sent or given. */
import type { CallArgs } from "./call.js";
import type { MakeValidator, OperationDescriptor, ValidationIssue, Validator } from "./descriptor.js";
import { RequestValidationError } from "./errors.js";
import type { Drift } from "./options.js";
import { own } from "./own.js";
import { plainValue } from "./parameters.js";
import { problemOf } from "./validation-message.js";

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
  const refuse = (place: string, make: MakeValidator | undefined, value: unknown): void => {
    const issues = make ? check(make, value) : [];
    if (issues.length > 0) throw new RequestValidationError(operation.id, place, issues, value);
  };
  // An undefined member of a parameter's list is not written (RFC 6570, 2.3), so it is not checked either.
  const defined = (value: unknown): unknown => (Array.isArray(value) ? value.filter((item) => item !== undefined) : value);
  const members = (values: object): object => Object.fromEntries(Object.entries(values).map(([name, value]) => [name, defined(value)]));
  for (const place of ["path", "query", "header", "cookie"] as const) refuse(place, validators[place], members(args[place] ?? {}));
  const mediaType = args.contentType ?? Object.keys(operation.body?.contents ?? {})[0] ?? "";
  if (args.body !== undefined) refuse("body", own(validators.body, mediaType), args.body);
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

/** A report for each place that does not fit. Values are not part of it. */
export function driftsOf(packageName: string, operation: string, status: number, body: unknown, issues: readonly ValidationIssue[]): Drift[] {
  return issues.map((issue) => {
    const { pointer, expected, type } = problemOf(issue, body);
    return { package: packageName, operation, status, pointer, expected, received: type };
  });
}
