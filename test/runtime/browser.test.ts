/** The runtime in headless Chromium, against another origin: what a page can do, and what browsers forbid. */
import { existsSync } from "node:fs";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { resolve } from "node:path";
import { build } from "esbuild";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";

const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => existsSync(path));

/** Runs in the page. Each function gives what JSON can carry. */
const program = `
import { authorize, createCore, followRedirects, jsonBody, multipartBody, readEvents, readHeader, readJson, readStream } from "./templates/runtime/index.js";
const json = { contents: { "application/json": { codec: readJson } } };
const key = { type: "apiKey", in: "header", name: "X-Key", follow: followRedirects };
const operation = (more) => ({ id: "try", method: "GET", path: "/json", responses: { 200: json, 401: json }, ...more });
const nameOf = (promise) => promise.then(() => "resolved", (error) => error.name);
globalThis.run = (what, origin) => {
  const core = createCore({ package: "p", servers: [{ url: origin }], securitySchemes: { key }, authorize }, { auth: { key: "k" }, retry: false });
  return tries[what](core);
};
const tries = {
  async json(core) {
    const headers = [{ name: "x-total", type: "number", read: readHeader }];
    const put = operation({ method: "PUT", path: "/echo/{id}", security: [{ key: [] }], parameters: [{ name: "id", in: "path", required: true }], body: { contents: { "application/json": { codec: jsonBody } } }, responses: { 200: { ...json, headers } } });
    const { status, data, headers: got } = await core.call(put, { path: { id: "a/b é" }, body: { a: [1, null] } });
    return { status, data, total: got["x-total"] };
  },
  async multipart(core) {
    const post = operation({ method: "POST", path: "/echo", body: { contents: { "multipart/form-data": { codec: multipartBody } } } });
    const file = new File(["hello"], "é.txt", { type: "text/plain" });
    return (await core.call(post, { body: { file, meta: { a: 1 } } })).data;
  },
  async events(core) {
    const seen = [];
    const events = await core.call(operation({ path: "/events", responses: { 200: { contents: { "text/event-stream": { codec: readEvents } } } } })).orThrow();
    for await (const event of events) {
      seen.push(event.data);
      if (seen.length === 2) break;
    }
    return seen;
  },
  async stream(core) {
    const body = await core.call(operation({ path: "/big", responses: { 200: { contents: { "application/octet-stream": { codec: readStream } } } } })).orThrow();
    let bytes = 0;
    for (const reader = body.getReader(); ; ) {
      const { done, value } = await reader.read();
      if (done) return bytes;
      bytes += value.length;
    }
  },
  timeout: (core) => nameOf(core.call(operation({ path: "/never" }), {}, { timeoutMs: 100 })),
  abort: (core) => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 50);
    return nameOf(core.call(operation({ path: "/never" }), {}, { signal: controller.signal }));
  },
  refused: (core) => nameOf(core.call(operation(), {}, { baseUrl: "http://127.0.0.1:9" })),
  redirect: async (core) => (await core.call(operation({ path: "/redirect" }))).data,
  // Without the key's field a redirect is fetch's own; with it, a browser would hand the key on.
  secretRedirect: (core) => nameOf(core.call(operation({ path: "/redirect", security: [{ key: [] }] }))),
};
`;

let server: Server;
let origin: string;
let browser: Browser | undefined;
let page: Page;
const seen: string[] = [];

function answer(request: IncomingMessage, response: ServerResponse): void {
  const chunks: Buffer[] = [];
  request.on("data", (chunk: Buffer) => chunks.push(chunk));
  request.on("end", () => {
    seen.push(`${request.method} ${request.url} ${request.headers["x-key"] ?? ""}`.trim());
    const cors = { "Access-Control-Allow-Origin": "*", "Access-Control-Allow-Methods": "*", "Access-Control-Allow-Headers": "*", "Access-Control-Expose-Headers": "*" };
    const send = (status: number, headers: Record<string, string>, body: string | Buffer): void => void response.writeHead(status, { ...cors, ...headers }).end(body);
    const [, first = ""] = (request.url ?? "").split("/");
    if (request.method === "OPTIONS") return send(204, {}, "");
    if (first === "never") return;
    if (first === "page") return send(200, { "Content-Type": "text/html" }, "<!doctype html>");
    if (first === "redirect") return send(302, { Location: "/json" }, "");
    if (first === "big") return send(200, { "Content-Type": "application/octet-stream" }, Buffer.alloc(3_000_000));
    if (first === "events") {
      response.writeHead(200, { ...cors, "Content-Type": "text/event-stream" }).write("data: one\n\n");
      setTimeout(() => response.write("data: two\n\n"), 50);
      return;
    }
    const body = Buffer.concat(chunks).toString();
    send(200, { "Content-Type": "application/json", "X-Total": "7" }, JSON.stringify(first === "echo" ? { type: request.headers["content-type"]?.split(";")[0], body } : { ok: true }));
  });
}

beforeEach((context) => {
  if (executablePath === undefined) context.skip("no Chromium on this machine");
});

beforeAll(async () => {
  if (executablePath === undefined) return;
  server = createServer(answer);
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  origin = `http://127.0.0.1:${port}`;
  const { outputFiles } = await build({ stdin: { contents: program, resolveDir: resolve("."), loader: "js" }, bundle: true, write: false, format: "iife", platform: "browser", target: "es2022", logLevel: "silent" });
  const { chromium } = await import("playwright-core");
  browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
  page = await browser.newPage();
  // Another name of the same machine is another origin.
  await page.goto(`http://localhost:${port}/page`);
  await page.addScriptTag({ content: outputFiles[0]?.text ?? "" });
}, 120_000);

afterAll(async () => {
  await browser?.close();
  server?.closeAllConnections();
  server?.close();
});

const results: readonly [what: string, wanted: unknown][] = [
  ["json", { status: 200, data: { type: "application/json", body: '{"a":[1,null]}' }, total: 7 }],
  ["events", ["one", "two"]],
  ["stream", 3_000_000],
  ["timeout", "TimeoutError"],
  ["abort", "AbortError"],
  ["refused", "NetworkError"],
  ["redirect", { ok: true }],
  ["secretRedirect", "NetworkError"],
];

const run = (what: string): Promise<unknown> => page.evaluate(`run(${JSON.stringify(what)}, ${JSON.stringify(origin)})`);

test.each(results)("%s", { timeout: 60_000 }, async (what, wanted) => {
  seen.length = 0;
  expect(await run(what)).toEqual(wanted);
  if (what === "json") expect(seen.at(-1)).toBe("PUT /echo/a%2Fb%20%C3%A9 k");
  if (what === "secretRedirect") expect(seen.filter((line) => line.startsWith("GET /json"))).toEqual([]);
});

test("multipart", { timeout: 60_000 }, async () => {
  const { type, body } = (await run("multipart")) as { type: string; body: string };
  expect(type).toBe("multipart/form-data");
  expect(body).toContain('name="file"; filename="é.txt"\r\nContent-Type: text/plain\r\n\r\nhello\r\n');
  expect(body).toContain('name="meta"\r\nContent-Type: application/json\r\n\r\n{"a":1}\r\n');
});
