/** How response headers are decoded, by their schemas (OAS 3.1.1, 4.8.21). */
import { expect, test } from "vitest";
import { schemaIndex } from "../../generator/model/graph.js";
import { headerDecoding } from "../../generator/targets/client/headers.js";
import { built } from "../model/document.js";

const components = {
  schemas: { Count: { type: "integer" }, Maybe: { anyOf: [{ $ref: "#/components/schemas/Count" }, { type: "null" }] }, Own: { $ref: "#/components/schemas/Other" }, Other: { $ref: "#/components/schemas/Own" }, Word: { type: "string" } },
};
const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });

const rows: [schema: object, decode: string | undefined, type: string, items?: string][] = [
  [{ type: "integer" }, '"number"', "number"],
  [ref("Count"), '"number"', "number"],
  [ref("Maybe"), '"number"', "number"],
  [{ type: "integer", enum: [1, 2] }, '"number"', "number"],
  [{ type: ["integer", "null"] }, '"number"', "number"],
  [{ type: ["boolean", "null"], enum: [true, null] }, '"boolean"', "boolean"],
  [{ allOf: [ref("Count"), { description: "n" }] }, '"number"', "number"],
  [{ type: "array", items: ref("Count") }, '"array"', "number[]", '"number"'],
  [{ type: ["array", "null"], items: { enum: [1, 2] } }, '"array"', "number[]", '"number"'],
  [{ type: "object", additionalProperties: ref("Count") }, '"object"', "{ [key: string]: number }", '"number"'],
  [{ type: ["integer", "string"] }, undefined, "string"],
  [{ enum: [1, "a"] }, undefined, "string"],
  [{ type: "string" }, undefined, "string"],
  [ref("Word"), undefined, "string"],
  [ref("Own"), undefined, "string"],
  [{}, undefined, "string"],
];

test.each(rows)("%j", (schema, decode, type, items) => {
  const { api } = built({ components, paths: { "/": { get: { responses: { 200: { description: "", headers: { "X-A": { schema } } } } } } } });
  const [header] = api.groups[0]?.operations[0]?.responses[0]?.headers ?? [];
  expect(header && headerDecoding(header, schemaIndex(api))).toEqual({ decode, items, type });
});
