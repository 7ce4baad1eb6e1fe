/** One function an operation, with its types and its descriptor. */
import { code, docComment, join, type Code } from "../../emit/code.js";
import type { Operation } from "../../model/api.js";
import { resultType } from "./answers.js";
import { argumentsType, needsArguments } from "./arguments.js";
import { descriptorConstant } from "./descriptor.js";
import { pagesStatement } from "./paging.js";
import { runtimeType, type Printing } from "./printing.js";

/** What a caller reads: summary, description, and where the request goes. */
export function operationComment(operation: Operation): Code {
  const { summary, description, deprecated } = operation.docs;
  const place = `\`${operation.method} ${operation.path}\``;
  const text = [...new Set([summary, description].flatMap((part) => part?.trim() || [])), place].join("\n\n");
  return docComment(text, deprecated ? [{ name: "deprecated" }] : []);
}

/** `args: UpsertContactArgs, options?: CallOptions`; `args?` where nothing is required. */
export function callParameters(operation: Operation, printing: Printing): Code {
  const optional = needsArguments(operation) ? code`` : code`?`;
  return code`args${optional}: ${operation.typeIdentifier}Args, options?: ${runtimeType(printing, code`CallOptions`)}`;
}

/** `Call<UpsertContactResult>` */
export function callType(operation: Operation, printing: Printing): Code {
  return code`${runtimeType(printing, code`Call`)}<${operation.typeIdentifier}Result>`;
}

/** Arguments, result, descriptor and function of one operation. */
export function operationStatements(operation: Operation, printing: Printing): Code[] {
  const core = runtimeType(printing, code`Core`);
  const head = code`export function ${operation.identifier}(core: ${core}, ${callParameters(operation, printing)}): ${callType(operation, printing)} {`;
  return [
    argumentsType(operation, printing),
    resultType(operation, printing),
    descriptorConstant(operation, printing),
    join([code`${operationComment(operation)}${head}`, code`  return core.call<${operation.typeIdentifier}Result>(${operation.identifier}Operation, args, options);`, code`}`], "\n"),
    ...pagesStatement(operation, printing),
  ];
}
