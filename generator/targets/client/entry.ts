/** `src/index.ts`: the client, and all that a user imports. */
import { block, code, docComment, indent, join, key, type Code } from "../../emit/code.js";
import type { ModuleFile } from "../../emit/file.js";
import type { Operation } from "../../model/api.js";
import type { PackageInfo } from "../../vendor.js";
import { groupFunction, groupType } from "./groups.js";
import { runtime, runtimeType, type Printing } from "./printing.js";

/** What users need of the runtime: classes to tell errors apart, and the types of options and results. */
const runtimeNames = {
  values: [
    code`AbortedError`,
    code`ApiError`,
    code`ConfigurationError`,
    code`NetworkError`,
    code`PaginationError`,
    code`RequestValidationError`,
    code`ResponseBodyError`,
    code`ResponseValidationError`,
    code`SpecwrightError`,
    code`TimeoutError`,
    code`UnexpectedStatusError`,
    code`WebhookError`,
    code`createTestFetch`,
    code`download`,
    code`openapiFetch`,
    code`pages`,
    code`rateLimit`,
    code`reconnecting`,
    code`standardWebhooks`,
    code`attributesOf`,
  ],
  types: [code`Binary`, code`Call`, code`CallOptions`, code`Core`, code`DataOf`, code`Drift`, code`Failure`, code`Middleware`, code`OperationDescriptor`, code`Pages`, code`ServerEvent`, code`Success`, code`TestFetch`, code`WebhookRequest`, code`WebhookVerifier`],
} as const;

/** The module; `taken` are the names that other modules of the package export, which go before the runtime's. */
export function entryModule(info: PackageInfo, printing: Printing, taken: ReadonlySet<string>, modules: readonly Code[]): ModuleFile {
  const { imports } = printing;
  const free = (names: readonly Code[]): Code => block("{", names.filter((name) => !taken.has(name)));
  const statements = [
    join(
      [
        ...modules,
        code`export ${free(runtimeNames.values)} from "./runtime/index.js";`,
        code`export type ${free(runtimeNames.types)} from "./runtime/index.js";`,
      ],
      "\n",
    ),
    ...clientStatements(printing),
  ];
  return { kind: "module", path: "src/index.ts", header: docComment(`The client for ${info.title}.`), imports: imports.lines(), statements };
}

function clientStatements(printing: Printing): Code[] {
  const { api, imports } = printing;
  const name = api.identifier;
  const operations = api.groups.flatMap((group) => group.operations);
  const use = (one: Code): Code => imports.value("./client.js", one);
  const useType = (one: Code): Code => imports.type("./client.js", one);
  const descriptor = runtimeType(printing, code`OperationDescriptor`);
  const middleware = runtimeType(printing, code`Middleware`);
  const raw = code`${runtimeType(printing, code`RawClient`)}<${imports.type("./types.js", code`paths`)}>`;
  const calls = operations.map((operation) => callEntry(operation, useType));
  const groups = api.groups.map((group) => code`${docComment(group.description)}readonly ${group.identifier}: ${useType(groupType(group))};`);
  const made = api.groups.map((group) => code`${group.identifier}: ${use(groupFunction(group))}(core),`);
  const descriptors = operations.map(({ id, identifier }) => code`${key(id)}: ${use(code`${identifier}Operation`)},`);
  const call = runtimeType(printing, code`Call`);
  const options = runtimeType(printing, code`CallOptions`);
  return [
    code`/** What each operation takes and gives, by its id. */\nexport interface ${name}Calls {\n  ${indent(join(calls, "\n"))}\n}`,
    code`/** All operations, by group. */
export interface ${name}Client {
  ${indent(join(groups, "\n"))}
  /** What each operation is on the wire, by its id. */
  readonly operations: { readonly [Id in keyof ${name}Calls]: ${descriptor} };
  /** Calls an operation by its id. */
  call<Id extends keyof ${name}Calls>(
    id: Id,
    ...rest: {} extends ${name}Calls[Id]["args"]
      ? [args?: ${name}Calls[Id]["args"], options?: ${options}]
      : [args: ${name}Calls[Id]["args"], options?: ${options}]
  ): ${call}<${name}Calls[Id]["result"]>;
  /** The openapi-fetch client underneath: no credentials, retries or validation. */
  readonly raw: ${raw};
  /** Adds openapi-fetch middleware. */
  use(...middleware: ${middleware}[]): void;
  eject(...middleware: ${middleware}[]): void;
}`,
    code`/** A client for ${name}. Nothing is sent before the first call. */
export function create${name}Client(options: ${useType(code`${name}Options`)} = {}): ${name}Client {
  const transport = ${runtime(printing, code`openapiFetch`)}(options);
  const core = ${use(code`create${name}Core`)}(options, transport);
  const operations = {
    ${indent(join(descriptors, "\n"), 2)}
  };
  return {
    ${indent(join(made, "\n"), 2)}
    operations,
    call: (id, ...[args, callOptions]) => core.call(operations[id], args, callOptions),
    raw: transport.raw as unknown as ${raw},
    use: transport.use,
    eject: transport.eject,
  };
}`,
  ];
}

/** `upsertContact: { args: UpsertContactArgs; result: UpsertContactResult };` */
function callEntry(operation: Operation, useType: (name: Code) => Code): Code {
  const args = useType(code`${operation.typeIdentifier}Args`);
  return code`${key(operation.id)}: { args: ${args}; result: ${useType(code`${operation.typeIdentifier}Result`)} };`;
}
