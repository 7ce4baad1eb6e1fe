import { describe, expect, it } from "vitest";
import { AbortedError, ApiError, ConfigurationError, createCore, NetworkError, openapiFetch, readBinary, readHeader, readText, RequestValidationError, ResponseBodyError, ResponseValidationError, TimeoutError, UnexpectedStatusError, type ClientOptions, type Drift, type Validator } from "../../templates/runtime/index.js";
import { coreFor, jsonRequest, operation, rejection, startServer } from "./support.js";

const server = await startServer();
const json = (value: unknown, status = 200) => () => ({ status, body: JSON.stringify(value) });

describe("results", () => {
  it("reads a declared header with all its digits, and a list by its own delimiter (Swagger 2.0, Header Object)", async () => {
    const headers = [{ name: "x-id", type: "number", read: readHeader }, { name: "x-rate", type: "number", read: readHeader }, { name: "x-ids", type: "array", items: "number", separator: "|", read: readHeader }] as const;
    server.answer = () => ({ headers: { "X-Id": "9007199254740993", "X-Rate": "1e300", "X-Ids": "1|2" } });
    expect((await coreFor(server).call(operation({ responses: { 200: { headers } } }))).headers).toEqual({ "x-id": 9007199254740993n, "x-rate": 1e300, "x-ids": [1, 2] });
  });

  it("tells success from failure by status, with decoded headers", async () => {
    const thing = operation({ responses: { 200: { ...operation().responses[200], headers: [{ name: "x-total", type: "number", read: readHeader }, { name: "x-tags", type: "array", read: readHeader }, { name: "x-when" }, { name: "x-bad", type: "number", read: readHeader }] } } });
    server.answer = () => ({ body: '{"a":1}', headers: { "X-Total": "42", "X-Tags": "a, b", "X-When": "now", "X-Bad": "many" } });
    const result = await coreFor(server).call(thing);
    expect(result).toMatchObject({ ok: true, status: 200, data: { a: 1 } });
    expect(result.headers).toEqual({ "x-total": 42, "x-tags": ["a", "b"], "x-when": "now" });
    server.answer = json({ code: "bad" }, 400);
    expect(await coreFor(server).call(operation())).toMatchObject({ ok: false, status: 400, error: { code: "bad" } });
  });

  it("gives data by orThrow, and throws the class that is declared for the status", async () => {
    class BadRequestError extends ApiError<400, { code: string }> {}
    const thing = operation({ responses: { ...operation().responses, 400: { ...operation().responses[400], error: BadRequestError } } });
    server.answer = json([1]);
    expect(await coreFor(server).call(thing).orThrow()).toEqual([1]);
    server.answer = json({ code: "bad" }, 400);
    const error = await rejection(coreFor(server).call(thing).orThrow());
    expect(error).toBeInstanceOf(BadRequestError);
    expect(error).toMatchObject({ status: 400, body: { code: "bad" }, operation: "getThing" });
    expect(error.message).toBe('getThing: status 400 – {"code":"bad"}');
  });

  it("prefers the status itself to its range and to default", async () => {
    const text = { contents: { "text/plain": { codec: readText } } };
    const thing = operation({ responses: { 404: operation().responses[400] ?? {}, "4XX": text, default: {} } });
    server.answer = json({ a: 1 }, 404);
    expect(await coreFor(server).call(thing)).toMatchObject({ error: { a: 1 } });
    server.answer = () => ({ status: 422, body: "123", headers: { "Content-Type": "text/plain" } });
    expect(await coreFor(server).call(thing)).toMatchObject({ status: 422, error: "123" });
    server.answer = () => ({ status: 201 });
    expect(await coreFor(server).call(thing)).toMatchObject({ ok: true, status: 201, data: undefined });
  });

  it("rejects a status that is not declared, with what came", async () => {
    server.answer = json({ tea: true }, 418);
    const error = await rejection(coreFor(server).call(operation()));
    expect(error).toBeInstanceOf(UnexpectedStatusError);
    expect(error).toMatchObject({ status: 418, body: { tea: true } });
  });

  it("reads an undeclared success as the declared one, and reports it", async () => {
    const drifts: Drift[] = [];
    server.answer = json({ a: 1 }, 203);
    expect(await coreFor(server, { onDrift: (drift) => drifts.push(drift) }).call(operation())).toMatchObject({ ok: true, status: 203, data: { a: 1 } });
    expect(drifts).toMatchObject([{ package: "example", operation: "getThing", status: 203, received: "203" }]);
    expect(await rejection(coreFor(server, { validate: { response: "throw" } }).call(operation()))).toBeInstanceOf(UnexpectedStatusError);
  });

  it("keeps every digit of large integers", async () => {
    server.answer = () => ({ body: '{"id":9007199254740993,"n":-12345678901234567890,"s":"9007199254740993","f":12345678901234567.5,"e":1e30,"small":1234567890123456}' });
    expect(await coreFor(server).call(operation()).orThrow()).toEqual({ id: 9007199254740993n, n: -12345678901234567890n, s: "9007199254740993", f: 12345678901234567.5, e: 1e30, small: 1234567890123456 });
  });

  it("rejects a body that is not what its type says, with status and text", async () => {
    server.answer = () => ({ status: 400, body: '{"code":' });
    const error = await rejection(coreFor(server).call(operation()));
    expect(error).toBeInstanceOf(ResponseBodyError);
    expect(error).toMatchObject({ status: 400, text: '{"code":' });
    server.answer = () => ({ body: "<p>Hello", headers: { "Content-Type": "text/html" } });
    expect(await rejection(coreFor(server).call(operation()))).toBeInstanceOf(ResponseBodyError);
  });

  it("decodes text by its charset and leaves bytes alone", async () => {
    const thing = operation({ responses: { 200: { contents: { "text/plain": { codec: readText }, "image/*": { codec: readBinary } } } } });
    server.answer = () => ({ body: Buffer.from("café", "latin1"), headers: { "Content-Type": "text/plain; charset=iso-8859-1" } });
    expect(await coreFor(server).call(thing).orThrow()).toBe("café");
    server.answer = () => ({ body: Buffer.from([0, 255, 128]), headers: { "Content-Type": "image/gif" } });
    const blob = (await coreFor(server).call(thing).orThrow()) as Blob;
    expect([...new Uint8Array(await blob.arrayBuffer())]).toEqual([0, 255, 128]);
    expect(blob.type).toBe("image/gif");
  });

  // RFC 9110, 8.3.1: parameter names and charsets do not know case, values may be quoted.
  it.each([
    ["", "utf8"],
    ["; charset=utf-8", "utf8"],
    ['; Charset = "UTF-8"', "utf8"],
    ["; profile=x; charset=UTF8; q=1", "utf8"],
    ["; charset=utf-16le", "utf16le"],
    ['; CHARSET="ISO-8859-1"', "latin1"],
  ] as const)("reads a declared type with %j as it says", async (parameters, encoding) => {
    server.answer = () => ({ body: Buffer.from('{"a":"é"}', encoding), headers: { "Content-Type": `application/json${parameters}` } });
    expect(await coreFor(server).call(operation()).orThrow()).toEqual({ a: "é" });
  });

  it("names a charset that nobody knows", async () => {
    server.answer = () => ({ body: "{}", headers: { "Content-Type": "application/json; charset=utf-8x" } });
    expect((await rejection(coreFor(server).call(operation()))).message).toContain("the charset utf-8x is not known");
  });

  it("gives undefined where there is no body", async () => {
    const thing = operation({ responses: { 200: operation().responses[200] ?? {}, 204: {} } });
    server.answer = () => ({ status: 204, headers: { "Content-Type": "application/json" } });
    expect(await coreFor(server).call(thing)).toMatchObject({ ok: true, status: 204, data: undefined });
    server.answer = () => ({ body: "{}" });
    expect(await coreFor(server).call({ ...thing, method: "HEAD" })).toMatchObject({ ok: true, data: undefined });
  });
});

