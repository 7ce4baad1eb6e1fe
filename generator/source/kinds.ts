/**
 * What stands where in a document: for every kind of object its fields, and what each must be. One table for the shape check,
 * for the search for references and for every pass that walks, so that nobody takes an example for a schema.
 * (OpenAPI 3.2, 4; JSON Schema 2020-12; Swagger 2.0, "Schema".)
 */

/** What a value must be. `word` is text for people or a name: a number or a boolean in its place is taken as its text. */
export type Rule =
  | "any"
  | "string"
  | "word"
  | "number"
  | "boolean"
  | "numberOrBoolean"
  | "stringOrList"
  | { readonly kind: Kind }
  | { readonly list: Rule }
  | { readonly map: Rule }
  | { readonly either: readonly Rule[] };

export interface KindTable {
  readonly fields: ReadonlyMap<string, Rule>;
  /** For names that are not fields and do not start with `x-`. Undefined: unknown names are kept as they are. */
  readonly rest?: Rule;
  /** Fields without which the object means nothing. */
  readonly needs?: readonly string[];
  /** `true` and `false` may stand in its place. */
  readonly boolean?: boolean;
  /** A Reference Object may stand in its place; for schemas and path items `$ref` is a field of their own. */
  readonly reference?: boolean;
}

const kind = (name: Kind): Rule => ({ kind: name });
const list = (rule: Rule): Rule => ({ list: rule });
const map = (rule: Rule): Rule => ({ map: rule });
const fields = (table: Readonly<Record<string, Rule>>): ReadonlyMap<string, Rule> => new Map(Object.entries(table));

const schema = kind("schema");
const headers = map(kind("header"));
const examples = map(kind("example"));
const content = map(kind("mediaType"));
const security = list(map(list("string")));
const servers = list(kind("server"));
const described = { description: "word", externalDocs: kind("externalDocs") } as const;

const operation = {
  ...described,
  tags: list("word"),
  summary: "word",
  operationId: "word",
  parameters: list(kind("parameter")),
  deprecated: "boolean",
  security,
} as const;

const parameterLike = {
  description: "word",
  required: "boolean",
  deprecated: "boolean",
  allowEmptyValue: "boolean",
  style: "string",
  explode: "boolean",
  allowReserved: "boolean",
  schema,
  example: "any",
  examples,
  content,
} as const;

/** The assertions that Swagger 2.0 lets parameters and headers carry themselves. */
const simpleSchema20 = {
  type: "string",
  format: "string",
  items: schema,
  collectionFormat: "string",
  default: "any",
  maximum: "number",
  minimum: "number",
  exclusiveMaximum: "numberOrBoolean",
  exclusiveMinimum: "numberOrBoolean",
  multipleOf: "number",
  maxLength: "number",
  minLength: "number",
  maxItems: "number",
  minItems: "number",
  pattern: "string",
  uniqueItems: "boolean",
  enum: list("any"),
} as const;

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"] as const;
const operations = (name: Kind): Record<string, Rule> => Object.fromEntries(methods.map((method) => [method, kind(name)]));

