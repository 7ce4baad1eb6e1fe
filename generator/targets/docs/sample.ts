/**
 * A complete program for one operation: import, client, call, result. The program is type-checked by the tests.
 *
 *   const result = await pristo.contacts.upsertContact({ path: { populationId: "3fa8…" }, body: { … } });
 */
import { block, code, join, key, literal, objectLiteral, stringLiteral, type Code } from "../../emit/code.js";
import type { Api, Group, MediaType, Operation, Parameter, ParameterPlace } from "../../model/api.js";
import { noDocs } from "../../model/docs.js";
import { variableName } from "./variable.js";
import type { BodyKind } from "../body.js";
import { BinaryExample, type Examples, type ExampleValue } from "../example.js";
import type { DocsContext } from "./context.js";
import type { Credential } from "./credentials.js";

const widest = 80;
const mostOptionalQuery = 2;

/** What a call of an operation is given. */
export interface SampleArgs {
  readonly parameters: readonly { readonly parameter: Parameter; readonly value: ExampleValue }[];
  readonly content: MediaType | undefined;
  readonly kind: BodyKind | undefined;
  readonly body: ExampleValue | undefined;
}

/** Example arguments for one of the operation's bodies; undefined where something required has no example. */
export function sampleArgs(operation: Operation, content: MediaType | undefined, { examples, bodyKind }: Pick<DocsContext, "examples" | "bodyKind">): SampleArgs | undefined {
  const parameters: { parameter: Parameter; value: ExampleValue }[] = [];
  const missingOne = operation.requireOneOf.length > 0 && !operation.parameters.some((each) => each.required && operation.requireOneOf.includes(each.name));
  const demanded = missingOne ? operation.requireOneOf[0] : undefined;
  let optional = 0;
  for (const parameter of operation.parameters) {
    const needed = parameter.required || parameter.name === demanded;
    const wanted = needed || (parameter.place === "query" && !parameter.whole && !parameter.docs.deprecated && optional < mostOptionalQuery);
    if (!wanted) continue;
    const value = parameterExample(parameter, examples);
    if (value === undefined && needed) return undefined;
    if (value === undefined || (!needed && !isShort(value))) continue;
    if (!needed) optional++;
    parameters.push({ parameter, value });
  }
  const kind = content === undefined ? undefined : bodyKind(content);
  const body = content === undefined || kind === undefined ? undefined : sampleBody(content, kind, examples);
  if (content !== undefined && body === undefined && operation.body?.required) return undefined;
  return { parameters, content: body === undefined ? undefined : content, kind, body };
}

/** A value that the client sends: the vendor's example, unless that is none that can travel, then another of the schema. */
function parameterExample({ place, schema, docs }: Parameter, examples: Examples): ExampleValue | undefined {
  const value = examples.value(schema, "write", docs.examples.filter((example) => travels(place, example.value)));
  return value === undefined || travels(place, value) ? value : examples.value({ ...schema, docs: noDocs }, "write");
}

/** An empty path segment or a dot leads elsewhere; a header field holds no line break and no character beyond Latin-1. */
function travels(place: ParameterPlace, value: unknown): boolean {
  if (typeof value !== "string") return true;
  return place === "path" ? !/^\.{0,2}$/.test(value) : place !== "header" || /^[\t\x20-\x7e\xa0-\xff]*$/.test(value);
}

/** A body as the client takes it: the schema does not say what a text or bytes hold. */
function sampleBody(content: MediaType, { holds, form }: BodyKind, examples: Examples): ExampleValue | undefined {
  switch (holds) {
    case "value":
      return examples.value(content.schema, form, content.examples);
    case "items": {
      const item = examples.value(content.itemSchema ?? content.schema, form);
      return item === undefined ? undefined : [item];
    }
    case "text":
      return content.examples.map(({ value }) => value).find((value) => typeof value === "string") ?? "text";
    case "bytes":
      return new BinaryExample();
  }
}

export interface SampleContext {
  readonly api: Api;
  readonly packageName: string;
  readonly credentials: readonly Credential[];
}

/** The program. Throws a failure's error, so that a reader sees `data` at once. */
export function sampleProgram(group: Group, operation: Operation, args: SampleArgs, context: SampleContext): Code {
  const { api, packageName } = context;
  const variable = variableName(api.identifier);
  const create = code`create${api.identifier}Client`;
  const call = code`${variable}.${group.identifier}.${operation.identifier}(${callArguments(operation, args)})`;
  return join(
    [
      code`import { ${create} } from ${stringLiteral(packageName)};`,
      code``,
      code`const ${variable} = ${create}(${clientOptions(context)});`,
      code``,
      code`const result = await ${call};`,
      ...outcome(operation),
    ],
    "\n",
  );
}

/** `{ auth: { ApiKeyAuth: process.env.PRISTO_API_KEY! } }`, and a server where the document has none that could be called. */
export function clientOptions({ api, credentials }: SampleContext): Code {
  const members: [string, Code][] = [];
  if (!api.servers.some((server) => /^https?:/.test(server.url))) members.push(["baseUrl", stringLiteral("https://api.example.com")]);
  if (credentials.length > 0) members.push(["auth", objectLiteral(credentials.map(({ scheme, value }) => [scheme.name, value]))]);
  return members.length === 0 ? code`` : objectLiteral(members);
}

function outcome(operation: Operation): Code[] {
  const success = operation.responses.some((response) => /^(2|default)/.test(response.status));
  const failure = operation.responses.some((response) => !response.status.startsWith("2"));
  if (success && failure) return [code`if (result.ok) console.log(result.status, result.data);`, code`else console.error(result.status, result.error);`];
  return [success ? code`console.log(result.status, result.data);` : code`console.log(result.status);`];
}

// ---------------------------------------------------------------------------------------------- arguments

/** `{ path: { … }, query: { … }, body: … }`; nothing where nothing is given. */
export function callArguments(operation: Operation, args: SampleArgs): Code {
  const members: [string, Code][] = [];
  for (const place of ["path", "query", "header", "cookie"] as const satisfies readonly ParameterPlace[]) {
    const given = args.parameters.filter(({ parameter }) => parameter.place === place);
    if (given.length > 0) members.push([place, print(Object.fromEntries(given.map(({ parameter, value }) => [parameter.name, value])))]);
  }
  if (args.content !== undefined && args.body !== undefined) {
    if (operation.body !== undefined && operation.body.contents[0] !== args.content) members.push(["contentType", stringLiteral(args.content.name)]);
    members.push(["body", print(args.body)]);
  }
  if (members.length === 0) return code``;
  return layout("{", members.map(([name, value]) => code`${key(name)}: ${value}`));
}

/** A value as an expression, on lines of its own where it is long. */
function print(value: ExampleValue): Code {
  if (value instanceof BinaryExample) return code`new Blob([${stringLiteral(value.text)}])`;
  if (Array.isArray(value)) return layout("[", value.map(print));
  if (typeof value !== "object" || value === null) return literal(value as string | number | boolean | null);
  return layout("{", Object.entries(value as { readonly [name: string]: ExampleValue }).map(([name, part]) => code`${key(name)}: ${print(part)}`));
}

function layout(open: "{" | "[", members: readonly Code[]): Code {
  if (members.length === 0) return open === "{" ? code`{}` : code`[]`;
  const line = join(members, ", ");
  if (line.length <= widest && !line.includes("\n")) return open === "{" ? code`{ ${line} }` : code`[${line}]`;
  return block(open, members);
}

function isShort(value: ExampleValue): boolean {
  return !(value instanceof BinaryExample) && JSON.stringify(value).length <= widest;
}