describe("faults", () => {
  it("has a class of its own for each", async () => {
    server.answer = () => ({ cut: "before" });
    expect(await rejection(coreFor(server, { retry: false }).call(operation()))).toBeInstanceOf(NetworkError);
    server.answer = () => ({ body: '{"a":1}       ', cut: 7 });
    expect(await rejection(coreFor(server, { retry: false }).call(operation()))).toBeInstanceOf(NetworkError);
    server.answer = () => ({ stall: true });
    const late = await rejection(coreFor(server, { retry: false }).call(operation(), {}, { timeoutMs: 30 }));
    expect(late).toBeInstanceOf(TimeoutError);
    expect(late.name).toBe("TimeoutError");
    expect(await rejection(coreFor(server).call(operation(), {}, { totalTimeoutMs: 30 }))).toBeInstanceOf(TimeoutError);
    expect(await rejection(coreFor(server).call(operation(), {}, { signal: AbortSignal.timeout(30) }))).toBeInstanceOf(TimeoutError);
  });

  it("can be cancelled before, while waiting, and while the body comes", async () => {
    server.requests.length = 0;
    const before = await rejection(coreFor(server).call(operation(), {}, { signal: AbortSignal.abort("enough") }));
    expect(before).toBeInstanceOf(AbortedError);
    expect(before).toMatchObject({ name: "AbortError", cause: "enough" });
    expect(server.requests).toHaveLength(0);
    for (const answer of [{ stall: true } as const, { chunks: [["{", 0], ["}", 2000]] as [string, number][], headers: { "Content-Type": "application/json" } }]) {
      server.answer = () => answer;
      const controller = new AbortController();
      setTimeout(() => controller.abort(), 30);
      const started = Date.now();
      expect(await rejection(coreFor(server).call(operation(), {}, { signal: controller.signal, timeoutMs: 1500 }))).toBeInstanceOf(AbortedError);
      expect(Date.now() - started).toBeLessThan(1000);
    }
  });

  it("leaves no timer behind", async () => {
    server.answer = () => ({});
    await coreFor(server, { timeoutMs: 60_000, totalTimeoutMs: 60_000 }).call(operation());
    expect(process.getActiveResourcesInfo().filter((name) => name === "Timeout").length).toBeLessThan(3);
  });
});

