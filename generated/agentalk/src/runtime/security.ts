/** Credentials on a request (OpenAPI 3.1.1, 4.8.27 and 4.8.30). */
import type { ApiDescriptor, OperationDescriptor, SecuritySchemeDescriptor } from "./descriptor.js";
import { ConfigurationError } from "./errors.js";
import type { AuthValues, BasicCredential, ClientCredentials, CredentialRequest } from "./options.js";
import { own } from "./own.js";
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
  const tokens = new Map<string, Credential>();
  const resolve = async (name: string, scheme: SecuritySchemeDescriptor, scopes: readonly string[]): Promise<Credential | undefined> => {
    const value = own(auth, name);
    const before = rejected.get(name);
    const request: CredentialRequest = { operation: operation.id, scheme: name, scopes, ...(typeof before === "string" && { rejected: before }) };
    let token: Credential | undefined;
    if (typeof value === "function") token = await value(request);
    else if (typeof value !== "object" || !("clientId" in value)) return value;
    else if (scheme.type === "oauth2" && scheme.handler !== undefined) token = await scheme.handler(scheme, value, request, fetch);
    else throw new ConfigurationError(operation.id, `${name} takes a token, not client credentials`);
    if (token !== undefined) tokens.set(name, token);
    return token;
  };

  for (const requirement of [...requirements].sort((a, b) => Number(isEmpty(a)) - Number(isEmpty(b)))) {
    const wanted = Object.entries(requirement);
    // Nobody is asked for a token that would not be used.
    if (!wanted.every(([name]) => own(auth, name) !== undefined)) continue;
    const found = { headers: [] as [string, string][], query: [] as string[], cookies: [] as string[], tokens };
    let missing = false;
    for (const [name, scopes] of wanted) {
      const scheme = own(api.securitySchemes, name);
      if (scheme === undefined) throw new ConfigurationError(operation.id, `the security scheme ${name} is not declared`);
      const credential = await resolve(name, scheme, scopes);
      const text = credential === undefined ? undefined : credentialText(operation.id, name, scheme, credential);
      missing ||= credential === undefined;
      if (text === undefined) continue;
      if (scheme.type !== "apiKey") found.headers.push(["authorization", text]);
      else if (scheme.in === "header") found.headers.push([scheme.name, text]);
      else (scheme.in === "query" ? found.query : found.cookies).push(`${percentEncode(scheme.name)}=${percentEncode(text)}`);
    }
    if (!missing) return found;
  }
  throw new ConfigurationError(operation.id, `needs auth: ${requirements.map((one) => Object.keys(one).join(" and ")).join(", or ")}`);
}

const isEmpty = (requirement: object): boolean => Object.keys(requirement).length === 0;

/** The value to be sent. Messages name the scheme, never the credential. */
function credentialText(operation: string, name: string, scheme: SecuritySchemeDescriptor, credential: Credential): string | undefined {
  const bad = (why: string): never => {
    throw new ConfigurationError(operation, `the credential for ${name} ${why}`);
  };
  if (scheme.type === "mutualTLS") return undefined;
  if (scheme.type === "basic") {
    // RFC 7617, 2: a colon would end the user name early; control characters are not allowed.
    if (typeof credential !== "object" || credential.username.includes(":") || /[\x00-\x1f\x7f]/.test(credential.username + credential.password)) return bad("must be username (without a colon) and password");
    return `Basic ${base64(`${credential.username}:${credential.password}`)}`;
  }
  if (typeof credential !== "string" || credential === "") return bad("must be a text that is not empty");
  const inHeader = scheme.type !== "apiKey" || scheme.in === "header";
  if (inHeader && /^[\t ]|[\t ]$|[^\t\x20-\x7e\x80-\xff]/.test(credential)) bad("holds what a header field cannot carry");
  return scheme.type === "apiKey" ? credential : `${scheme.type === "http" ? scheme.scheme : "Bearer"} ${credential}`;
}

/** Whether asking again gave anything new. */
export const isRenewed = (before: Authorization, after: Authorization): boolean => [...after.tokens].some(([scheme, token]) => before.tokens.get(scheme) !== token);

/** UTF-8, as in the example of RFC 7617, 2.1 (`btoa` alone knows Latin-1 only). */
export function base64(text: string): string {
  return btoa(Array.from(new TextEncoder().encode(text), (byte) => String.fromCharCode(byte)).join(""));
}
