/** Media ranges in a document (`*\/*`, `application/*`): what is sent is a type, and what comes is read as what it is. */
import { describe, expect, it } from "vitest";
import { jsonBody, multipartBody, readAny, readTextOrJson, textBody, type OperationDescriptor } from "../../templates/runtime/index.js";
import { parseJson } from "../../templates/runtime/json.js";
import { coreFor, operation, rejection, startServer } from "../runtime/support.js";

const server = await startServer();

describe("RFC 9110, 8.3: a Content-Type is a type", () => {
  it.each([
    ["*/*", jsonBody, { a: 1 }, "application/json"],
    ["application/*+json", jsonBody, { a: 1 }, "application/json"],
    ["text/*", textBody, "x", "text/plain; charset=utf-8"],
  ])("%s", async (mediaType, codec, body, sent) => {
    server.answer = () => ({});
    server.requests.length = 0;
    await coreFor(server).call(operation({ method: "POST", body: { contents: { [mediaType]: { codec } } } }), { body });
    expect(server.requests[0]?.header("content-type")).toBe(sent);
  });
});

describe("an answer under a range", () => {
  const ask = async (codec: typeof readAny, type: string, body: string): Promise<unknown> => {
    server.answer = () => ({ body, headers: { "Content-Type": type } });
    const result = await coreFor(server).call(operation({ responses: { 200: { contents: { "*/*": { codec } } } } }));
    return (result as { data: unknown }).data;
  };
  it("described as a string: the text, or the JSON that it came as", async () => {
    expect(await ask(readTextOrJson, "text/plain", "123")).toBe("123");
    expect(await ask(readTextOrJson, "application/json", '"a"')).toBe("a");
  });
  it("not described: by what it is", async () => {
    expect(await ask(readAny, "application/problem+json", '{"a":1}')).toEqual({ a: 1 });
    expect(await ask(readAny, "text/csv", "a;b")).toBe("a;b");
    expect(await ask(readAny, "image/png", "x")).toBeInstanceOf(Blob);
  });
});

describe("RFC 8259, 6: numbers", () => {
  it.each([
    ['{"a":0.30000000000000004,"b":-1.00000000000000000001e-7}', { a: 0.30000000000000004, b: -1e-7 }],
    ['[9007199254740993,-12345678901234567890,1234567890123456]', [9007199254740993n, -12345678901234567890n, 1234567890123456]],
    ['{"s":"9007199254740993 \\\\","t":"\\"9007199254740993","n":1e10000000000000001}', { s: "9007199254740993 \\", t: '"9007199254740993', n: Infinity }],
  ])("%s", (text, value) => expect(parseJson(text)).toEqual(value));

  it("that are none are refused", () => {
    expect(() => parseJson("[00012345678901234567]")).toThrow(SyntaxError);
  });

  it("beside a string of many megabytes", () => {
    const text = JSON.stringify({ id: "1234567890123456", s: 'a"\\'.repeat(3_000_000) });
    expect(parseJson(text)).toEqual(JSON.parse(text));
  });
});

describe("parts", () => {
  const post = (encoding: object): OperationDescriptor => operation({ method: "POST", body: { contents: { "multipart/form-data": { codec: multipartBody, encoding: encoding as never } } } });
  const send = async (encoding: object, body: unknown): Promise<string> => {
    server.answer = () => ({});
    server.requests.length = 0;
    await coreFor(server).call(post(encoding), { body });
    return server.requests[0]?.body.toString() ?? "";
  };
  it("of bytes are parts whatever style is said of them", async () => {
    const sent = await send({ file: { style: "form" } }, { file: new File(["AB"], "a.txt", { type: "text/plain" }) });
    expect(sent).toContain('name="file"; filename="a.txt"\r\nContent-Type: text/plain\r\n\r\nAB');
    expect(await send({ file: { style: "form" } }, { file: new Uint8Array([65, 66]) })).toContain("\r\n\r\nAB\r\n");
  });
  it("are not labelled as what they are not", async () => {
    expect((await rejection(coreFor(server).call(post({ meta: { contentType: "application/xml" } }), { body: { meta: { a: 1 } } }))).message).toContain("meta: application/xml takes text or bytes");
  });
  it("of a FormData are sent as they are", async () => {
    const form = new FormData();
    form.set("a", "1");
    expect(await send({}, form)).toContain('name="a"\r\n\r\n1');
  });
});

it.each([
  ["/files/{name}?version=2", ".."],
  ["/x/%2e{name}", "."],
])("RFC 3986, 5.2.4: %s with %s would be another resource", async (path, name) => {
  const error = await rejection(coreFor(server).call(operation({ path, parameters: [{ name: "name", in: "path", required: true }] }), { path: { name } }));
  expect(error.message).toContain("path.name: would change the path");
});
