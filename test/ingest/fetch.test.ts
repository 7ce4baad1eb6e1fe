import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { Refusal } from "../../generator/diagnostics.js";
import { defaultFetchLimits, fetchPage } from "../../generator/ingest/fetch.js";

let server: Server;
let base: string;
let requests = 0;

const answers: Readonly<Record<string, (response: ServerResponse, headers: NodeJS.Dict<string | string[]>) => void>> = {
  "/page.md": (response, headers) => {
    if (headers["if-none-match"] === '"one"') return void response.writeHead(304).end();
    response.writeHead(200, { "content-type": "text/markdown; charset=utf-8", etag: '"one"' }).end("# Hello");
  },
  "/here": (response) => void response.writeHead(302, { location: "/page.md" }).end(),
  "/away": (response) => void response.writeHead(302, { location: "http://other.example/page.md" }).end(),
  "/round": (response) => void response.writeHead(302, { location: "/round" }).end(),
  "/image": (response) => void response.writeHead(200, { "content-type": "image/png" }).end("x"),
  "/gone": (response) => void response.writeHead(404).end("no"),
  "/latin": (response) => void response.writeHead(200, { "content-type": "text/plain" }).end(Buffer.from([0xe9, 0x20])),
  "/openapi": (response) => void response.writeHead(200, { "content-type": "application/vnd.oai.openapi+json" }).end("{}"),
  "/script": (response) => void response.writeHead(200, { "content-type": "application/javascript" }).end("{}"),
  "/slow": (response) => void response.writeHead(200, { "content-type": "text/plain" }).write("x"),
  "/endless": (response) => {
    response.writeHead(200, { "content-type": "text/plain" });
    const more = (): void => void (response.destroyed || response.write("x".repeat(10_000), () => setTimeout(more, 0)));
    more();
  },
};

beforeAll(async () => {
  server = createServer((request, response) => {
    requests++;
    (answers[request.url ?? ""] ?? answers["/gone"])?.(response, request.headers);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  base = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

afterAll(() => {
  server.closeAllConnections();
  server.close();
});

const limits = { ...defaultFetchLimits, bytes: 100_000, milliseconds: 1500 };

async function refused(path: string): Promise<string> {
  try {
    await fetchPage(path.startsWith("/") ? base + path : path, { limits });
    return "fetched";
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    return error.diagnostic.code;
  }
}

describe("a page from the web", () => {
  test("comes with its hash and its ETag, and is not sent twice", async () => {
    const first = await fetchPage(`${base}/page.md`, { limits });
    expect(first).toMatchObject({ text: "# Hello", etag: '"one"' });
    expect(first?.sha256).toMatch(/^[0-9a-f]{64}$/);
    expect(await fetchPage(`${base}/page.md`, { limits, etag: '"one"' })).toBeUndefined();
  });
  test("may have moved on its own host", async () => expect(await fetchPage(`${base}/here`, { limits })).toMatchObject({ url: `${base}/page.md` }));
  test("may be of any type that is text or a document", async () => expect(await fetchPage(`${base}/openapi`, { limits })).toMatchObject({ text: "{}" }));
  test("may be a script", async () => expect(await fetchPage(`${base}/script`, { limits })).toMatchObject({ text: "{}" }));
  test.each([
    ["/away", "ingest/redirect"],
    ["/round", "ingest/fetch-failed"],
    ["/image", "ingest/wrong-kind"],
    ["/gone", "ingest/fetch-failed"],
    ["/latin", "ingest/wrong-kind"],
    ["/slow", "ingest/fetch-failed"],
    ["/endless", "ingest/too-large"],
    ["http://127.0.0.1:1/", "ingest/fetch-failed"],
    ["http://user:secret@127.0.0.1/", "ingest/fetch-failed"],
    ["not an address", "ingest/fetch-failed"],
  ])("%s is refused: %s", async (path, code) => expect(await refused(path)).toBe(code));
  test("a refusal names no password", async () => {
    await expect(fetchPage("http://user:secret@127.0.0.1/")).rejects.toSatisfy((error: Refusal) => !JSON.stringify(error.diagnostic).includes("secret"));
  });
  test("nothing else was fetched", () => expect(requests).toBeLessThan(20));
});
