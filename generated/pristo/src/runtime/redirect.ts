/**
 * Redirects of requests that carry credentials in fields of their own. fetch takes `Authorization` and cookies off when a
 * redirect leaves the origin (Fetch Standard, HTTP-redirect fetch), but not `X-API-Key`; so these are followed by hand.
 */
import { PlainRequest } from "./plain-request.js";

const redirects = new Set([301, 302, 303, 307, 308]);
/** As many as fetch follows. */
const limit = 20;

/**
 * Goes where an answer leads, until there is one that leads nowhere.
 *
 * @param sent the request that was answered
 * @param body what it was made with, for 307 and 308; a stream cannot be sent twice
 * @param secrets names of the header fields that stay on their origin
 */
export type RedirectFollower = (
  fetch: (request: Request | PlainRequest) => Promise<Response>,
  sent: Request | PlainRequest,
  answer: Response,
  body: BodyInit | null,
  secrets: readonly string[],
) => Promise<Response>;

/** See {@link RedirectFollower}. Only packages with a key in a header field refer to it. */
export const followRedirects: RedirectFollower = async (fetch, sent, answer, body, secrets) => {
  let request = sent;
  let response = answer;
  for (let hops = 0; ; hops++) {
    // Browsers show nothing of a redirect that they are told not to follow.
    if (response.type === "opaqueredirect") throw new TypeError("a browser cannot follow a redirect without passing credentials on");
    const location = redirects.has(response.status) ? response.headers.get("location") : null;
    if (location === null) return response;
    if (hops === limit) throw new TypeError(`more than ${limit} redirects`);
    await response.body?.cancel();
    request = nextRequest(request instanceof PlainRequest ? new Request(request.url, { ...request.init, body: null }) : request, response.status, location, body, secrets);
    if (request.method === "GET") body = null;
    response = await fetch(request);
  }
};

function nextRequest(request: Request, status: number, location: string, body: BodyInit | null, secrets: readonly string[]): Request {
  const from = new URL(request.url);
  const to = new URL(location, from);
  if (!/^https?:$/.test(to.protocol)) throw new TypeError("a redirect leads away from http");
  // A Request cannot have them, and the message of its own error would show them.
  to.username = to.password = "";
  const headers = new Headers(request.headers);
  // Fetch Standard, HTTP-redirect fetch, 11: POST becomes GET on 301 and 302, all but HEAD on 303.
  const toGet = status === 303 ? request.method !== "HEAD" : status < 303 && request.method === "POST";
  if (toGet) for (const name of [...headers.keys()]) if (name.startsWith("content-")) headers.delete(name);
  if (!toGet && body instanceof ReadableStream) throw new TypeError("a redirect asks for a stream again");
  if (to.origin !== from.origin) for (const name of ["authorization", "proxy-authorization", "cookie", ...secrets]) headers.delete(name);
  return new Request(to, { method: toGet ? "GET" : request.method, headers, body: toGet ? null : body, redirect: "manual", signal: request.signal });
}
