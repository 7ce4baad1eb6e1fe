import { describe, expect, it } from "vitest";
import { basicCredential, clientCredentials, ConfigurationError, followRedirects, jsonBody, NetworkError, writeStyled, type AuthValues, type CredentialRequest, type OperationDescriptor, type SecuritySchemeDescriptor } from "../../templates/runtime/index.js";
import { coreFor, operation, rejection, startServer } from "./support.js";

const server = await startServer();
const elsewhere = await startServer();
const schemes: Record<string, SecuritySchemeDescriptor> = {
  header: { type: "apiKey", in: "header", name: "X-Api-Key", follow: followRedirects },
  query: { type: "apiKey", in: "query", name: "api key" },
  cookie: { type: "apiKey", in: "cookie", name: "SID" },
  oddCookie: { type: "apiKey", in: "cookie", name: "a; b" },
  basic: { type: "basic", encode: basicCredential },
  bearer: { type: "bearer" },
  digest: { type: "http", scheme: "Hawk" },
  mtls: { type: "mutualTLS" },
  oidc: { type: "openIdConnect", url: "https://example.com" },
};
type Security = NonNullable<OperationDescriptor["security"]>;

async function sent(security: Security, auth: AuthValues): Promise<{ target: string; header: (name: string) => string | undefined }> {
  server.requests.length = 0;
  server.answer = () => ({});
  await coreFor(server, { auth }, { securitySchemes: schemes }).call(operation({ security }));
  const request = server.requests[0];
  if (request === undefined) throw new Error("nothing was sent");
  return request;
}

