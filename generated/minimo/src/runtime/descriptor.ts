/** Types only: what an operation is on the wire. The generated `client.ts` holds one descriptor an operation; the runtime interprets it. */
import type { ApiErrorClass } from "./errors.js";
import type { RedirectFollower } from "./redirect.js";
import type { Authorizer, CredentialEncoder, OAuth2Handler } from "./security.js";

/** What is the same for all operations of a package. The first argument of `createCore`. */
export interface ApiDescriptor {
  /** The npm package's name, as drift reports tell it. */
  readonly package: string;
  readonly servers: readonly ServerDescriptor[];
  readonly securitySchemes: { readonly [scheme: string]: SecuritySchemeDescriptor };
  /** `authorize` of security.ts. Absent where there are no schemes: nothing asks for credentials then. */
  readonly authorize?: Authorizer;
}

export interface OperationDescriptor {
  readonly id: string;
  readonly method: string;
  /** The template: `/v1/contacts/{id}`. */
  readonly path: string;
  /** How each parameter is written. Absent: the operation has none. */
  readonly parameters?: readonly ParameterDescriptor[];
  readonly body?: BodyDescriptor;
  /** By status: `200`, `4XX`, `default`. */
  readonly responses: { readonly [status: string]: ResponseDescriptor };
  /** OR of ANDs: each requirement maps scheme names to scopes. Absent or empty: no credentials. */
  readonly security?: readonly { readonly [scheme: string]: readonly string[] }[];
  /** Only where the operation's servers differ from the API's. */
  readonly servers?: readonly ServerDescriptor[];
  readonly deprecated?: true;
  /** The header that carries an idempotency key. */
  readonly idempotencyHeader?: string;
  /** Parameters of which at least one must be given. */
  readonly requireOneOf?: readonly string[];
  readonly pagination?: PaginationDescriptor;
  /** Built when a call first needs them. Absent where the package is generated without validators. */
  readonly validators?: OperationValidators;
}

/**
 * How the next page is asked for. Parameters are query parameters; lists of keys lead into the answer's body (empty: the body itself).
 * `start` is what the first page is called, where that is not 0 for an offset and 1 for a page; `total` leads to the number of
 * pages, `more` to a boolean that says whether there is another.
 */
export type PaginationDescriptor =
  | { readonly kind: "offset"; readonly offset: string; readonly limit?: string; readonly start?: number; readonly items: readonly string[] }
  | { readonly kind: "page"; readonly page: string; readonly start?: number; readonly total?: readonly string[]; readonly items: readonly string[] }
  | { readonly kind: "cursor"; readonly cursor: string; readonly next: readonly string[]; readonly more?: readonly string[]; readonly items: readonly string[] }
  | { readonly kind: "nextUrl"; readonly next: readonly string[]; readonly items: readonly string[] }
  /** The `Link` field with `rel="next"` (RFC 8288). */
  | { readonly kind: "link"; readonly items: readonly string[] };

/** What a vendor sends to its users. */
export interface WebhookDescriptor {
  readonly name: string;
  readonly method: string;
  /** There may be no payload: the document declares none, for one of the methods at least. */
  readonly bodyless?: true;
  /** By media type; one table a method, of which a payload has to fit one. */
  readonly validators?: readonly { readonly [mediaType: string]: MakeValidator }[];
}

export interface ParameterDescriptor {
  readonly name: string;
  readonly in: "path" | "query" | "header" | "cookie" | "querystring";
  readonly required?: true;
  /** Absent: the place's default (path and header `simple`, query and cookie `form`). */
  readonly style?: "simple" | "label" | "matrix" | "form" | "spaceDelimited" | "pipeDelimited" | "deepObject" | "cookie" | "tabDelimited";
  /** Absent: the style's default (`form` and `cookie` true, others false). */
  readonly explode?: boolean;
  readonly allowReserved?: true;
  readonly allowEmptyValue?: true;
  /** A parameter with `content`: serialized as this media type. */
  readonly contentType?: string;
  /** With a form as its content, by property. */
  readonly encoding?: { readonly [property: string]: EncodingDescriptor };
  /**
   * `writeStyled`, wherever the parameter is not written in its place's own style: a style other than `simple` in path and
   * header and `form` in query, every cookie and querystring parameter, allowReserved, contentType. Else `writeList`, where
   * it may be a list or an object. Absent for scalars. Passed by reference, so that a bundle holds only what is used.
   */
  readonly write?: ParameterWriter;
}

/** A parameter's texts: pairs of a query or of cookies, else one text or none. Throws an `Error` that says why a value cannot be written. */
export type ParameterWriter = (value: unknown, parameter: ParameterDescriptor) => readonly string[];

export interface BodyDescriptor {
  readonly required?: true;
  /** By media type; the first is the default. */
  readonly contents: { readonly [mediaType: string]: RequestContent };
}

/** A codec writes or reads one family of media types. Passed by reference, so that a bundle holds only those that are used. */
export interface RequestContent {
  readonly codec: BodyCodec;
  /** Form and multipart, by property. */
  readonly encoding?: { readonly [property: string]: EncodingDescriptor };
  /** Property name → `binary` | `json` | `text`: what a part is by its schema, where the value alone does not tell (OpenAPI 3.1, 4.8.15: default content types). */
  readonly parts?: { readonly [property: string]: "binary" | "json" | "text" };
  /** For XML bodies. */
  readonly xml?: XmlHints;
}

