/**
 * The model: what one vendor's API is, after normalization. Types only; `build.ts` makes it, every target reads it, and
 * nothing changes it afterwards.
 *
 * `name` is what the vendor wrote, `identifier` what we print. `at` is a pointer into the normalized document
 * (`SourceDocument.moved` leads back to the vendor's own text).
 */
import type { Identifier } from "../identifier.js";
import type { Json, Pointer } from "../json.js";

export interface Api {
  /** `info.title` after the overlay; the package's title comes from the manifest. */
  readonly title: string;
  readonly version: string;
  readonly description: string;
  /** As in the class-like names of the package: `Pristo` in `createPristoClient`. */
  readonly identifier: Identifier;
  readonly servers: readonly Server[];
  readonly securitySchemes: readonly SecurityScheme[];
  /** Operations by their first tag, in the order of names; an operation without a tag is in the group `default`. */
  readonly groups: readonly Group[];
  readonly webhooks: readonly Webhook[];
  /** Every schema that has a name: components, and each place that a `$ref` leads to. What a schema needs comes before it, but for cycles. */
  readonly schemas: readonly NamedSchema[];
  /** Statements that a page cannot prove (`x-confirm`): open questions for a human, listed in the README. */
  readonly questions: readonly Question[];
}

export interface Question {
  readonly text: string;
  readonly at: Pointer;
}

// ---------------------------------------------------------------------------------------------- operations

export interface Group {
  /** The tag, or "default". */
  readonly name: string;
  /** camelCase: `contacts` in `client.contacts`. */
  readonly identifier: Identifier;
  readonly description: string;
  readonly operations: readonly Operation[];
}

export interface Operation {
  /** The operationId, or the one derived from method and path. Unique; what `client.call()` takes. */
  readonly id: string;
  /** camelCase: `upsertContact`. Unique in the package. */
  readonly identifier: Identifier;
  /** PascalCase: `UpsertContact` in `UpsertContactArgs`, `UpsertContactResult`. */
  readonly typeIdentifier: Identifier;
  /** Upper case; as written for additional methods of 3.2. */
  readonly method: string;
  /** The template as the vendor wrote it: `/v1/contacts/{id}`. */
  readonly path: string;
  readonly tags: readonly string[];
  readonly docs: Docs;
  readonly parameters: readonly Parameter[];
  readonly body: RequestBody | undefined;
  readonly responses: readonly Response[];
  /** OR of ANDs. The operation's own list, else the document's. Empty: no credentials. */
  readonly security: readonly SecurityRequirement[];
  /** The operation's, else the path's, else the document's. */
  readonly servers: readonly Server[];
  readonly callbacks: readonly Callback[];
  /** Header that carries an idempotency key, where the operation declares one. */
  readonly idempotencyHeader: string | undefined;
  readonly pagination: Pagination | undefined;
  /** Places of which at least one must be given (`x-require-one-of`): parameter names. */
  readonly requireOneOf: readonly string[];
  readonly at: Pointer;
}

export type ParameterPlace = "path" | "query" | "header" | "cookie";
export type ParameterStyle = "simple" | "label" | "matrix" | "form" | "spaceDelimited" | "pipeDelimited" | "deepObject" | "cookie";

/** The delimiter of a list's members, by the name of a style. */
export type Delimited = "spaceDelimited" | "tabDelimited" | "pipeDelimited";

export interface Parameter {
  readonly name: string;
  /** `querystring` of 3.2 is a query parameter with `whole` set: its value is the whole query. */
  readonly place: ParameterPlace;
  readonly whole: boolean;
  readonly required: boolean;
  readonly docs: Docs;
  readonly schema: Schema;
  /** Style and explode with the standard's defaults filled in; unused when `mediaType` is set. */
  readonly style: ParameterStyle;
  readonly explode: boolean;
  readonly allowReserved: boolean;
  readonly allowEmptyValue: boolean;
  /** A parameter with `content`: its one media type. */
  readonly mediaType: string | undefined;
  /** Of that media type, where it is a form. */
  readonly encoding: ReadonlyMap<string, PartEncoding>;
  /** Swagger 2.0 `collectionFormat`, where no style of the place says it. */
  readonly delimited: Delimited | undefined;
  readonly at: Pointer;
}

