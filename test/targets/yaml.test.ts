import * as fc from "fast-check";
import { expect, test } from "vitest";
import { parse } from "yaml";
import { yaml, type KeyOrder } from "../../generator/emit/yaml.js";
import { documentOrder } from "../../generator/targets/package/order.js";
import type { Json } from "../../generator/json.js";

const sorted: KeyOrder = (keys) => keys.sort();

test("prints what a person would write", () => {
  const value = {
    openapi: "3.1.0",
    info: { title: "An API", version: "1", description: "Two\n\nparagraphs.\n" },
    servers: [{ url: "https://api.example.com/v1" }],
    tags: [],
    paths: { "/pets/{id}": { get: { parameters: [{ name: "id", in: "path", required: true, schema: { type: ["string", "null"] } }], responses: { "200": { description: "yes" } } } } },
  };
  expect(yaml(value, documentOrder)).toBe(`openapi: "3.1.0"
info:
  title: An API
  version: "1"
  description: |
    Two

    paragraphs.
servers:
  - url: https://api.example.com/v1
tags: []
paths:
  /pets/{id}:
    get:
      parameters:
        - name: id
          in: path
          required: true
          schema:
            type:
              - string
              - "null"
      responses:
        "200":
          description: "yes"
`);
});

test.each(["yes", "NO", "null", "~", "1e3", "0x1f", "1_000", "12:30:45", "2026-01-31", "a: b", "a #b", "- a", "? a", "*a", "&a", "!a", "@a", "`a", "%a", "a:", " a", "a ", "", "\t", "a\tb", "---", "=", "<<", "\u0085", "\u2028", "\ufeff", "a\r\nb", "\n", "a\n", "a\n\n", "\na", "a\n b", "  a\nb", "a\n\tb", "a \nb", "#a\nb", "\ud800"])(
  "%j is read back as it is",
  (text) => {
    expect(parse(yaml({ [text]: text, list: [text, [text]] }, sorted))).toEqual({ [text]: text, list: [text, [text]] });
  },
);

test("any value is read back as it is, in both versions of YAML", () => {
  const value = fc.jsonValue({ noUnicodeString: false }).filter((each) => typeof each === "object" && each !== null);
  fc.assert(
    fc.property(value, (each) => {
      const text = yaml(each as Json, sorted);
      expect(parse(text)).toEqual(each);
      expect(parse(text, { version: "1.1", merge: false })).toEqual(each);
    }),
    { numRuns: 500 },
  );
});

test("the order of keys is that of the printer", () => {
  expect(yaml({ b: 1, a: { type: "x", name: "y" }, info: 2 }, documentOrder)).toBe(yaml({ info: 2, a: { name: "y", type: "x" }, b: 1 }, documentOrder));
});
