/** What must never be seen: credentials in errors, in events, and behind links. */
import { inspect } from "node:util";
import { describe, expect, it } from "vitest";
import { ApiError, ConfigurationError, followRedirects, NetworkError, type RequestEvent, type SecuritySchemeDescriptor } from "../../templates/runtime/index.js";
import { coreFor, operation, rejection, startServer } from "./support.js";

const server = await startServer();
const secret = "s3cr3t-key-of-ours";
const securitySchemes: Record<string, SecuritySchemeDescriptor> = {
  query: { type: "apiKey", in: "query", name: "api_key" },
  header: { type: "apiKey", in: "header", name: "X-Api-Key", follow: followRedirects },
  bearer: { type: "bearer" },
};

describe.each(Object.keys(securitySchemes))("a credential (%s)", (scheme) => {
  const core = (options = {}) => coreFor(server, { auth: { [scheme]: secret }, retry: false, ...options }, { securitySchemes });
  const keyed = operation({ security: [{ [scheme]: [] }] });

  it("is not in what an error shows, though the answer quotes it", async () => {
    server.answer = () => ({ status: 418, body: JSON.stringify({ message: `bad token ${secret}` }) });
    const error = await rejection(core().call(keyed));
    expect(inspect(error, { depth: 5 }).replace(/body: .*/g, "")).not.toContain(secret);
    server.answer = () => ({ status: 400, body: JSON.stringify({ message: `bad token ${secret}` }) });
    const thrown = await rejection(core().call(keyed).orThrow());
    expect(thrown).toBeInstanceOf(ApiError);
    expect(thrown.message).toContain("bad token …");
    expect((thrown as ApiError).response.status).toBe(400);
  });

  it("is not in an event, also where the address is a link with a query", async () => {
    server.answer = () => ({});
    const events: RequestEvent[] = [];
    await core({ onRequest: (event: RequestEvent) => events.push(event) }).call(keyed, {}, { url: `${server.origin}/next?api_key=${secret}#${secret}` });
    expect(JSON.stringify(events)).not.toContain(secret);
    expect(events[0]?.url).toBe(`${server.origin}/next`);
  });

  it("is not in the message about a redirect that cannot be followed", async () => {
    server.answer = () => ({ status: 302, headers: { Location: `http://user:${secret}@127.0.0.1:1/x` } });
    const error = await rejection(core().call(keyed));
    expect(error).toBeInstanceOf(NetworkError);
    expect(error.message).not.toContain(secret);
  });
});

it("a link with credentials of its own is not followed", async () => {
  const error = await rejection(coreFor(server).call(operation(), {}, { url: server.origin.replace("//", `//user:${secret}@`) }));
  expect(error).toBeInstanceOf(ConfigurationError);
  expect(error.message).not.toContain(secret);
});

it("a header that cannot be sent is named, and nothing is sent", async () => {
  server.requests.length = 0;
  const error = await rejection(coreFor(server, { headers: { authorization: `Bearer ${secret}\nx` } }).call(operation()));
  expect(error).toBeInstanceOf(ConfigurationError);
  expect(error.message).toBe("getThing: the header authorization cannot be sent");
  expect(server.requests).toHaveLength(0);
});

it("a header that is undefined is not sent", async () => {
  server.requests.length = 0;
  server.answer = () => ({});
  await coreFor(server, { headers: { "x-empty": undefined as unknown as string } }).call(operation());
  expect(server.requests[0]?.header("x-empty")).toBeUndefined();
});

describe("a 401 after which there is nothing newer", () => {
  it.each([
    ["gives nothing", () => undefined],
    ["throws", () => { throw new Error("no session"); }],
  ])("stands where the token function %s", async (_, again) => {
    server.answer = () => ({ status: 401, body: '{"message":"expired"}' });
    let asked = 0;
    const auth = { bearer: () => (asked++ === 0 ? secret : again()) as string };
    expect((await rejection(coreFor(server, { auth, retry: false }, { securitySchemes }).call(operation({ security: [{ bearer: [] }] })))).message).toContain("status 401");
  });
});
