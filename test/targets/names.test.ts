/**
 * Names that a package makes itself meet names that the vendor chose: tags, ids, components, events and schemes made of the same
 * few words and of the endings that our own names have. Whatever meets, the package compiles.
 */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import fc from "fast-check";
import { afterAll, expect, test } from "vitest";
import { write } from "../../generator/emit/write.js";
import { generateCase } from "../support/generate.js";
import { typecheck } from "../support/typecheck.js";

const scratch = mkdtempSync(join(tmpdir(), "specwright-names-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const beginnings = ["search", "attribute", "acme", "get", "error", "not found", "bad request", "default", "contact", "operation", "client"];
const endings = ["", "Group", "Args", "Result", "Error", "Schema", "Operation", "Validators", "Webhook", "Callback", "Input", "Upload", "Client", "Options", "Auth", "Pages", "Server", "Calls", "Core"];
const name = fc.tuple(fc.constantFrom(...beginnings), fc.constantFrom("", "_", " "), fc.constantFrom(...endings)).map(([start, between, end]) => start + (end && between) + end);

/** A document in which each thing that has a name takes the next of the list. */
function documentOf(names: readonly string[]): object {
  let next = 0;
  const take = (): string => names[next++ % names.length] ?? "";
  const component = (): string => take().replaceAll(" ", ".");
  const text = { type: "string" };
  const declared = Array.from({ length: 12 }, component);
  const ref = (): object => ({ $ref: `#/components/schemas/${declared[(next * 7) % declared.length]}` });
  const json = (schema: object): object => ({ content: { "application/json": { schema } } });
  const answer = { 200: { description: "" } };
  const page = (): object => ({ type: "object", properties: { items: { type: "array", items: ref() }, next_cursor: text } });
  const event = (): object => ({ post: { requestBody: json(ref()), responses: answer } });
  const path = (index: number): [string, object] => {
    const parameter = take();
    return [
      `/${take().replaceAll(" ", "-")}${index}/{${parameter}}`,
      {
        parameters: [{ name: parameter, in: "path", required: true, schema: text }],
        get: {
          operationId: take(),
          tags: [take()],
          parameters: [{ name: "cursor", in: "query", schema: text }],
          responses: { 200: { description: "", headers: { [component()]: { schema: text } }, ...json(page()) }, 400: { description: "", ...json(ref()) }, default: { description: "" } },
        },
        post: {
          operationId: take(),
          tags: [take()],
          requestBody: { content: { "multipart/form-data": { schema: ref() }, "application/json": { schema: ref() } } },
          callbacks: { [take()]: { "{$request.body#/url}": event() } },
          responses: { ...answer, 404: { description: "", ...json(ref()) } },
        },
      },
    ];
  };
  return {
    openapi: "3.1.0",
    info: { title: take(), version: "1" },
    servers: [{ url: "https://{region}.example.com", variables: { region: { default: "eu", enum: ["eu", "us"] } } }],
    paths: Object.fromEntries(Array.from({ length: 6 }, (_, index) => path(index))),
    webhooks: { [take()]: event() },
    components: {
      securitySchemes: { [component()]: { type: "http", scheme: "bearer" } },
      schemas: Object.fromEntries(
        declared.map((each) => [each, { type: "object", properties: { id: { ...text, readOnly: true }, secret: { ...text, writeOnly: true }, file: { ...text, format: "binary" } } }]),
      ),
    },
  };
}

test("packages compile, whatever of their names meet", { timeout: 120_000 }, async () => {
  for (const [index, names] of fc.sample(fc.array(name, { minLength: 40, maxLength: 40 }), { numRuns: 16, seed: 20 }).entries()) {
    const folder = join(scratch, `acme${index}`);
    mkdirSync(folder);
    writeFileSync(join(folder, "openapi.json"), JSON.stringify(documentOf(names)));
    write(join(folder, "package"), (await generateCase(folder)).files);
  }
  expect(typecheck(scratch, "7")).toBe("");
});
