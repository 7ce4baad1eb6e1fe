/**
 * `test/agreement.ts`: the compiler's proof that validators and types say the same. It is type-checked with the package
 * and not published.
 *
 *   Contact: Proof<Agree<z.output<typeof validators.ContactSchema>, types.Contact>>;
 */
import { code, docComment, identifier, indent, join, key, stringLiteral, type Code } from "../emit/code.js";
import type { ImportLine, ModuleFile } from "../emit/file.js";
import { usedImports } from "../emit/imports.js";
import type { Api, Form, MediaType, NamedSchema, Operation } from "../model/api.js";
import { isJsonMediaType } from "../model/contents.js";
import { identifierIn } from "../model/graph.js";
import { bodyKinds, lookers, type BodyKind } from "./body.js";
import { statusKey } from "./status.js";
import type { Target } from "./target.js";
import { formsOf, typePrinter, type TypePrinter } from "./typescript.js";

export const agreementTarget: Target = {
  name: "agreement",
  files: ({ api }) => [agreementModule(api)],
};

/** One line for each named schema and form, one for each body and answer that has a validator. */
export function agreementModule(api: Api): ModuleFile {
  const printer = typePrinter(api, (schema, form) => typeName(schema, form));
  const kindOf = bodyKinds(lookers(api));
  const operations = api.groups.flatMap((group) => group.operations);
  const proofs = [...api.schemas.flatMap(schemaProofs), ...operations.flatMap((operation) => operationProofs(operation, printer, kindOf))];
  const statements = proofs.length > 0 ? [agree, code`export type Proofs = ${lines(proofs)};`] : [code`export type Proofs = never;`];
  return {
    kind: "module",
    path: "test/agreement.ts",
    header: docComment("Compiles only when each validator's output can be given where its type is asked for, and the other way round."),
    imports: usedImports(imports, statements),
    statements,
  };
}

const imports: readonly ImportLine[] = [
  { from: "zod", namespace: "z" },
  { from: "../src/types.js", namespace: "types" },
  { from: "../src/client.js", namespace: "client" },
  { from: "../src/validators.js", namespace: "validators" },
  { from: "../src/runtime/binary.js", types: ["Binary"] },
];

const agree = code`type Agree<A, B> = [A, B] extends [B, A] ? true : { validator: A; type: B };\ntype Proof<T extends true> = T;`;

const lines = (members: readonly Code[]): Code => code`{\n  ${indent(join(members.map((member) => code`${member};`), "\n"))}\n}`;

const typeName = (schema: NamedSchema, form: Form): Code => code`types.${identifier(identifierIn(schema, form))}`;

function schemaProofs(schema: NamedSchema): Code[] {
  return formsOf(schema).map((form) => {
    const name = identifierIn(schema, form);
    return code`${name}: Proof<Agree<z.output<typeof validators.${name}Schema>, ${typeName(schema, form)}>>`;
  });
}

/** Parameters against what the client takes, bodies and answers against the type of their schema. */
function operationProofs(operation: Operation, printer: TypePrinter, kindOf: (content: MediaType) => BodyKind): Code[] {
  const validators = code`(typeof validators.${operation.identifier}Validators)`;
  const proof = (path: Code, type: Code): Code => code`Proof<Agree<z.output<ReturnType<${validators}${path}>>, ${type}>>`;
  const members: Code[] = [];
  for (const place of ["path", "query", "header", "cookie"] as const) {
    if (!operation.parameters.some((parameter) => parameter.place === place)) continue;
    const path = code`[${stringLiteral(place)}]`;
    members.push(code`${key(place)}: ${proof(path, code`Exclude<client.${operation.typeIdentifier}Args${path}, undefined>`)}`);
  }
  const contents = (media: readonly MediaType[], path: Code, type: (one: MediaType) => Code | undefined): Code[] =>
    media.flatMap((one) => {
      const printed = type(one);
      return printed === undefined ? [] : [code`${key(one.name)}: ${proof(code`${path}[${stringLiteral(one.name)}]`, inline(printed))}`];
    });
  const bodies = contents(operation.body?.contents ?? [], code`["body"]`, (media) => {
    const { holds, form } = kindOf(media);
    if (holds === "items") return code`Array<${printer.type(media.itemSchema ?? media.schema, form)}> | Binary`;
    return holds === "value" ? printer.type(media.schema, form) : undefined;
  });
  if (bodies.length > 0) members.push(code`body: ${lines(bodies)}`);
  for (const response of operation.responses) {
    const path = code`["responses"][${/^\d+$/.test(response.status) ? statusKey(response.status) : stringLiteral(response.status)}]`;
    const answers = contents(response.contents, path, ({ name, schema }) => (isJsonMediaType(name) ? printer.type(schema, "read") : undefined));
    if (answers.length > 0) members.push(code`${statusKey(response.status)}: ${lines(answers)}`);
  }
  return members.length === 0 ? [] : [code`${operation.identifier}: ${lines(members)}`];
}

const inline = (type: Code): Code => (type.startsWith("\n") ? code`(${type}\n)` : type);
