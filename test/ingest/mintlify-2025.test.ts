import { describe, expect, test } from "vitest";
import { at, read } from "./reading.js";

interface Parts {
  readonly method?: string;
  readonly path?: string;
  readonly security?: string;
  readonly query?: string;
  readonly body?: string;
  readonly answer?: string;
  readonly schemas?: string;
}

/** A page in Mintlify's form of 2025; what a test is about stands in it as flow YAML. */
const page = ({ method = "get", path = "/pets", security = "[]", query = "{}", body = "{}", answer = "{type: object, properties: {}}", schemas = "{}" }: Parts): string => `# Pets

## OpenAPI

\`\`\`\`yaml ${method} ${path}
paths:
  path: ${path}
  method: ${method}
  request:
    security: ${security}
    parameters: {path: {}, query: ${query}, header: {}, cookie: {}}
    body: ${body}
  response:
    '200': {application/json: {schemaArray: [${answer}], description: ok}}
components:
  schemas: ${schemas}
\`\`\`\`
`;

const answered = ["paths", "/pets", "get", "responses", "200", "content", "application/json", "schema"];

test("schemas among the components are kept, in the words of the specification", async () => {
  const { document, codes } = await read(page({ answer: "{$ref: '#/components/schemas/Tree'}", schemas: "{Tree: {type: object, properties: {kind: {allOf: [{type: enum<string>, enum: [a]}]}, left: {$ref: '#/components/schemas/Tree'}}}}" }));
  expect(codes).toEqual(["ingest/inferred"]);
  expect(at(document, ...answered)).toEqual({ $ref: "#/components/schemas/Tree" });
  expect(at(document, "components")).toEqual({ schemas: { Tree: { type: "object", properties: { kind: { type: "string", enum: ["a"] }, left: { $ref: "#/components/schemas/Tree" } } } } });
});

test("what stands beside a reference is not merged into it", async () => {
  const { document } = await read(page({ answer: "{type: object, properties: {a: {allOf: [{$ref: '#/components/schemas/A'}], nullable: true}}}", schemas: "{A: {type: string}}" }));
  expect(at(document, ...answered, "properties", "a")).toEqual({ allOf: [{ $ref: "#/components/schemas/A" }], nullable: true });
});

test("the version is the one whose words the page uses", async () => {
  const { document } = await read(page({ answer: "{type: object, properties: {a: {type: integer, exclusiveMinimum: 3}, b: {type: string, nullable: true}, c: {anyOf: [{type: string}, {type: 'null'}]}}}" }));
  expect(document["openapi"]).toBe("3.1.0");
  expect(at(document, ...answered, "properties", "b")).toEqual({ type: ["string", "null"] });
});

test("examples that are the vendor's and the description of a body stay", async () => {
  const body = "{application/json: {schemaArray: [{type: object, required: true, properties: {n: {allOf: [{type: string, example: Rex}]}}}], description: The pet, examples: {example: {value: {n: <string>}}, Dog: {value: {n: Rex}}}}}";
  const { document } = await read(page({ method: "post", body }));
  expect(at(document, "paths", "/pets", "post", "requestBody")).toEqual({
    description: "The pet",
    required: true,
    content: { "application/json": { schema: { type: "object", properties: { n: { type: "string", example: "Rex" } } }, examples: { Dog: { value: { n: "Rex" } } } } },
  });
});

describe("security", () => {
  const scheme = (fields: string): string => `[{title: key, parameters: {query: {}, header: {Authorization: ${fields}}, cookie: {}}}]`;

  test("an empty list says that there is none", async () => {
    expect(at((await read(page({}))).document, "paths", "/pets", "get", "security")).toEqual([]);
  });

  test("OAuth 2 without its flows is asked about", async () => {
    const { document, codes } = await read(page({ security: scheme("{type: oauth2}") }));
    expect(at(document, "components", "securitySchemes", "key")).toEqual({ type: "oauth2", flows: {}, "x-confirm": expect.any(String) as string });
    expect(codes).toContain("ingest/confirm");
  });

  test("OpenID Connect without its address is a bearer token", async () => {
    const { document } = await read(page({ security: scheme("{type: openIdConnect}") }));
    expect(at(document, "components", "securitySchemes", "key")).toMatchObject({ type: "http", scheme: "bearer", "x-inferred": expect.any(String) as string, "x-confirm": expect.any(String) as string });
  });
});

test("each of several pages in one file has its own title", async () => {
  const { document } = await read(`# Source: https://docs.pets.example/a\n\n${page({})}\n# Toys\n\n# Source: https://docs.pets.example/b\n\n${page({ path: "/toys" }).replace("# Pets\n", "")}`);
  expect(["/pets", "/toys"].map((path) => at(document, "paths", path, "get", "summary"))).toEqual(["Pets", "Toys"]);
});

test("a webhook stands among the webhooks", async () => {
  const { document } = await read(page({ method: "webhook", path: "petSold", body: "{application/json: {schemaArray: [{type: object, properties: {id: {type: string}}}]}}" }));
  expect(document["paths"]).toBeUndefined();
  expect(at(document, "webhooks", "petSold", "post", "requestBody", "content", "application/json", "schema", "properties")).toEqual({ id: { type: "string" } });
});
