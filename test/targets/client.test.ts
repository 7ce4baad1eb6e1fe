/** The client's surface: what compiles, what must not, and what a bundle of it holds. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { build as bundle } from "esbuild";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { renderAll } from "../support/render.js";
import { clientTarget } from "../../generator/targets/client.js";
import { typesTarget } from "../../generator/targets/types.js";
import { validatorsTarget } from "../../generator/targets/validators.js";
import { built, documentOf } from "../model/document.js";
import { typecheck } from "../support/typecheck.js";

vi.setConfig({ testTimeout: 120_000, hookTimeout: 120_000 });

const scratch = mkdtempSync(join(tmpdir(), "specwright-client-"));
const sources = new Map<string, string>();
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const ref = (name: string): object => ({ $ref: `#/components/schemas/${name}` });
const json = (schema: object): object => ({ content: { "application/json": { schema } } });
const problem = { description: "", ...json({ type: "object", required: ["code"], properties: { code: { type: "string" } } }) };

const document = {
  servers: [{ url: "https://{region}.example.com", variables: { region: { default: "eu", enum: ["eu", "us"] } } }, { url: "https://test.example.com" }],
  security: [{ key: [] }],
  webhooks: { newContact: { post: { requestBody: json(ref("Contact")), responses: {} } }, ping: { post: { responses: {} } } },
  paths: {
    "/contacts": {
      get: {
        operationId: "list-contacts",
        tags: ["Contacts"],
        deprecated: true,
        "x-pagination": { kind: "cursor", cursor: "after", next: ["next"], items: ["data"] },
        parameters: [
          { name: "after", in: "query", schema: { type: "string" } },
          { name: "filter", in: "query", style: "deepObject", explode: true, schema: { type: "object", properties: { name: { type: "string" } } } },
        ],
        responses: {
          200: {
            description: "",
            headers: { "X-Total": { required: true, schema: { type: "integer" } }, "X-Tags": { schema: { type: "array", items: { type: "string" } } } },
            ...json({ type: "object", required: ["data"], properties: { data: { type: "array", items: ref("Contact") }, next: { type: "string" } } }),
          },
          404: { description: "" },
          "4XX": problem,
          default: problem,
        },
      },
      post: {
        operationId: "createContact",
        tags: ["Contacts"],
        parameters: [{ name: "X-Request-Id", in: "header", schema: { type: "string" } }],
        requestBody: {
          required: true,
          content: {
            "application/json": { schema: ref("Contact") },
            "multipart/form-data": { schema: { type: "object", required: ["photo"], properties: { photo: { type: "string", format: "binary" }, scan: { type: "string", contentEncoding: "base64" }, note: { type: "string" } } } },
          },
        },
        responses: { 201: { description: "", ...json(ref("Contact")) }, 400: problem },
      },
    },
    "/contacts/{id}": {
      get: {
        operationId: "getContact",
        tags: ["Contacts"],
        parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
        responses: { 200: { description: "", ...json(ref("Contact")) } },
      },
    },
    "/events": { get: { operationId: "events", responses: { 200: { description: "", content: { "text/event-stream": { itemSchema: ref("Contact") } } } } } },
    "/imports": { post: { operationId: "importContacts", requestBody: { content: { "application/jsonl": { itemSchema: ref("Contact") } } }, responses: { 200: { description: "", content: { "application/geo+json-seq": { itemSchema: ref("Contact") } } } } } },
    "/photo": { get: { operationId: "photo", responses: { 200: { description: "", content: { "image/png": {} } } } } },
  },
  components: {
    securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" }, login: { type: "http", scheme: "basic" } },
    schemas: {
      Contact: {
        type: "object",
        required: ["id", "name"],
        properties: { id: { type: "string", readOnly: true }, name: { type: "string", description: "*/ throw 1 /*" }, status: { type: "string", enum: ["active", "blocked"] } },
      },
      BadRequestError: { type: "string", description: "Takes the name that the error class would have had." },
    },
  },
};

beforeAll(async () => {
  const { api, reported } = built(document);
  expect(reported).toEqual([]);
  const info = { packageName: "@test/rich", version: "1.0.0", title: "Rich", description: "", options: { formats: true } };
  const input = { api, document: documentOf({}), package: info as never, report: () => undefined };
  const files = (await Promise.all([typesTarget, clientTarget, validatorsTarget].map((target) => target.files(input)))).flat();
  for (const { path, text } of await renderAll(files)) {
    sources.set(path, text);
    mkdirSync(dirname(join(scratch, path)), { recursive: true });
    writeFileSync(join(scratch, path), text);
  }
  cpSync(resolve("templates/runtime"), join(scratch, "src/runtime"), { recursive: true });
});

const use = `
import { BadRequestError_, createContact, createTestClient, createTestCore, events, listContactsPages, parseWebhook, photo } from "./src/index.js";
import type { BadRequestError, Contact, ContactInput, ServerEvent } from "./src/index.js";
type Same<A, B> = [A] extends [B] ? ([B] extends [A] ? true : false) : false;
declare function assert<_ extends true>(): void;

const client = createTestClient({ auth: { key: "x", login: async () => ({ username: "a", password: "b" }) }, server: { variables: { region: "us" } } });
createTestClient({ server: { index: 1 } });
// @ts-expect-error: no such scheme
createTestClient({ auth: { other: "x" } });
// @ts-expect-error: not among the variable's values
createTestClient({ server: { variables: { region: "mars" } } });
// @ts-expect-error: the second server has no variables
createTestClient({ server: { index: 1, variables: { region: "eu" } } });

export async function read(): Promise<void> {
  const list = await client.contacts.listContacts({ query: { after: "x", filter: { name: "y" } } }, { timeoutMs: 5 });
  if (list.ok && list.status === 200) {
    assert<Same<typeof list.data.data, Contact[]>>();
    assert<Same<typeof list.headers, { "x-total": number; "x-tags"?: string[] }>>();
  } else if (list.status === 404) {
    assert<Same<typeof list.error, undefined>>();
  } else if (list.status === 418) {
    assert<Same<typeof list.error, { code: string }>>();
  }
  const data = await client.contacts.getContact({ path: { id: "1" } }).orThrow();
  assert<Same<typeof data, Contact>>();
  assert<Same<Contact, { id: string; name: string; status?: "active" | "blocked" }>>();
  assert<Same<ContactInput, { name: string; status?: "active" | "blocked" }>>();
  assert<Same<BadRequestError, string>>();
  for await (const contact of client.contacts.listContacts.pages()) assert<Same<typeof contact, Contact>>();
  for await (const page of listContactsPages(createTestCore()).byPage()) assert<Same<typeof page.data, Contact[]>>();
  const stream = await client.defaultGroup.events().orThrow();
  for await (const event of stream) assert<Same<typeof event, ServerEvent<Contact>>>();
  const places = await client.defaultGroup.importContacts({ body: [{ name: "a" }] }).orThrow();
  for await (const place of places) assert<Same<typeof place, Contact>>();
  await client.defaultGroup.importContacts({ body: new Blob([]) });
  // @ts-expect-error: no contact
  await client.defaultGroup.importContacts({ body: [{ title: "a" }] });
  const picture = await photo(createTestCore(), {}).orThrow();
  assert<Same<typeof picture, Blob>>();
  assert<Same<Awaited<ReturnType<typeof parseWebhook<"newContact">>>, Contact>>();
  void events;

  // @ts-expect-error: no path
  client.contacts.getContact();
  // @ts-expect-error: no id
  client.contacts.getContact({ path: {} });
  // @ts-expect-error: a number
  client.contacts.getContact({ path: { id: 1 } });
  // @ts-expect-error: not a parameter
  client.contacts.listContacts({ query: { limit: 1 } });
  // @ts-expect-error: no group of that name
  client.people;
}

export async function write(): Promise<void> {
  await client.contacts.createContact({ body: { name: "a" } });
  await client.contacts.createContact({ body: { name: "a" }, contentType: "application/json", header: { "X-Request-Id": "1" } });
  await client.contacts.createContact({ body: { photo: new Blob([]) }, contentType: "multipart/form-data" });
  await createContact(createTestCore(), { body: { name: "a" } }, { retry: false });
  try {
    await client.contacts.createContact({ body: { name: "a" } }).orThrow();
  } catch (error) {
    if (error instanceof BadRequestError_) assert<Same<typeof error.body, { code: string }>>();
  }
  // @ts-expect-error: read-only
  await client.contacts.createContact({ body: { name: "a", id: "1" } });
  // @ts-expect-error: a photo is no JSON
  await client.contacts.createContact({ body: { photo: new Blob([]) } });
  // @ts-expect-error: not a declared media type
  await client.contacts.createContact({ body: { name: "a" }, contentType: "text/plain" });
}

export async function byId(): Promise<void> {
  const result = await client.call("getContact", { path: { id: "1" } });
  if (result.ok) assert<Same<typeof result.data, Contact>>();
  await client.call("list-contacts");
  // @ts-expect-error: no arguments
  await client.call("getContact");
  // @ts-expect-error: no such operation
  await client.call("other");
  assert<Same<typeof client.operations.getContact.method, string>>();
  const raw = await client.raw.GET("/contacts/{id}", { params: { path: { id: "1" } } });
  assert<Same<typeof raw.data, Contact | undefined>>();
}
`;

test.each(["5.9", "7"] as const)("right calls compile and wrong ones do not, with TypeScript %s", (version) => {
  writeFileSync(join(scratch, "use.ts"), use);
  expect(typecheck(scratch, version, ["src/**/*.ts", "use.ts"])).toBe("");
});

