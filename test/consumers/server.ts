/** A server that none of our code wrote the answers of: it takes one key and refuses every other. */
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

export interface Seen {
  readonly method: string;
  readonly url: string;
  readonly body: string;
}

export interface Recorder {
  readonly origin: string;
  readonly seen: Seen[];
  close(): void;
}

// A page of another origin may only read an answer that says so.
const cors = { "access-control-allow-origin": "*", "access-control-allow-headers": "*", "access-control-allow-methods": "*", "access-control-expose-headers": "*" };
const id = "3fa85f64-5717-4562-b3fc-2c963f66afa6";

export async function startServer(): Promise<Recorder> {
  const seen: Seen[] = [];
  const server = createServer((request, response) => {
    let body = "";
    request.on("data", (chunk: Buffer) => (body += chunk.toString()));
    request.on("end", () => {
      if (request.method === "OPTIONS") return void response.writeHead(204, cors).end();
      if (request.url === "/page") return void response.writeHead(200, { "content-type": "text/html" }).end("<!doctype html><title>consumer</title>");
      seen.push({ method: request.method ?? "", url: request.url ?? "", body });
      const taken = request.headers["x-api-key"] === "secret";
      response.writeHead(taken ? 201 : 401, { ...cors, "content-type": "application/json", "x-request-id": id });
      response.end(JSON.stringify(taken ? { contact: { id } } : { error: { code: "unauthorized", message: "no" } }));
    });
  });
  await new Promise<void>((done) => server.listen(0, "127.0.0.1", done));
  return { origin: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, seen, close: () => void server.close() };
}
