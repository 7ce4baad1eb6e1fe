import { describe, expect, it } from "vitest";
import { AbortedError, createCore, createTestFetch, TimeoutError, type OperationDescriptor } from "../../templates/runtime/index.js";
import { jsonRequest, operation, rejection } from "./support.js";

const operations = {
  getContact: operation({ id: "getContact", path: "/contacts/{id}", parameters: [{ name: "id", in: "path", required: true }, { name: "full", in: "query" }] }),
  getMe: operation({ id: "getMe", path: "/contacts/me" }),
  addContact: operation({ id: "addContact", method: "POST", path: "/contacts", body: jsonRequest, responses: { 201: { contents: operation().responses[200]?.contents ?? {} }, 400: operation().responses[400] ?? {} } }),
} satisfies Record<string, OperationDescriptor>;

describe("createTestFetch", () => {
  it("answers by operation, and tells what was asked", async () => {
    const fetch = createTestFetch(operations, {
      getContact: ({ path, query }) => ({ body: { id: path["id"], full: query.get("full") } }),
      getMe: { body: { id: "me" } },
      addContact: async ({ request }) => ({ body: await request.json(), headers: { "x-a": "b" } }),
    });
    const core = createCore({ package: "example", servers: [{ url: "https://api.example/v1" }], securitySchemes: {} }, { fetch });
    expect(await core.call(operations.getContact, { path: { id: "a/b" }, query: { full: true } }).orThrow()).toEqual({ id: "a/b", full: "true" });
    expect(await core.call(operations.getMe).orThrow()).toEqual({ id: "me" });
    const added = await core.call(operations.addContact, { body: { name: "x" } });
    expect(added).toMatchObject({ ok: true, status: 201, data: { name: "x" } });
    expect(added.response.headers.get("x-a")).toBe("b");
    expect(fetch.calls.map((call) => call.operation)).toEqual(["getContact", "getMe", "addContact"]);
    expect(await fetch.calls[2]?.request.json()).toEqual({ name: "x" });
  });

  it("gives failures and whole responses, and rejects what is not prepared", async () => {
    const fetch = createTestFetch(operations, { getContact: { status: 400, body: { code: "bad" } }, addContact: Response.json({ a: 1 }, { status: 201 }) });
    const core = createCore({ package: "example", servers: [{ url: "https://api.example" }], securitySchemes: {} }, { fetch, retry: false });
    expect(await core.call(operations.getContact, { path: { id: "1" } })).toMatchObject({ ok: false, status: 400, error: { code: "bad" } });
    expect(await core.call(operations.addContact, { body: 1 })).toMatchObject({ data: { a: 1 } });
    expect(await core.call(operations.addContact, { body: 1 })).toMatchObject({ data: { a: 1 } });
    expect((await rejection(core.call(operations.getMe))).message).toContain("no answer is given for getMe");
  });

  it("takes the operation whose path says most of the URL's (OpenAPI 3.1.1, 4.8.8.2)", async () => {
    const paths = { posts: "/posts", userPosts: "/users/{id}/posts", thing: "/things/{id}", exportThing: "/things/{id}:export", me: "/contacts/me", contact: "/contacts/{id}" };
    const many = Object.fromEntries(Object.entries(paths).map(([id, path]) => [id, operation({ id, path, parameters: [{ name: "id", in: "path" }] })]));
    const fetch = createTestFetch(many, Object.fromEntries(Object.keys(many).map((id) => [id, { body: id }])));
    const core = createCore({ package: "example", servers: [{ url: "https://api.example/v1" }], securitySchemes: {} }, { fetch });
    for (const [id, one] of Object.entries(many)) expect(await core.call(one, { path: { id: "5" } }).orThrow()).toBe(id);
  });

  it("ends with the request's signal, as fetch does (Fetch Standard, 5.6)", async () => {
    const fetch = createTestFetch(operations, { getMe: () => new Promise(() => undefined) });
    const core = createCore({ package: "example", servers: [{ url: "https://api.example" }], securitySchemes: {} }, { fetch, retry: false });
    expect(await rejection(core.call(operations.getMe, {}, { timeoutMs: 20 }))).toBeInstanceOf(TimeoutError);
    expect(await rejection(core.call(operations.getMe, {}, { signal: AbortSignal.abort() }))).toBeInstanceOf(AbortedError);
  });
});
