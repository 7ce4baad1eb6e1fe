/** Operations that give their list page by page. */
import { code, type Code } from "../../emit/code.js";
import type { Operation, Schema } from "../../model/api.js";
import { schemaAt } from "../../model/graph.js";
import { unionOf } from "../typescript.js";
import { bodyType } from "./answers.js";
import { needsArguments } from "./arguments.js";
import { runtime, runtimeType, type Printing } from "./printing.js";

/** `listContactsPages`; with an underscore where the API has an operation of that name. */
export function pagesFunction(operation: Operation, printing: Pick<Printing, "taken">): Code {
  let name = code`${operation.identifier}Pages`;
  while (printing.taken.has(name)) name = code`${name}_`;
  return name;
}

/** `Pages<Contact, ContactList>` */
export function pagesType(operation: Operation, printing: Printing): Code {
  const successes = operation.responses.filter(({ status }) => status.startsWith("2"));
  const data = unionOf(successes.map((response) => bodyType(response, printing)));
  return code`${runtimeType(printing, code`Pages`)}<${itemType(operation, printing)}, ${data}>`;
}

/**
 *   export function listContactsPages(core: Core, args?: ListContactsArgs, options?: CallOptions): Pages<Contact, ContactList> {
 *     return pages(core, listContactsOperation, args, options);
 *   }
 */
export function pagesStatement(operation: Operation, printing: Printing): Code[] {
  if (operation.pagination === undefined) return [];
  const optional = needsArguments(operation) ? code`` : code`?`;
  const parameters = code`core: ${runtimeType(printing, code`Core`)}, args${optional}: ${operation.typeIdentifier}Args, options?: ${runtimeType(printing, code`CallOptions`)}`;
  return [
    code`/** Item after item of {@link ${operation.identifier}}, over all its pages. */
export function ${pagesFunction(operation, printing)}(${parameters}): ${pagesType(operation, printing)} {
  return ${runtime(printing, code`pages`)}(core, ${operation.identifier}Operation, args, options);
}`,
  ];
}

/** The type of one item: what the list at the declared place of the successful answers holds. */
function itemType(operation: Operation, printing: Printing): Code {
  const items = operation.responses
    .filter(({ status }) => status.startsWith("2"))
    .flatMap(({ contents }) => contents)
    .flatMap(({ schema }) => operation.pagination?.items.reduce((found, name) => found.flatMap((one) => propertyOf(one, name, printing)), [schema]) ?? [])
    .flatMap((list) => itemsOf(list, printing));
  return items.length === 0 ? code`unknown` : unionOf(items.map((item) => printing.printer.type(item, "read")));
}

function propertyOf(schema: Schema, name: string, printing: Printing): Schema[] {
  return parts(schema, printing).flatMap((part) =>
    part.kind === "object" ? part.properties.filter((property) => property.name === name).map((property) => property.schema) : [],
  );
}

function itemsOf(schema: Schema, printing: Printing): Schema[] {
  return parts(schema, printing).flatMap((part) => (part.kind === "array" ? [part.items] : []));
}

/** A schema without references, unions and intersections around what they hold. */
function parts(schema: Schema, printing: Printing): Schema[] {
  const found: Schema[] = [];
  const seen = new Set<Schema>();
  const open = [schema];
  for (let next = open.pop(); next; next = open.pop()) {
    if (seen.has(next)) continue;
    seen.add(next);
    if (next.kind === "ref") open.push(schemaAt(printing.named, next.target).schema);
    else if (next.kind === "union" || next.kind === "intersection") for (const each of next.members) open.push(each);
    else if (next.kind === "unevaluated") open.push(next.schema);
    else found.push(next);
  }
  return found;
}
