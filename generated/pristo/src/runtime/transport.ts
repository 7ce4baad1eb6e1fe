/**
 * The only file that touches openapi-fetch. It is handed a finished URL, finished headers and a finished body, so that
 * nothing a user sees depends on openapi-fetch's serializers; what it contributes is the request object and the chain of
 * middleware (`onRequest`, `onResponse`, `onError`), which is the interface that users write against.
 */
import createClient, { type Client, type Middleware } from "openapi-fetch";
import type { ClientOptions } from "./options.js";
import type { PlainRequest } from "./plain-request.js";

export type { Middleware } from "openapi-fetch";
/** The openapi-fetch client, typed by the generated `paths`. */
export type RawClient<Paths extends {}> = Client<Paths>;

/** What a request is about, for middleware. */
export interface Subject {
  /** The path template. */
  readonly template: string;
  /** The caller's own values. */
  readonly params: { readonly path?: object; readonly query?: object; readonly cookie?: object };
}

/** What a core sends its requests through, where that is not `fetch` at once. */
export interface Transport {
  /** Sends one request; `deliver` puts it on the wire. Rejects with whatever `deliver` or a middleware threw. */
  send(request: PlainRequest, subject: Subject, deliver: (request: Request | PlainRequest) => Promise<Response>): Promise<Response>;
}

/** openapi-fetch as a transport. */
export interface OpenapiFetch extends Transport {
  /** With the same base URL, headers and middleware; it knows nothing of auth, retries and validation. */
  readonly raw: Client<{}>;
  /** Adds middleware, to be run for each attempt. */
  use(...middleware: Middleware[]): void;
  eject(...middleware: Middleware[]): void;
}

/** The part of openapi-fetch's interface that is used here, without its inference by path (which needs literal types). */
interface Sender {
  request(method: string, template: string, init: object): Promise<{ response: Response; error?: unknown }>;
}

/** Makes the transport of a client. Its `baseUrl`, `headers` and `fetch` are for `raw`: what goes through `send` has them already. */
export function openapiFetch({ baseUrl = "", headers = {}, fetch, middleware = [] }: Pick<ClientOptions, "baseUrl" | "headers" | "fetch" | "middleware">): OpenapiFetch {
  const raw = createClient<{}>({ baseUrl, headers, ...(fetch && { fetch }) });
  const answers = new WeakMap<object, { final?: Response }>();
  let intercepted = false;

  // openapi-fetch reads error bodies itself, as text or JSON. Its `onResponse` chain runs backwards, so the first
  // middleware has the last word: it takes the final answer out and leaves an empty one in its place.
  const takeAnswer: Middleware = {
    onResponse({ response, options }) {
      const answer = answers.get(options.fetch);
      if (answer === undefined) return undefined;
      answer.final = response;
      return new Response(null, { status: 204 });
    },
  };
  const use = raw.use.bind(raw);
  raw.use = (...added) => {
    if (!intercepted) use(takeAnswer);
    intercepted = true;
    use(...added);
  };
  if (middleware.length > 0) raw.use(...middleware);
  // openapi-fetch sends what it was made with, and says application/json of any body but FormData, unless a field is null.
  const unsaid = Object.fromEntries(["content-type", ...Object.keys(headers)].map((name) => [name.toLowerCase(), null]));

  return {
    raw,
    use: (...added) => raw.use(...added),
    eject: (...taken) => raw.eject(...taken),
    async send(plain, { template, params: { path = {}, query, cookie } }, deliver) {
      // Nobody is there to look at a request: openapi-fetch would have nothing to do but to make one.
      if (!intercepted) return deliver(plain);
      const { url, init } = plain;
      const answer: { final?: Response } = {};
      const own = (request: Request): Promise<Response> => deliver(request);
      answers.set(own, answer);
      const { response, error } = await (raw as unknown as Sender).request(init.method ?? "GET", template, {
        ...init,
        // Without the header parameters: openapi-fetch would write them once more, in its own way.
        params: { path, query, cookie },
        headers: { ...unsaid, ...(init.headers as Record<string, string>) },
        pathSerializer: () => url,
        querySerializer: () => "",
        bodySerializer: (body: unknown) => body,
        parseAs: "stream",
        fetch: own,
      });
      return answer.final ?? unread(response, error);
    },
  };
}

/** An answer that a middleware's `onRequest` gave instead of a request: openapi-fetch has read its body if it is an error. */
function unread(response: Response, error: unknown): Response {
  if (!response.bodyUsed || error === undefined) return response;
  return new Response(typeof error === "string" ? error : JSON.stringify(error), response);
}
