/** What the templates of the documentation are given: the same for Markdown and HTML, but for the printer. */
import type { Api, Group, NamedSchema, Operation } from "../../model/api.js";
import { variableName } from "./variable.js";
import type { BriefWords, ContentWords, OperationWords, ResponseWords } from "./operation.js";
import { anchor, type Printer } from "./printer.js";
import type { Row, SchemaWords } from "./schema.js";
import { list, phrase, type Phrase } from "./spans.js";

/** An operation's view. */
export function operationView<T extends string>(api: Api, group: Group, words: OperationWords, print: Printer<T>): object {
  const { operation, parameters, bodies } = words;
  return {
    ...briefView(api, group, words, print),
    description: print.prose(operation.docs.description),
    hasParameters: parameters.length > 0,
    parameters: parameters.map((row) => ({ ...rowView(row, print), place: print.text(row.place) })),
    hasBody: bodies.length > 0,
    bodyNeed: operation.body?.required ? "required" : "optional",
    bodyDescription: print.prose(operation.body?.description),
    bodies: bodies.map((content) => contentView(content, print)),
    responses: words.responses.map((response) => responseView(response, print)),
    hasSamples: words.samples.length > 0,
    samples: words.samples.map((sample) => ({
      title: sample.mediaType === undefined ? "" : print.code(sample.mediaType),
      program: print.block(sample.program, "ts"),
      curl: print.block(sample.curl, "sh"),
    })),
  };
}

/** The same without what fills pages: for a list in which `page` says where the rest is. */
export function briefView<T extends string>(api: Api, group: Group, words: BriefWords, print: Printer<T>, page = ""): object {
  const { operation, conditions } = words;
  const takesArguments = operation.parameters.length > 0 || (operation.body?.contents.length ?? 0) > 0;
  const optional = !operation.parameters.some((parameter) => parameter.required) && !operation.body?.required;
  return {
    anchor: anchor(operation.identifier),
    name: print.text(operation.identifier),
    summary: print.text(operation.docs.summary ?? ""),
    signature: print.code(
      `${variableName(api.identifier)}.${group.identifier}.${operation.identifier}(${takesArguments ? `args${optional ? "?" : ""}: ${operation.typeIdentifier}Args, ` : ""}options?: CallOptions): Call<${operation.typeIdentifier}Result>`,
    ),
    method: print.text(operation.method),
    path: print.code(operation.path),
    id: print.code(operation.id),
    find: print.text(`${operation.method} ${operation.path} ${operation.id} ${operation.docs.summary ?? ""}`.toLowerCase()),
    deprecated: operation.docs.deprecated,
    security: print.phrase(words.security),
    servers: words.servers === undefined ? "" : print.phrase(words.servers),
    condition: conditions.length === 0 ? "" : print.phrase(phrase`Needs ${list(conditions, " and ")}.`),
    pages: operation.pagination !== undefined,
    page: print.text(page),
    description: "",
    hasParameters: false,
    hasBody: false,
    responses: [],
    hasSamples: false,
  };
}

function responseView<T extends string>(response: ResponseWords, print: Printer<T>): object {
  return {
    status: print.text(response.status),
    meaning: print.line(response.meaning),
    type: response.contents.length === 0 ? print.text("no body") : print.phrase(list(distinct(response.contents.map((content) => content.type)), " or ")),
    mediaTypes: print.phrase(list(response.contents.map((content) => [{ code: content.mediaType }]), ", ")),
    bodies: response.contents.filter((content) => content.rows.length > 0).map((content) => contentView(content, print)),
    hasHeaders: response.headers.length > 0,
    headers: response.headers.map((row) => rowView(row, print)),
  };
}

function contentView<T extends string>(content: ContentWords, print: Printer<T>): object {
  return {
    mediaType: print.code(content.mediaType),
    type: print.phrase(content.type),
    hasRows: content.rows.length > 0,
    rows: content.rows.map((row) => rowView(row, print)),
  };
}

function rowView<T extends string>(row: Row, print: Printer<T>): object {
  const bounds: readonly Phrase[] = row.deprecated ? [phrase`deprecated`, ...row.bounds] : row.bounds;
  return {
    name: print.code(row.name),
    type: print.phrase(row.type),
    required: row.required ? "yes" : "",
    notes: print.notes(print.line(row.description), bounds),
  };
}

/** A named schema in words, printed once for each kind of page. */
export interface NamedWords {
  readonly schema: NamedSchema;
  readonly type: Phrase;
  readonly bounds: readonly Phrase[];
  readonly rows: readonly Row[];
}

export function schemaWordsOf(schema: NamedSchema, words: SchemaWords): NamedWords {
  return { schema, type: words.type(schema.schema, "read"), bounds: words.bounds(schema.schema), rows: words.rows(schema.schema, "read") };
}

/** A named schema's view. */
export function schemaView<T extends string>({ schema, type, bounds, rows }: NamedWords, print: Printer<T>): object {
  const { docs } = schema.schema;
  const others = [schema.writeIdentifier, schema.uploadIdentifier].filter((name) => name !== undefined);
  return {
    anchor: anchor(schema.identifier),
    name: print.text(schema.identifier),
    deprecated: docs.deprecated,
    description: print.prose(docs.description ?? docs.title),
    type: print.phrase(type),
    bounds: print.notes("" as T, bounds),
    others: print.phrase(list(others.map((name) => [{ code: name }]), ", ")),
    hasRows: rows.length > 0,
    rows: rows.map((row) => rowView(row, print)),
  };
}

/** An operation's line in a list. */
export function entryView<T extends string>(operation: Operation, print: Printer<T>): object {
  return {
    anchor: anchor(operation.identifier),
    name: print.text(operation.identifier),
    method: print.text(operation.method),
    path: print.code(operation.path),
    summary: print.text(operation.docs.summary ?? ""),
  };
}

function distinct(phrases: readonly Phrase[]): readonly Phrase[] {
  if (phrases.length < 2) return phrases;
  return [...new Map(phrases.map((each) => [JSON.stringify(each), each])).values()];
}