describe("refusals", () => {
  const thing = operation({ path: "/things/{id}", parameters: [{ name: "id", in: "path", required: true }, { name: "q", in: "query", required: true }] });
  const cases: [what: string, args: object, message: string][] = [
    ["a missing path value", { query: { q: 1 } }, "getThing: path.id: is required"],
    ["null for it", { path: { id: null }, query: { q: 1 } }, "getThing: path.id: must not be empty"],
    ["an empty one", { path: { id: "" }, query: { q: 1 } }, "getThing: path.id: must not be empty"],
    ["one dot", { path: { id: "." }, query: { q: 1 } }, "getThing: path.id: would change the path"],
    ["two dots", { path: { id: ".." }, query: { q: 1 } }, "getThing: path.id: would change the path"],
    ["a missing query value", { path: { id: "1" } }, "getThing: query.q: is required"],
    ["a nested list", { path: { id: "1" }, query: { q: [[1]] } }, "getThing: query.q: a nested object cannot be written in this style"],
    ["half a character", { path: { id: "\ud800" }, query: { q: 1 } }, "getThing: path.id: URI malformed"],
    ["a body that nobody asked for", { path: { id: "1" }, query: { q: 1 }, body: {} }, "getThing: body: the operation takes none"],
  ];
  it.each(cases)("names %s before anything is sent", async (_, args, message) => {
    server.requests.length = 0;
    const error = await rejection(coreFor(server).call(thing, args));
    expect(error).toBeInstanceOf(RequestValidationError);
    expect(error.message).toBe(message);
    expect(server.requests).toHaveLength(0);
  });

  it("does not mistake what every object has for an argument", async () => {
    const odd = operation({ path: "/{toString}", parameters: [{ name: "toString", in: "path", required: true }, { name: "constructor", in: "query" }] });
    expect((await rejection(coreFor(server).call(odd, { path: {} }))).message).toContain("path.toString: is required");
  });

  it("refuses what fetch cannot send", async () => {
    expect(await rejection(coreFor(server).call(operation({ method: "TRACE" })))).toBeInstanceOf(ConfigurationError);
    expect(await rejection(coreFor(server).call(operation({ body: jsonRequest }), { body: {} }))).toBeInstanceOf(RequestValidationError);
  });

  it("wants one of several where the document does", async () => {
    const either = operation({ parameters: [{ name: "a", in: "query" }, { name: "b", in: "query" }], requireOneOf: ["a", "b"] });
    expect((await rejection(coreFor(server).call(either, { query: { a: null } }))).message).toBe("getThing: arguments: one of a, b is required");
    server.answer = () => ({});
    expect(await coreFor(server).call(either, { query: { b: 0 } })).toMatchObject({ ok: true });
  });
});

