import { describe, expect, test } from "vitest";
import { at, read, readAll } from "./reading.js";

interface Parts {
  readonly path?: string;
  readonly address?: string;
  readonly operation: string;
  readonly rest?: string;
}

/** A page in Fern's later form. */
const page = ({ path = "/pets", address = "https://api.pets.example/v2/pets", operation, rest = "" }: Parts): string => `# Pets

GET ${address}

Reference: https://docs.pets.example/pets

## OpenAPI Specification

\`\`\`yaml
openapi: 3.1.1
info: {title: Pets of a shop, version: endpoint_pets.list}
paths:
  ${path}:
    get: {summary: Pets of a shop, responses: {'200': {description: ok}}, ${operation}}
${rest}
\`\`\`
`;

test("values of an enum are values, and a property of that name stays", async () => {
  const { document } = await read(page({ operation: "operationId: list", rest: "components: {schemas: {Kind: {type: string, enum: [{value: cat}, {value: dog}]}, Form: {type: object, properties: {enum: {type: array}}}}}" }));
  expect(at(document, "components", "schemas")).toEqual({ Kind: { type: "string", enum: ["cat", "dog"] }, Form: { type: "object", properties: { enum: { type: "array" } } } });
});

test("a path of groups is its innermost group, and the operation's name is unique outside of it", async () => {
  const { document, codes } = await readAll([
    page({ operation: "operationId: list, tags: [[subpackage_shops, subpackage_shops/pets]]" }),
    page({ path: "/toys", operation: "operationId: list, tags: [[subpackage_toys]]" }),
  ]);
  expect(at(document, "paths", "/pets", "get")).toMatchObject({ operationId: "shops_pets_list", tags: ["shops/pets"], "x-inferred": expect.any(String) as string });
  expect(at(document, "paths", "/toys", "get", "operationId")).toBe("toys_list");
  expect(codes).not.toContain("ingest/duplicate-operation-id");
});

test("the server is the address without the path; title and version are the API's or missing", async () => {
  const { document } = await read(page({ path: "/pets/{id}", address: "https://api.pets.example/v2/pets/{id}", operation: "operationId: get" }));
  expect(document["servers"]).toEqual([{ url: "https://api.pets.example/v2", "x-inferred": expect.any(String) as string }]);
  expect(document["info"]).toEqual({ title: "Pets API", version: "0.0.0", "x-inferred": expect.any(String) as string });
});

describe("credentials", () => {
  const header = (name: string, more = ""): string => `{name: ${name}, in: header, required: true, schema: {type: string}${more}}`;

  test("of several schemes all leave the parameters", async () => {
    const { document } = await read(page({
      operation: `parameters: [${header("Authorization")}, ${header("X-Shop-Id")}, ${header("X-Mode")}]`,
      rest: "components: {securitySchemes: {token: {type: http, scheme: bearer}, shop: {type: apiKey, in: header, name: x-shop-id}}}",
    }));
    const operation = at(document, "paths", "/pets", "get");
    expect(at(operation, "security")).toEqual([{ token: [], shop: [] }]);
    expect(at(operation, "parameters")).toMatchObject([{ name: "X-Mode" }]);
  });

  test.each([
    [header("x-api-key"), "x-api-key", { type: "apiKey", in: "header", name: "x-api-key" }],
    [header("Authorization", ", description: 'Bearer authentication'"), "bearerAuth", { type: "http", scheme: "bearer" }],
  ])("without a scheme are told by their name: %s", async (parameter, name, scheme) => {
    const { document, codes } = await read(page({ operation: `parameters: [${parameter}]` }));
    expect(at(document, "components", "securitySchemes", name)).toMatchObject(scheme);
    expect(at(document, "paths", "/pets", "get", "security") ?? document["security"]).toEqual([{ [name]: [] }]);
    expect(codes).toContain("ingest/confirm");
  });

  test("other headers stay parameters", async () => {
    const { document } = await read(page({ operation: `parameters: [${header("X-Mode")}]` }));
    expect(at(document, "paths", "/pets", "get", "security")).toBeUndefined();
    expect(document["components"]).toBeUndefined();
  });
});