describe("credentials", () => {
  it("go where the scheme says", async () => {
    expect((await sent([{ header: [] }], { header: "k" })).header("x-api-key")).toBe("k");
    expect((await sent([{ query: [] }], { query: "a&b" })).target).toBe("/thing?api%20key=a%26b");
    expect((await sent([{ cookie: [] }], { cookie: "a;b" })).header("cookie")).toBe("SID=a%3Bb");
    // RFC 6265, 4.1.1: what a cookie can carry is not encoded; servers need not decode it.
    expect((await sent([{ cookie: [] }], { cookie: "aGk+/w==" })).header("cookie")).toBe("SID=aGk+/w==");
    expect((await sent([{ oddCookie: [], cookie: [] }], { oddCookie: "o", cookie: "c" })).header("cookie")).toBe("a%3B%20b=o; SID=c");
    expect((await sent([{ bearer: [] }], { bearer: "t" })).header("authorization")).toBe("Bearer t");
    expect((await sent([{ oidc: [] }], { oidc: () => Promise.resolve("t") })).header("authorization")).toBe("Bearer t");
    expect((await sent([{ digest: [] }], { digest: 'id="x"' })).header("authorization")).toBe('Hawk id="x"');
    // RFC 7617, 2.1: the example in UTF-8.
    expect((await sent([{ basic: [] }], { basic: { username: "test", password: "123£" } })).header("authorization")).toBe("Basic dGVzdDoxMjPCow==");
  });

  it("stand behind the parameters of the same place", async () => {
    server.requests.length = 0;
    server.answer = () => ({});
    const parameters = [{ name: "a", in: "query" }, { name: "b", in: "query" }, { name: "c", in: "cookie", write: writeStyled }] as const;
    const core = coreFor(server, { auth: { query: "q", cookie: "k" } }, { securitySchemes: schemes });
    const secured = operation({ parameters, security: [{ query: [], cookie: [] }] });
    await core.call(secured, { query: { a: 1, b: "x y" }, cookie: { c: 2 } });
    await core.call({ ...secured, path: "/thing?v=1" }, { query: { b: 3 } });
    expect(server.requests.map(({ target, header }) => [target, header("cookie")])).toEqual([
      ["/thing?a=1&b=x%20y&api%20key=q", "c=2; SID=k"],
      ["/thing?v=1&b=3&api%20key=q", "SID=k"],
    ]);
  });

  it("are those of the first alternative for which there are all", async () => {
    const request = await sent([{ bearer: [], header: [] }, { query: [] }], { header: "k", query: "q" });
    expect(request.header("x-api-key")).toBeUndefined();
    expect(request.target).toContain("api%20key=q");
    expect((await sent([{ header: [], mtls: [] }], { header: "k", mtls: true })).header("x-api-key")).toBe("k");
    expect((await sent([{}, { bearer: [] }], { bearer: "t" })).header("authorization")).toBe("Bearer t");
    expect((await sent([{ bearer: [] }, {}], {})).header("authorization")).toBeUndefined();
    expect((await sent([{ bearer: [] }, { header: [] }], { bearer: () => undefined, header: "k" })).header("x-api-key")).toBe("k");
    expect((await sent([], { header: "k" })).header("x-api-key")).toBeUndefined();
  });

  it("are asked for at each call where they are functions, and kept where they are texts", async () => {
    server.requests.length = 0;
    server.answer = () => ({});
    let asked = 0;
    const core = coreFor(server, { auth: { header: "first", bearer: () => (++asked > 1 ? `token ${asked}` : undefined) } }, { securitySchemes: schemes });
    const [text, either] = [operation({ security: [{ header: [] }] }), operation({ security: [{ bearer: [] }, { header: [] }] })];
    for (const each of [text, text, either, either, either]) await core.call(each);
    expect(server.requests.map((request) => [request.header("x-api-key"), request.header("authorization")])).toEqual([
      ["first", undefined],
      ["first", undefined],
      // No token yet: the other alternative serves this call, and no other.
      ["first", undefined],
      [undefined, "Bearer token 2"],
      [undefined, "Bearer token 3"],
    ]);
    const changing: Record<string, string> = { header: "first" };
    const kept = coreFor(server, { auth: changing }, { securitySchemes: schemes });
    await kept.call(text);
    changing["header"] = "second";
    await kept.call(text);
    expect(server.requests.slice(-2).map((request) => request.header("x-api-key"))).toEqual(["first", "first"]);
  });

  it("are missed before anything is sent, and never quoted", async () => {
    const error = await rejection(sent([{ bearer: [] }, { header: [], cookie: [] }], { query: "s3cret" }));
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(error.message).toBe("getThing: needs auth: bearer, or header and cookie");
    for (const auth of [{ header: "s3cret\r\nX-Evil: 1" }, { header: " s3cret" }, { header: "" }, { basic: { username: "s3cret:", password: "" } }, { bearer: { username: "s3cret", password: "" } }] as AuthValues[]) {
      const refused = await rejection(sent([Object.fromEntries(Object.keys(auth).map((name) => [name, []]))], auth));
      expect(refused).toBeInstanceOf(ConfigurationError);
      expect(refused.message).not.toContain("s3cret");
    }
    expect(server.requests).toHaveLength(0);
  });

  it("are refused where one header would have to hold two", async () => {
    const error = await rejection(sent([{ bearer: [], basic: [] }], { bearer: "s3cret", basic: { username: "u", password: "p" } }));
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(error.message).toBe("getThing: bearer and basic cannot both be sent: there is one header authorization");
    expect(server.requests).toHaveLength(0);
  });

  it("are sent once where two schemes take the same", async () => {
    const seen = await sent([{ bearer: [], oidc: [] }], { bearer: "t0ken", oidc: () => Promise.resolve("t0ken") });
    expect(seen.header("authorization")).toBe("Bearer t0ken");
  });

  it("are asked for again after a 401, once, and only if there is anything new", async () => {
    const asked: CredentialRequest[] = [];
    let token = 0;
    const call = async (give: () => string): Promise<number> => {
      server.requests.length = 0;
      server.answer = (request) => (request.header("authorization") === "Bearer 2" ? {} : { status: 401 });
      const core = coreFor(server, { auth: { bearer: (request: CredentialRequest) => (asked.push(request), give()) } }, { securitySchemes: schemes });
      return (await core.call(operation({ method: "POST", security: [{ bearer: ["read"] }], responses: { 200: {}, 401: {} } }))).status;
    };
    expect(await call(() => String(++token))).toBe(200);
    expect(asked).toEqual([
      { operation: "getThing", scheme: "bearer", scopes: ["read"] },
      { operation: "getThing", scheme: "bearer", scopes: ["read"], rejected: "1" },
    ]);
    expect(await call(() => "old")).toBe(401);
    expect(server.requests).toHaveLength(1);
    token = 10;
    expect(await call(() => String(++token))).toBe(401);
    expect(server.requests).toHaveLength(2);
  });
});