test("comments of the document stay comments, and deprecation is told", () => {
  expect(sources.get("src/types.ts")).toContain("*\\/ throw 1 /*");
  expect(sources.get("src/client.ts")).toMatch(/\* `GET \/contacts`\n \* @deprecated\n \*\/\nexport function listContacts\(/);
});

test("a sequence that is sent is checked item by item, unless it is bytes or a stream", () => {
  expect(sources.get("src/client.ts")).toContain("codec: jsonLinesBody");
  expect(sources.get("src/validators.ts")).toMatch(/"application\/jsonl": \(\) => z\.union\(\[z\.array\(\w+Schema\), binary\(\)\]\)/);
});

test("a webhook without a request body is told to have none", () => {
  expect(sources.get("src/webhooks.ts")).toContain('ping: { name: "ping", method: "POST", bodyless: true }');
  expect(sources.get("src/webhooks.ts")).toContain("export type PingWebhook = undefined;");
});

async function gzipped(code: string): Promise<{ text: string; size: number }> {
  const result = await bundle({
    stdin: { contents: code, resolveDir: scratch, loader: "ts" },
    bundle: true,
    write: false,
    minify: true,
    format: "esm",
    nodePaths: [resolve("node_modules")],
    logLevel: "silent",
  });
  const text = result.outputFiles[0]?.text ?? "";
  return { text, size: gzipSync(text, { level: 9 }).length };
}

test("a bundle of one call holds nothing of the others", async () => {
  const { text, size } = await gzipped('import { createTestCore, getContact } from "./src/index.ts"; await getContact(createTestCore(), { path: { id: "1" } }).orThrow();');
  expect(text).toContain('"getContact"');
  for (const other of ['"createContact"', '"list-contacts"', '"newContact"', "BadRequestError", "multipart/form-data", "text/event-stream"]) expect(text).not.toContain(other);
  expect(size).toBeLessThan(38_000);
});

test("importing the package and using nothing costs nothing", async () => {
  const { text } = await gzipped('import "./src/index.ts";');
  expect(text.length).toBeLessThan(2_000);
});

test("parts of a form have the content types of OpenAPI 3.1.1, 4.8.15", () => {
  expect(sources.get("src/client.ts")).toContain('parts: { note: "text", photo: "binary", scan: "binary" }');
});
