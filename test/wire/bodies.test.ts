/** Request bodies, servers and methods on the wire: each expectation beside the clause that it follows (OAS: OpenAPI 3.1.1). */
import { describe, expect, it } from "vitest";
import { binaryBody, ConfigurationError, createCore, expandServer, formBody, jsonBody, jsonLinesBody, jsonSequenceBody, multipartBody, readJson, RequestValidationError, textBody, xmlBody, type RequestContent } from "../../templates/runtime/index.js";
import { coreFor, operation, rejection, startServer, type Received } from "../runtime/support.js";

const server = await startServer();

async function send(mediaType: string, content: RequestContent, body: unknown, contentType?: string): Promise<Received> {
  server.requests.length = 0;
  const thing = operation({ method: "POST", body: { required: true, contents: { [mediaType]: content, "application/x-other": { codec: textBody } } } });
  await coreFor(server).call(thing, { body, ...(contentType !== undefined && { contentType }) });
  const request = server.requests[0];
  if (request === undefined) throw new Error("nothing was sent");
  return request;
}
const typeOf = (request: Received): string | undefined => request.header("content-type");

describe("JSON", () => {
  it.each([
    ["RFC 8259, 2: any value", "", '""'],
    ["RFC 8259, 2: any value", null, "null"],
    ["RFC 8259, 2: any value", false, "false"],
    ["RFC 8259, 8.1: UTF-8", { s: "é👍" }, '{"s":"é👍"}'],
    ["RFC 3339, 5.6: dates", { at: new Date(0) }, '{"at":"1970-01-01T00:00:00.000Z"}'],
    ["OAS 4.4 int64: every digit", { id: 9007199254740993n, s: "bigint-" }, '{"id":9007199254740993,"s":"bigint-"}'],
  ])("%s", async (_, value, text) => {
    const request = await send("application/vnd.api+json", { codec: jsonBody }, value);
    expect(request.body.toString()).toBe(text);
    expect(typeOf(request)).toBe("application/vnd.api+json");
  });

  it("has no Content-Type without a body (RFC 9110, 8.3)", async () => {
    await coreFor(server).call(operation({ method: "DELETE", body: { contents: { "application/json": { codec: jsonBody } } } }));
    expect(server.requests.at(-1)?.header("content-type")).toBeUndefined();
  });

  it("a cycle is refused by name", async () => {
    const cycle: Record<string, unknown> = {};
    cycle["self"] = cycle;
    expect(await rejection(send("application/json", { codec: jsonBody }, cycle))).toBeInstanceOf(RequestValidationError);
  });
});

describe("sequences of JSON values (3.2, Sequential Media Types)", () => {
  it.each([
    ["application/jsonl", jsonLinesBody, '{"a":1}\n[2]\n9007199254740993\n'],
    ["application/json-seq", jsonSequenceBody, '\x1e{"a":1}\n\x1e[2]\n\x1e9007199254740993\n'], // RFC 7464, 2.2
  ] as const)("%s: a list, or the sequence itself", async (mediaType, codec, text) => {
    const request = await send(mediaType, { codec }, [{ a: 1 }, [2], 9007199254740993n]);
    expect(request.body.toString()).toBe(text);
    expect(typeOf(request)).toBe(mediaType);
    expect((await send(mediaType, { codec }, new Blob([text]))).body.toString()).toBe(text);
    expect(await rejection(send(mediaType, { codec }, { a: 1 }))).toBeInstanceOf(RequestValidationError);
  });
});

