import { expect, test } from "vitest";
import type { Api, Operation } from "../../generator/model/api.js";
import { fixedHeader } from "../../generator/model/contents.js";
import { built } from "./document.js";
import { show } from "./show.js";

const list = { 200: { description: "", content: { "application/json": { schema: { type: "array", items: { type: "string" } } } } } };

/** The one operation of a document that has `operation` at `GET /things/{id}`, and the codes reported. */
function one(operation: object, more: { item?: object; root?: object; method?: string; path?: string } = {}): { api: Api; operation: Operation; codes: string[] } {
  const { item = {}, root = {}, method = "get", path = "/things" } = more;
  const { api, reported } = built({ paths: { [path]: { ...item, [method]: { operationId: "x", responses: {}, ...operation } } }, ...root });
  return { api, operation: api.groups[0]?.operations[0] as Operation, codes: reported.map(({ code }) => code) };
}

const parameters: [what: string, parameter: object, shown: string][] = [
  ["query by default", { name: "q", in: "query" }, "query q? form* unknown"],
  ["query, spelled out", { name: "q", in: "query", style: "pipeDelimited", required: true, schema: { type: "array" } }, "query q pipeDelimited [...unknown]"],
  ["deepObject", { name: "q", in: "query", style: "deepObject", explode: true }, "query q? deepObject* unknown"],
  ["header", { name: "X-A", in: "header", schema: { type: "integer" } }, "header X-A? simple integer"],
  ["cookie", { name: "c", in: "cookie" }, "cookie c? form* unknown"],
  ["cookie of 3.2", { name: "c", in: "cookie", style: "cookie" }, "cookie c? cookie* unknown"],
  ["a style of another place", { name: "X-A", in: "header", style: "form" }, "header X-A? simple unknown model/style-unusable"],
  ["content", { name: "q", in: "query", content: { "application/json": { schema: { type: "object" } } } }, "query q? form* application/json {}"],
  ["the whole query of 3.2", { name: "q", in: "querystring", content: { "application/x-www-form-urlencoded": { schema: true } } }, "query q? whole form* application/x-www-form-urlencoded unknown"],
  // OAS 3.1.1, 4.8.12.1.
  ...["accept", "Content-Type", "AUTHORIZATION"].map((name): [string, object, string] => [`the header ${name}, which is said elsewhere`, { name, in: "header" }, "model/header-ignored"]),
  ["a list of objects", { name: "q", in: "query", schema: { type: "array", items: { type: "object" } } }, "query q? form* [...{}]<itemsGiven=true> model/parameter-nested"],
  ["an object with a list", { name: "q", in: "query", schema: { type: "object", properties: { a: { type: ["array", "null"] } } } }, "query q? form* {a?: any([...unknown], null)} model/parameter-nested"],
  ["nothing nested for certain", { name: "q", in: "query", schema: { type: "array", items: { type: ["object", "string"] } } }, "query q? form* [...any(string, {})]<itemsGiven=true>"],
  ["a deep object that nests", { name: "q", in: "query", style: "deepObject", schema: { type: "object", properties: { a: { type: "object" } } } }, "query q? deepObject {a?: {}}"],
  ["a header that HTTP cannot have", { name: "my header", in: "header" }, "model/header-name"],
  ["a header with spaces around it", { name: "X-A ", in: "header" }, "header X-A? simple unknown model/header-name"],
  ["no place", { name: "q" }, "model/parameter-unusable"],
  ["a path parameter without a place in the path", { name: "id", in: "path", required: true }, "model/path-parameter-unused"],
];

test.each(parameters)("parameter: %s", (_, parameter, shown) => {
  const { operation, codes } = one({ parameters: [parameter] });
  const text = operation.parameters.map(({ name, place, required, style, explode, whole, mediaType, schema }) =>
    [place, name + (required ? "" : "?"), ...(whole ? ["whole"] : []), style + (explode ? "*" : ""), ...(mediaType ? [mediaType] : []), show(schema)].join(" "),
  );
  expect([...text, ...codes].join(" ")).toBe(shown);
});

