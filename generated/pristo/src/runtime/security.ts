/** Credentials on a request (OpenAPI 3.1.1, 4.8.27 and 4.8.30). */
import type { ApiDescriptor, OperationDescriptor, SecuritySchemeDescriptor } from "./descriptor.js";
import { ConfigurationError } from "./errors.js";
import type { AuthValues, BasicCredential, ClientCredentials, CredentialRequest } from "./options.js";
import { own } from "./own.js";
import { isUnfit, percentEncode } from "./parameters.js";
import type { RedirectFollower } from "./redirect.js";

/** What the credentials of a call add to its request. */
export interface Authorization {
  /** By lower-case name. */
  readonly headers: { readonly [name: string]: string };
  /** Encoded `name=value` pairs, an `&` before each. */
  readonly query: string;
  /** The same, `; ` before each. */
  readonly cookies: string;
  /** Follows redirects, so that keys in header fields stay on their origin. */
  readonly follow: RedirectFollower | undefined;
  /** The credentials themselves, as an answer may quote them. */
  readonly secrets: readonly string[];
  /** What functions and token endpoints gave, by scheme: these can be asked again after a 401. Empty: nobody had to be asked, so the next call's credentials are the same. */
  readonly tokens: ReadonlyMap<string, Credential | undefined>;
}

/** Runs the client credentials flow. `clientCredentials` of oauth2.ts; descriptors refer to it, so that a bundle holds it only where it is used. */
export type OAuth2Handler = (
  scheme: Extract<SecuritySchemeDescriptor, { type: "oauth2" }>,
  credentials: ClientCredentials,
  request: CredentialRequest,
  fetch: (request: Request) => Promise<Response>,
  /** What a relative token URL is resolved against. */
  base: string,
) => Promise<string>;

type Credential = string | BasicCredential | true;

/** Writes a credential for the `Authorization` field. Throws an `Error` that says why it cannot, without the credential. */
export type CredentialEncoder = (credential: Credential) => string;

/** Finds the credentials of an operation. `authorize`; packages with security schemes refer to it. */
export type Authorizer = (
  api: ApiDescriptor,
  operation: OperationDescriptor,
  auth: AuthValues,
  /** What was given before and is no longer good. */
  rejected: Authorization["tokens"],
  fetch: (request: Request) => Promise<Response>,
  base: string,
) => Promise<Authorization>;

/**
 * The credentials of the first alternative for which there are all. An alternative without any scheme (`{}`: anonymous) is
 * taken last, since whoever gives credentials wants them used.
 * Throws `ConfigurationError` when no alternative can be met.
 */
export const authorize: Authorizer = async (api, operation, auth, rejected, fetch, base) => {
  const requirements = operation.security ?? [];
  const tokens = new Map<string, Credential | undefined>();
  const ask = async (name: string, scheme: SecuritySchemeDescriptor, scopes: readonly string[], source: Source): Promise<Credential | undefined> => {
    const before = rejected.get(name);
    const request: CredentialRequest = { operation: operation.id, scheme: name, scopes, ...(typeof before === "string" && { rejected: before }) };
    let token: Credential | undefined;
    if (typeof source === "function") token = await source(request);
    else if (scheme.type === "oauth2" && scheme.handler !== undefined) token = await scheme.handler(scheme, source, request, fetch, base);
    else throw new ConfigurationError(operation.id, `${name} takes a token, not client credentials`);
    tokens.set(name, token);
    return token;
  };

  for (const requirement of requirements.length > 1 ? [...requirements].sort((a, b) => Number(isEmpty(a)) - Number(isEmpty(b))) : requirements) {
    const wanted = Object.entries(requirement);
    // Nobody is asked for a token that would not be used.
    if (!wanted.every(([name]) => own(auth, name) !== undefined)) continue;
    const found = { headers: {} as Record<string, string>, query: "", cookies: "", secrets: [] as string[], follow: undefined as RedirectFollower | undefined, tokens };
    let missing = false;
    for (const [name, scopes] of wanted) {
      const scheme = own(api.securitySchemes, name);
      if (scheme === undefined) throw new ConfigurationError(operation.id, `the security scheme ${name} is not declared`);
      const value = own(auth, name);
      const credential = isSource(value) ? await ask(name, scheme, scopes, value) : value;
      if (credential === undefined) {
        missing = true;
        break;
      }
      let text: string | undefined;
      try {
        text = credentialText(scheme, credential);
      } catch (error) {
        throw new ConfigurationError(operation.id, `the credential for ${name} ${(error as Error).message}`);
      }
      if (text === undefined) continue;
      found.secrets.push(text.replace(/^\w+ /, ""));
      if (scheme.type !== "apiKey" || scheme.in === "header") {
        const header = scheme.type === "apiKey" ? scheme.name.toLowerCase() : "authorization";
        const twin = own(found.headers, header);
        // Two schemes that take the same token are both satisfied by it.
        if (twin !== undefined && twin !== text) throw new ConfigurationError(operation.id, `${wanted.map(([one]) => one).join(" and ")} cannot both be sent: there is one header ${header}`);
        found.headers[header] = text;
        if (scheme.type === "apiKey") found.follow ??= scheme.follow;
      } else if (scheme.in === "query") found.query += `&${percentEncode(scheme.name)}=${percentEncode(text)}`;
      else found.cookies += `; ${`${scheme.name}=${text}`.replace(/[^\x21\x23-\x2b\x2d-\x3a\x3c-\x5b\x5d-\x7e]/gu, encodeURIComponent)}`; // RFC 6265, 4.1.1: cookie-octet
    }
    if (!missing) return found;
  }
  throw new ConfigurationError(operation.id, `needs auth: ${requirements.map((one) => Object.keys(one).join(" and ")).join(", or ")}`);
};

/** What a credential is asked of, for each call. */
type Source = Exclude<AuthValues[string], Credential | undefined>;

const isSource = (value: AuthValues[string]): value is Source => typeof value === "function" || (typeof value === "object" && "clientId" in value);

const isEmpty = (requirement: object): boolean => Object.keys(requirement).length === 0;

/** The value to be sent. Throws an `Error` that says why there is none. */
function credentialText(scheme: SecuritySchemeDescriptor, credential: Credential): string | undefined {
  if (scheme.type === "mutualTLS") return undefined;
  if (scheme.type === "basic") return scheme.encode(credential);
  if (typeof credential !== "string" || credential === "") throw new Error("must be a text and must not be empty");
  if (scheme.type === "apiKey" && scheme.in !== "header") return credential;
  if (/^[\t ]|[\t ]$/.test(credential) || isUnfit(credential)) throw new Error("holds a character that a header field cannot carry");
  return scheme.type === "apiKey" ? credential : `${scheme.type === "http" ? scheme.scheme : "Bearer"} ${credential}`;
}
