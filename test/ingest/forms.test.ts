import { describe, expect, test } from "vitest";
import { answersFile, answersOf, settle } from "../../generator/ingest/answers.js";
import { marksOf } from "../../generator/ingest/marks.js";
import type { Json, JsonObject } from "../../generator/json.js";
import { at, read } from "./reading.js";

test("Mintlify's form of 2025", async () => {
  const text = `# Save a pet

## OpenAPI

\`\`\`\`yaml put /pets/{id}
paths:
  path: /pets/{id}
  method: put
  servers:
    - url: https://api.pets.example/v1
  request:
    security:
      - title: key
        parameters:
          query: {}
          header:
            X-Key:
              type: apiKey
              description: The key
          cookie: {}
    parameters:
      path:
        id:
          schema:
            - type: integer
              required: true
              description: Which pet
      query:
        kind:
          schema:
            - type: enum<string>
              enum: [cat, dog]
      header: {}
      cookie: {}
    body:
      application/json:
        schemaArray:
          - type: object
            required: true
            requiredProperties: [name]
            refIdentifier: '#/components/schemas/Pet'
            properties:
              name:
                allOf:
                  - type: string
                    minLength: 1
              tags:
                allOf:
                  - type: array
                    items:
                      allOf:
                        - type: string
        examples:
          example:
            value: {name: <string>}
  response:
    '200':
      application/json:
        schemaArray:
          - type: object
            properties: {}
        description: Saved
    '204':
      _mintlify/placeholder:
        schemaArray:
          - type: any
            description: Nothing
        description: Nothing
  deprecated: true
  type: path
components:
  schemas: {}
\`\`\`\`
`;
  const { document, platforms } = await read(text);
  expect(platforms).toEqual(["mintlify-2025"]);
  const operation = at(document, "paths", "/pets/{id}", "put");
  expect(operation).toEqual({
    summary: "Save a pet",
    deprecated: true,
    parameters: [
      { name: "id", in: "path", required: true, description: "Which pet", schema: { type: "integer" } },
      { name: "kind", in: "query", schema: { type: "string", enum: ["cat", "dog"] } },
    ],
    requestBody: { required: true, content: { "application/json": { schema: { type: "object", required: ["name"], properties: { name: { type: "string", minLength: 1 }, tags: { type: "array", items: { type: "string" } } } } } } },
    responses: { "200": { description: "Saved", content: { "application/json": { schema: { type: "object", properties: {} } } } }, "204": { description: "Nothing" } },
    security: [{ key: [] }],
  });
  expect(at(document, "components", "securitySchemes")).toEqual({ key: { type: "apiKey", in: "header", name: "X-Key", description: "The key" } });
  expect(at(document, "servers")).toEqual([{ url: "https://api.pets.example/v1" }]);
});

test("Mintlify's components", async () => {
  const text = `---
title: "Add a pet"
api: "POST https://api.pets.example/v1/pets/{shop}"
---

Prose with a < b and <Note>text</Note>.

<ParamField path="shop" type="string">The shop</ParamField>
<ParamField query="dry" type="boolean" default="false">
  Only try
</ParamField>
<ParamField body="name" type="string" required>Its name</ParamField>
<ParamField body="owner" type="object">
  <Expandable title="fields">
    <ParamField body="email" type="string" required>Where</ParamField>
    <ParamField body="phones" type="string[]" />
  </Expandable>
</ParamField>

<ResponseField name="id" type="integer" required>The id</ResponseField>

<ResponseExample>
\`\`\`json 200
{"id": 3}
\`\`\`
</ResponseExample>
`;
  const { document, platforms, codes } = await read(text, "add.mdx");
  expect(platforms).toEqual(["mintlify-mdx"]);
  expect(codes).toContain("ingest/confirm");
  const operation = at(document, "paths", "/v1/pets/{shop}", "post");
  expect(at(operation, "summary")).toBe("Add a pet");
  expect(at(operation, "parameters")).toEqual([
    { name: "shop", in: "path", required: true, description: "The shop", schema: { type: "string" } },
    { name: "dry", in: "query", description: "Only try", schema: { type: "boolean", default: false } },
  ]);
  expect(at(operation, "requestBody", "content", "application/json", "schema")).toEqual({
    type: "object",
    required: ["name"],
    properties: {
      name: { type: "string", description: "Its name" },
      owner: { type: "object", required: ["email"], properties: { email: { type: "string", description: "Where" }, phones: { type: "array", items: { type: "string" } } } },
    },
  });
  expect(at(operation, "responses", "200", "content", "application/json", "example")).toEqual({ id: 3 });
});