const tables = {
  // ------------------------------------------------------------------------------------------ 3.x
  root: {
    fields: fields({
      $self: "string",
      jsonSchemaDialect: "string",
      info: kind("info"),
      servers,
      paths: kind("paths"),
      webhooks: map(kind("pathItem")),
      components: kind("components"),
      security,
      tags: list(kind("tag")),
      externalDocs: kind("externalDocs"),
    }),
  },
  info: {
    fields: fields({ title: "word", summary: "word", description: "word", termsOfService: "word", version: "word", contact: kind("contact"), license: kind("license") }),
  },
  contact: { fields: fields({ name: "word", url: "word", email: "word" }) },
  license: { fields: fields({ name: "word", identifier: "word", url: "word" }) },
  externalDocs: { fields: fields({ description: "word", url: "word" }) },
  server: { fields: fields({ url: "string", name: "word", description: "word", variables: map(kind("serverVariable")) }), needs: ["url"] },
  serverVariable: { fields: fields({ enum: list("word"), default: "word", description: "word" }) },
  tag: { fields: fields({ ...described, name: "word", summary: "word", parent: "word", kind: "word" }), needs: ["name"] },
  paths: { fields: fields({}), rest: kind("pathItem") },
  pathItem: {
    fields: fields({
      $ref: "string",
      summary: "word",
      description: "word",
      ...operations("operation"),
      query: kind("operation"),
      additionalOperations: map(kind("operation")),
      servers,
      parameters: list(kind("parameter")),
    }),
  },
  operation: {
    fields: fields({ ...operation, requestBody: kind("requestBody"), responses: kind("responses"), callbacks: map(kind("callback")), servers }),
  },
  parameter: { fields: fields({ name: "word", in: "string", ...parameterLike }), needs: ["name", "in"], reference: true },
  header: { fields: fields(parameterLike), reference: true },
  requestBody: { fields: fields({ description: "word", content, required: "boolean" }), reference: true },
  responses: { fields: fields({}), rest: kind("response") },
  response: { fields: fields({ summary: "word", description: "word", headers, content, links: map(kind("link")) }), reference: true },
  mediaType: {
    fields: fields({
      schema,
      itemSchema: schema,
      example: "any",
      examples,
      encoding: map(kind("encoding")),
      prefixEncoding: list(kind("encoding")),
      itemEncoding: kind("encoding"),
    }),
    reference: true,
  },
  encoding: {
    fields: fields({ contentType: "string", headers, style: "string", explode: "boolean", allowReserved: "boolean", encoding: map(kind("encoding")) }),
  },
  example: { fields: fields({ summary: "word", description: "word", value: "any", dataValue: "any", serializedValue: "string", externalValue: "string" }), reference: true },
  link: {
    fields: fields({ operationRef: "string", operationId: "word", parameters: "any", requestBody: "any", description: "word", server: kind("server") }),
    reference: true,
  },
  callback: { fields: fields({}), rest: kind("pathItem"), reference: true },
  components: {
    fields: fields({
      schemas: map(schema),
      responses: map(kind("response")),
      parameters: map(kind("parameter")),
      examples,
      requestBodies: map(kind("requestBody")),
      headers,
      securitySchemes: map(kind("securityScheme")),
      links: map(kind("link")),
      callbacks: map(kind("callback")),
      pathItems: map(kind("pathItem")),
      mediaTypes: content,
    }),
  },
  securityScheme: {
    fields: fields({
      type: "string",
      description: "word",
      name: "word",
      in: "string",
      scheme: "string",
      bearerFormat: "word",
      flows: kind("flows"),
      openIdConnectUrl: "string",
      deprecated: "boolean",
      oauth2MetadataUrl: "string",
      // Swagger 2.0
      flow: "string",
      authorizationUrl: "string",
      tokenUrl: "string",
      scopes: map("word"),
    }),
    needs: ["type"],
    reference: true,
  },
  flows: {
    fields: fields({ implicit: kind("flow"), password: kind("flow"), clientCredentials: kind("flow"), authorizationCode: kind("flow"), deviceAuthorization: kind("flow") }),
  },
  flow: {
    fields: fields({ authorizationUrl: "string", deviceAuthorizationUrl: "string", tokenUrl: "string", refreshUrl: "string", scopes: map("word") }),
  },
  schema: {
    boolean: true,
    fields: fields({
      $ref: "string",
      $id: "string",
      $schema: "string",
      $anchor: "string",
      $comment: "word",
      $defs: map(schema),
      definitions: map(schema),
      title: "word",
      description: "word",
      type: "stringOrList",
      enum: list("any"),
      const: "any",
      default: "any",
      example: "any",
      examples: "any",
      deprecated: "boolean",
      readOnly: "boolean",
      writeOnly: "boolean",
      nullable: "boolean",
      allOf: list(schema),
      anyOf: list(schema),
      oneOf: list(schema),
      not: schema,
      if: schema,
      then: schema,
      else: schema,
      properties: map(schema),
      patternProperties: map(schema),
      additionalProperties: schema,
      propertyNames: schema,
      unevaluatedProperties: schema,
      required: list("string"),
      minProperties: "number",
      maxProperties: "number",
      dependentRequired: map(list("string")),
      dependentSchemas: map(schema),
      dependencies: map({ either: [list("string"), schema] }),
      // A list of schemas is how drafts before 2020-12 wrote `prefixItems`.
      items: { either: [schema, list(schema)] },
      additionalItems: schema,
      prefixItems: list(schema),
      contains: schema,
      unevaluatedItems: schema,
      minContains: "number",
      maxContains: "number",
      minItems: "number",
      maxItems: "number",
      uniqueItems: "boolean",
      minimum: "number",
      maximum: "number",
      exclusiveMinimum: "numberOrBoolean",
      exclusiveMaximum: "numberOrBoolean",
      multipleOf: "number",
      minLength: "number",
      maxLength: "number",
      pattern: "string",
      format: "string",
      contentMediaType: "string",
      contentEncoding: "string",
      contentSchema: schema,
      // Swagger 2.0 has the discriminator's property as a text.
      discriminator: { either: [kind("discriminator"), "string"] },
      xml: kind("xml"),
      externalDocs: kind("externalDocs"),
    }),
  },
  discriminator: { fields: fields({ propertyName: "string", mapping: map("string"), defaultMapping: "string" }) },
  xml: { fields: fields({ name: "word", namespace: "word", prefix: "word", attribute: "boolean", wrapped: "boolean", nodeType: "word" }) },

  // ------------------------------------------------------------------------------------------ Swagger 2.0
  root20: {
    fields: fields({
      info: kind("info"),
      host: "string",
      basePath: "string",
      schemes: list("string"),
      consumes: list("string"),
      produces: list("string"),
      paths: kind("paths20"),
      definitions: map(schema),
      parameters: map(kind("parameter20")),
      responses: map(kind("response20")),
      securityDefinitions: map(kind("securityScheme")),
      security,
      tags: list(kind("tag")),
      externalDocs: kind("externalDocs"),
    }),
  },
  paths20: { fields: fields({}), rest: kind("pathItem20") },
  pathItem20: { fields: fields({ $ref: "string", ...operations("operation20"), parameters: list(kind("parameter20")) }) },
  operation20: {
    fields: fields({ ...operation, parameters: list(kind("parameter20")), consumes: list("string"), produces: list("string"), schemes: list("string"), responses: kind("responses20") }),
  },
  parameter20: {
    fields: fields({ name: "word", in: "string", description: "word", required: "boolean", allowEmptyValue: "boolean", schema, ...simpleSchema20 }),
    needs: ["name", "in"],
    reference: true,
  },
  responses20: { fields: fields({}), rest: kind("response20") },
  response20: { fields: fields({ description: "word", schema, headers: map(kind("header20")), examples: map("any") }), reference: true },
  header20: { fields: fields({ description: "word", ...simpleSchema20 }) },
} satisfies Record<Kind, KindTable>;


/** A kind of object. */
export type Kind =
  | "root" | "info" | "contact" | "license" | "externalDocs" | "server" | "serverVariable" | "tag" | "paths" | "pathItem" | "operation"
  | "parameter" | "header" | "requestBody" | "responses" | "response" | "mediaType" | "encoding" | "example" | "link" | "callback"
  | "components" | "securityScheme" | "flows" | "flow" | "schema" | "discriminator" | "xml"
  | "root20" | "paths20" | "pathItem20" | "operation20" | "parameter20" | "responses20" | "response20" | "header20";

/** The table of a kind. */
export const kinds: { readonly [name in Kind]: KindTable } = tables;

/** The rule of one member of an object: undefined where nothing is said about it. */
export function ruleOf(table: KindTable, name: string): Rule | undefined {
  return table.fields.get(name) ?? (name.startsWith("x-") ? undefined : table.rest);
}