export interface RequestBody {
  readonly required: boolean;
  readonly description: string;
  /** The default first: JSON before others, else the document's order by name. Never empty. */
  readonly contents: readonly MediaType[];
  readonly at: Pointer;
}

export interface MediaType {
  /** As written, e.g. `application/json; charset=utf-8`, `image/*`. */
  readonly name: string;
  readonly schema: Schema;
  /** 3.2: one item of a sequential media type (event stream, JSON lines). */
  readonly itemSchema: Schema | undefined;
  /** Form and multipart: how each property is encoded, by property name. */
  readonly encoding: ReadonlyMap<string, PartEncoding>;
  readonly examples: readonly Example[];
  readonly at: Pointer;
}

export interface PartEncoding {
  readonly contentType: string | undefined;
  readonly headers: readonly Parameter[];
  /** Undefined: none of style, explode and allowReserved was given, so `contentType` rules. */
  readonly style: ParameterStyle | undefined;
  readonly explode: boolean;
  readonly allowReserved: boolean;
  /** As of a parameter. */
  readonly delimited: Delimited | undefined;
}

export interface Response {
  /** `200`, `4XX` or `default`. */
  readonly status: string;
  readonly description: string;
  readonly headers: readonly Parameter[];
  readonly contents: readonly MediaType[];
  /** The document marks this answer as safe to try again (`x-retryable`). */
  readonly retryable: boolean;
  readonly at: Pointer;
}

export interface Webhook {
  readonly name: string;
  /** PascalCase, e.g. `NewPet` in `NewPetWebhook`. */
  readonly identifier: Identifier;
  readonly operation: Operation;
}

export interface Callback {
  readonly name: string;
  readonly identifier: Identifier;
  /** The runtime expression, as written. */
  readonly expression: string;
  readonly operation: Operation;
}

/** `start`: what the first page is called, where it is not 0 for an offset and 1 for a page. */
export type Pagination =
  | { readonly kind: "offset"; readonly offset: string; readonly limit?: string; readonly start?: number; readonly items: readonly string[] }
  | { readonly kind: "page"; readonly page: string; readonly start?: number; readonly items: readonly string[]; readonly total?: readonly string[] }
  | { readonly kind: "cursor"; readonly cursor: string; readonly next: readonly string[]; readonly more?: readonly string[]; readonly items: readonly string[] }
  | { readonly kind: "nextUrl"; readonly next: readonly string[]; readonly items: readonly string[] }
  | { readonly kind: "link"; readonly items: readonly string[] };

// ---------------------------------------------------------------------------------------------- servers, security

export interface Server {
  /** As written: may be relative, may hold `{variables}`. */
  readonly url: string;
  readonly name: string | undefined;
  readonly description: string;
  readonly variables: readonly ServerVariable[];
}

export interface ServerVariable {
  readonly name: string;
  readonly default: string;
  readonly enum: readonly string[] | undefined;
  readonly description: string;
}

/** All of these schemes together. */
export type SecurityRequirement = readonly { readonly scheme: string; readonly scopes: readonly string[] }[];

export type SecurityScheme = { readonly name: string; readonly description: string; readonly at: Pointer } & (
  | { readonly kind: "apiKey"; readonly in: "header" | "query" | "cookie"; readonly parameter: string }
  | { readonly kind: "basic" }
  | { readonly kind: "bearer"; readonly format: string | undefined }
  /** Another `http` scheme: its name goes before the credential. */
  | { readonly kind: "http"; readonly scheme: string }
  | { readonly kind: "oauth2"; readonly flows: readonly OAuthFlow[] }
  | { readonly kind: "openIdConnect"; readonly url: string }
  | { readonly kind: "mutualTLS" }
);

export interface OAuthFlow {
  readonly kind: "clientCredentials" | "authorizationCode" | "password" | "implicit" | "deviceAuthorization";
  readonly tokenUrl: string | undefined;
  readonly authorizationUrl: string | undefined;
  readonly refreshUrl: string | undefined;
  readonly scopes: readonly { readonly name: string; readonly description: string }[];
}