test("response headers and keys that HTTP cannot have are left out", () => {
  const responses = { 200: { description: "", headers: { "X Rate": {}, "X-Rate ": {}, "X-Ok": {} } } };
  const root = { components: { securitySchemes: { key: { type: "apiKey", in: "header", name: "api key" } } } };
  const { operation, codes } = one({ responses }, { root });
  expect(operation.responses[0]?.headers.map(({ name }) => name)).toEqual(["X-Ok", "X-Rate"]);
  expect(codes.sort()).toEqual(["model/header-name", "model/header-name", "model/header-name", "model/security-scheme-unusable"]);
});

test("media types and schemes that a header cannot say are left out", () => {
  const content = { "application/x\r\ny": {}, "application/✓+json": {}, "text/é": {}, "application/json": {} };
  const root = { components: { securitySchemes: { odd: { type: "http", scheme: "Bea rer" }, digest: { type: "http", scheme: "Digest" } } } };
  const { api, operation, codes } = one({ requestBody: { content }, responses: { 200: { description: "", content } } }, { root, method: "post" });
  const kept = ["application/json", "text/é"];
  expect([operation.body?.contents, operation.responses[0]?.contents].map((contents) => contents?.map(({ name }) => name))).toEqual([kept, kept]);
  expect(api.securitySchemes.map(({ name }) => name)).toEqual(["digest"]);
  expect(codes.sort()).toEqual([...Array<string>(4).fill("model/media-type-unusable"), "model/security-scheme-unusable"]);
});

// OAS 3.2.0, 4.9.1: "the same capitalization that is to be sent", which for six of them fetch chooses.
test("methods of additionalOperations are called as they are sent, each once", () => {
  const additionalOperations = Object.fromEntries(["head", "LINK", "link", "Options", "post", "Head"].map((name) => [name, { responses: {} }]));
  const { api, reported } = built({ openapi: "3.2.0", paths: { "/things": { post: { responses: {} }, additionalOperations } } });
  const called = api.groups.flatMap((group) => group.operations.map(({ method, at }) => `${method} ${at.replace("/paths/~1things/", "")}`));
  expect(called.sort()).toEqual(["HEAD additionalOperations/Head", "LINK additionalOperations/LINK", "OPTIONS additionalOperations/Options", "POST post", "link additionalOperations/link"]);
  expect(reported.map(({ code, at }) => [code, at])).toEqual(["head", "post"].map((name) => ["model/operation-duplicate", `/paths/~1things/additionalOperations/${name}`]));
});

test("4xx and 4XX are one range", () => {
  const { operation, codes } = one({ responses: { "4xx": { description: "lower" }, "4XX": { description: "upper" }, 200: { description: "" } } });
  expect(operation.responses.map(({ status, description }) => [status, description])).toEqual([["200", ""], ["4XX", "upper"]]);
  expect(codes).toEqual(["model/status-unusable"]);
});

test("header names do not know case", () => {
  const headers = { "x-a": { schema: { type: "integer" } }, "X-A": { schema: { type: "string" } } };
  const parameters = [{ name: "X-P", in: "header" }, { name: "x-p", in: "header", required: true }];
  const { operation, codes } = one({ responses: { 200: { description: "", headers } }, parameters }, { item: { parameters: [{ name: "X-p", in: "header" }] } });
  expect(operation.responses[0]?.headers.map(({ name }) => name)).toEqual(["X-A"]);
  expect(operation.parameters.map(({ name }) => name)).toEqual(["X-P"]);
  expect(codes).toEqual(["model/parameter-duplicate", "model/parameter-duplicate"]);
});

