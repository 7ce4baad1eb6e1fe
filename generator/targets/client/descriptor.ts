/** What an operation is on the wire, as a constant that the runtime interprets. */
import { block, code, literal, stringLiteral, type Code } from "../../emit/code.js";
import type { MediaType, Operation, Parameter, PartEncoding, RequestBody, Response, Schema, SecurityRequirement, Server } from "../../model/api.js";
import type { Pointer } from "../../json.js";
import { essenceOf, fixedHeader, isMultipart } from "../../model/contents.js";
import { schemaAt } from "../../model/graph.js";
import { statusKey } from "../status.js";
import { headerDecoding, isScalar } from "./headers.js";
import { entry, list, object, present } from "./layout.js";
import { runtime, runtimeType, type Printing } from "./printing.js";
import { xmlHints } from "./xml.js";

const yes = code`true`;

/**
 *   export const upsertContactOperation: OperationDescriptor = {
 *     id: "upsertContact",
 *     method: "POST",
 *     …
 *   };
 *
 * Its type is said rather than inferred: a literal type of each constant would cost every user of the package checking time.
 * Names and literals only, never a call: bundlers drop such a constant when nobody uses it.
 */
export function descriptorConstant(operation: Operation, printing: Printing): Code {
  const { api } = printing;
  const validators = printing.imports.value("./validators.js", code`${operation.identifier}Validators`);
  const members = present({
    id: stringLiteral(operation.id),
    method: stringLiteral(operation.method),
    path: stringLiteral(operation.path),
    parameters: some(operation.parameters, (parameters) => list(parameters.map((parameter) => parameterDescriptor(parameter, printing)), 14)),
    body: operation.body && requestBody(operation.body, printing),
    responses: responses(operation.responses, printing),
    security: some(operation.security, (requirements) => list(requirements.map(securityRequirement), 12)),
    servers: operation.servers === api.servers ? undefined : some(operation.servers, (servers) => serverList(servers, printing)),
    deprecated: operation.docs.deprecated ? yes : undefined,
    idempotencyHeader: operation.idempotencyHeader === undefined ? undefined : stringLiteral(operation.idempotencyHeader),
    requireOneOf: some(operation.requireOneOf, (names) => list(names.map(stringLiteral), 16)),
    pagination: operation.pagination && literal({ ...operation.pagination } as never),
    validators,
  });
  const type = runtimeType(printing, code`OperationDescriptor`);
  const described = operation.pagination ? code`${type} & { readonly pagination: ${runtimeType(printing, code`PaginationDescriptor`)} }` : type;
  return code`export const ${operation.identifier}Operation: ${described} = ${block("{", members)};`;
}

function some<Item>(items: readonly Item[], print: (items: readonly Item[]) => Code): Code | undefined {
  return items.length === 0 ? undefined : print(items);
}

/** `{ name: "limit", in: "query" }`; style and explode only where they are not the place's own. */
function parameterDescriptor(parameter: Parameter, printing: Printing): Code {
  const style = parameter.delimited ?? parameter.style;
  const byDefault = parameter.place === "query" || parameter.place === "cookie" ? "form" : "simple";
  const explodes = style === "form" || style === "cookie";
  const plain = parameter.mediaType !== undefined;
  const ordinary = style === byDefault && parameter.place !== "cookie" && !plain && !parameter.whole && !parameter.allowReserved;
  const writer = !ordinary ? code`writeStyled` : isScalar(parameter.schema, printing.named) ? undefined : code`writeList`;
  return object(
    present({
      name: stringLiteral(parameter.name),
      in: stringLiteral(parameter.whole ? "querystring" : parameter.place),
      required: parameter.required ? yes : undefined,
      style: plain || style === byDefault ? undefined : stringLiteral(style),
      explode: plain || parameter.explode === explodes ? undefined : literal(parameter.explode),
      allowReserved: parameter.allowReserved ? yes : undefined,
      allowEmptyValue: parameter.allowEmptyValue ? yes : undefined,
      contentType: parameter.mediaType === undefined ? undefined : stringLiteral(parameter.mediaType),
      encoding: some(encodings(parameter.encoding), (members) => object(members, 20)),
      write: writer && runtime(printing, writer),
    }),
    8,
  );
}

function requestBody(body: RequestBody, printing: Printing): Code {
  const contents = body.contents.map((content) => entry(content.name, requestContent(content, printing)));
  return object(present({ required: body.required ? yes : undefined, contents: object(contents, 30) }), 8);
}

function requestContent(content: MediaType, printing: Printing): Code {
  const parts = isForm(content) ? partKinds(content, printing) : [];
  const { codec } = printing.media.request(content);
  return object(
    present({
      codec: runtime(printing, codec),
      encoding: some(encodings(content.encoding), (members) => object(members, 30)),
      parts: some(parts, (members) => object(members, 30)),
      xml: codec === "xmlBody" ? xmlHints(content.schema, printing.root, printing.named) : undefined,
    }),
    30,
  );
}

function isForm(content: MediaType): boolean {
  return isMultipart(content.name) || essenceOf(content.name) === "application/x-www-form-urlencoded";
}

