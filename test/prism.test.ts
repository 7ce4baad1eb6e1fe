/**
 * Every operation of every vendor, called over HTTP against a mock server that we did not write: Prism serves the normalized
 * document, judges each request by it, and answers with each declared status.
 */
import { type ChildProcess, spawn } from "node:child_process";
import { createServer } from "node:net";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Api, Operation } from "../generator/model/api.js";
import { BinaryExample, type ExampleValue, examples } from "../generator/targets/example.js";
import { generated, project, vendors } from "./support/vendors.js";

interface Client {
  call(id: string, args: object, options: object): Promise<{ ok: boolean; status: number; data?: unknown; error?: unknown; response: Response }> & {
    orThrow(): Promise<unknown>;
  };
}
type Create = (options: object) => Client;

async function freePort(): Promise<number> {
  return new Promise((resolve, reject) => {
    const server = createServer();
    server.once("error", reject);
    server.listen(0, "127.0.0.1", () => {
      const address = server.address();
      server.close(() => (typeof address === "object" && address !== null ? resolve(address.port) : reject(new Error("no port"))));
    });
  });
}

async function listening(origin: string): Promise<void> {
  for (let attempt = 0; attempt < 200; attempt++) {
    const answered = await fetch(origin).then(
      () => true,
      () => false,
    );
    if (answered) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error("the mock server did not start");
}

/** Bytes where the example maker says bytes. */
function real(value: ExampleValue): unknown {
  if (value instanceof BinaryExample) return new Blob([value.text]);
  if (Array.isArray(value)) return value.map(real);
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, real(member as ExampleValue)]));
}

/** Arguments that fit the operation, with the media type at that position. */
function argumentsOf(api: Api, operation: Operation, content: number): object {
  const make = examples(api);
  const args: Record<string, Record<string, unknown>> = {};
  for (const parameter of operation.parameters) {
    const value = make.value(parameter.schema, "write", parameter.docs.examples);
    if (value === undefined) continue;
    (args[parameter.place] ??= {})[parameter.name] = real(value);
  }
  const media = operation.body?.contents[content];
  if (media === undefined) return args;
  const form = /^(multipart|application\/x-www-form)/.test(media.name) ? "upload" : "write";
  const body = make.value(media.schema, form, media.examples);
  return { ...args, body: body === undefined ? undefined : real(body), contentType: media.name };
}

const auth = (api: Api): Record<string, unknown> =>
  Object.fromEntries(api.securitySchemes.map((scheme) => [scheme.name, scheme.kind === "basic" ? { username: "u", password: "p" } : "token"]));

describe.each(vendors)("%s", (name) => {
  let server: ChildProcess;
  let api: Api;
  let client: Client;
  let log = "";

  beforeAll(async () => {
    const port = await freePort();
    const prism = join(project, "node_modules/@stoplight/prism-cli/dist/index.js");
    server = spawn(process.execPath, [prism, "mock", "--errors", "--port", String(port), "--host", "127.0.0.1", join(project, "generated", name, "openapi.yaml")]);
    const note = (chunk: Buffer): void => void (log += chunk.toString());
    server.stdout?.on("data", note);
    server.stderr?.on("data", note);
    const origin = `http://127.0.0.1:${port}`;
    const [{ api: model }, module] = await Promise.all([
      generated(name),
      import(pathToFileURL(join(project, "generated", name, "src/index.ts")).href) as Promise<Record<string, unknown>>,
      listening(origin),
    ]);
    api = model;
    const create = module[`create${api.identifier}Client`] as Create;
    client = create({ baseUrl: origin, auth: auth(api), retry: false, validate: { request: "throw", response: "throw" } });
  }, 60_000);

  afterAll(() => server.kill());

  test("every operation, once for each documented status and each body", { timeout: 60_000 }, async () => {
    const operations = api.groups.flatMap((group) => group.operations);
    expect(operations.length).toBeGreaterThan(0);
    for (const operation of operations) {
      const statuses = operation.responses.map((response) => response.status).filter((status) => /^\d{3}$/.test(status));
      expect(statuses.length, operation.id).toBeGreaterThan(0);
      for (const [position] of (operation.body?.contents ?? [undefined]).entries()) {
        for (const status of statuses) {
          const what = `${operation.id} ${operation.body?.contents[position]?.name ?? ""} ${status}`;
          log = "";
          const result = await client.call(operation.id, argumentsOf(api, operation, position), { headers: { Prefer: `code=${status}` } });
          expect(result.status, `${what}\n${JSON.stringify(result.error)}\n${log}`).toBe(Number(status));
          expect(result.ok, what).toBe(status.startsWith("2"));
          // Prism names what it finds wrong with a request in this header, whatever it answers.
          expect(result.response.headers.get("sl-violations"), what).toBeNull();
        }
      }
    }
  });

  test("a call without credentials is refused before it is sent, or by the mock server", async () => {
    const operation = api.groups.flatMap((group) => group.operations).find(({ security }) => security.length > 0);
    if (operation === undefined) return;
    const create = ((await import(pathToFileURL(join(project, "generated", name, "src/index.ts")).href)) as Record<string, unknown>)[`create${api.identifier}Client`] as Create;
    const bare = create({ baseUrl: "http://127.0.0.1:9", retry: false });
    await expect(bare.call(operation.id, argumentsOf(api, operation, 0), {})).rejects.toThrow(operation.id);
  });
});
