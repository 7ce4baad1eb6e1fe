import { describe, expect, it } from "vitest";
import { attributesOf, binaryBody, NetworkError, rateLimit, TimeoutError, type RequestEvent, type RetryEvent } from "../../templates/runtime/index.js";
import { isTransient, retryDelay, retrySettings } from "../../templates/runtime/retry.js";
import { coreFor, jsonRequest, operation, rejection, startServer, type Answer } from "./support.js";

const server = await startServer();
const quick = { retry: { baseDelayMs: 1, maxDelayMs: 4 } };
/** Answers in this order, the last for ever. */
function script(...answers: Answer[]): void {
  server.requests.length = 0;
  server.answer = (_, index) => answers[Math.min(index, answers.length - 1)] ?? {};
}
const busy: Answer = { status: 503, body: '"busy"' };
const thing = operation({ responses: { ...operation().responses, 429: operation().responses[400] ?? {}, 503: operation().responses[400] ?? {} } });

describe("what is tried again", () => {
  it.each([
    ["a fault of the network", { cut: "before" }],
    ["a body that is cut", { body: '{"a":1}  ', cut: 4 }],
    ["503", busy],
    ["429", { status: 429, body: "{}" }],
    ["an attempt that takes too long", { stall: true }],
  ] as [string, Answer][])("%s", async (_, first) => {
    script(first, { body: '{"second":true}' });
    expect(await coreFor(server, quick).call(thing, {}, { timeoutMs: 200 }).orThrow()).toEqual({ second: true });
    expect(server.requests).toHaveLength(2);
  });

  it("ends after the limit, with the last answer or fault", async () => {
    script(busy);
    expect(await coreFor(server, quick).call(thing)).toMatchObject({ status: 503, error: "busy" });
    expect(server.requests).toHaveLength(3);
    script({ cut: "before" });
    expect(await rejection(coreFor(server, { retry: { limit: 1, baseDelayMs: 1 } }).call(thing))).toBeInstanceOf(NetworkError);
    expect(server.requests).toHaveLength(2);
    script(busy);
    await coreFor(server, { retry: false }).call(thing);
    expect(server.requests).toHaveLength(1);
    // A call's settings come over the client's, one by one.
    script(busy);
    await coreFor(server, quick).call(thing, {}, { retry: 1 });
    expect(server.requests).toHaveLength(2);
    script(busy);
    await coreFor(server, { retry: 1 }).call(thing, {}, { retry: { baseDelayMs: 1 } });
    expect(server.requests).toHaveLength(2);
  });

  it("not a method that acts twice, unless it carries an idempotency key: the same each time", async () => {
    const post = { ...thing, method: "POST", body: jsonRequest };
    script(busy, {});
    expect(await coreFor(server, quick).call(post, { body: 1 })).toMatchObject({ status: 503 });
    script(busy, busy, {});
    expect(await coreFor(server, quick).call({ ...post, idempotencyHeader: "Idempotency-Key" }, { body: 1 })).toMatchObject({ ok: true });
    const keys = server.requests.map((request) => request.header("idempotency-key"));
    expect(keys).toHaveLength(3);
    expect(new Set(keys).size).toBe(1);
    expect(keys[0]).toMatch(/^[0-9a-f-]{36}$/);
    script({});
    await coreFor(server).call({ ...post, idempotencyHeader: "Idempotency-Key" }, { body: 1 }, { idempotencyKey: "mine" });
    expect(server.requests[0]?.header("idempotency-key")).toBe("mine");
  });

  it("not a stream, which can be sent only once; but bytes", async () => {
    const put = { ...thing, method: "PUT", body: { contents: { "application/octet-stream": { codec: binaryBody } } } };
    script(busy, {});
    expect(await coreFor(server, quick).call(put, { body: new Blob(["abc"]).stream() })).toMatchObject({ status: 503 });
    expect(server.requests[0]?.body.toString()).toBe("abc");
    script(busy, {});
    expect(await coreFor(server, quick).call(put, { body: new Blob(["abc"]) })).toMatchObject({ ok: true });
    expect(server.requests[1]?.body.toString()).toBe("abc");
  });

  it("a status that the document marks", () => {
    expect([408, 425, 429, 500, 503, 599].every((status) => isTransient(status, undefined))).toBe(true);
    expect([200, 400, 404, 409].some((status) => isTransient(status, undefined))).toBe(false);
    expect(isTransient(409, true)).toBe(true);
    expect(isTransient(200, true)).toBe(false);
  });
});

