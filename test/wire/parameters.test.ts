/**
 * What parameters look like on the wire: each expectation beside the clause that it follows (OAS: OpenAPI 3.1.1 and, where
 * it says 3.2, 3.2.0). The table of styles is in full.
 */
import { describe, expect, it } from "vitest";
import { writeList, writeStyled, type ParameterDescriptor } from "../../templates/runtime/index.js";
import { coreFor, operation, rejection, startServer } from "../runtime/support.js";

const server = await startServer();
const array = ["blue", "black", "brown"];
const object = { R: 100, G: 200, B: 150 };
type How = Omit<ParameterDescriptor, "name" | "in" | "write">;

/** Sends one parameter named `color`, in a path as `/x/{color}`. */
async function send(place: ParameterDescriptor["in"], value: unknown, how: How = {}, name = "color"): Promise<{ target: string; field: (name: string) => string | undefined }> {
  server.requests.length = 0;
  const styled = place === "cookie" || place === "querystring" || how.contentType !== undefined || how.allowReserved === true || (how.style !== undefined && how.style !== (place === "query" ? "form" : "simple"));
  const parameter: ParameterDescriptor = { name, in: place, ...how, ...(styled ? { write: writeStyled } : typeof value === "object" && { write: writeList }) };
  await coreFor(server).call(operation({ path: place === "path" ? `/x/{${name}}` : "/x", parameters: [parameter] }), { [place === "querystring" ? "query" : place]: { [name]: value } });
  const request = server.requests[0];
  if (request === undefined) throw new Error("nothing was sent");
  return { target: request.target, field: (field) => request.header(field) };
}

describe("OAS 4.8.12.4, Style Examples", () => {
  // style, explode, and what is written for: empty string, string, array, object. Undefined: the table has n/a or a path would be empty.
  const rows: [ParameterDescriptor["in"], How["style"], boolean, string | undefined, string, string, string | undefined][] = [
    ["path", "matrix", false, "/x/;color", "/x/;color=blue", "/x/;color=blue,black,brown", "/x/;color=R,100,G,200,B,150"],
    ["path", "matrix", true, "/x/;color", "/x/;color=blue", "/x/;color=blue;color=black;color=brown", "/x/;R=100;G=200;B=150"],
    ["path", "label", false, undefined, "/x/.blue", "/x/.blue,black,brown", "/x/.R,100,G,200,B,150"],
    ["path", "label", true, undefined, "/x/.blue", "/x/.blue.black.brown", "/x/.R=100.G=200.B=150"],
    ["path", "simple", false, undefined, "/x/blue", "/x/blue,black,brown", "/x/R,100,G,200,B,150"],
    ["path", "simple", true, undefined, "/x/blue", "/x/blue,black,brown", "/x/R=100,G=200,B=150"],
    ["query", "form", false, "/x?color=", "/x?color=blue", "/x?color=blue,black,brown", "/x?color=R,100,G,200,B,150"],
    ["query", "form", true, "/x?color=", "/x?color=blue", "/x?color=blue&color=black&color=brown", "/x?R=100&G=200&B=150"],
    ["query", "spaceDelimited", false, "/x?color=", "/x?color=blue", "/x?color=blue%20black%20brown", "/x?color=R%20100%20G%20200%20B%20150"],
    ["query", "pipeDelimited", false, "/x?color=", "/x?color=blue", "/x?color=blue%7Cblack%7Cbrown", "/x?color=R%7C100%7CG%7C200%7CB%7C150"],
    ["query", "deepObject", true, "/x?color=", "/x?color=blue", "/x?color%5B%5D=blue&color%5B%5D=black&color%5B%5D=brown", "/x?color%5BR%5D=100&color%5BG%5D=200&color%5BB%5D=150"],
    // Swagger 2.0, Parameter Object, collectionFormat tsv.
    ["query", "tabDelimited", false, "/x?color=", "/x?color=blue", "/x?color=blue%09black%09brown", undefined],
  ];
  it.each(rows)("%s %s explode=%s", async (place, style, explode, empty, string, list, members) => {
    const how = { ...(style !== undefined && { style }), explode };
    if (empty !== undefined) expect((await send(place, "", how)).target).toBe(empty);
    expect((await send(place, "blue", how)).target).toBe(string);
    expect((await send(place, array, how)).target).toBe(list);
    if (members !== undefined) expect((await send(place, object, how)).target).toBe(members);
  });

  it("header: simple (RFC 9110, 5.6.1)", async () => {
    expect((await send("header", array)).field("color")).toBe("blue,black,brown");
    expect((await send("header", object)).field("color")).toBe("R,100,G,200,B,150");
    expect((await send("header", object, { explode: true })).field("color")).toBe("R=100,G=200,B=150");
    expect((await send("header", "é")).field("color")).toBe("é");
    expect((await rejection(send("header", "a\r\nX-Evil: 1"))).message).toContain("header.color: holds a character that a header field cannot carry");
  });

  // Swagger 2.0, Parameter Object: collectionFormat ssv, tsv and pipes in any place.
  it.each([
    ["spaceDelimited", "/x/blue%20black%20brown", "blue black brown"],
    ["tabDelimited", "/x/blue%09black%09brown", "blue\tblack\tbrown"],
    ["pipeDelimited", "/x/blue%7Cblack%7Cbrown", "blue|black|brown"],
  ] as const)("path and header: %s", async (style, target, field) => {
    expect((await send("path", array, { style })).target).toBe(target);
    expect((await send("header", array, { style })).field("color")).toBe(field);
    expect((await send("path", "blue", { style })).target).toBe("/x/blue");
    expect((await send("header", [], { style })).field("color")).toBeUndefined();
  });

  it("cookie: form, with `; ` between pairs (OAS Appendix D; RFC 6265, 4.2.1)", async () => {
    expect((await send("cookie", array, { explode: false })).field("cookie")).toBe("color=blue,black,brown");
    expect((await send("cookie", object)).field("cookie")).toBe("R=100; G=200; B=150");
    expect((await send("cookie", "x;evil=1")).field("cookie")).toBe("color=x%3Bevil%3D1");
  });

  it("cookie: style cookie is not percent-encoded (3.2, Style Values)", async () => {
    expect((await send("cookie", "a%20b=c", { style: "cookie" })).field("cookie")).toBe("color=a%20b=c");
    expect((await rejection(send("cookie", "x;evil=1", { style: "cookie" }))).message).toContain("cookie.color: holds a character");
  });
});

