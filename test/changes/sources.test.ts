/** `sync` with a source on the web that behaves, and with ones that do not: the vendor's folder stays as it was. */
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { createServer, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { main } from "../../generator/cli.js";
import type { Io } from "../../generator/commands/command.js";
import { document } from "./document.js";

const project = mkdtempSync(join(tmpdir(), "specwright-sources-"));
const specs = join(project, "specs/shop");
let server: Server;
let answer: (response: ServerResponse, etag: string | undefined) => void;
let requests = 0;

const send = (text: string, headers: Record<string, string> = {}) => (response: ServerResponse) => {
  response.writeHead(200, { "content-type": "application/yaml", ...headers });
  response.end(text);
};

beforeAll(async () => {
  server = createServer((request, response) => {
    requests++;
    answer(response, request.headers["if-none-match"]);
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  const { port } = server.address() as AddressInfo;
  mkdirSync(specs, { recursive: true });
  writeFileSync(join(specs, "openapi.yaml"), document);
  writeFileSync(join(specs, "vendor.yaml"), `package: "@x/shop"\nversion: 0.3.0\ntitle: Shop\nsource:\n  url: http://127.0.0.1:${port}/openapi.yaml # the vendor's\n`);
});
afterAll(() => {
  server.closeAllConnections();
  server.close();
  rmSync(project, { recursive: true, force: true });
});

async function sync(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ["", ""];
  const io: Io = { cwd: project, out: (text) => void (out += text), err: (text) => void (err += text), terminal: false, color: false };
  return { code: await main(["sync", "shop", ...argv], io), out, err };
}

const files = (): Record<string, string> => Object.fromEntries(readdirSync(specs).map((name) => [name, readFileSync(join(specs, name), "utf8")]));

test("a new version is fetched and released; an ETag spares the next answer", async () => {
  answer = send(document.replace("title: Shop", "title: The shop"), { etag: '"one"' });
  const { code, out, err } = await sync();
  expect(code, out + err).toBe(0);
  expect(files()["vendor.yaml"]).toMatch(/version: 0\.3\.1\n[^]*# the vendor's[^]*etag: .*one/);
  expect(files()["changelog.yaml"]).toMatch(/version: "?0\.3\.1/);
  requests = 0;
  let seen: string | undefined;
  answer = (response, etag) => {
    seen = etag;
    response.writeHead(304).end();
  };
  expect((await sync()).err).toBe("shop: unchanged\n");
  expect({ seen, requests }).toEqual({ seen: '"one"', requests: 1 });
}, 60_000);

test("a folder that a killed run left aside is put back", async () => {
  const before = files();
  mkdirSync(join(project, ".specwright/sync"), { recursive: true });
  renameSync(specs, join(project, ".specwright/sync/shop.old"));
  answer = (response) => void response.writeHead(304).end();
  expect((await sync()).code).toBe(0);
  expect(files()).toEqual(before);
}, 60_000);

test.each<[name: string, answer: typeof answer, message: RegExp]>([
  ["a redirect to another host", (response) => void response.writeHead(302, { location: "http://localhost:9/" }).end(), /ingest\/redirect/],
  ["a failure of the host", (response) => void response.writeHead(500).end("no"), /ingest\/fetch-failed/],
  ["a picture", (response) => void response.writeHead(200, { "content-type": "image/png" }).end("x"), /ingest\/wrong-kind/],
  ["a page of another kind", send("<!doctype html><html><body>Sorry</body></html>", { "content-type": "text/html" }), /ingest\//],
  ["a document cut short", send(document.slice(0, 900).replace(/\n.*$/, "\n  {")), /source\/|ingest\//],
  ["an answer without end", (response) => {
    response.writeHead(200, { "content-type": "text/plain" });
    const more = (): void => void (response.write("x".repeat(1_000_000)) ? setImmediate(more) : response.once("drain", more));
    more();
  }, /ingest\/too-large/],
])("%s: said, and nothing is touched", async (_, behaviour, message) => {
  const before = files();
  answer = behaviour;
  const { code, err } = await sync();
  expect(err).toMatch(message);
  expect(code).toBe(1);
  expect(files()).toEqual(before);
}, 60_000);