describe("how long it waits", () => {
  const answer = (status: number, headers: object): Response => new Response(null, { status, headers: headers as Record<string, string> });
  const settings = retrySettings({ maxRetryAfterMs: 60_000 });
  const now = Date.UTC(2026, 0, 1, 12, 0, 0);
  it.each([
    [{ "retry-after-ms": "150" }, 150],
    [{ "retry-after": "2" }, 2000],
    [{ "retry-after": "Thu, 01 Jan 2026 12:00:05 GMT" }, 5000],
    [{ "retry-after": "0" }, 0],
    [{ "retry-after": "Fri, 31 Dec 2099 23:59:59 GMT" }, undefined],
    [{ "retry-after": "61" }, undefined],
    [{ "x-ratelimit-remaining": "0", "x-ratelimit-reset": "7" }, 7000],
    [{ "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(now / 1000 + 3) }, 3000],
    [{ "x-ratelimit-remaining": "0", "x-ratelimit-reset": String(now + 4000) }, 4000],
  ])("%j", (headers, delay) => {
    expect(retryDelay(settings, 0, answer(503, headers), now)).toBe(delay);
  });

  it("a limit that is used up is what 429 says", () => {
    expect(retryDelay(settings, 0, answer(429, { "x-ratelimit-reset": "7" }), now)).toBe(7000);
  });

  it.each(["Thu, 01 Jan 2026 11:00:00 GMT", "-5", "abc 1", "soon"])("Retry-After: %s says nothing of later", (text) => {
    const delays = Array.from({ length: 50 }, () => retryDelay(settings, 0, answer(503, { "retry-after": text }), now) ?? NaN);
    expect(Math.max(...delays)).toBeGreaterThan(50);
    expect(Math.max(...delays)).toBeLessThanOrEqual(500);
  });

  it("a random part of a bound that doubles up to its maximum (full jitter)", () => {
    const delays = (attempt: number): number[] => Array.from({ length: 200 }, () => retryDelay(settings, attempt, undefined, now) ?? NaN);
    expect(Math.max(...delays(0))).toBeLessThanOrEqual(500);
    expect(Math.max(...delays(2))).toBeGreaterThan(1000);
    expect(Math.max(...delays(20))).toBeLessThanOrEqual(8000);
    expect(Math.min(...delays(2))).toBeLessThan(500);
    // A reset that is not the reason for waiting says nothing.
    expect(retryDelay(settings, 0, answer(503, { "x-ratelimit-remaining": "5", "x-ratelimit-reset": "30" }), now)).toBeLessThanOrEqual(500);
  });

  it("not longer than the whole call may take", async () => {
    script({ ...busy, headers: { "Retry-After": "5" } });
    const started = Date.now();
    expect(await coreFor(server).call(thing, {}, { totalTimeoutMs: 1000 })).toMatchObject({ status: 503 });
    expect(Date.now() - started).toBeLessThan(500);
  });

  it("and can be cancelled while it waits", async () => {
    script({ ...busy, headers: { "Retry-After": "5" } });
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 30);
    const started = Date.now();
    expect((await rejection(coreFor(server).call(thing, {}, { signal: controller.signal }))).name).toBe("AbortError");
    expect(Date.now() - started).toBeLessThan(1000);
  });
});

describe("what is told", () => {
  it("requests, answers and retries, with OpenTelemetry's names and no secret", async () => {
    script({ cut: "before" }, busy, {});
    const requests: RequestEvent[] = [];
    const statuses: number[] = [];
    const retries: RetryEvent[] = [];
    const secured = { ...thing, path: "/things/{id}", parameters: [{ name: "id", in: "path" as const }], security: [{ key: [] }] };
    const core = coreFor(server, { ...quick, auth: { key: "s3cret" }, onRequest: (event) => requests.push(event), onResponse: (event) => statuses.push(event.status), onRetry: (event) => retries.push(event) }, { securitySchemes: { key: { type: "apiKey", in: "query", name: "key" } } });
    await core.call(secured, { path: { id: "a b" } });
    expect(requests.map((event) => event.attempt)).toEqual([0, 1, 2]);
    expect(statuses).toEqual([503, 200]);
    expect(retries.map(({ reason }) => (typeof reason === "number" ? reason : reason.name))).toEqual(["NetworkError", 503]);
    expect(attributesOf(retries[0] as RetryEvent)).toEqual({
      "specwright.operation": "getThing",
      "http.request.method": "GET",
      "url.full": `${server.origin}/things/a%20b`,
      "url.template": "/things/{id}",
      "server.address": "127.0.0.1",
      "http.request.resend_count": 0,
      "error.type": "NetworkError",
    });
    expect(JSON.stringify([requests, retries, retries.map(attributesOf)])).not.toContain("s3cret");
  });
});

describe("rateLimit", () => {
  it("is no part of an attempt's time, and a call that gives up leaves its place to the next", async () => {
    script({});
    const core = coreFor(server, { rateLimit: rateLimit({ requests: 1, perMs: 150 }), timeoutMs: 100 });
    await core.call(operation());
    const given = core.call(operation(), {}, { totalTimeoutMs: 20 });
    const waiting = core.call(operation());
    expect(await rejection(given)).toBeInstanceOf(TimeoutError);
    expect(await waiting).toMatchObject({ ok: true });
    expect(await core.call(operation())).toMatchObject({ ok: true });
  });

  it("of the user's own is left when the call is aborted", async () => {
    const core = coreFor(server, { rateLimit: () => new Promise<void>(() => undefined) });
    expect(await rejection(core.call(operation(), {}, { signal: AbortSignal.timeout(20) }))).toBeInstanceOf(TimeoutError);
  });

  it("begins no more than so many requests in so many milliseconds", async () => {
    script({});
    const core = coreFor(server, { rateLimit: rateLimit({ requests: 3, perMs: 200 }) });
    const times: number[] = [];
    const started = Date.now();
    await Promise.all(Array.from({ length: 7 }, async () => (await core.call(operation()), times.push(Date.now() - started))));
    expect(times.filter((time) => time < 190)).toHaveLength(3);
    expect(times.filter((time) => time < 390)).toHaveLength(6);
  });

  it("waits no longer than the call may take", async () => {
    script({});
    const core = coreFor(server, { rateLimit: rateLimit({ requests: 1, perMs: 5000 }), retry: false });
    await core.call(operation());
    expect(await rejection(core.call(operation(), {}, { totalTimeoutMs: 30 }))).toBeInstanceOf(TimeoutError);
  });
});