const encodings = (encoding: ReadonlyMap<string, PartEncoding>): Code[] => [...encoding].map(([name, part]) => entry(name, partEncoding(part)));

function partEncoding(part: PartEncoding): Code {
  const styled = part.style !== undefined;
  return object(
    present({
      contentType: part.contentType === undefined ? undefined : stringLiteral(part.contentType),
      style: styled ? stringLiteral(part.delimited ?? part.style ?? "form") : undefined,
      explode: styled && part.explode !== (part.style === "form") ? literal(part.explode) : undefined,
      allowReserved: part.allowReserved ? yes : undefined,
      headers: some(fixedHeaders(part), (headers) => object(headers, 30)),
    }),
    30,
  );
}

/** `"X-Kind": "thumbnail"` for each header of a part that has but one value; of others a diagnostic has told. */
function fixedHeaders(part: PartEncoding): Code[] {
  return part.headers.flatMap((header) => {
    const value = fixedHeader(header);
    return value === undefined ? [] : [entry(header.name, stringLiteral(value))];
  });
}

/** `photo: "binary"` for each property whose part is not told by its value alone. */
function partKinds(content: MediaType, printing: Printing): Code[] {
  const { named } = printing;
  const found = new Map<string, Code>();
  const seen = new Set<Pointer>();
  const visit = (schema: Schema): void => {
    if (schema.kind === "ref" && !seen.has(schema.target)) {
      seen.add(schema.target);
      visit(schemaAt(named, schema.target).schema);
    }
    if (schema.kind === "intersection" || schema.kind === "union") for (const part of schema.members) visit(part);
    if (schema.kind === "unevaluated") visit(schema.schema);
    if (schema.kind !== "object") return;
    for (const property of schema.properties) {
      const kind = partKind(property.schema, named, 0);
      if (kind !== undefined && !found.has(property.name)) found.set(property.name, entry(property.name, kind));
    }
  };
  visit(content.schema);
  return [...found.values()];
}

function partKind(schema: Schema, named: Printing["named"], depth: number): Code | undefined {
  if (depth > 16) return undefined;
  switch (schema.kind) {
    case "ref":
      return partKind(schemaAt(named, schema.target).schema, named, depth + 1);
    case "binary":
      return code`"binary"`;
    case "array":
      return partKind(schema.items, named, depth + 1);
    case "string":
      // OpenAPI 3.1.1, 4.8.15, default of contentType: bytes in an encoding are application/octet-stream.
      return schema.contentEncoding === undefined ? code`"text"` : code`"binary"`;
    case "object":
      return code`"json"`;
    default:
      return undefined;
  }
}

function responses(all: readonly Response[], printing: Printing): Code {
  if (all.length === 0) return code`{}`;
  return block("{", all.map((response) => code`${statusKey(response.status)}: ${responseDescriptor(response, printing)}`));
}

function responseDescriptor(response: Response, printing: Printing): Code {
  const error = printing.errors.get(response.status);
  const contents = response.contents.map((content) => entry(content.name, code`{ codec: ${runtime(printing, printing.media.response(content).codec)} }`));
  return object(
    present({
      error: error && printing.imports.value("./errors.js", error.name),
      contents: some(contents, (members) => object(members, 20)),
      headers: some(response.headers, (headers) => list(headers.map((header) => headerDescriptor(header, printing)), 20)),
      retryable: response.retryable ? yes : undefined,
    }),
    10,
  );
}

const separators = { spaceDelimited: " ", tabDelimited: "\t", pipeDelimited: "|" } as const;

function headerDescriptor(header: Parameter, printing: Printing): Code {
  const { decode, items } = headerDecoding(header, printing.named);
  return object(
    present({
      name: stringLiteral(header.name.toLowerCase()),
      required: header.required ? yes : undefined,
      type: decode,
      items,
      explode: decode !== undefined && header.explode ? yes : undefined,
      separator: header.delimited && decode && stringLiteral(separators[header.delimited]),
      read: decode && runtime(printing, code`readHeader`),
    }),
    20,
  );
}

function securityRequirement(requirement: SecurityRequirement): Code {
  return object(requirement.map(({ scheme, scopes }) => entry(scheme, list(scopes.map(stringLiteral)))), 14);
}

/** `[{ url: "https://{region}.example.com", variables: { region: { default: "eu" } }, expand: expandServer }]` */
export function serverList(servers: readonly Server[], printing: Printing): Code {
  return list(servers.map((server) => serverDescriptor(server, printing)), 12);
}

function serverDescriptor(server: Server, printing: Printing): Code {
  const variables = server.variables.map((variable) => {
    const values = variable.enum && list(variable.enum.map(stringLiteral), 30);
    return entry(variable.name, object(present({ default: stringLiteral(variable.default), enum: values }), 30));
  });
  const variable = variables.length > 0 || /\{[^{}]+\}/.test(server.url);
  return object(
    present({
      url: stringLiteral(server.url),
      variables: some(variables, (members) => object(members, 20)),
      expand: variable ? runtime(printing, code`expandServer`) : undefined,
    }),
    8,
  );
}