test("what fetch cannot send is reported: a body of GET or HEAD goes, a forbidden method stays", () => {
  const requestBody = { required: true, content: { "application/json": { schema: { type: "object" } } } };
  for (const method of ["get", "head"]) {
    const { operation, codes } = one({ requestBody }, { method });
    expect([operation.body, codes]).toEqual([undefined, ["model/body-unsendable"]]);
  }
  for (const method of ["delete", "options", "query", "patch"]) expect(one({ requestBody }, { method }).operation.body?.required).toBe(true);
  const { operation, codes } = one({}, { method: "trace" });
  expect([operation.method, codes]).toEqual(["TRACE", ["model/method-unsendable"]]);
  // What others send is their affair.
  const { api, reported } = built({ paths: {}, webhooks: { ping: { get: { requestBody }, trace: {} } } });
  expect(api.webhooks.map(({ operation: { body } }) => body?.contents.length)).toEqual([1, undefined]);
  expect(reported).toEqual([]);
});

test("parameters of the path and the operation: the operation's wins, the template decides what is in the path", () => {
  const { operation, codes } = one(
    { parameters: [{ name: "a", in: "query", schema: { type: "integer" } }, { $ref: "#/components/parameters/B" }, { name: "b", in: "query" }] },
    {
      path: "/things/{id}/{other}",
      item: { parameters: [{ name: "a", in: "query" }, { name: "a", in: "header" }, { name: "other", in: "path" }] },
      root: { components: { parameters: { B: { name: "b", in: "query" } } } },
    },
  );
  expect(operation.parameters.map(({ place, name, schema, required }) => `${place} ${name} ${show(schema)} ${required}`)).toEqual([
    "path id string true",
    "path other unknown true",
    "query a integer false",
    "header a unknown false",
    "query b unknown false",
  ]);
  expect(codes.sort()).toEqual(["model/parameter-duplicate", "model/path-parameter-missing"]);
});

test("bodies: JSON first, encodings with the defaults of their styles", () => {
  const schema = { type: "object", properties: { a: { type: "array" } } };
  const encoding = { a: { explode: false }, b: { contentType: "image/png", headers: { "X-A": {}, "Content-Type": {} } } };
  const { operation } = one(
    { requestBody: { required: true, content: { "multipart/form-data": { schema, encoding }, "application/hal+json": {}, "application/json; charset=utf-8": {}, "application/zip": {} } } },
    { method: "post" },
  );
  expect(operation.body?.contents.map(({ name, schema: type }) => `${name} ${type.kind}`)).toEqual([
    "application/json; charset=utf-8 unknown",
    "application/hal+json unknown",
    "application/zip binary",
    "multipart/form-data object",
  ]);
  const parts = operation.body?.contents[3]?.encoding;
  expect(parts?.get("a")).toMatchObject({ style: "form", explode: false, contentType: undefined });
  expect(parts?.get("b")).toMatchObject({ style: undefined, contentType: "image/png", headers: [{ name: "X-A" }] });
});

test("responses are sorted, references followed, broken ones left out", () => {
  const { operation, codes } = one(
    { responses: { default: { description: "D" }, "5xx": {}, 404: { $ref: "#/components/responses/Missing" }, 200: { "x-retryable": true }, "4XX": {}, 99: {}, "x-a": {} } },
    { root: { components: { responses: { Missing: { description: "M", headers: { "X-A": { schema: { type: "integer" } } } } } } } },
  );
  expect(operation.responses.map(({ status, description, retryable }) => `${status} ${description} ${retryable}`)).toEqual([
    "200  true",
    "404 M false",
    "4XX  false",
    "5XX  false",
    "default D false",
  ]);
  expect(operation.responses[1]?.headers.map((header) => `${header.name} ${show(header.schema)}`)).toEqual(["X-A integer"]);
  expect(codes).toEqual(["model/status-unusable"]);
});

test("security: the operation's list, else the document's; an undefined scheme is left out", () => {
  const root = {
    security: [{ Key: [] }, { Gone: [] }],
    components: { securitySchemes: { Key: { type: "apiKey", in: "header", name: "X-Key" }, OAuth: { type: "oauth2", flows: { clientCredentials: { tokenUrl: "/t", scopes: { a: "A" } } } } } },
  };
  expect(one({}, { root }).operation.security).toEqual([[{ scheme: "Key", scopes: [] }]]);
  expect(one({}, { root }).codes).toEqual(["model/security-scheme-undefined"]);
  expect(one({ security: [] }, { root }).operation.security).toEqual([]);
  expect(one({ security: [{}, { Key: [], OAuth: ["a"] }] }, { root }).operation.security).toEqual([
    [],
    [{ scheme: "Key", scopes: [] }, { scheme: "OAuth", scopes: ["a"] }],
  ]);
});

