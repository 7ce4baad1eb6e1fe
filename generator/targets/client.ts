/**
 * The client: `src/client.ts` (one function an operation, and their groups), `src/errors.ts` (one class a declared status),
 * `src/webhooks.ts` where there are any, and `src/index.ts`.
 */
import { code, docComment, type Code } from "../emit/code.js";
import type { ModuleFile, OutputFile } from "../emit/file.js";
import { usedImports } from "../emit/imports.js";
import type { Api } from "../model/api.js";
import { sentRequests } from "../model/events.js";
import type { PackageInfo } from "../vendor.js";
import { entryModule } from "./client/entry.js";
import { errorClasses, errorsModule } from "./client/errors.js";
import { groupFunction, groupStatements, groupType } from "./client/groups.js";
import { operationStatements } from "./client/operations.js";
import { startPrinting, type Printing } from "./client/printing.js";
import { setupStatements } from "./client/setup.js";
import { payloadType, webhooksModule } from "./client/webhooks.js";
import type { Target } from "./target.js";
import { formsOf } from "./typescript.js";
import { identifierIn } from "../model/graph.js";

export const clientTarget: Target = {
  name: "client",
  files({ api, document: { root }, package: info }): readonly OutputFile[] {
    const taken = exportedNames(api);
    const errors = errorClasses(api, taken);
    const errorModule = errorsModule(api, root, errors);
    for (const { name } of errors.values()) taken.add(name);
    const webhooks = webhooksModule(api, startPrinting(api, root, errors, taken));
    const modules = [
      code`export * from "./client.js";`,
      ...(errorModule ? [code`export * from "./errors.js";`] : []),
      code`export type * from "./types.js";`,
      ...(webhooks ? [code`export * from "./webhooks.js";`] : []),
    ];
    return [
      clientModule(startPrinting(api, root, errors, taken), info),
      ...(errorModule ? [errorModule] : []),
      ...(webhooks ? [webhooks] : []),
      entryModule(info, startPrinting(api, root, errors, taken), taken, modules),
    ];
  },
};

function clientModule(printing: Printing, info: PackageInfo): ModuleFile {
  const { api } = printing;
  const operations = api.groups.flatMap((group) => group.operations);
  const statements: Code[] = [
    ...setupStatements(info, printing),
    ...operations.flatMap((operation) => operationStatements(operation, printing)),
    ...api.groups.flatMap((group) => groupStatements(group, printing)),
  ];
  return {
    kind: "module",
    path: "src/client.ts",
    header: docComment(`The operations of ${info.title}: one function each, and the groups that the client is made of.`),
    imports: usedImports(printing.imports.lines(), statements),
    statements,
  };
}

/** Every name that `types.ts`, `client.ts` and `webhooks.ts` export. */
function exportedNames(api: Api): Set<string> {
  const schemas = api.schemas.flatMap((schema) => formsOf(schema).map((form): string => identifierIn(schema, form)));
  const operations = api.groups
    .flatMap((group) => group.operations)
    .flatMap(({ identifier, typeIdentifier }) => [identifier, `${identifier}Operation`, `${typeIdentifier}Args`, `${typeIdentifier}Result`]);
  const groups = api.groups.flatMap((group): string[] => [groupType(group), groupFunction(group)]);
  const webhooks = sentRequests(api).map((sent): string => payloadType(sent));
  return new Set<string>([...schemas, ...operations, ...groups, ...webhooks]);
}