// ---------------------------------------------------------------------------------------------- schemas

/** Which way a value goes. `read`: an answer. `write`: a request. `upload`: a request whose parts may be binary (multipart). */
export type Form = "read" | "write" | "upload";

export interface NamedSchema {
  /** The component's name, or the pointer's last words for another `$ref` target. */
  readonly name: string;
  /** PascalCase: `Contact`. `ContactSchema` is its validator. */
  readonly identifier: Identifier;
  /** Set where the `write` form differs from the `read` form (readOnly, writeOnly inside) and a request uses it: `ContactInput`. */
  readonly writeIdentifier: Identifier | undefined;
  /** Set where the `upload` form differs from the `write` form (binary inside, used by a multipart body): `ContactUpload`. */
  readonly uploadIdentifier: Identifier | undefined;
  readonly schema: Schema;
  /** A member of a cycle of references: needs a getter, an annotation or `z.lazy`. */
  readonly cyclic: boolean;
  /** Stands under `components/schemas` (and so is exported by its name); else a place that some `$ref` leads to. */
  readonly component: boolean;
  readonly at: Pointer;
}

/**
 * A JSON Schema, as what it means. JSON Schema (2020-12) is a conjunction of assertions, each about one JSON type; here
 * each assertion group is a schema of its own:
 *
 * - a schema without `type` allows every type: a `union` of all six kinds with the rules of each, or `unknown` when it
 *   has no rules at all;
 * - `nullable` and type lists are a `union`;
 * - `type`/rules, `enum`, `const`, `$ref`, `allOf`, `anyOf`, `oneOf`, `not`, `if` beside one another are an
 *   `intersection` (flattened; a single part stands alone);
 * - `additionalProperties` sees the properties and patterns of its own object only, as the standard says.
 *
 * Docs belong to the schema that carries them; `docs` of a `ref` are those written beside the `$ref`.
 */
export type Schema =
  | UnknownSchema
  | NeverSchema
  | NullSchema
  | BooleanSchema
  | NumberSchema
  | StringSchema
  | BinarySchema
  | ArraySchema
  | ObjectSchema
  | EnumSchema
  | RefSchema
  | UnionSchema
  | IntersectionSchema
  | NotSchema
  | ConditionalSchema
  | UnevaluatedSchema;

interface SchemaBase {
  readonly docs: Docs;
  readonly at: Pointer;
}

/** Any JSON value: `true`, `{}`. */
export interface UnknownSchema extends SchemaBase {
  readonly kind: "unknown";
}

/** No value: `false`, `enum: []`. */
export interface NeverSchema extends SchemaBase {
  readonly kind: "never";
}

export interface NullSchema extends SchemaBase {
  readonly kind: "null";
}

export interface BooleanSchema extends SchemaBase {
  readonly kind: "boolean";
}

export interface NumberSchema extends SchemaBase {
  readonly kind: "number";
  /** `type: integer`: no fraction (1.0 is an integer). */
  readonly integer: boolean;
  /** int32, int64, float, double and whatever else was written. */
  readonly format: string | undefined;
  readonly minimum: number | undefined;
  readonly maximum: number | undefined;
  readonly exclusiveMinimum: number | undefined;
  readonly exclusiveMaximum: number | undefined;
  readonly multipleOf: number | undefined;
}

export interface StringSchema extends SchemaBase {
  readonly kind: "string";
  readonly format: string | undefined;
  /** In code points. */
  readonly minLength: number | undefined;
  readonly maxLength: number | undefined;
  /** ECMA-262, compiles with the `u` flag (checked by `build`). Several only after merging. */
  readonly pattern: string | undefined;
  readonly contentMediaType: string | undefined;
  readonly contentEncoding: string | undefined;
}

/**
 * Raw bytes: `type: string, format: binary` (3.0), `contentMediaType` without `contentEncoding` or no schema at all under a
 * binary media type (3.1). In the forms `read` and `write`, that is inside JSON, it is a string; in `upload` a Blob or bytes.
 */
export interface BinarySchema extends SchemaBase {
  readonly kind: "binary";
  readonly minLength: number | undefined;
  readonly maxLength: number | undefined;
}

