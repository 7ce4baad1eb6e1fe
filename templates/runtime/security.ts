/** Credentials on a request (OpenAPI 3.1.1, 4.8.27 and 4.8.30). */
import type { ApiDescriptor, OperationDescriptor, SecuritySchemeDescriptor } from "./descriptor.js";
import { ConfigurationError } from "./errors.js";
import type { AuthValues, BasicCredential, ClientCredentials, CredentialRequest } from "./options.js";
import { percentEncode } from "./parameters.js";

/** What the credentials of a call add to its request. */
export interface Authorization {
  readonly headers: readonly (readonly [name: string, value: string])[];
  /** Encoded `name=value` pairs. */
  readonly query: readonly string[];
  readonly cookies: readonly string[];
  /** What functions and token endpoints gave, by scheme: these can be asked again after a 401. */
  readonly tokens: ReadonlyMap<string, Credential>;
}

/** Runs the client credentials flow. `clientCredentials` of oauth2.ts; descriptors refer to it, so that a bundle holds it only where it is used. */
export type OAuth2Handler = (
  scheme: Extract<SecuritySchemeDescriptor, { type: "oauth2" }>,
  credentials: ClientCredentials,
  request: CredentialRequest,
  fetch: (request: Request) => Promise<Response>,
) => Promise<string>;

type Credential = string | BasicCredential | true;
type Resolve = (scheme: SecuritySchemeDescriptor, name: string, scopes: readonly string[]) => Promise<Credential | undefined>;

/** For operations that need no credentials. */
export const anonymous: Authorization = { headers: [], query: [], cookies: [], tokens: new Map() };

/**
 * The credentials of the first alternative for which there are all. An alternative without any scheme (`{}`: anonymous) is
 * taken last, since whoever gives credentials wants them used.
 * Throws `ConfigurationError` when no alternative can be met.
 */
export async function authorize(
  api: ApiDescriptor,
  operation: OperationDescriptor,
  auth: AuthValues,
  rejected: Authorization["tokens"],
  fetch: (request: Request) => Promise<Response>,
): Promise<Authorization> {
  const requirements = operation.security ?? [];
  if (requirements.length === 0) return anonymous;
  const given = new Map(Object.entries(auth));
  const schemes = new Map(Object.entries(api.securitySchemes));
  const tokens = new Map<string, Credential>();
  const resolve: Resolve = async (scheme, name, scopes) => {
    const value = given.get(name);
    const before = rejected.get(name);
    const request: CredentialRequest = { operation: operation.id, scheme: name, scopes, ...(typeof before === "string" && { rejected: before }) };
    if (typeof value !== "function" && (typeof value !== "object" || !("clientId" in value))) return value;
    const token = await (typeof value === "function" ? value(request) : clientToken(scheme, value, request, fetch));
    if (token !== undefined) tokens.set(name, token);
    return token;
  };

  const ordered = [...requirements].sort((a, b) => Number(isEmpty(a)) - Number(isEmpty(b)));
  for (const requirement of ordered) {
    const found: Found[] = [];
    const wanted = Object.entries(requirement);
    if (!wanted.every(([name]) => given.get(name) !== undefined)) continue;
    for (const [name, scopes] of wanted) {
      const scheme = schemes.get(name);
      if (scheme === undefined) throw new ConfigurationError(operation.id, `the security scheme ${name} is not declared`);
      const credential = await resolve(scheme, name, scopes);
      if (credential !== undefined) found.push({ name, scheme, credential });
    }
    if (found.length === wanted.length) return combine(operation.id, found, tokens);
  }
  throw new ConfigurationError(operation.id, `needs credentials: auth for ${requirements.map((one) => Object.keys(one).join(" and ")).join(", or for ")}`);
}

function clientToken(scheme: SecuritySchemeDescriptor, credentials: ClientCredentials, request: CredentialRequest, fetch: (request: Request) => Promise<Response>): Promise<string> {
  if (scheme.type === "oauth2" && scheme.handler !== undefined) return scheme.handler(scheme, credentials, request, fetch);
  throw new ConfigurationError(request.operation, `the scheme ${request.scheme} takes a token, not client credentials`);
}

const isEmpty = (requirement: object): boolean => Object.keys(requirement).length === 0;

interface Found {
  readonly name: string;
  readonly scheme: SecuritySchemeDescriptor;
  readonly credential: Credential;
}

function combine(operation: string, found: readonly Found[], tokens: Authorization["tokens"]): Authorization {
  const headers: (readonly [string, string])[] = [];
  const query: string[] = [];
  const cookies: string[] = [];
  for (const { name, scheme, credential } of found) {
    const text = credentialText(operation, name, scheme, credential);
    if (text === undefined) continue;
    if (scheme.type !== "apiKey") headers.push(["Authorization", text]);
    else if (scheme.in === "header") headers.push([scheme.name, text]);
    else (scheme.in === "query" ? query : cookies).push(`${percentEncode(scheme.name)}=${percentEncode(text)}`);
  }
  return { headers, query, cookies, tokens };
}

/** The value to be sent. Messages name the scheme, never the credential. */
function credentialText(operation: string, name: string, scheme: SecuritySchemeDescriptor, credential: Credential): string | undefined {
  const bad = (why: string): never => {
    throw new ConfigurationError(operation, `the credential for ${name} ${why}`);
  };
  if (scheme.type === "mutualTLS") return undefined;
  if (scheme.type === "basic") {
    if (typeof credential !== "object") return bad("must have username and password");
    // RFC 7617, 2: a colon would end the user name early; control characters are not allowed.
    if (credential.username.includes(":")) bad("has a user name with a colon");
    if (/[\x00-\x1f\x7f]/.test(credential.username + credential.password)) bad("holds a control character");
    return `Basic ${base64(`${credential.username}:${credential.password}`)}`;
  }
  if (typeof credential !== "string" || credential === "") return bad("must be a text that is not empty");
  if (scheme.type === "apiKey" && scheme.in !== "header") return credential;
  if (!/^[\x21-\x7e\x80-\xff](?:[\t\x20-\x7e\x80-\xff]*[\x21-\x7e\x80-\xff])?$/.test(credential)) bad("holds a character that a header field cannot carry");
  if (scheme.type === "apiKey") return credential;
  return `${scheme.type === "http" ? scheme.scheme : "Bearer"} ${credential}`;
}

/** Whether asking again gave anything new. */
export const isRenewed = (before: Authorization, after: Authorization): boolean => [...after.tokens].some(([scheme, token]) => before.tokens.get(scheme) !== token);

/** UTF-8, as in the example of RFC 7617, 2.1 (`btoa` alone knows Latin-1 only). */
export function base64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(""));
}