describe("redirects", () => {
  const secured = operation({ method: "PUT", body: { contents: { "application/json": { codec: jsonBody } } }, security: [{ header: [], bearer: [], cookie: [] }] });
  const auth = { header: "k", bearer: "t", cookie: "c" };

  it.each([
    ["to another origin without credentials", () => elsewhere, undefined, undefined],
    ["within the origin with them", () => server, "k", "Bearer t"],
  ] as const)("are followed %s", async (_, to, key, bearer) => {
    server.requests.length = elsewhere.requests.length = 0;
    elsewhere.answer = () => ({});
    server.answer = (request) => (request.target === "/there" ? {} : { status: 307, headers: { Location: `${to().origin}/there` } });
    expect(await coreFor(server, { auth }, { securitySchemes: schemes }).call(secured, { body: { a: 1 } })).toMatchObject({ ok: true });
    const last = to().requests.at(-1);
    expect(last).toMatchObject({ method: "PUT", target: "/there" });
    expect(last?.body.toString()).toBe('{"a":1}');
    expect([last?.header("x-api-key"), last?.header("authorization"), last?.header("cookie")]).toEqual([key, bearer, key && "SID=c"]);
  });

  it("become GET after 303, without the body and its fields", async () => {
    server.requests.length = 0;
    server.answer = (request) => (request.target === "/there" ? {} : { status: 303, headers: { Location: "/there" } });
    await coreFor(server, { auth }, { securitySchemes: schemes }).call(secured, { body: { a: 1 } });
    expect(server.requests.at(-1)).toMatchObject({ method: "GET", target: "/there" });
    expect(server.requests.at(-1)?.header("content-type")).toBeUndefined();
  });

  it("end after twenty", async () => {
    server.requests.length = 0;
    server.answer = () => ({ status: 302, headers: { Location: "/thing" } });
    const error = await rejection(coreFor(server, { auth, retry: false }, { securitySchemes: schemes }).call(operation({ security: [{ header: [] }] })));
    expect(error).toBeInstanceOf(NetworkError);
    expect(server.requests).toHaveLength(21);
  });
});

describe("client credentials", () => {
  const oauth: SecuritySchemeDescriptor = { type: "oauth2", tokenUrl: `${elsewhere.origin}/token`, handler: clientCredentials };
  const read = operation({ security: [{ oauth: ["read", "all"] }], responses: { 200: {}, 401: {} } });
  let issued = 0;
  const setUp = (life: number | undefined, accepts: (token: string) => boolean = () => true) => {
    issued = 0;
    server.requests.length = elsewhere.requests.length = 0;
    elsewhere.answer = () => ({ delayMs: 20, body: JSON.stringify({ access_token: `token-${++issued}`, token_type: "Bearer", ...(life !== undefined && { expires_in: life }) }) });
    server.answer = (request) => (accepts(request.header("authorization") ?? "") ? {} : { status: 401 });
    return coreFor(server, { auth: { oauth: { clientId: "id:1", clientSecret: "sec ret", parameters: { audience: "a" } } } }, { securitySchemes: { oauth } });
  };

  it("fetches one token for all calls that wait", async () => {
    const core = setUp(3600);
    await Promise.all([core.call(read), core.call(read), core.call(read)]);
    await core.call(read);
    expect(elsewhere.requests).toHaveLength(1);
    const [request] = elsewhere.requests;
    expect(request?.method).toBe("POST");
    expect(request?.header("content-type")).toMatch(/^application\/x-www-form-urlencoded/);
    expect(request?.header("authorization")).toBe(`Basic ${Buffer.from("id%3A1:sec%20ret").toString("base64")}`);
    expect(Object.fromEntries(new URLSearchParams(request?.body.toString()))).toEqual({ grant_type: "client_credentials", scope: "all read", audience: "a" });
    expect(server.requests.every((one) => one.header("authorization") === "Bearer token-1")).toBe(true);
  });

  it("fetches another before the first expires, for other scopes, and after a 401: once for all", async () => {
    const short = setUp(0.05);
    await short.call(read);
    await new Promise((resolve) => setTimeout(resolve, 60));
    await short.call(read);
    expect(issued).toBe(2);
    const scopes = setUp(undefined);
    await scopes.call(read);
    await scopes.call({ ...read, security: [{ oauth: ["write"] }] });
    await scopes.call(read);
    expect(issued).toBe(2);
    const ended = setUp(3600, (token) => token !== "Bearer token-1");
    expect((await Promise.all([ended.call(read), ended.call(read), ended.call(read)])).map(({ status }) => status)).toEqual([200, 200, 200]);
    expect(issued).toBe(2);
  });

  it("says what the endpoint refuses, and tries again at the next call", async () => {
    const core = setUp(3600);
    elsewhere.answer = () => ({ status: 400, body: '{"error":"invalid_client","error_description":"sec ret"}' });
    const error = await rejection(core.call(read));
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(error.message).toBe("getThing: no token for oauth: the endpoint answers 400 invalid_client");
    elsewhere.answer = () => ({ cut: "before" });
    expect(await rejection(core.call(read))).toBeInstanceOf(NetworkError);
    elsewhere.answer = () => ({ body: '{"access_token":"late"}' });
    expect(await core.call(read)).toMatchObject({ ok: true });
  });

  it("does not hold up a call that is cancelled", async () => {
    const core = setUp(3600);
    elsewhere.answer = () => ({ delayMs: 1000, body: '{"access_token":"late"}' });
    const started = Date.now();
    expect((await rejection(core.call(read, {}, { signal: AbortSignal.timeout(30) }))).name).toBe("TimeoutError");
    expect(Date.now() - started).toBeLessThan(800);
  });
});
