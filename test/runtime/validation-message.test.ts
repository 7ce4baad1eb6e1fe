import { expect, test } from "vitest";
import * as z from "zod";
import { isDateTime, isInt64 } from "../../templates/runtime/formats.js";
import { allOf, contains, dependentRequired, not, uniqueItems, valueIn } from "../../templates/runtime/json-schema.js";
import { problemLine, problemOf } from "../../templates/runtime/validation-message.js";

/** The first line about a value. */
function line(schema: z.ZodType, value: unknown): string {
  const issue = schema.safeParse(value).error?.issues[0];
  return issue ? problemLine("body", problemOf(issue as never, value)) : "";
}

const cat = z.looseObject({ kind: z.literal("cat"), lives: z.int().max(9) });
const dog = z.looseObject({ kind: z.literal("dog"), name: z.string() });

test.each([
  [z.looseObject({ a: z.string() }), {}, "body/a: expected a string, received nothing"],
  [z.looseObject({ "a/b": z.array(z.int()) }), { "a/b": [1, "x"] }, "body/a~1b/1: expected a number, received a string of 1 character"],
  [z.string().min(1), "", "body: expected at least 1 character, received a string of 0 characters"],
  [z.array(z.string()).max(2), ["a", "b", "c"], "body: expected at most 2 items, received an array of 3 items"],
  [z.number().gt(3), 3, "body: expected more than 3, received a number"],
  [z.enum(["on", "off"]), "secret", 'body: expected one of "on", "off", received a string of 6 characters'],
  [z.stringFormat("date-time", isDateTime), "yesterday", "body: expected a date and time (RFC 3339, such as 2026-01-31T09:30:00Z), received a string of 9 characters"],
  [z.number().refine(isInt64, "an int64"), 1.5, "body: expected an int64, received a number"],
  [z.strictObject({}), { extra: 1 }, 'body: expected no properties but the declared ones, received also "extra"'],
  [z.union([z.string(), z.null()]), 5, "body: expected a string or null, received a number"],
  [z.union([cat, dog]), { kind: "cat", lives: 10 }, "body/lives: expected at most 9, received a number"],
  [z.looseObject({ pet: z.xor([cat, dog]) }), { pet: { kind: "dog" } }, "body/pet/name: expected a string, received nothing"],
  [z.xor([z.int(), z.number().min(2)]), 3, "body: expected exactly one of the alternatives to fit, and several do, received a number"],
  [allOf([z.looseObject({ a: z.string() }), z.looseObject({ b: z.string() })]), { a: "x" }, "body/b: expected a string, received nothing"],
])("%#", (schema, value, wanted) => {
  expect(line(schema, value)).toBe(wanted);
});

test("no value is in a message", () => {
  const secret = "hunter2";
  const schemas = [
    z.int(), z.literal("x"), z.string().max(1), z.email(), valueIn([[1]]), z.string().check(not(z.string())), z.string().regex(/^x/u),
    z.union([z.int(), z.literal("y")]), z.stringFormat("date-time", isDateTime),
  ];
  for (const schema of schemas) expect(line(schema, secret)).not.toContain(secret);
  expect(line(z.array(z.string()).check(uniqueItems()), [secret, secret])).not.toContain(secret);
  expect(line(z.array(z.unknown()).check(contains(z.int())), [secret])).not.toContain(secret);
  expect(line(z.looseObject({}).check(dependentRequired({ a: ["b"] })), { a: secret })).not.toContain(secret);
});