export interface ArraySchema extends SchemaBase {
  readonly kind: "array";
  /** `prefixItems`: the schemas of the first items. They are not required to be there; `minItems` says that. */
  readonly prefix: readonly Schema[];
  /** The items after the prefix; `unknown` when not given, `never` for `items: false`. */
  readonly items: Schema;
  /** `items` was written. Only `unevaluated` asks: `items: true` evaluates every item, a missing `items` none. */
  readonly itemsGiven?: true;
  readonly contains: { readonly schema: Schema; readonly min: number; readonly max: number | undefined } | undefined;
  readonly minItems: number | undefined;
  readonly maxItems: number | undefined;
  readonly uniqueItems: boolean;
}

export interface ObjectSchema extends SchemaBase {
  readonly kind: "object";
  /** In the order of names where the document has no say in it: sorted, so that key order changes nothing. */
  readonly properties: readonly Property[];
  /** Names in `required` that `properties` does not declare. */
  readonly requiredNames: readonly string[];
  readonly patterns: readonly { readonly pattern: string; readonly schema: Schema }[];
  /** Properties that neither `properties` nor `patterns` name. Undefined: not said, so anything is kept. */
  readonly additional: Schema | undefined;
  readonly propertyNames: Schema | undefined;
  readonly minProperties: number | undefined;
  readonly maxProperties: number | undefined;
  readonly dependentRequired: readonly { readonly name: string; readonly requires: readonly string[] }[];
  readonly dependentSchemas: readonly { readonly name: string; readonly schema: Schema }[];
}

export interface Property {
  readonly name: string;
  readonly schema: Schema;
  readonly required: boolean;
  /** `read`: readOnly, not part of a request. `write`: writeOnly, not part of an answer. */
  readonly access: "both" | "read" | "write";
}

/** `enum`, and `const` as an enum of one. Only values that the schema's own `type` and rules allow. Never empty (that is `never`). */
export interface EnumSchema extends SchemaBase {
  readonly kind: "enum";
  readonly values: readonly Json[];
}

export interface RefSchema extends SchemaBase {
  readonly kind: "ref";
  /** The schema's `at`: the key in `Api.schemas` (see `model/graph.ts`, `schemaAt`). */
  readonly target: Pointer;
}

export interface UnionSchema extends SchemaBase {
  readonly kind: "union";
  /** `any`: at least one member (anyOf, type lists). `one`: exactly one (oneOf). */
  readonly mode: "any" | "one";
  readonly members: readonly Schema[];
  readonly discriminator: Discriminator | undefined;
}

/** `discriminator`, resolved: each member of the union has its values. Present only where it fits the members. */
export interface Discriminator {
  readonly property: string;
  /** In the order of the union's members: the values that lead to that member. */
  readonly values: readonly (readonly string[])[];
  /** Whether each member itself demands a distinct literal in that property, so that a discriminated union is exact. */
  readonly exact: boolean;
}

export interface IntersectionSchema extends SchemaBase {
  readonly kind: "intersection";
  readonly members: readonly Schema[];
}

export interface NotSchema extends SchemaBase {
  readonly kind: "not";
  readonly schema: Schema;
}

export interface ConditionalSchema extends SchemaBase {
  readonly kind: "conditional";
  readonly if: Schema;
  readonly then: Schema | undefined;
  readonly else: Schema | undefined;
}

/**
 * `unevaluatedProperties` / `unevaluatedItems`: what `schema` (all the other keywords beside it) did not evaluate.
 * Which properties a branch evaluates is only known from the value (2020-12 core, 11).
 */
export interface UnevaluatedSchema extends SchemaBase {
  readonly kind: "unevaluated";
  readonly schema: Schema;
  readonly properties: Schema | undefined;
  readonly items: Schema | undefined;
}

export interface Docs {
  readonly title: string | undefined;
  /** For an operation: the summary. */
  readonly summary: string | undefined;
  readonly description: string | undefined;
  readonly deprecated: boolean;
  readonly default: Json | undefined;
  readonly examples: readonly Example[];
}

export interface Example {
  readonly name: string | undefined;
  readonly summary: string | undefined;
  readonly value: Json;
}