/** `xml` objects along a schema (OpenAPI 3.1.1, 4.8.26). */
export interface XmlHints {
  /** The element's or attribute's name; a property's own name where absent. The root needs one. */
  readonly name?: string;
  readonly namespace?: string;
  readonly prefix?: string;
  readonly attribute?: true;
  /** An array inside an element of its own. */
  readonly wrapped?: true;
  readonly properties?: { readonly [property: string]: XmlHints };
  readonly items?: XmlHints;
}

export interface EncodingDescriptor {
  readonly contentType?: string;
  readonly style?: "form" | "spaceDelimited" | "pipeDelimited" | "deepObject" | "tabDelimited";
  readonly explode?: boolean;
  readonly allowReserved?: true;
  /** Multipart: header fields that the part always has. */
  readonly headers?: { readonly [name: string]: string };
}

/**
 * Turns a value into what fetch takes, and says the Content-Type (undefined: fetch sets it, as for FormData).
 * Throws an `Error` that says why where the value cannot be written; the runtime adds the names.
 */
export type BodyCodec = (value: unknown, content: RequestContent, mediaType: string) => { body: BodyInit | null; contentType: string | undefined };

export interface ResponseDescriptor {
  /** What `orThrow()` throws for this status; `ApiError` itself where absent. */
  readonly error?: ApiErrorClass;
  readonly contents?: { readonly [mediaType: string]: ResponseContent };
  readonly headers?: readonly HeaderDescriptor[];
  /** The vendor marks this answer as safe to try again. */
  readonly retryable?: true;
}

export interface ResponseContent {
  readonly codec: ResponseCodec;
}

/**
 * Reads a body of one family of media types. `mediaType` is the answer's Content-Type, or the declared one where it has none.
 * A codec that gives a stream or an async iterable returns at once and leaves the reading to the caller.
 * Throws `MalformedBody` where the bytes are not what the type says.
 */
export type ResponseCodec = (response: Response, mediaType: string, context: ReadContext) => Promise<unknown>;

/** What a codec of streams needs of the call that it belongs to. */
export interface ReadContext {
  readonly operation: string;
  /** The error that the caller gets for what reading threw: `AbortedError`, `NetworkError` … */
  explain(error: unknown): unknown;
  /** The stream has ended or was given up. */
  end(): void;
}

export interface HeaderDescriptor {
  /** Lower case. */
  readonly name: string;
  readonly required?: true;
  /** How the text is decoded. Absent: a string. */
  readonly type?: "number" | "boolean" | "array" | "object" | "json";
  readonly items?: "number" | "boolean";
  readonly explode?: true;
  /** Between the members of a list; absent: a comma. */
  readonly separator?: string;
  /** `readHeader`, wherever there is a `type`. */
  readonly read?: HeaderReader;
}

/** Decodes one header field; undefined where its text is not of the declared type. */
export type HeaderReader = (headers: Headers, text: string, header: HeaderDescriptor) => unknown;

export interface ServerDescriptor {
  /** May be relative, may hold `{variables}`. */
  readonly url: string;
  readonly variables?: { readonly [name: string]: { readonly default: string; readonly enum?: readonly string[] } };
  /** `expandServer`, wherever the URL holds a `{variable}`. */
  readonly expand?: ServerExpander;
}

/** A server's URL with the values that the user chose, by variable. Throws an `Error` that says why there is none. */
export type ServerExpander = (server: ServerDescriptor, chosen: { readonly [name: string]: string }) => string;

/** Anything with zod's `safeParse`; the runtime imports no zod. */
export interface Validator {
  safeParse(value: unknown): { success: true; data: unknown } | { success: false; error: { issues: readonly ValidationIssue[] } };
}

export interface ValidationIssue {
  readonly code?: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/**
 * A function that makes a {@link Validator}. Says `object` and no more: to compare every function of a package with its type,
 * the compiler infers what each gives (TypeScript 7: a quarter of all its work).
 */
export type MakeValidator = object;

/** Each validator is behind a function and made at most once, so that importing a package builds none. */
export interface OperationValidators {
  readonly path?: MakeValidator;
  readonly query?: MakeValidator;
  readonly header?: MakeValidator;
  readonly cookie?: MakeValidator;
  readonly body?: { readonly [mediaType: string]: MakeValidator };
  readonly responses?: { readonly [status: string]: { readonly [mediaType: string]: MakeValidator } };
}

export type SecuritySchemeDescriptor =
  /** `follow`: `followRedirects`, wherever the key is a header field that fetch would pass on to other origins. */
  | { readonly type: "apiKey"; readonly in: "header" | "query" | "cookie"; readonly name: string; readonly follow?: RedirectFollower }
  /** `encode`: `basicCredential`. */
  | { readonly type: "basic"; readonly encode: CredentialEncoder }
  | { readonly type: "bearer" }
  | { readonly type: "http"; readonly scheme: string }
  /** `handler` runs the client credentials flow; only packages with such a scheme import it. */
  | { readonly type: "oauth2"; readonly tokenUrl?: string; readonly refreshUrl?: string; readonly handler?: OAuth2Handler }
  | { readonly type: "openIdConnect"; readonly url: string }
  | { readonly type: "mutualTLS" };