test("servers: the operation's, else the path's, else the document's", () => {
  const root = { servers: [{ url: "/root" }] };
  const item = { servers: [{ url: "/path/{v}", variables: { v: { default: 1, enum: [1, 2] } } }] };
  expect(one({}, { root }).operation.servers.map(({ url }) => url)).toEqual(["/root"]);
  expect(one({}, { root, item }).operation.servers).toMatchObject([{ url: "/path/{v}", variables: [{ name: "v", default: "1", enum: ["1", "2"] }] }]);
  expect(one({ servers: [{ url: "/own" }] }, { root, item }).operation.servers.map(({ url }) => url)).toEqual(["/own"]);
});

test("path items: references, additional methods, callbacks and webhooks", () => {
  const { api, reported } = built({
    paths: {
      "/a": { $ref: "#/components/pathItems/A", post: { operationId: "ours" } },
      "/b": { query: { operationId: "search" }, additionalOperations: { LINK: { operationId: "link" } } },
      "/c": { post: { operationId: "sub", callbacks: { done: { "{$request.body#/url}": { post: { requestBody: { content: { "text/plain": {} } } } } } } } },
      "/d": { get: "no operation" },
    },
    webhooks: { newPet: { post: {} } },
    components: { pathItems: { A: { get: { operationId: "theirs" }, post: { operationId: "hidden" } } } },
  });
  const operations = api.groups.flatMap((group) => group.operations);
  expect(operations.map(({ id, method, path }) => `${id} ${method} ${path}`)).toEqual([
    "ours POST /a",
    "theirs GET /a",
    "search QUERY /b",
    "link LINK /b",
    "sub POST /c",
  ]);
  expect(operations.at(-1)?.callbacks).toMatchObject([{ name: "done", identifier: "SubDone", expression: "{$request.body#/url}", operation: { method: "POST" } }]);
  expect(api.webhooks).toMatchObject([{ name: "newPet", identifier: "NewPet", operation: { method: "POST" } }]);
  expect(reported.map(({ code }) => code)).toEqual(["model/wrong-type"]);
});

test("the idempotency header, places of which one is needed, questions", () => {
  const { operation } = one({ parameters: [{ name: "X-Idempotency-Key", in: "header" }], "x-require-one-of": ["a", "b"] }, { method: "post" });
  expect(operation).toMatchObject({ idempotencyHeader: "X-Idempotency-Key", requireOneOf: ["a", "b"] });
  const { api } = built({ "x-specwright-questions": [{ text: "Really?", at: "/paths" }], info: { title: "T", version: "1", "x-confirm": "The title" } });
  expect(api.questions).toEqual([{ text: "The title", at: "/info" }, { text: "Really?", at: "/paths" }]);
});

test("the encoding of a querystring (OAS 3.2, Parameter Object: content)", () => {
  const content = { "application/x-www-form-urlencoded": { schema: { type: "object" }, encoding: { tags: { style: "pipeDelimited" } } } };
  const { operation, codes } = one({ parameters: [{ name: "all", in: "querystring", content }] });
  expect(operation.parameters[0]?.encoding.get("tags")).toEqual({ contentType: undefined, style: "pipeDelimited", explode: false, allowReserved: false, headers: [] });
  expect(codes).toEqual([]);
});

const answer = (properties: object, headers = {}): object => ({ 200: { description: "", headers, content: { "application/json": { schema: { type: "object", properties } } } } });
const query = (...names: string[]): object[] => names.map((name) => ({ name, in: "query", schema: { type: name.includes("cursor") ? "string" : "integer" } }));
const strings = { type: "array", items: { type: "string" } };

