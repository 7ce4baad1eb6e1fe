/** An operation as its documentation shows it, before it is decided whether that is Markdown or HTML. */
import type { Api, Group, MediaType, Operation, Parameter, Response, SecurityRequirement } from "../../model/api.js";
import type { DocsContext } from "./context.js";
import { neededBy } from "./credentials.js";
import { curl } from "./curl.js";
import { sampleArgs, sampleProgram } from "./sample.js";
import type { Row, SchemaWords } from "./schema.js";
import { code, list, phrase, type Phrase } from "./spans.js";

/** What a list says of an operation. */
export interface BriefWords {
  readonly operation: Operation;
  readonly security: Phrase;
  /** Only where the operation's servers are not the API's. */
  readonly servers: Phrase | undefined;
  /** "at least one of `phone`, `name`". */
  readonly conditions: readonly Phrase[];
}

/** What a page says of it. */
export interface OperationWords extends BriefWords {
  readonly parameters: readonly (Row & { readonly place: string })[];
  readonly bodies: readonly ContentWords[];
  readonly responses: readonly ResponseWords[];
  readonly samples: readonly Sample[];
}

export interface ContentWords {
  readonly mediaType: string;
  readonly type: Phrase;
  readonly rows: readonly Row[];
}

export interface ResponseWords {
  readonly status: string;
  readonly meaning: string;
  readonly contents: readonly ContentWords[];
  readonly headers: readonly Row[];
}

export interface Sample {
  /** The media type, where the operation has several bodies. */
  readonly mediaType: string | undefined;
  readonly program: string;
  readonly curl: string;
}

/** What is said about an operation wherever it is named. */
export function briefWords(operation: Operation, { api }: DocsContext): BriefWords {
  return {
    operation,
    security: securityWords(operation.security),
    servers: operation.servers === api.servers || sameServers(operation, api) ? undefined : list(operation.servers.map((server) => [code(server.url)]), " or "),
    conditions: operation.requireOneOf.length === 0 ? [] : [phrase`at least one of ${list(operation.requireOneOf.map((name) => [code(name)]), ", ")}`],
  };
}

/** Everything to be said about an operation. */
export function operationWords(group: Group, operation: Operation, context: DocsContext): OperationWords {
  const { words } = context;
  return {
    ...briefWords(operation, context),
    parameters: operation.parameters.map((parameter) => ({ ...parameterRow(parameter, words), place: parameter.place })),
    bodies: (operation.body?.contents ?? []).map((content) => contentWords(content, context.bodyKind(content).form, words)),
    responses: operation.responses.map((response) => responseWords(response, words)),
    samples: samples(group, operation, context),
  };
}

/** The programs of an operation: one a body it takes, or one without. */
export function samples(group: Group, operation: Operation, context: DocsContext): Sample[] {
  const contents = operation.body?.contents ?? [undefined];
  const credentials = neededBy(operation, context.credentials);
  return contents.flatMap((content) => {
    const args = sampleArgs(operation, content, context);
    if (args === undefined) return [];
    const program = sampleProgram(group, operation, args, { api: context.api, packageName: context.package.packageName, credentials });
    return [{ mediaType: contents.length > 1 ? content?.name : undefined, program, curl: curl(context.api, operation, args, credentials) }];
  });
}

function sameServers(operation: Operation, api: Api): boolean {
  return operation.servers.length === api.servers.length && operation.servers.every((server, index) => server.url === api.servers[index]?.url);
}

/** "`ApiKeyAuth`", "`a` and `b`, or `c`", "none". */
function securityWords(requirements: readonly SecurityRequirement[]): Phrase {
  if (requirements.length === 0) return phrase`none`;
  return list(
    requirements.map((requirement) =>
      requirement.length === 0
        ? phrase`nothing`
        : list(requirement.map(({ scheme, scopes }) => (scopes.length === 0 ? phrase`${code(scheme)}` : phrase`${code(scheme)} (${list(scopes.map((scope) => [code(scope)]), ", ")})`)), " and "),
    ),
    " or ",
  );
}

function parameterRow(parameter: Parameter, words: SchemaWords): Row {
  const { docs, schema } = parameter;
  return {
    name: parameter.name,
    type: words.type(schema, "write"),
    required: parameter.required,
    deprecated: docs.deprecated || schema.docs.deprecated,
    description: docs.description ?? schema.docs.description,
    bounds: words.bounds(schema),
  };
}

function contentWords(content: MediaType, form: "read" | "write" | "upload", words: SchemaWords): ContentWords {
  const schema = content.itemSchema ?? content.schema;
  const type = words.type(schema, form);
  return { mediaType: content.name, type: content.itemSchema === undefined ? type : phrase`stream of ${type}`, rows: words.rows(schema, form) };
}

function responseWords(response: Response, words: SchemaWords): ResponseWords {
  return {
    status: response.status,
    meaning: response.description,
    contents: response.contents.map((content) => contentWords(content, "read", words)),
    headers: response.headers.map((header) => ({ ...parameterRow(header, words), type: words.type(header.schema, "read") })),
  };
}