test("ReadMe pages that were typed by hand", async () => {
  const root = {
    openapi: "3.1.0", info: { title: "t", version: "1" }, servers: [{ url: "https://{host}/v1", variables: { host: { default: "host" } } }],
    components: { securitySchemes: { sec0: { type: "apiKey", in: "query", name: "apiKey" } } }, security: [{ sec0: [] }],
    paths: { "/a": { get: { operationId: "a", responses: { "200": { description: "200", content: { "application/json": { examples: { Result: { value: '{"id": 1, "tags": ["x"]}' } }, schema: { type: "object", properties: {} } } } } } } } },
    "x-readme-fauxas": true,
  };
  const { document, codes } = await read(`# A\n\n# OpenAPI definition\n\n\`\`\`json\n${JSON.stringify(root, null, 2)}\n\`\`\`\n`);
  const media = at(document, "paths", "/a", "get", "responses", "200", "content", "application/json");
  expect(at(media, "schema", "properties")).toEqual({ id: { type: "integer" }, tags: { type: "array", items: { type: "string" } } });
  expect(at(media, "examples", "Result", "value")).toEqual({ id: 1, tags: ["x"] });
  expect(codes.filter((code) => code === "ingest/confirm").length).toBe(3);
});

test("Fern gives the credential back its place", async () => {
  const { document, platforms } = await read(`# Add

POST https://api.pets.example/pets
Content-Type: application/json

Reference: https://docs.pets.example/add

## OpenAPI Specification

\`\`\`yaml
openapi: 3.1.0
info: {title: api, version: 1.0.0}
paths:
  /pets:
    post:
      operationId: add
      tags: [subpackage_pets]
      parameters:
        - {name: X-Key, in: header, required: true, schema: {type: string}}
        - {name: dry, in: query, schema: {type: boolean}}
      responses: {'200': {description: ok, content: {application/json: {schema: {$ref: '#/components/schemas/a/b'}}}}}
components:
  schemas: {a/b: {type: object}}
  securitySchemes: {key: {type: apiKey, in: header, name: x-key}}
\`\`\`
`);
  expect(platforms).toEqual(["fern"]);
  const operation = at(document, "paths", "/pets", "post");
  expect(at(operation, "tags")).toEqual(["pets"]);
  expect(at(operation, "security")).toEqual([{ key: [] }]);
  expect((at(operation, "parameters") as Json[]).length).toBe(1);
  expect(at(operation, "responses", "200", "content", "application/json", "schema", "$ref")).toBe("#/components/schemas/a_b");
});

describe("answers", () => {
  const document = { openapi: "3.0.3", paths: { "/a": { get: { "x-confirm": ["One?", "Two?"] } } } } as unknown as JsonObject;
  const answers = answersOf([{ at: "/paths/~1a/get", question: "One?", page: "p1", answer: "Yes" }, { at: "/paths/~1a/get", question: "Two?", page: "p1", answer: null }, "no answer"] as Json);

  test("settle their question while the page stays the same", () => {
    const { document: left, open } = settle(document, marksOf(document), answers, "p1");
    expect(at(left, "paths", "/a", "get", "x-confirm")).toBe("Two?");
    expect(open.map(({ text, before }) => [text, before])).toEqual([["Two?", undefined]]);
  });

  test("reach what has a name like an extension's, and leave samples alone", () => {
    const named = { components: { securitySchemes: { "x-key": { type: "apiKey", "x-confirm": "One?" } }, examples: { a: { value: { "x-confirm": "Two?" } } } } } as unknown as JsonObject;
    expect(marksOf(named).map(({ pointer, text }) => [pointer, text])).toEqual([["/components/securitySchemes/x-key", "One?"]]);
    const given = answersOf([{ at: "/components/securitySchemes/x-key", question: "One?", page: "p1", answer: "Yes" }] as Json);
    expect(at(settle(named, marksOf(named), given, "p1").document, "components", "securitySchemes", "x-key")).toEqual({ type: "apiKey" });
  });

  test("are asked again when it changes, with what was said before", () => {
    const { document: left, open } = settle(document, marksOf(document), answers, "p2");
    expect(left).toBe(document);
    expect(open.map(({ text, before }) => [text, before])).toEqual([["One?", "Yes"], ["Two?", undefined]]);
    expect(JSON.parse(JSON.stringify(answersFile(answers, open, "p2")))).toEqual([
      { at: "/paths/~1a/get", question: "One?", page: "p2", answer: null, before: "Yes" },
      { at: "/paths/~1a/get", question: "Two?", page: "p2", answer: null },
    ]);
  });
});
