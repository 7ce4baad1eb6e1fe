/** Operations by tag, as members of the client. */
import { capitalized, code, docComment, indent, join, type Code } from "../../emit/code.js";
import type { Group } from "../../model/api.js";
import { callParameters, callType, operationComment } from "./operations.js";
import { runtimeType, type Printing } from "./printing.js";

/** `ContactsGroup`, the type of `client.contacts`. */
export function groupType(group: Group): Code {
  return code`${capitalized(group.identifier)}Group`;
}

/** `contactsGroup`, the function that makes `client.contacts`. */
export function groupFunction(group: Group): Code {
  return code`${group.identifier}Group`;
}

/**
 *   /** Contacts management *\/
 *   export interface ContactsGroup {
 *     /** Create or update a contact … *\/
 *     upsertContact(args: UpsertContactArgs, options?: CallOptions): Call<UpsertContactResult>;
 *   }
 *
 *   export function contactsGroup(core: Core): ContactsGroup {
 *     return {
 *       upsertContact: (args, options) => upsertContact(core, args, options),
 *     };
 *   }
 */
export function groupStatements(group: Group, printing: Printing): Code[] {
  const methods = group.operations.map(
    (operation) => code`${operationComment(operation)}${operation.identifier}(${callParameters(operation, printing)}): ${callType(operation, printing)};`,
  );
  const members = group.operations.map(({ identifier }) => code`${identifier}: (args, options) => ${identifier}(core, args, options),`);
  const spaced = join(methods, methods.some((method) => method.includes("\n")) ? "\n\n" : "\n");
  return [
    code`${docComment(group.description)}export interface ${groupType(group)} {\n  ${indent(spaced)}\n}`,
    code`export function ${groupFunction(group)}(core: ${runtimeType(printing, code`Core`)}): ${groupType(group)} {
  return {
    ${indent(join(members, "\n"), 2)}
  };
}`,
  ];
}
