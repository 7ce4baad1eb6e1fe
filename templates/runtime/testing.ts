/** A stand-in for the API in the tests of a package's users: real requests, made answers, no server. */
import { orAborted } from "./deadline.js";
import type { OperationDescriptor } from "./descriptor.js";

/** A request that the stand-in has received. */
export interface TestCall {
  readonly operation: string;
  readonly request: Request;
  /** Decoded path values (for styles other than `simple`: as they were sent). */
  readonly path: { readonly [name: string]: string };
  readonly query: URLSearchParams;
}

/** What to answer: status and body (objects as JSON), or a whole Response. The status is the first declared success unless given. */
export type TestAnswer = Response | { readonly status?: number; readonly body?: unknown; readonly headers?: { readonly [name: string]: string } };
export type TestHandler = TestAnswer | ((call: TestCall) => TestAnswer | Promise<TestAnswer>);

/** A `fetch` for a client's options. */
export interface TestFetch {
  (request: Request): Promise<Response>;
  /** All requests so far. */
  readonly calls: readonly TestCall[];
}

/**
 * Makes a `fetch` that answers from `handlers`, by operation id: `createPristoClient({ fetch: createTestFetch(operations, { listContacts: { body: [] } }) })`.
 * A request that fits no operation, or one without a handler, rejects with an error that says so.
 */
export function createTestFetch(operations: { readonly [id: string]: OperationDescriptor }, handlers: { readonly [id: string]: TestHandler }): TestFetch {
  const routes = Object.values(operations).map(routeOf);
  const answers = new Map(Object.entries(handlers));
  const calls: TestCall[] = [];
  const answer = async (request: Request): Promise<Response> => {
    const { signal } = request;
    signal.throwIfAborted();
    const url = new URL(request.url);
    const found = find(routes, request.method, url.pathname);
    if (found === undefined) throw new Error(`no operation is ${request.method} ${url.pathname}`);
    const { operation, names } = found.route;
    const path = Object.fromEntries(names.map((name, index) => [name, decodeURIComponent(found.match[index + 1] ?? "")]));
    const call: TestCall = { operation: operation.id, request: request.clone(), path, query: url.searchParams };
    calls.push(call);
    const handler = answers.get(operation.id);
    if (handler === undefined) throw new Error(`no answer is given for ${operation.id}`);
    const response = responseOf(operation, typeof handler === "function" ? await orAborted(Promise.resolve(handler({ ...call, request })), signal) : handler);
    // Links in it are relative to what was asked for.
    return response.url === "" ? Object.defineProperty(response, "url", { value: request.url }) : response;
  };
  return Object.assign(answer, { calls });
}

interface Route {
  readonly operation: OperationDescriptor;
  readonly pattern: RegExp;
  readonly names: readonly string[];
  /** How many characters of the path are not a parameter's. */
  readonly literals: number;
}

/**
 * The route that explains most of the path, since any path may stand before it; of those, the one with the most characters of
 * its own: `/contacts/me` before `/contacts/{id}` (OpenAPI 3.1.1, 4.8.8.2), `/things/{id}:export` before `/things/{id}`.
 */
function find(routes: readonly Route[], method: string, path: string): { readonly route: Route; readonly match: RegExpExecArray } | undefined {
  const fitting = routes.flatMap((route) => {
    const match = route.operation.method.toUpperCase() === method.toUpperCase() ? route.pattern.exec(path) : null;
    return match === null ? [] : [{ route, match }];
  });
  return fitting.sort((a, b) => a.match.index - b.match.index || b.route.literals - a.route.literals)[0];
}

/** Matches the end of a URL's path, since servers have paths of their own. */
function routeOf(operation: OperationDescriptor): Route {
  const pieces = operation.path.split(/\{([^{}]*)\}/);
  const names = pieces.filter((_, index) => index % 2 === 1);
  const source = pieces.map((piece, index) => (index % 2 === 1 ? "([^/]+)" : piece.replace(/[.*+?^${}()|[\]\\]/g, "\\$&"))).join("");
  return { operation, names, literals: pieces.filter((_, index) => index % 2 === 0).join("").length, pattern: new RegExp(`${source}$`) };
}

function responseOf(operation: OperationDescriptor, answer: TestAnswer): Response {
  if (answer instanceof Response) return answer.clone();
  const status = answer.status ?? Number(Object.keys(operation.responses).find((key) => /^2\d\d$/.test(key)) ?? 200);
  const declared = operation.responses[String(status)] ?? operation.responses[`${Math.floor(status / 100)}XX`] ?? operation.responses["default"];
  const type = Object.keys(declared?.contents ?? {})[0];
  const { body } = answer;
  const raw = body === undefined || body === null && type === undefined ? null : typeof body === "string" && !/json/i.test(type ?? "") || body instanceof Blob || body instanceof ReadableStream ? body : JSON.stringify(body);
  return new Response(raw, { status, headers: { ...(raw !== null && type !== undefined && { "content-type": type }), ...answer.headers } });
}
