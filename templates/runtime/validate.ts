/** Checks against the document. Validators never change what is sent or given. */
import type { CallArgs } from "./call.js";
import type { MakeValidator, OperationDescriptor, ValidationIssue, Validator } from "./descriptor.js";
import { RequestValidationError } from "./errors.js";
import { own } from "./own.js";
import { plainValue } from "./parameters.js";
import type { Plan } from "./plan.js";

const places = ["path", "query", "header", "cookie"] as const;

/** Makes a validator at most once. */
const made = new WeakMap<MakeValidator, Validator>();

function validatorOf(make: MakeValidator): Validator {
  let validator = made.get(make);
  if (validator === undefined) made.set(make, (validator = (make as () => Validator)()));
  return validator;
}

/**
 * What is wrong with a value, as JSON sees it. Empty: nothing.
 *
 * @param toJson gives what JSON would carry of a value that is not that already
 */
export function check(make: MakeValidator, value: unknown, toJson = converted): readonly ValidationIssue[] {
  const outcome = validatorOf(make).safeParse(isJson(value) ? value : toJson(value));
  return outcome.success ? [] : outcome.error.issues;
}

/** Throws `RequestValidationError` for the first group of arguments that does not fit. `body` is checked for its media type. */
export function checkRequest(operation: OperationDescriptor, plan: Plan, args: CallArgs): void {
  const { id, validators } = operation;
  if (validators === undefined) return;
  for (const place of places) {
    const values = args[place];
    // A required parameter that is not there is refused when it is to be written.
    if (values) refuseUnfit(id, place, validators[place], values, convertedParameters);
  }
  const { body, contentType = plan.contents[0]?.[0] ?? "" } = args;
  if (body !== undefined) refuseUnfit(id, "body", own(validators.body, contentType), body);
}

function refuseUnfit(operation: string, place: string, make: MakeValidator | undefined, value: unknown, toJson?: typeof converted): void {
  if (make === undefined) return;
  const issues = check(make, value, toJson);
  if (issues.length > 0) throw new RequestValidationError(operation, place, issues, value);
}

/** Whether there is nothing to convert, which is nearly always so and much quicker to find out. */
function isJson(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return typeof value !== "bigint" && value !== undefined;
  return Array.isArray(value) ? value.every(isJson) : !("toJSON" in value) && (!isPlain(value) || Object.values(value).every(isJson));
}

/** Dates as text, bigint as number, members that are undefined left out. */
function converted(value: unknown): unknown {
  if (typeof value === "bigint") return Number(value);
  if (Array.isArray(value)) return value.map(converted);
  const plain = plainValue(value);
  if (typeof plain !== "object" || plain === null || !isPlain(plain)) return plain;
  return Object.fromEntries(Object.entries(plain).filter(([, item]) => item !== undefined).map(([key, item]) => [key, converted(item)]));
}

/** An undefined member of a parameter's list is not written (RFC 6570, 2.3), so it is not checked either. */
const convertedParameters = (values: unknown): unknown =>
  converted(Object.fromEntries(Object.entries(values as object).map(([name, value]: [string, unknown]) => [name, Array.isArray(value) ? value.filter((item) => item !== undefined) : value])));

/** Not a Blob, bytes, a stream … */
function isPlain(value: object): boolean {
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null;
}
