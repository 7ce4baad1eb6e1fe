/** Types only: what an operation is on the wire. The generated `client.ts` holds one descriptor an operation; the runtime interprets it. */
import type { ApiErrorClass } from "./errors.js";
import type { OAuth2Handler } from "./security.js";

/** What is the same for all operations of a package. The first argument of `createCore`. */
export interface ApiDescriptor {
  /** The npm package's name, as drift reports tell it. */
  readonly package: string;
  readonly servers: readonly ServerDescriptor[];
  readonly securitySchemes: { readonly [scheme: string]: SecuritySchemeDescriptor };
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
  readonly requireOneOf?: readonly string[];
  /** Built when a call first needs them. Absent where the package is generated without validators. */
  readonly validators?: OperationValidators;
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
}

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
  /** Hints of `xml` objects, for XML bodies. */
  readonly xml?: unknown;
}

export interface EncodingDescriptor {
  readonly contentType?: string;
  readonly style?: "form" | "spaceDelimited" | "pipeDelimited" | "deepObject";
  readonly explode?: boolean;
  readonly allowReserved?: true;
  readonly headers?: readonly ParameterDescriptor[];
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
export type ResponseCodec = (response: Response, mediaType: string) => Promise<unknown>;

export interface HeaderDescriptor {
  /** Lower case. */
  readonly name: string;
  readonly required?: true;
  /** How the text is decoded. Absent: a string. */
  readonly type?: "number" | "boolean" | "array" | "object" | "json";
  readonly items?: "number" | "boolean";
  readonly explode?: true;
}

export interface ServerDescriptor {
  /** May be relative, may hold `{variables}`. */
  readonly url: string;
  readonly variables?: { readonly [name: string]: { readonly default: string; readonly enum?: readonly string[] } };
}

/** Anything with zod's `safeParse`; the runtime imports no zod. */
export interface Validator {
  safeParse(value: unknown): { success: true; data: unknown } | { success: false; error: { issues: readonly ValidationIssue[] } };
}

export interface ValidationIssue {
  readonly code?: string;
  readonly path: readonly PropertyKey[];
  readonly message: string;
}

/** Each validator is behind a function and made at most once, so that importing a package builds none. */
export interface OperationValidators {
  readonly path?: () => Validator;
  readonly query?: () => Validator;
  readonly header?: () => Validator;
  readonly cookie?: () => Validator;
  readonly body?: { readonly [mediaType: string]: () => Validator };
  readonly responses?: { readonly [status: string]: { readonly [mediaType: string]: () => Validator } };
}

export type SecuritySchemeDescriptor =
  | { readonly type: "apiKey"; readonly in: "header" | "query" | "cookie"; readonly name: string }
  | { readonly type: "basic" }
  | { readonly type: "bearer" }
  | { readonly type: "http"; readonly scheme: string }
  /** `handler` runs the client credentials flow; only packages with such a scheme import it. */
  | { readonly type: "oauth2"; readonly tokenUrl?: string; readonly refreshUrl?: string; readonly handler?: OAuth2Handler }
  | { readonly type: "openIdConnect"; readonly url: string }
  | { readonly type: "mutualTLS" };
