/** Operations by tag, as members of the client. */
import { capitalized, code, docComment, identifier, indent, join, type Code } from "../../emit/code.js";
import type { Group, Operation } from "../../model/api.js";
import { groupName } from "../../model/claims.js";
import { callParameters, callType, operationComment } from "./operations.js";
import { pagesFunction, pagesType } from "./paging.js";
import { runtimeType, type Printing } from "./printing.js";

/** `ContactsGroup`, the type of `client.contacts`. */
export function groupType(group: Group): Code {
  return capitalized(groupName(group.identifier));
}

/** `contactsGroup`, the function that makes `client.contacts`. */
export function groupFunction(group: Group): Code {
  return identifier(groupName(group.identifier));
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
  const methods = group.operations.map((operation) => method(operation, printing));
  const members = group.operations.map((operation) => binding(operation, printing));
  const spaced = join(methods, methods.some((one) => one.includes("\n")) ? "\n\n" : "\n");
  return [
    code`${docComment(group.description)}export interface ${groupType(group)} {\n  ${indent(spaced)}\n}`,
    code`export function ${groupFunction(group)}(core: ${runtimeType(printing, code`Core`)}): ${groupType(group)} {
  return {
    ${indent(join(members, "\n"), 2)}
  };
}`,
  ];
}

/** `upsertContact(args: UpsertContactArgs, options?: CallOptions): Call<UpsertContactResult>;`, and with pages an object that can be called. */
function method(operation: Operation, printing: Printing): Code {
  const signature = code`(${callParameters(operation, printing)}): ${callType(operation, printing)};`;
  if (operation.pagination === undefined) return code`${operationComment(operation)}${operation.identifier}${signature}`;
  const pages = code`/** Item after item over all pages; \`byPage()\` gives the pages themselves. */\npages(${callParameters(operation, printing)}): ${pagesType(operation, printing)};`;
  return code`${operationComment(operation)}readonly ${operation.identifier}: {\n  ${signature}\n  ${indent(pages)}\n};`;
}

/** `upsertContact: (args, options) => upsertContact(core, args, options),` */
function binding(operation: Operation, printing: Printing): Code {
  const { identifier } = operation;
  if (operation.pagination === undefined) return code`${identifier}: (args, options) => ${identifier}(core, args, options),`;
  const parameters = callParameters(operation, printing);
  return code`${identifier}: Object.assign((${parameters}) => ${identifier}(core, args, options), {
  pages: (${parameters}) => ${pagesFunction(operation, printing)}(core, args, options),
}),`;
}
