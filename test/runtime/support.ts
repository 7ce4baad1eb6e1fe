/** A loopback server over bare sockets: what was sent is seen as it was sent, and answers may be as broken as a test wants. */
import net from "node:net";
import { afterAll } from "vitest";
import { authorize, createCore, jsonBody, openapiFetch, readJson, type ApiDescriptor, type ClientOptions, type Core, type OperationDescriptor, type Transport } from "../../templates/runtime/index.js";

export interface Received {
  readonly method: string;
  /** As on the request line. */
  readonly target: string;
  readonly headers: readonly (readonly [name: string, value: string])[];
  readonly body: Buffer;
  /** The field's value, joined; undefined when it was not sent. */
  header(name: string): string | undefined;
}

export interface Answer {
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body?: string | Buffer;
  /** Pieces, sent with pauses, as a chunked body. */
  readonly chunks?: readonly (readonly [text: string, afterMs: number])[];
  readonly delayMs?: number;
  /** Closes the connection: before the answer, or after this many bytes of the body. */
  readonly cut?: "before" | number;
  /** Never answers. */
  readonly stall?: true;
}

export interface Server {
  readonly origin: string;
  readonly requests: Received[];
  /** Decides on answers; by default `200 {}`. */
  answer: (request: Received, index: number) => Answer | Promise<Answer>;
}

const closers: (() => void)[] = [];
afterAll(() => {
  for (const close of closers.splice(0)) close();
});

/** Listens until the test file ends. */
export async function startServer(answer: Server["answer"] = () => ({})): Promise<Server> {
  const requests: Received[] = [];
  const sockets = new Set<net.Socket>();
  const listener = net.createServer((socket) => {
    sockets.add(socket);
    socket.on("close", () => sockets.delete(socket));
    socket.on("error", () => undefined);
    readRequests(socket, (request) => {
      requests.push(request);
      void Promise.resolve(server.answer(request, requests.length - 1)).then((given) => send(socket, request, given));
    });
  });
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  const server: Server = { origin: `http://127.0.0.1:${(listener.address() as net.AddressInfo).port}`, requests, answer };
  closers.push(() => {
    for (const socket of sockets) socket.destroy();
    listener.close();
  });
  return server;
}

function readRequests(socket: net.Socket, done: (request: Received) => void): void {
  let buffer = Buffer.alloc(0);
  socket.on("data", (data) => {
    buffer = Buffer.concat([buffer, data]);
    for (let taken = take(buffer); taken !== undefined; taken = take(buffer)) {
      buffer = buffer.subarray(taken.length);
      done(taken.request);
    }
  });
}

function take(buffer: Buffer): { length: number; request: Received } | undefined {
  const end = buffer.indexOf("\r\n\r\n");
  if (end < 0) return undefined;
  const [line = "", ...fields] = buffer.subarray(0, end).toString("latin1").split("\r\n");
  const [method = "", target = ""] = line.split(" ");
  const headers = fields.map((field) => [field.slice(0, field.indexOf(":")), field.slice(field.indexOf(":") + 1).trim()] as const);
  const header = (name: string): string | undefined => headers.filter(([key]) => key.toLowerCase() === name).map(([, value]) => value).join(", ") || undefined;
  const start = end + 4;
  if (header("transfer-encoding") === "chunked") {
    const parts: Buffer[] = [];
    for (let at = start; ; ) {
      const lineEnd = buffer.indexOf("\r\n", at);
      const size = lineEnd < 0 ? NaN : parseInt(buffer.subarray(at, lineEnd).toString(), 16);
      if (Number.isNaN(size) || buffer.length < lineEnd + 2 + size + 2) return undefined;
      if (size === 0) return { length: lineEnd + 4, request: { method, target, headers, header, body: Buffer.concat(parts) } };
      parts.push(buffer.subarray(lineEnd + 2, lineEnd + 2 + size));
      at = lineEnd + 2 + size + 2;
    }
  }
  const length = start + Number(header("content-length") ?? 0);
  return buffer.length < length ? undefined : { length, request: { method, target, headers, header, body: buffer.subarray(start, length) } };
}

const wait = (ms: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, ms));

async function send(socket: net.Socket, request: Received, answer: Answer): Promise<void> {
  if (answer.stall) return;
  if (answer.delayMs !== undefined) await wait(answer.delayMs);
  if (answer.cut === "before") return void socket.resetAndDestroy();
  const { status = 200, chunks } = answer;
  const body = Buffer.from(answer.body ?? (chunks === undefined && status === 200 ? "{}" : ""));
  const headers = { ...(body.length > 0 && { "Content-Type": "application/json" }), ...(chunks === undefined ? { "Content-Length": String(body.length) } : { "Transfer-Encoding": "chunked" }), ...answer.headers };
  socket.write(`HTTP/1.1 ${status} X\r\n${Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`).join("")}\r\n`, "latin1");
  if (request.method === "HEAD") return;
  if (typeof answer.cut === "number") {
    socket.write(body.subarray(0, answer.cut));
    await wait(20);
    return void socket.resetAndDestroy();
  }
  for (const [text, afterMs] of chunks ?? []) {
    await wait(afterMs);
    if (socket.destroyed) return;
    socket.write(`${Buffer.byteLength(text).toString(16)}\r\n${text}\r\n`);
  }
  socket.write(chunks === undefined ? body : "0\r\n\r\n");
}

/** An operation of `GET /thing`, but for what is given. */
export function operation(given: Partial<OperationDescriptor> = {}): OperationDescriptor {
  return { id: "getThing", method: "GET", path: "/thing", responses: { 200: { contents: { "application/json": { codec: readJson } } }, 400: { contents: { "application/json": { codec: readJson } } } }, ...given };
}

/** A required JSON body. */
export const jsonRequest: NonNullable<OperationDescriptor["body"]> = { required: true, contents: { "application/json": { codec: jsonBody } } };

/** As a package makes it: with credentials, and with openapi-fetch as the transport. */
export function coreFor(server: Server, options: ClientOptions = {}, api: Partial<ApiDescriptor> = {}, transport: Transport = openapiFetch(options)): Core {
  return createCore({ package: "example", servers: [{ url: server.origin }], securitySchemes: {}, authorize, ...api }, options, transport);
}

/** What a promise rejects with; fails where it does not. */
export async function rejection(promise: Promise<unknown>): Promise<Error> {
  return promise.then(
    (value) => {
      throw new Error(`resolved with ${JSON.stringify(value)}`);
    },
    (error: unknown) => error as Error,
  );
}
