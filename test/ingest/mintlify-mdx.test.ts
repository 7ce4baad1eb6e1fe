import { describe, expect, test } from "vitest";
import { at, read } from "./reading.js";

const page = (api: string, more = "", body = ""): string => `---\ntitle: Get\napi: '${api}'\n${more}---\n\n${body}\n`;
const text = expect.any(String) as string;

test("an address with a variable and a path with a colon", async () => {
  const { document } = await read(page("GET https://{shop}.pets.example/v1/pets/:id"), "a.mdx");
  expect(document["servers"]).toEqual([{ url: "https://{shop}.pets.example", variables: { shop: { default: "shop", "x-confirm": text } } }]);
  expect(Object.keys(document["paths"] as object)).toEqual(["/v1/pets/{id}"]);
});

test.each([
  ["bearer", { bearerAuth: { type: "http", scheme: "bearer" } }],
  ["basic", { basicAuth: { type: "http", scheme: "basic" } }],
  ["key", { keyAuth: { type: "apiKey", in: "header", "x-confirm": text } }],
])("authMethod: %s", async (word, schemes) => {
  const { document } = await read(page("GET /pets", `authMethod: "${word}"\n`), "a.mdx");
  expect(at(document, "components", "securitySchemes")).toMatchObject(schemes);
  expect(at(document, "paths", "/pets", "get", "security")).toEqual([{ [Object.keys(schemes)[0] as string]: [] }]);
});

test("authMethod: none", async () => {
  expect(at((await read(page("GET /pets", "authMethod: none\n"), "a.mdx")).document, "paths", "/pets", "get", "security")).toEqual([]);
});

describe("answers", () => {
  const field = '<ResponseField name="id" type="integer" />\n';
  const sample = (label: string, json: string): string => `\`\`\`json ${label}\n${json}\n\`\`\`\n`;

  test("have the statuses of their samples", async () => {
    const { document } = await read(page("POST /pets", "", `${field}\n<ResponseExample>\n${sample("201", '{"id": 1}')}${sample("Error 400", '{"error": "no"}')}</ResponseExample>`), "a.mdx");
    const responses = at(document, "paths", "/pets", "post", "responses");
    expect(Object.keys(responses as object)).toEqual(["201", "400"]);
    expect(at(responses, "201", "content", "application/json")).toMatchObject({ schema: { properties: { id: { type: "integer" } } }, example: { id: 1 } });
    expect(at(responses, "400", "content", "application/json")).toEqual({ example: { error: "no" } });
  });

  test("are one success without labels", async () => {
    const { document } = await read(page("GET /pets", "", `${field}\n<ResponseExample>\n${sample("Found", '{"id": 1}')}</ResponseExample>`), "a.mdx");
    expect(at(document, "paths", "/pets", "get", "responses")).toMatchObject({ "200": { content: { "application/json": { example: { id: 1 } } } } });
  });
});
