import { describe, expect, it } from "vitest";
import { createTestFetch, pages, PaginationError, type OperationDescriptor, type PaginationDescriptor } from "../../templates/runtime/index.js";
import { coreFor, operation, rejection, startServer, type Answer, type Received } from "./support.js";

const server = await startServer();
type Paged = OperationDescriptor & { readonly pagination: PaginationDescriptor };
const list = (pagination: PaginationDescriptor): Paged => ({ ...operation({ path: "/items", parameters: ["offset", "limit", "page", "cursor", "q"].map((name) => ({ name, in: "query" })) }), pagination });
const query = (request: Received): URLSearchParams => new URL(request.target, server.origin).searchParams;
const items = (start: number, count: number): number[] => Array.from({ length: Math.max(0, count) }, (_, index) => start + index);
const total = 25;

async function all(paged: Paged, args: object = {}): Promise<number[]> {
  const found: number[] = [];
  server.requests.length = 0;
  for await (const item of pages<number, unknown>(coreFor(server), paged, args)) found.push(item);
  return found;
}

describe("pages", () => {
  const kinds: [PaginationDescriptor, object, (request: Received) => Answer][] = [
    [{ kind: "offset", offset: "offset", limit: "limit", items: ["data"] }, { query: { limit: 10 } }, (request) => ({ body: JSON.stringify({ data: items(Number(query(request).get("offset") ?? 0), Math.min(10, total - Number(query(request).get("offset") ?? 0))) }) })],
    [{ kind: "page", page: "page", items: [] }, {}, (request) => ({ body: JSON.stringify(items((Number(query(request).get("page") ?? 1) - 1) * 10, Math.min(10, total - (Number(query(request).get("page") ?? 1) - 1) * 10))) })],
    [{ kind: "cursor", cursor: "cursor", next: ["meta", "next"], items: ["data"] }, { query: { q: "x" } }, (request) => {
      const at = Number(query(request).get("cursor") ?? 0);
      return { body: JSON.stringify({ data: items(at, Math.min(10, total - at)), meta: { next: at + 10 < total ? String(at + 10) : null } }) };
    }],
    [{ kind: "nextUrl", next: ["next"], items: ["data"] }, { query: { q: "x" } }, (request) => {
      const at = Number(query(request).get("at") ?? 0);
      return { body: JSON.stringify({ data: items(at, Math.min(10, total - at)), ...(at + 10 < total && { next: `/items?at=${at + 10}&q=${query(request).get("q")}` }) }) };
    }],
    [{ kind: "link", items: [] }, {}, (request) => {
      const at = Number(query(request).get("at") ?? 0);
      return { body: JSON.stringify(items(at, Math.min(10, total - at))), headers: at + 10 < total ? { Link: `<${server.origin}/items>; rel="first", <${server.origin}/items?at=${at + 10}&x=a,b>; title="rel=no"; rel="last next"` } : { Link: `<${server.origin}/items>; rel="first"` } };
    }],
  ];
  it.each(kinds)("of kind %j give every item once", async (pagination, args, answer) => {
    server.answer = answer;
    expect(await all(list(pagination), args)).toEqual(items(0, total));
    if ("query" in args && pagination.kind !== "offset") expect(server.requests.every((request) => query(request).get("q") === "x")).toBe(true);
    expect(server.requests.length).toBeLessThanOrEqual(4);
  });

  it("are asked for only as far as the loop goes", async () => {
    server.answer = kinds[0]?.[2] as (request: Received) => Answer;
    server.requests.length = 0;
    for await (const item of pages<number, unknown>(coreFor(server), list({ kind: "offset", offset: "offset", items: ["data"] }))) if (item === 5) break;
    expect(server.requests).toHaveLength(1);
    const bodies: unknown[] = [];
    for await (const body of pages<number, { data: number[] }>(coreFor(server), list({ kind: "offset", offset: "offset", items: ["data"] })).byPage()) bodies.push(body.data.length);
    expect(bodies).toEqual([10, 10, 5, 0]);
  });

  it("stop on a loop", async () => {
    server.answer = () => ({ body: '{"data":[1],"next":"a"}' });
    expect(await rejection(all(list({ kind: "cursor", cursor: "cursor", next: ["next"], items: ["data"] })))).toBeInstanceOf(PaginationError);
    expect(server.requests).toHaveLength(2);
    // A loop through the first page, which was asked for without the link's parameter or with it.
    server.answer = (request) => ({ body: `{"data":[1],"next":"${query(request).get("at") === "2" ? "/items" : "/items?at=2"}"}` });
    expect(await rejection(all(list({ kind: "nextUrl", next: ["next"], items: ["data"] })))).toBeInstanceOf(PaginationError);
    expect(server.requests.map(({ target }) => target)).toEqual(["/items", "/items?at=2"]);
    server.answer = () => ({ body: '{"data":[1],"next":"a"}' });
    expect(await rejection(all(list({ kind: "cursor", cursor: "cursor", next: ["next"], items: ["data"] }), { query: { cursor: "a" } }))).toBeInstanceOf(PaginationError);
    expect(server.requests).toHaveLength(1);
    // What an API that always gives a cursor says when there is nothing more.
    server.answer = (request) => ({ body: `{"data":${query(request).has("cursor") ? "[]" : "[1]"},"next":"a"}` });
    expect(await all(list({ kind: "cursor", cursor: "cursor", next: ["next"], items: ["data"] }))).toEqual([1]);
  });

  it("go on behind a page with fewer items than were asked for: a server may cap the limit", async () => {
    server.answer = (request) => ({ body: JSON.stringify(items(0, 5).slice(Number(query(request).get("offset") ?? 0)).slice(0, 2)) });
    expect(await all(list({ kind: "offset", offset: "offset", limit: "limit", items: [] }), { query: { limit: 100 } })).toEqual([0, 1, 2, 3, 4]);
  });

  it("begin where the API begins to count", async () => {
    server.answer = (request) => ({ body: JSON.stringify(items(Number(query(request).get("page") ?? 0) * 10, Number(query(request).get("page") ?? 0) < 3 ? 10 : 0)) });
    expect(await all(list({ kind: "page", page: "page", start: 0, items: [] }))).toEqual(items(0, 30));
    server.answer = (request) => ({ body: JSON.stringify(items(Number(query(request).get("offset") ?? 1), Number(query(request).get("offset") ?? 1) < 20 ? 10 : 0)) });
    expect(await all(list({ kind: "offset", offset: "offset", start: 1, items: [] }))).toEqual(items(1, 20));
  });

  it("end with the last page where the answer tells their number", async () => {
    server.answer = (request) => ({ body: JSON.stringify({ data: [Number(query(request).get("page") ?? 0)], meta: { pages: 3 } }) });
    expect(await all(list({ kind: "page", page: "page", start: 0, total: ["meta", "pages"], items: ["data"] }))).toEqual([0, 1, 2]);
    expect(server.requests).toHaveLength(3);
    expect(await all(list({ kind: "page", page: "page", total: ["meta", "pages"], items: ["data"] }), { query: { page: 3 } })).toEqual([3]);
  });

  it("may be alike; a server that gives the last page for all behind it is at its end", async () => {
    const page = (request: Received): number => Number(query(request).get("page") ?? 1);
    server.answer = (request) => ({ body: page(request) > 4 ? "[]" : "[0,0]" });
    expect(await all(list({ kind: "page", page: "page", items: [] }))).toEqual(items(0, 8).map(() => 0));
    server.answer = (request) => (page(request) > 3 ? { status: 400 } : { body: page(request) === 3 ? "[1]" : "[0]" });
    expect(await rejection(all(list({ kind: "page", page: "page", items: [] })))).toMatchObject({ name: "ApiError" });
    server.answer = (request) => ({ body: JSON.stringify([Math.min(2, page(request))]) });
    expect(await all(list({ kind: "page", page: "page", items: [] }))).toEqual([1, 2]);
    // So is one that knows nothing of the parameter.
    server.answer = () => ({ body: "[1,2]" });
    expect(await all(list({ kind: "offset", offset: "offset", items: [] }))).toEqual([1, 2]);
  });

  it("end where the API says that there are no more, whatever cursor it leaves", async () => {
    server.answer = (request) => ({ body: JSON.stringify({ data: [1], next: "end", has_more: !query(request).has("cursor") }) });
    expect(await all(list({ kind: "cursor", cursor: "cursor", next: ["next"], more: ["has_more"], items: ["data"] }))).toEqual([1, 1]);
  });

  it.each([
    ["the value of another parameter is no relation (RFC 8288, 3)", '</items?at=2>; title="a; rel=prev"; rel="next"', 2],
    ["nor is its end (RFC 9110, 5.6.4)", '</items?at=2>; title="a\\"; rel=next; x=\\""; rel="prev"', 1],
    ["the first rel counts (RFC 8288, 3.3)", "</items?at=2>; rel=prev; rel=next", 1],
    ["names and relations know no case (RFC 8288, 2.1.1)", "</items?at=2>;REL=NEXT", 2],
    ["another context is not this page (RFC 8288, 3.2)", '</items?at=3>; anchor="/other"; rel="next", </items?at=2>; rel=next', 2],
  ])("Link: %s", async (_, link, count) => {
    server.answer = (request) => ({ body: "[1]", headers: query(request).has("at") ? {} : { Link: link } });
    expect(await all(list({ kind: "link", items: [] }))).toHaveLength(count);
    expect(server.requests.at(-1)?.target).toBe(count === 2 ? "/items?at=2" : "/items");
  });

  it("follow relative links of answers that no server gave", async () => {
    const fetch = createTestFetch({ list: list({ kind: "link", items: [] }) }, { getThing: ({ query: asked }) => ({ body: [asked.get("at")], headers: asked.get("at") === "2" ? {} : { link: `<?at=${asked.has("at") ? 2 : 1}>; rel=next` } }) });
    const found: unknown[] = [];
    for await (const item of pages(coreFor(server, { fetch }), list({ kind: "link", items: [] }))) found.push(item);
    expect(found).toEqual([null, "1", "2"]);
  });

  it("do not take credentials to another origin", async () => {
    server.answer = () => ({ body: '{"data":[1],"next":"https://evil.example/items"}' });
    expect((await rejection(all(list({ kind: "nextUrl", next: ["next"], items: ["data"] })))).message).toBe("getThing: the link leaves the server's origin");
  });

  it("throw what orThrow throws", async () => {
    server.answer = () => ({ status: 400, body: "{}" });
    expect((await rejection(all(list({ kind: "link", items: [] })))).name).toBe("ApiError");
  });
});