describe("validation", () => {
  let made = 0;
  const wants = (type: string): (() => Validator) => () => {
    made += 1;
    return { safeParse: (value) => ({ success: typeof value === type, data: value, error: { issues: [{ path: ["items", 0, "a/b"], message: `expected ${type}` }] } }) as ReturnType<Validator["safeParse"]> };
  };
  const thing = operation({ method: "POST", body: jsonRequest, validators: { body: { "application/json": wants("string") }, responses: { 200: { "application/json": wants("number") } } } });

  it("checks requests, unless told not to, and makes each validator once", async () => {
    server.answer = () => ({ body: "1" });
    made = 0;
    const core = coreFor(server);
    expect((await rejection(core.call(thing, { body: 5 }))).message).toBe("getThing: body.items.0.a/b: expected string");
    await core.call(thing, { body: new Date(0) });
    await core.call(thing, { body: "x" });
    expect(made).toBe(1);
    expect(await core.call(thing, { body: 5 }, { validate: { request: "off" } })).toMatchObject({ ok: true });
  });

  it("reports answers that do not fit, or throws, or does neither", async () => {
    server.answer = () => ({ body: '{"items":[{"a/b":"secret"}]}' });
    const drifts: Drift[] = [];
    const core = coreFor(server, { onDrift: (drift) => drifts.push(drift) });
    expect(await core.call(thing, { body: "x" })).toMatchObject({ ok: true });
    expect(drifts).toEqual([{ package: "example", operation: "getThing", status: 200, pointer: "/items/0/a~1b", expected: "expected number", received: "string" }]);
    const error = await rejection(core.call(thing, { body: "x" }, { validate: { response: "throw" } }));
    expect(error).toBeInstanceOf(ResponseValidationError);
    await core.call(thing, { body: "x" }, { validate: { response: "off" } });
    expect(drifts).toHaveLength(1);
  });

  it("sees large integers as numbers", async () => {
    server.answer = () => ({ body: "9007199254740993" });
    expect(await coreFor(server, { validate: { response: "throw" } }).call(thing, { body: "x" }).orThrow()).toBe(9007199254740993n);
  });
});

describe("middleware", () => {
  it("sees and changes requests and answers, errors included", async () => {
    server.answer = (request) => ({ status: 400, body: JSON.stringify({ sent: request.header("x-added") }) });
    const seen: unknown[] = [];
    const options: ClientOptions = { middleware: [{ onRequest: ({ request, schemaPath, params }) => (seen.push(schemaPath, params.query), request.headers.set("x-added", "yes"), request) }] };
    const transport = openapiFetch(options);
    const core = coreFor(server, options, {}, transport);
    expect(await core.call(operation({ parameters: [{ name: "q", in: "query" }] }), { query: { q: 1 } })).toMatchObject({ status: 400, error: { sent: "yes" } });
    expect(seen).toEqual(["/thing", { q: 1 }]);
    const replace = { onResponse: () => Response.json({ replaced: true }) };
    transport.use(replace);
    expect(await core.call(operation())).toMatchObject({ ok: true, data: { replaced: true } });
    transport.eject(replace);
    expect(await core.call(operation())).toMatchObject({ status: 400 });
  });

  it("may answer instead of the server, and turn faults into answers", async () => {
    const answers = coreFor(server, { middleware: [{ onRequest: () => Response.json({ cached: 1 }, { status: 400 }) }] });
    expect(await answers.call(operation())).toMatchObject({ status: 400, error: { cached: 1 } });
    server.answer = () => ({ cut: "before" });
    const mends = coreFor(server, { retry: false, middleware: [{ onError: () => Response.json({ mended: 1 }) }] });
    expect(await mends.call(operation())).toMatchObject({ ok: true, data: { mended: 1 } });
  });

  it("is not forgotten by a core that has no transport for it", async () => {
    const core = createCore({ package: "example", servers: [{ url: server.origin }], securitySchemes: {} }, { middleware: [{ onRequest: () => undefined }] });
    const error = await rejection(core.call(operation()));
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(error.message).toBe("getThing: middleware needs the transport openapiFetch(options)");
  });

  it("keeps its own errors", async () => {
    const mine = new RangeError("mine");
    expect(await rejection(coreFor(server, { middleware: [{ onRequest: () => Promise.reject(mine) }] }).call(operation()))).toBe(mine);
  });

  it("gives a fetch of the user's real requests", async () => {
    const urls: string[] = [];
    const core = coreFor(server, { fetch: async (request) => (urls.push(request.url), expect(request).toBeInstanceOf(Request), Response.json({})) });
    await core.call(operation());
    expect(urls).toEqual([`${server.origin}/thing`]);
  });
});