describe("values", () => {
  it.each([
    ["RFC 6570, 2.3: undefined and null are left out", undefined, "/x"],
    ["RFC 6570, 2.3: undefined and null are left out", null, "/x"],
    ["RFC 6570, 2.3: so is a list without members", [], "/x"],
    ["RFC 6570, 2.3: and an undefined member", ["a", null, undefined, "b"], "/x?color=a&color=b"],
    ["OAS Appendix B: booleans and numbers by name", [true, false, 0, -1.5], "/x?color=true&color=false&color=0&color=-1.5"],
    ["RFC 6570, 3.2.1: + is encoded", 1e21, "/x?color=1e%2B21"],
    ["OAS 4.4 int64: every digit", 9007199254740993n, "/x?color=9007199254740993"],
    ["RFC 3339, 5.6", new Date(Date.UTC(2024, 1, 3, 4, 5, 6, 7)), "/x?color=2024-02-03T04%3A05%3A06.007Z"],
    ["RFC 3986, 2.3: unreserved characters stay", "a-b_c.d~e", "/x?color=a-b_c.d~e"],
    ["RFC 6570, 3.2.1: all others are encoded", "!'()*;:@&=+$,/?#[]\"<>|% é👍", "/x?color=%21%27%28%29%2A%3B%3A%40%26%3D%2B%24%2C%2F%3F%23%5B%5D%22%3C%3E%7C%25%20%C3%A9%F0%9F%91%8D"],
  ])("%s", async (_, value, target) => {
    expect((await send("query", value)).target).toBe(target);
  });

  it("names are encoded, too (OAS Appendix C, Illegal Variable Names)", async () => {
    expect((await send("query", "x", {}, "filter[a b]&c")).target).toBe("/x?filter%5Ba%20b%5D%26c=x");
  });

  it("in a path, what looks like a template is not expanded again", async () => {
    await coreFor(server).call(operation({ path: "/a/{x}/b/{y}:go", parameters: [{ name: "x", in: "path" }, { name: "y", in: "path" }] }), { path: { x: "{y}", y: "$&/.." } });
    expect(server.requests.at(-1)?.target).toBe("/a/%7By%7D/b/%24%26%2F..:go");
  });

  it("in a path, a dot segment is refused whatever style makes it (RFC 3986, 5.2.4)", async () => {
    expect((await rejection(send("path", ".", { style: "label" }))).message).toContain("path.color: would change the path");
    expect((await rejection(send("path", "", { style: "label" }))).message).toContain("path.color: would change the path");
    expect((await send("path", "..a")).target).toBe("/x/..a");
  });

  it("deepObject: one level as OAS has it, deeper as servers commonly read it", async () => {
    const value = { a: { b: 1, list: ["x", "y"], things: [{ n: 1 }, { n: 2 }] }, none: null, at: new Date(0) };
    expect(decodeURIComponent((await send("query", value, { style: "deepObject", explode: true })).target)).toBe(
      "/x?color[a][b]=1&color[a][list][]=x&color[a][list][]=y&color[a][things][0][n]=1&color[a][things][1][n]=2&color[at]=1970-01-01T00:00:00.000Z",
    );
  });

  it.each([
    ["RFC 6570, 3.2.3: reserved characters and triplets stay", "https://example.com/a?b;c=%2F!$'()*,@", "/x?color=https://example.com/a?b;c=%2F!$%27()*,@"],
    ["OAS Appendix C: what would end, split or change the query is encoded all the same", "a#b&c+d[e] 50% é^", "/x?color=a%23b%26c%2Bd%5Be%5D%2050%25%20%C3%A9%5E"],
  ])("allowReserved: %s", async (_, value, target) => {
    // The URL parser encodes ' in queries (URL Standard, special-query percent-encode set).
    expect((await send("query", value, { allowReserved: true })).target).toBe(target);
  });

  it.each([
    ["3.2, Parameter Object: in a path, too", "simple", "a:b@c;d=%2F$", "/x/a:b@c;d=%2F$"],
    ["3.2, Path Templating: but not what would end the segment or the path", "simple", "a/b?c#d[e]", "/x/a%2Fb%3Fc%23d%5Be%5D"],
    ["3.2, Parameter Object: in a path, too", "label", "a:b", "/x/.a:b"],
    ["3.2, Parameter Object: in a path, too", "matrix", "a@b", "/x/;color=a@b"],
  ] as const)("allowReserved: %s (%s)", async (_, style, value, target) => {
    expect((await send("path", value, { style, allowReserved: true })).target).toBe(target);
    expect((await rejection(send("path", "%2e%2E", { allowReserved: true }))).message).toContain("path.color: would change the path");
  });

  it("allowReserved: a key has no `=` (OAS Appendix C), a cookie no `;` (RFC 6265, 4.1.1)", async () => {
    expect((await send("query", { "a=b": "c=d" }, { allowReserved: true })).target).toBe("/x?a%3Db=c=d");
    expect((await send("cookie", "a:b;c=1", { allowReserved: true })).field("cookie")).toBe("color=a:b%3Bc=1");
  });

  it("content: the value as its media type (OAS 4.8.12.2)", async () => {
    const json = { contentType: "application/json" };
    expect((await send("query", { lat: 1.5, at: 9007199254740993n }, json)).target).toBe("/x?color=%7B%22lat%22%3A1.5%2C%22at%22%3A9007199254740993%7D");
    expect((await send("path", { a: "é/" }, json)).target).toBe(`/x/${encodeURIComponent('{"a":"é/"}')}`);
    expect((await send("header", { a: "é👍" }, json)).field("color")).toBe('{"a":"\\u00e9\\ud83d\\udc4d"}');
    expect((await send("cookie", { lat: 1 }, json)).field("cookie")).toBe("color=%7B%22lat%22%3A1%7D");
    expect((await send("query", undefined, json)).target).toBe("/x");
  });

  it("querystring: the value is the whole query (3.2, Parameter Locations)", async () => {
    expect((await send("querystring", { a: ["1", "2"], "b c": "d&e" }, { contentType: "application/x-www-form-urlencoded" })).target).toBe("/x?a=1&a=2&b%20c=d%26e");
    // 4.8.15.1.1 and the table of 4.8.15: objects are JSON, as in a body; an encoding says how else.
    expect((await send("querystring", { a: { b: 1 } }, { contentType: "application/x-www-form-urlencoded" })).target).toBe(`/x?a=${encodeURIComponent('{"b":1}')}`);
    expect((await send("querystring", { a: ["1", "2"], o: { b: 1 } }, { contentType: "application/x-www-form-urlencoded", encoding: { a: { style: "pipeDelimited", explode: false }, o: { style: "deepObject" } } })).target).toBe("/x?a=1%7C2&o%5Bb%5D=1");
    expect((await send("query", { a: { b: 1 } }, { contentType: "application/x-www-form-urlencoded" })).target).toBe(`/x?color=${encodeURIComponent(`a=${encodeURIComponent('{"b":1}')}`)}`);
    expect((await send("querystring", { a: [1] }, { contentType: "application/json" })).target).toBe(`/x?${encodeURIComponent('{"a":[1]}')}`);
  });
});

describe("RFC 6570, 2.3: undefined", () => {
  it("members of a list are left out, and validators do not see them", async () => {
    const seen: unknown[] = [];
    const watch = () => ({ safeParse: (value: unknown) => (seen.push(value), { success: true, data: value }) });
    const thing = operation({ parameters: [{ name: "ids", in: "query", write: writeList }], validators: { query: watch } });
    await coreFor(server).call(thing, { query: { ids: ["a", undefined, "b"] } });
    expect(server.requests.at(-1)?.target).toMatch(/\?ids=a&ids=b$/);
    expect(seen).toEqual([{ ids: ["a", "b"] }]);
  });
});
