/**
 * The only file that touches openapi-fetch. It is handed a finished URL, finished headers and a finished body, so that
 * nothing a user sees depends on openapi-fetch's serializers; what it contributes is the request object and the chain of
 * middleware (`onRequest`, `onResponse`, `onError`), which is the interface that users write against.
 */
import createClient, { type Client, type Middleware } from "openapi-fetch";

export type { Middleware } from "openapi-fetch";
/** The openapi-fetch client, typed by the generated `paths`. */
export type RawClient<Paths extends {}> = Client<Paths>;

/** A request, ready to be sent. */
export interface Outgoing {
  readonly method: string;
  /** The path template, for middleware. */
  readonly template: string;
  /** Whole, query included. */
  readonly url: string;
  /** By lower-case name, those of the client included; `null` keeps one from being sent. */
  readonly headers: { readonly [name: string]: string | null };
  readonly body: BodyInit | null;
  readonly signal: AbortSignal | undefined;
  /** The caller's own values, for middleware. */
  readonly params: { readonly path?: object; readonly query?: object; readonly cookie?: object };
  readonly redirect: "follow" | "manual";
  /** Puts the request on the wire. */
  readonly deliver: (request: Request | PlainRequest) => Promise<Response>;
}

export interface Transport {
  /** Sends one request through the middleware. Rejects with whatever `deliver` or a middleware threw. */
  send(outgoing: Outgoing): Promise<Response>;
  readonly raw: Client<{}>;
}

/**
 * Stands for a `Request` where nobody looks at it: no middleware and no fetch of the user's. Making a real one and handing
 * that to fetch costs as much as the call itself, since fetch copies it, body and all.
 */
export class PlainRequest {
  declare readonly url: string;
  declare readonly init: RequestInit;

  constructor(url: string, init: RequestInit) {
    this.url = url;
    this.init = init;
  }
}

/** The part of openapi-fetch's interface that is used here, without its inference by path (which needs literal types). */
interface Sender {
  request(method: string, template: string, init: object): Promise<{ response: Response; error?: unknown }>;
}

/**
 * @param baseUrl for `raw` only
 * @param headers of the client, for `raw` only
 */
export function createTransport(options: {
  readonly baseUrl: string;
  readonly headers: { readonly [name: string]: string | null };
  /** The user's own; it is given real requests only. */
  readonly fetch: ((request: Request) => Promise<Response>) | undefined;
  readonly middleware: readonly Middleware[];
}): Transport {
  const raw = createClient<{}>({ baseUrl: options.baseUrl, headers: options.headers, ...(options.fetch && { fetch: options.fetch }) });
  const answers = new WeakMap<object, { final?: Response }>();
  let intercepted = false;

  // openapi-fetch reads error bodies itself, as text or JSON. Its `onResponse` chain runs backwards, so the first
  // middleware has the last word: it takes the final answer out and leaves an empty one in its place.
  const takeAnswer: Middleware = {
    onResponse({ response, options: { fetch } }) {
      const answer = answers.get(fetch);
      if (answer === undefined) return undefined;
      answer.final = response;
      return new Response(null, { status: 204 });
    },
  };
  const use = raw.use.bind(raw);
  raw.use = (...middleware) => {
    if (!intercepted) use(takeAnswer);
    intercepted = true;
    use(...middleware);
  };
  if (options.middleware.length > 0) raw.use(...options.middleware);

  return {
    raw,
    async send(outgoing) {
      const content = {
        headers: outgoing.headers,
        redirect: outgoing.redirect,
        ...(outgoing.signal && { signal: outgoing.signal }),
        // A stream is sent while it is read, which fetch wants to be told (Fetch Standard, RequestInit.duplex).
        ...(outgoing.body !== null && (outgoing.body instanceof ReadableStream ? { body: outgoing.body, duplex: "half" } : { body: outgoing.body })),
      };
      // Nobody is there to look at a request: openapi-fetch would have nothing to do but to make one.
      if (!intercepted && options.fetch === undefined) {
        const headers = Object.fromEntries(Object.entries(outgoing.headers).filter((field): field is [string, string] => field[1] != null));
        return outgoing.deliver(new PlainRequest(outgoing.url, { ...content, method: outgoing.method, headers }));
      }
      const answer: { final?: Response } = {};
      const { path, query, cookie } = outgoing.params;
      const fetch = async (request: Request): Promise<Response> => {
        const response = await outgoing.deliver(request);
        if (intercepted) return response;
        answer.final = response;
        return nothing;
      };
      if (intercepted) answers.set(fetch, answer);
      const { response, error } = await (raw as unknown as Sender).request(outgoing.method, outgoing.template, {
        // Without the header parameters: openapi-fetch would write them once more, in its own way.
        params: { path: path ?? {}, query, cookie },
        pathSerializer: () => outgoing.url,
        querySerializer: () => "",
        bodySerializer: (body: unknown) => body,
        parseAs: "stream",
        ...content,
        fetch,
      });
      return answer.final ?? unread(response, error);
    },
  };
}

/** Stands for an answer that has been taken out already; openapi-fetch finds nothing to read in it. */
const nothing: Response = /* @__PURE__ */ new Response(null, { status: 204 });

/** An answer that a middleware's `onRequest` gave instead of a request: openapi-fetch has read its body if it is an error. */
function unread(response: Response, error: unknown): Response {
  if (!response.bodyUsed || error === undefined) return response;
  return new Response(typeof error === "string" ? error : JSON.stringify(error), response);
}
