/** The client credentials flow (RFC 6749, 4.4). Only packages with such a scheme refer to it. */
import { base64 } from "./basic.js";
import { ConfigurationError, NetworkError } from "./errors.js";
import type { ClientCredentials, CredentialRequest } from "./options.js";
import { percentEncode } from "./parameters.js";
import type { OAuth2Handler } from "./security.js";

interface Token {
  readonly text: string;
  /** Milliseconds of `Date.now()` from which a new one is fetched. */
  readonly renewAt: number;
}

/** Tokens, or the requests for them, belong to the credentials that the client was made with; by token endpoint and scopes. */
const tokens = new WeakMap<ClientCredentials, Map<string, Promise<Token>>>();

/** A token is renewed this long before it expires, or at nine tenths of its life if that is later. */
const marginMs = 30_000;
/** The token request serves all waiting calls, so it has a limit of its own rather than one call's. */
const timeoutMs = 30_000;

/**
 * Gives a token: the one at hand, or the one being fetched, or a new one. One that the API has rejected is given up, unless
 * another call has replaced it in the meantime.
 * Throws `ConfigurationError` (the endpoint refuses) or `NetworkError`.
 */
export const clientCredentials: OAuth2Handler = async (scheme, credentials, request, fetch, base) => {
  const scopes = [...(credentials.scopes ?? request.scopes)].sort().join(" ");
  const said = credentials.tokenUrl ?? scheme.tokenUrl;
  const url = said !== undefined && URL.canParse(said, base) ? new URL(said, base).href : undefined;
  if (url === undefined) throw new ConfigurationError(request.operation, `the scheme ${request.scheme} has no token URL`);
  const byScope = tokens.get(credentials) ?? new Map<string, Promise<Token>>();
  tokens.set(credentials, byScope);
  const key = `${url} ${scopes}`;

  const known = byScope.get(key);
  if (known !== undefined) {
    const token = await known;
    if (token.text !== request.rejected && Date.now() < token.renewAt) return token.text;
    if (byScope.get(key) === known) byScope.delete(key);
  }
  let fetching = byScope.get(key);
  if (fetching === undefined) {
    fetching = fetchToken(url, scopes, credentials, request, fetch);
    byScope.set(key, fetching);
    const started = fetching;
    fetching.catch(() => byScope.get(key) === started && byScope.delete(key));
  }
  return (await fetching).text;
};

async function fetchToken(url: string, scopes: string, credentials: ClientCredentials, request: CredentialRequest, fetch: (request: Request) => Promise<Response>): Promise<Token> {
  const parameters = new URLSearchParams({ grant_type: "client_credentials", ...(scopes === "" ? {} : { scope: scopes }), ...credentials.parameters });
  const headers = new Headers({ accept: "application/json" });
  if (credentials.clientAuthentication === "body") {
    parameters.set("client_id", credentials.clientId);
    parameters.set("client_secret", credentials.clientSecret);
  } else {
    // RFC 6749, 2.3.1: both are form-encoded before they are joined.
    headers.set("authorization", `Basic ${base64(`${percentEncode(credentials.clientId)}:${percentEncode(credentials.clientSecret)}`)}`);
  }
  const fail = (why: string): never => {
    throw new ConfigurationError(request.operation, `no token for ${request.scheme}: ${why}`);
  };
  let response: Response;
  let received: string;
  try {
    // A redirect would take the client's secret elsewhere.
    response = await fetch(new Request(url, { method: "POST", headers, body: parameters, redirect: "error", signal: AbortSignal.timeout(timeoutMs) }));
    received = await response.text();
  } catch (error) {
    throw new NetworkError(request.operation, `no token for ${request.scheme}: the endpoint does not answer`, { cause: error });
  }
  if (response.status >= 500) throw new NetworkError(request.operation, `no token for ${request.scheme}: the endpoint answers ${response.status}`);
  const body = jsonObject(received);
  // RFC 6749, 5.2: `error` is a code out of a fixed set; the description may quote what was sent.
  if (!response.ok) return fail(`the endpoint answers ${response.status}${typeof body["error"] === "string" && /^[\w.-]{1,64}$/.test(body["error"]) ? ` ${body["error"]}` : ""}`);
  const text = body["access_token"];
  if (typeof text !== "string") return fail("the endpoint's answer holds no access_token");
  // Without it the token is used until it is refused (RFC 6749, 5.1).
  const lifeMs = body["expires_in"] === undefined ? Infinity : Number(body["expires_in"]) * 1000;
  return { text, renewAt: lifeMs >= 0 ? Date.now() + Math.max(lifeMs - marginMs, lifeMs * 0.9) : Infinity };
}

/** What is no JSON object holds nothing. */
function jsonObject(text: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null ? (value as Record<string, unknown>) : {};
  } catch {
    return {};
  }
}