describe("application/x-www-form-urlencoded (OAS 4.8.14.4)", () => {
  const form = async (body: unknown, content: Omit<RequestContent, "codec"> = {}): Promise<string> => (await send("application/x-www-form-urlencoded", { codec: formBody, ...content }, body)).body.toString();
  it("writes scalars and lists as a query would, objects as JSON", async () => {
    expect(await form({ a: "x y", n: 0, ok: false, none: undefined, nil: null, tags: ["1", "2"], "b&c": "d", o: { k: "é" }, at: new Date(0), big: 9007199254740993n })).toBe(
      "a=x%20y&n=0&ok=false&tags=1&tags=2&b%26c=d&o=%7B%22k%22%3A%22%C3%A9%22%7D&at=1970-01-01T00%3A00%3A00.000Z&big=9007199254740993",
    );
  });
  it("writes a property by its encoding (OAS 4.8.15)", async () => {
    const encoding = { t: { explode: false }, s: { style: "spaceDelimited", explode: false }, o: { style: "deepObject", explode: true }, j: { contentType: "application/json" }, r: { allowReserved: true } } as const;
    expect(await form({ t: ["a", "b"], s: ["a", "b"], o: { x: "1" }, j: "q", r: "a/b" }, { encoding })).toBe("t=a,b&s=a%20b&o%5Bx%5D=1&j=%22q%22&r=a/b");
  });
  it("refuses bytes", async () => {
    expect((await rejection(form({ file: new Blob(["x"]) }))).message).toContain("file: a form holds text");
  });
});