it("whether an equal page is data or an end is not guessed where the API does not answer", async () => {
  const paged = list({ kind: "offset", offset: "offset", items: [] });
  // Ignores the offset, and fails for the page far behind by which that would show.
  server.answer = (request) => (Number(query(request).get("offset")) > 1000 ? { cut: "before" } : { body: "[1,2]" });
  const found: number[] = [];
  const error = await rejection((async () => {
    for await (const item of pages<number, unknown>(coreFor(server, { retry: false }), paged)) found.push(item);
  })());
  expect(error.name).toBe("NetworkError");
  expect(found).toEqual([1, 2]);
});

describe("10,000 items through a server that answers 429 and 503, resets and stalls at random", () => {
  it("come exactly once each", { timeout: 60_000 }, async () => {
    // A generator with a seed, so that a failure can be repeated.
    let seed = 42;
    const random = (): number => (seed = (seed * 1103515245 + 12345) % 2 ** 31) / 2 ** 31;
    const count = 10_000;
    const troubles: Answer[] = [{ status: 429, headers: { "Retry-After": "0" } }, { status: 503, headers: { "retry-after-ms": "2" } }, { cut: "before" }, { stall: true }];
    let trouble = 0;
    server.answer = (request) => {
      if (random() < 0.3) {
        trouble += 1;
        return troubles[Math.floor(random() * 4)] ?? {};
      }
      const at = Number(query(request).get("cursor") ?? 0);
      const body = JSON.stringify({ data: items(at, Math.min(100, count - at)), next: at + 100 < count ? String(at + 100) : "" });
      return random() < 0.05 ? { body, cut: 50 } : { body };
    };
    const core = coreFor(server, { timeoutMs: 150, retry: { limit: 12, baseDelayMs: 2, maxDelayMs: 20 } });
    const found: number[] = [];
    for await (const item of pages<number, unknown>(core, list({ kind: "cursor", cursor: "cursor", next: ["next"], items: ["data"] }))) found.push(item);
    expect(found).toEqual(items(0, count));
    expect(trouble).toBeGreaterThan(20);
  });
});