const pages: [what: string, operation: object, pagination: unknown, codes: string[]][] = [
  ["nothing", { responses: list }, undefined, []],
  ["offset", { parameters: query("offset", "limit"), responses: list }, { kind: "offset", offset: "offset", limit: "limit", items: [] }, []],
  ["page", { parameters: query("page[number]"), responses: answer({ data: strings, tags: strings }) }, { kind: "page", page: "page[number]", items: ["data"] }, []],
  ["pages from zero", { parameters: [{ name: "page", in: "query", schema: { type: "integer", minimum: 0 } }], responses: list }, undefined, []],
  ["page without a list", { parameters: query("page"), responses: answer({ a: { type: "string" } }) }, undefined, []],
  ["cursor", { parameters: query("cursor"), responses: answer({ items: strings, meta: { type: "object", properties: { next_cursor: { type: ["string", "null"] } } } }) }, { kind: "cursor", cursor: "cursor", next: ["meta", "next_cursor"], items: ["items"] }, []],
  ["next link", { responses: answer({ value: strings, "@odata.nextLink": { type: "string" } }) }, { kind: "nextUrl", next: ["@odata.nextLink"], items: ["value"] }, []],
  ["Link header", { responses: answer({ things: strings }, { Link: {} }) }, { kind: "link", items: ["things"] }, []],
  ["two conventions", { parameters: query("page", "offset"), responses: list }, undefined, ["model/pagination-ambiguous"]],
  ["declared", { "x-pagination": { kind: "page", page: "page", items: "a" }, parameters: query("page", "offset"), responses: list }, { kind: "page", page: "page", items: ["a"] }, []],
  ["a page behind the last, told", { parameters: query("cursor"), responses: answer({ items: strings, next_cursor: { type: "string" }, page: { type: "object", properties: { has_more: { type: "boolean" } } } }) }, { kind: "cursor", cursor: "cursor", next: ["next_cursor"], more: ["page", "has_more"], items: ["items"] }, []],
  ["offset from one", { parameters: [{ name: "offset", in: "query", schema: { type: "integer", default: 1 } }], responses: list }, { kind: "offset", offset: "offset", start: 1, items: [] }, []],
  ["declared from zero", { "x-pagination": { kind: "page", page: "page", total: "pages" }, parameters: [{ name: "page", in: "query", schema: { type: "integer", minimum: 0 } }], responses: list }, { kind: "page", page: "page", start: 0, items: [], total: ["pages"] }, []],
  ["declared to begin", { "x-pagination": { kind: "page", page: "page", start: 0 }, parameters: query("page"), responses: list }, { kind: "page", page: "page", start: 0, items: [] }, []],
  ["declared to have more", { "x-pagination": { kind: "cursor", cursor: "cursor", next: "n", more: ["m"] }, parameters: query("cursor"), responses: list }, { kind: "cursor", cursor: "cursor", next: ["n"], more: ["m"], items: [] }, []],
  ["declared not to be", { "x-pagination": false, parameters: query("page"), responses: list }, undefined, []],
  ["declared wrongly", { "x-pagination": { kind: "page", page: "seite" }, parameters: query("page"), responses: list }, undefined, ["model/pagination-unusable"]],
];

test.each(pages)("pagination: %s", (_, operation, pagination, codes) => {
  const result = one(operation);
  expect(result.operation.pagination).toEqual(pagination);
  expect(result.codes).toEqual(codes);
});

test("a part's header is sent where it has but one value, and told of otherwise", () => {
  const headers = { "X-Kind": { schema: { const: "thumb" } }, "X-Rate": { schema: { type: "integer" } }, "Content-Type": { schema: { type: "string" } } };
  const content = (mediaType: string): object => ({ requestBody: { content: { [mediaType]: { schema: { type: "object" }, encoding: { f: { headers } } } } } });
  const { operation, codes } = one(content("multipart/form-data"), { method: "post" });
  expect(codes).toEqual(["model/part-header-unsent"]);
  expect(operation.body?.contents[0]?.encoding.get("f")?.headers.map(fixedHeader)).toEqual(["thumb", undefined]);
  expect(one(content("application/x-www-form-urlencoded"), { method: "post" }).codes).toEqual([]);
});
