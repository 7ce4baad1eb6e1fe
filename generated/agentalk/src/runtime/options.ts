/** Types only: what a client and a call can be told. */
import type { SecuritySchemeDescriptor } from "./descriptor.js";
import type { Middleware } from "./transport.js";

/** For one call. */
export interface CallOptions {
  /** Cancels the call at any point: while waiting for a retry, for the answer, or for its body. */
  readonly signal?: AbortSignal;
  /** Milliseconds that one attempt may take, body included (for streams: until the headers). `0` or `Infinity`: no limit. */
  readonly timeoutMs?: number;
  /** Milliseconds that the whole call may take, retries and waits included. */
  readonly totalTimeoutMs?: number;
  /** `false`: one attempt. A number: how many more. */
  readonly retry?: RetryOptions | number | false;
  /** Added to the request, over those of the client; `null` removes one. */
  readonly headers?: HeaderValues;
  /** Instead of the document's servers. */
  readonly baseUrl?: string;
  /** Which of the document's servers, and the values of its variables. */
  readonly server?: ServerChoice;
  readonly validate?: ValidateOptions;
  /** Instead of the URL made of server and arguments: a link that the API gave. Refused if it leads to another origin. */
  readonly url?: string;
  /** One of the operation's response media types, where it has several. */
  readonly accept?: string;
  /** The idempotency key; a random one is sent where the operation declares such a header and none is given. */
  readonly idempotencyKey?: string;
}

/** For all calls of a client. */
export interface ClientOptions<Auth = AuthValues> extends Omit<CallOptions, "signal" | "accept" | "idempotencyKey" | "url"> {
  /** Credentials by security scheme. A text is taken as it is at the first call; give a function for one that changes. */
  readonly auth?: Auth;
  /** Where the document was found: relative server URLs are resolved against it. */
  readonly documentUrl?: string;
  readonly fetch?: (request: Request) => Promise<Response>;
  /** openapi-fetch middleware. */
  readonly middleware?: readonly Middleware[];
  /** Told of each place where an answer does not fit the document (`validate: { response: "report" }`). */
  readonly onDrift?: (drift: Drift) => void;
  readonly onRequest?: (event: RequestEvent) => void;
  readonly onResponse?: (event: ResponseEvent) => void;
  readonly onRetry?: (event: RetryEvent) => void;
  /** Called before each request, which waits for it: `rateLimit({ requests: 10, perMs: 1000 })` of this package. The wait counts for `totalTimeoutMs` alone. */
  readonly rateLimit?: (signal: AbortSignal | undefined) => Promise<void>;
}

export type HeaderValues = { readonly [name: string]: string | null };

export interface ServerChoice {
  /** Position in the document's (or the operation's) list; 0 by default. */
  readonly index?: number;
  readonly variables?: { readonly [name: string]: string };
}

export interface ValidateOptions {
  /** Default `throw`. */
  readonly request?: "throw" | "off";
  /** Default `report`: the result is given all the same, and `onDrift` is told. */
  readonly response?: "throw" | "report" | "off";
}

export interface RetryOptions {
  /** How many attempts after the first. Default 2. */
  readonly limit?: number;
  /** The first wait is random between 0 and this, and the bound doubles each time (full jitter). Default 500. */
  readonly baseDelayMs?: number;
  /** The bound of that wait. Default 8000. */
  readonly maxDelayMs?: number;
  /** When the server asks for a longer wait, its answer is given instead of a retry. Default 30000. */
  readonly maxRetryAfterMs?: number;
}

/** One place where an answer differs from the document. */
export interface Drift {
  readonly package: string;
  readonly operation: string;
  readonly status: number;
  /** JSON pointer into the body; `/` and `~` escaped (RFC 6901). */
  readonly pointer: string;
  readonly expected: string;
  /** The JSON type of what came, never the value: bodies may hold secrets. */
  readonly received: string;
}

/** A request that is about to be sent. `attributesOf(event)` says the same in OpenTelemetry's names. */
export interface RequestEvent {
  readonly operation: string;
  readonly method: string;
  /** The path as the document has it: `/contacts/{id}`. */
  readonly template: string;
  /** Without query and credentials. */
  readonly url: string;
  /** 0 for the first. */
  readonly attempt: number;
}

/** An answer whose headers have come. */
export interface ResponseEvent extends RequestEvent {
  readonly status: number;
  readonly durationMs: number;
}

/** An attempt that is followed by another. */
export interface RetryEvent extends RequestEvent {
  readonly delayMs: number;
  /** The status of the answer, or the error that asks for another attempt. */
  readonly reason: number | Error;
}

/** OpenTelemetry's names for HTTP clients (semantic conventions 1.23 and later), and the operation's id. */
export interface Attributes {
  readonly "specwright.operation": string;
  readonly "http.request.method": string;
  readonly "url.full": string;
  readonly "url.template": string;
  readonly "server.address": string;
  readonly "http.request.resend_count": number;
  readonly "http.response.status_code"?: number;
  readonly "error.type"?: string;
}

// ---------------------------------------------------------------------------------------------- credentials

export interface CredentialRequest {
  readonly operation: string;
  readonly scheme: string;
  readonly scopes: readonly string[];
  /** After a 401: what was given before and is no longer good. When the same is given again, the 401 is the call's answer. */
  readonly rejected?: string;
}

/** A credential, or a function that gives one for each call (`undefined`: none). */
export type Provided<Value> = Value | ((request: CredentialRequest) => Value | undefined | Promise<Value | undefined>);

export interface BasicCredential {
  /** Without a colon (RFC 7617, 2). */
  readonly username: string;
  readonly password: string;
}

/** For the client credentials flow (RFC 6749, 4.4). */
export interface ClientCredentials {
  readonly clientId: string;
  readonly clientSecret: string;
  /** Instead of the scopes that operations ask for. */
  readonly scopes?: readonly string[];
  /** Instead of the document's. */
  readonly tokenUrl?: string;
  /** How the client is authenticated at the token endpoint: `basic` (default) or in the `body`. */
  readonly clientAuthentication?: "basic" | "body";
  /** Further parameters of the token request, e.g. `audience`. */
  readonly parameters?: { readonly [name: string]: string };
}

/** What the client takes for a security scheme. Bearer, OAuth2, OpenID Connect and API keys take text; mutual TLS is a matter of `fetch`, so `true` says it is set up. */
export type CredentialOf<Scheme extends SecuritySchemeDescriptor> = Scheme extends { type: "basic" }
  ? Provided<BasicCredential>
  : Scheme extends { type: "oauth2"; handler: unknown }
    ? Provided<string> | ClientCredentials
    : Scheme extends { type: "mutualTLS" }
      ? true
      : Provided<string>;

/** `auth` of a client, from its security schemes. */
export type AuthOf<Schemes extends { readonly [scheme: string]: SecuritySchemeDescriptor }> = { readonly [Scheme in keyof Schemes]?: CredentialOf<Schemes[Scheme]> };

/** Any `auth`, as the runtime sees it. */
export type AuthValues = { readonly [scheme: string]: Provided<string> | Provided<BasicCredential> | ClientCredentials | true | undefined };