describe("multipart/form-data (OAS 4.8.14.5; RFC 7578)", () => {
  interface Part {
    readonly head: string;
    readonly body: string;
  }
  const parts = async (body: unknown, content: Omit<RequestContent, "codec"> = {}): Promise<Part[]> => {
    const request = await send("multipart/form-data", { codec: multipartBody, ...content }, body);
    const boundary = /^multipart\/form-data; boundary=([\w'()+,\-./:=?]{1,70})$/.exec(typeOf(request) ?? "")?.[1];
    const [preamble, ...rest] = request.body.toString("utf8").split(`--${boundary}`);
    expect(preamble).toBe("");
    expect(rest.pop()).toBe("--\r\n");
    return rest.map((part) => {
      expect(part.startsWith("\r\n") && part.endsWith("\r\n")).toBe(true);
      const [head = "", ...lines] = part.slice(2, -2).split("\r\n\r\n");
      return { head, body: lines.join("\r\n\r\n") };
    });
  };
  const named = (name: string, ...lines: string[]): string => [`Content-Disposition: form-data; name="${name}"`, ...lines].join("\r\n");

  it("gives each kind of value its default content type (OAS 4.8.15.1.1)", async () => {
    expect(await parts({ text: "é", n: 1, o: { a: ["é"] }, at: new Date(0), none: undefined, nil: null })).toEqual([
      { head: named("text"), body: "é" },
      { head: named("n"), body: "1" },
      { head: named("o", "Content-Type: application/json"), body: '{"a":["é"]}' },
      { head: named("at"), body: "1970-01-01T00:00:00.000Z" },
    ]);
  });
  it("writes a part for each item, and names files (RFC 7578, 4.2 and 4.3)", async () => {
    const file = new File(["abc"], 'na"ïve\r\n日.txt', { type: "text/plain" });
    expect(await parts({ files: [file, new Blob(["x"])], bytes: new Uint8Array([65, 66]), items: [{ a: 1 }, { a: 2 }] })).toEqual([
      { head: 'Content-Disposition: form-data; name="files"; filename="na%22ïve%0D%0A日.txt"\r\nContent-Type: text/plain', body: "abc" },
      { head: 'Content-Disposition: form-data; name="files"; filename="blob"\r\nContent-Type: application/octet-stream', body: "x" },
      { head: 'Content-Disposition: form-data; name="bytes"; filename="blob"\r\nContent-Type: application/octet-stream', body: "AB" },
      { head: named("items", "Content-Type: application/json"), body: '{"a":1}' },
      { head: named("items", "Content-Type: application/json"), body: '{"a":2}' },
    ]);
  });
  it("writes the header fields that a part always has (OAS 4.8.15, headers)", async () => {
    const encoding = { pic: { contentType: "image/png", headers: { "X-Kind": "thumb" } }, tags: { explode: false, headers: { "X-Kind": "list" } } };
    expect(await parts({ pic: new Blob(["x"]), tags: ["a", "b"] }, { encoding })).toEqual([
      { head: 'Content-Disposition: form-data; name="pic"; filename="blob"\r\nContent-Type: image/png\r\nX-Kind: thumb', body: "x" },
      { head: named("tags", "X-Kind: list"), body: "a,b" },
    ]);
  });
  it("follows the encoding object", async () => {
    const encoding = { csv: { contentType: "text/csv" }, json: { contentType: "application/json" }, pic: { contentType: "image/png, image/jpeg" }, tags: { style: "form", explode: false } } as const;
    expect(await parts({ csv: "a,b", json: "x", pic: new Blob(["p"], { type: "image/jpeg" }), tags: ["a", "b&"] }, { encoding })).toEqual([
      { head: named("csv", "Content-Type: text/csv"), body: "a,b" },
      { head: named("json", "Content-Type: application/json"), body: '"x"' },
      { head: 'Content-Disposition: form-data; name="pic"; filename="blob"\r\nContent-Type: image/jpeg', body: "p" },
      { head: named("tags"), body: "a,b&" },
    ]);
  });
  it("keeps a name from ending its header", async () => {
    expect(await parts({ 'a"\r\nX: 1': "v" })).toEqual([{ head: named("a%22%0D%0AX: 1"), body: "v" }]);
  });
});

describe("bytes and text", () => {
  it("are sent as they are (OAS 4.8.14.2)", async () => {
    const bytes = new Uint8Array([0, 1, 255, 128]);
    for (const body of [bytes, bytes.buffer, new Blob([bytes]), new File([bytes], "a"), new Blob([bytes]).stream(), new Uint8Array([9, 0, 1, 255, 128]).subarray(1)]) {
      const request = await send("application/octet-stream", { codec: binaryBody }, body);
      expect([...request.body]).toEqual([...bytes]);
      expect(typeOf(request)).toBe("application/octet-stream");
    }
    expect(typeOf(await send("image/*", { codec: binaryBody }, new Blob([bytes], { type: "image/gif" })))).toBe("image/gif");
    expect((await rejection(send("application/pdf", { codec: binaryBody }, { a: 1 }))).message).toContain("must be a Blob");
  });
  it("text without quotes, in UTF-8 that is named (RFC 2046, 4.1.2)", async () => {
    const request = await send("text/plain", { codec: textBody }, '{"é":1}');
    expect(request.body.toString()).toBe('{"é":1}');
    expect(typeOf(request)).toBe("text/plain; charset=utf-8");
  });
  it("the media type that the caller chose, if it is declared", async () => {
    expect(typeOf(await send("application/json", { codec: jsonBody }, "x", "application/x-other"))).toBe("application/x-other; charset=utf-8");
    expect((await rejection(send("application/json", { codec: jsonBody }, "x", "text/evil"))).message).toBe("getThing: body: contentType must be one of application/json, application/x-other");
  });
});

describe("XML (OAS 4.8.26)", () => {
  const xml = async (body: unknown, hints: NonNullable<RequestContent["xml"]>): Promise<string> => (await send("application/xml", { codec: xmlBody, xml: hints }, body)).body.toString().replace('<?xml version="1.0" encoding="UTF-8"?>', "");
  it("writes elements, attributes, lists and namespaces by their hints", async () => {
    const hints = { name: "pet", namespace: "http://x.y/?a&b", prefix: "p", properties: { id: { attribute: true }, tags: { wrapped: true, items: { name: "tag" } }, names: { name: "alias" } } } as const;
    expect(await xml({ id: 7, name: "a<b>&\"'", tags: ["x", "y"], names: ["n", "m"], none: null }, hints)).toBe(
      '<p:pet xmlns:p="http://x.y/?a&amp;b" id="7"><name>a&lt;b&gt;&amp;&quot;&apos;</name><tags><tag>x</tag><tag>y</tag></tags><alias>n</alias><alias>m</alias></p:pet>',
    );
  });
  it("refuses what would be other markup, and takes text as XML", async () => {
    expect((await rejection(xml({ "a><b": 1 }, { name: "x" }))).message).toContain("is no name in XML");
    expect((await rejection(xml({ a: "\0" }, { name: "x" }))).message).toContain("XML cannot carry");
    expect(await xml("<a/>", {})).toBe("<a/>");
  });
});

describe("servers (OAS 4.8.5)", () => {
  const { port } = new URL(server.origin);
  const call = async (servers: Parameters<typeof createCore>[0]["servers"], options: Parameters<typeof createCore>[1], own?: typeof servers): Promise<string> => {
    server.requests.length = 0;
    const core = createCore({ package: "example", servers, securitySchemes: {} }, options);
    await core.call(operation({ path: "/pets", ...(own !== undefined && { servers: own }), responses: { 200: { contents: { "application/json": { codec: readJson } } } } }));
    return server.requests[0]?.target ?? "";
  };
  const variable = [{ url: `http://{host}:{port}/{base}/`, variables: { host: { default: "127.0.0.1" }, port: { default: port }, base: { default: "v1", enum: ["v1", "v2"] } }, expand: expandServer }];
  it("come from the document, the operation or the caller", async () => {
    expect(await call([{ url: `${server.origin}/v1/` }], {})).toBe("/v1/pets");
    expect(await call(variable, {})).toBe("/v1/pets");
    expect(await call(variable, { server: { variables: { base: "v2" } } })).toBe("/v2/pets");
    expect(await call([{ url: "https://one.example" }, { url: `${server.origin}/two` }], { server: { index: 1 } })).toBe("/two/pets");
    expect(await call([{ url: "https://one.example" }], { server: { index: 0 } }, [{ url: `${server.origin}/op` }])).toBe("/op/pets");
    expect(await call([{ url: "https://one.example" }], { baseUrl: `${server.origin}/a%20b/` }, [{ url: "https://two.example" }])).toBe("/a%20b/pets");
    expect(await call([{ url: "../v3" }], { documentUrl: `${server.origin}/docs/openapi.json` })).toBe("/v3/pets");
    expect(await call([], { documentUrl: `${server.origin}/docs/openapi.json` })).toBe("/pets");
  });
  it.each([
    [[{ url: "/v1" }], {}, "the server's URL must be http(s) without credentials and query: give baseUrl"],
    [variable, { server: { variables: { base: "v9" } } }, "server 0 takes for base only v1, v2"],
    [variable, { server: { variables: { other: "x" } } }, "server 0 has no variable other"],
    [variable, { server: { variables: { toString: "x" } } }, "server 0 has no variable toString"],
    [[{ url: "http://{host}", expand: expandServer }], {}, "server 0 has no value for host"],
    [variable, { server: { index: 7 } }, "server 7 is not declared"],
    [[], { baseUrl: "ftp://x.y" }, "the server's URL must be http(s) without credentials and query: give baseUrl"],
    [[], { baseUrl: "https://user:s3cret@x.y" }, "the server's URL must be http(s) without credentials and query: give baseUrl"],
    [[], { baseUrl: "http://" }, "the server's URL must be http(s) without credentials and query: give baseUrl"],
  ])("that cannot be used are refused: %j %j", async (servers, options, message) => {
    const error = await rejection(call(servers as typeof variable, options as never));
    expect(error).toBeInstanceOf(ConfigurationError);
    expect(error.message).toBe(`getThing: ${message}`);
  });
});

describe("methods and Accept", () => {
  it("sends any method, those of 3.2 too", async () => {
    for (const method of ["PATCH", "OPTIONS", "QUERY", "PURGE"]) {
      await coreFor(server).call(operation({ method }));
      expect(server.requests.at(-1)?.method).toBe(method);
    }
  });
  it("asks for what the operation declares (RFC 9110, 12.5.1)", async () => {
    await coreFor(server).call(operation({ responses: { 400: { contents: { "application/problem+json": { codec: readJson } } }, 200: { contents: { "text/csv": { codec: readJson } } } } }));
    expect(server.requests.at(-1)?.header("accept")).toBe("text/csv, application/problem+json");
    await coreFor(server).call(operation({ responses: { 200: {} } }));
    expect(server.requests.at(-1)?.header("accept")).toBe("*/*");
    await coreFor(server, { headers: { "X-Client": "1", "X-Gone": "1" } }).call(operation(), {}, { accept: "text/csv", headers: { "x-gone": null, "X-Call": "2" } });
    const last = server.requests.at(-1);
    expect([last?.header("accept"), last?.header("x-client"), last?.header("x-gone"), last?.header("x-call")]).toEqual(["text/csv", "1", undefined, "2"]);
  });
});
