/**
 * `src/validators.ts`: a zod schema for each named schema and each form it has, and for each operation the validators of
 * its parameters, bodies and answers. `src/shared.ts` beside it has what they share: plain values,
 * and objects that stand in several components.
 *
 *   export const ContactSchema = /* @__PURE__ *\/ schema(() =>
 *     z.looseObject({
 *       id: uuid,
 *     }),
 *   );
 *
 *   export const getContactValidators = {
 *     path: () => z.looseObject({ id: uuid }),
 *     responses: { 200: { "application/json": () => ContactSchema } },
 *   };
 */
import { block, code, docComment, indent, key, type Code } from "../emit/code.js";
import type { ImportLine, ModuleFile } from "../emit/file.js";
import type { Report } from "../diagnostics.js";
import { usedImports } from "../emit/imports.js";
import type { Api, Docs, Form, MediaType, NamedSchema, ObjectSchema, Operation, Parameter, ParameterPlace } from "../model/api.js";
import { isJsonMediaType } from "../model/contents.js";
import { sentRequests, type SentRequest } from "../model/events.js";
import { noDocs } from "../model/docs.js";
import { identifierIn, schemaAt, schemaIndex } from "../model/graph.js";
import type { Pointer } from "../json.js";
import type { TargetOptions } from "../vendor.js";
import { statusKey } from "./status.js";
import type { Target, TargetInput } from "./target.js";
import { formsOf, typePrinter, type Refer } from "./typescript.js";
import { bodyKinds, lookers, type BodyKind } from "./body.js";
import { bracketed } from "./zod/bracketed.js";
import { depthGauge } from "./zod/depth.js";
import { printObject } from "./zod/objects.js";
import { deferred, helperCode, helperModules, type Helper, type ZodContext } from "./zod/context.js";
import { zodExpression } from "./zod/expression.js";
import { needsDeferral } from "./zod/references.js";
import { repeatedObjects } from "./zod/repeated.js";
import { scalarSet } from "./zod/scalars.js";

export const validatorsTarget: Target = {
  name: "validators",
  files: ({ api, package: { options }, report }: TargetInput) => validatorModules(api, options, report),
};

/** The modules, for an API and the formats that its validators assert. `report` hears of what they cannot check. */
export function validatorModules(api: Api, options: TargetOptions, report: Report = () => undefined): ModuleFile[] {
  const printer = modulePrinter(api, options, report);
  const schemas = api.schemas.flatMap((named) => {
    const statements = formsOf(named).map((form) => printer.constant(named, form));
    printer.declare(named);
    return statements;
  });
  const kindOf = bodyKinds(lookers(api));
  const operations = api.groups.flatMap((group) => group.operations).map((operation) => printOperation(operation, printer.context, kindOf));
  const webhooks = sentRequests(api).map((sent) => printSent(sent, printer.context));
  const statements = [...schemas, ...operations, ...webhooks];
  const constants = printer.shared();
  const imports = printer.imports();
  const validators: ModuleFile = {
    kind: "module",
    path: "src/validators.ts",
    header: docComment("Validators: what the API's document says about each value, as zod schemas."),
    imports: usedImports(imports, statements),
    statements: statements.length > 0 ? statements : [code`export {};`],
  };
  const shared: ModuleFile = {
    kind: "module",
    path: "src/shared.ts",
    header: docComment("What the validators share: plain values, and objects that stand in several components."),
    imports: usedImports(imports.filter(({ from }) => from !== sharedModule), constants),
    statements: constants,
  };
  return constants.length > 0 ? [validators, shared] : [validators];
}

const sharedModule = "./shared.js";

/** Prints in the order of declaration and keeps note of what the module uses. */
function modulePrinter(api: Api, options: TargetOptions, report: Report) {
  const index = schemaIndex(api);
  const helpers = new Set<Helper>();
  const types = new Set<string>();
  const declared = new Set<Pointer>();
  const gauge = depthGauge();
  const scalars = scalarSet();
  const repeated = repeatedObjects(api);
  const shared: string[] = [];
  const refer: Refer = (named, form) => {
    const name = identifierIn(named, form);
    types.add(name);
    return code`${name}`;
  };
  const printer = typePrinter(api, refer);
  const helper = (name: Helper): Code => {
    helpers.add(name);
    return helperCode(name);
  };
  const context = (form: Form): ZodContext => ({
    form,
    named: (target) => schemaAt(index, target),
    definitionOf: (schema) => (index.get(schema.at)?.schema === schema ? index.get(schema.at) : undefined),
    declared: (target) => declared.has(target),
    settled: declared.size === api.schemas.length,
    isDeep: gauge.isDeep,
    typeOf: (schema) => indent(printer.type(schema, form)),
    asserts: (format) => (typeof options.formats === "boolean" ? options.formats : options.formats.includes(format)),
    scalars,
    repeated,
    comment: docsComment,
    report,
    helper,
  });
  return {
    context,
    shared: (): Code[] => {
      // Their comments would be those of one place of many.
      const uncommented = { ...context("read"), comment: () => code`` };
      const objects = repeated.constants((schema) => printObject(schema, uncommented));
      const constants = [...scalars.constants(), ...objects];
      shared.push(...constants.map(({ name }) => name));
      return constants.map(({ name, expression }) => code`export const ${name} = ${isOneCall(expression) ? code`/* @__PURE__ */ ${expression}` : droppable(expression, helper("schema"))};`);
    },
    declare: (named: NamedSchema): void => {
      declared.add(named.at);
      gauge.declare(named);
    },
    constant: (named: NamedSchema, form: Form): Code => {
      const here = context(form);
      // Most constants need none from further down, and not one of their properties has to be asked.
      const expression = zodExpression(named.schema, needsDeferral(named.schema, here) ? here : deferred(here));
      const name = identifierIn(named, form);
      const comment = docsComment(named.schema.docs);
      // Inference would go in a circle through what is asked for later.
      const late = expression.includes("z.lazy(") || expression.includes("(() => ({");
      const annotation = late || gauge.isDeep(named.schema) ? code`: z.ZodType<${here.typeOf({ kind: "ref", target: named.at, docs: named.schema.docs, at: named.at })}>` : code``;
      return code`${comment}export const ${name}Schema${annotation} = ${droppable(expression, here.helper("schema"))};`;
    },
    imports: (): ImportLine[] => [
      { from: "zod", namespace: "z" },
      { from: "./runtime/binary.js", types: ["Binary"] },
      { from: "./types.js", types: [...types] },
      { from: sharedModule, names: shared },
      ...Object.entries(helperModules).flatMap(([from, offered]) => {
        const names = Object.keys(offered).filter((name) => helpers.has(name as Helper));
        return names.length > 0 ? [{ from, names }] : [];
      }),
    ],
  };
}

/**
 * `/* @__PURE__ *\/ schema(() => z.looseObject({ … }))`. Bundlers drop a call marked so when its result is not used, and the
 * function around its argument lets them drop that too. It also keeps the compiler from following the flow of the whole
 * module at each name (TypeScript 5.9: a third of the time to check).
 */
function droppable(expression: Code, helper: Code): Code {
  if (/^\w+$/.test(expression)) return expression;
  const isShort = expression.length <= 60 && !expression.includes("\n");
  return isShort ? code`/* @__PURE__ */ ${helper}(() => ${expression})` : code`/* @__PURE__ */ ${helper}(() =>\n  ${indent(expression)},\n)`;
}

const docsComment = (docs: Docs): Code => docComment(docs.description ?? docs.title, docs.deprecated ? [{ name: "deprecated" }] : []);

/** `uuid.nullable()`, not `z.number().refine(…)`: what is marked is one call on one line. */
const isOneCall = (expression: Code): boolean => /^[\w.]+\([^()\n]*\)$/.test(expression);

const places = ["path", "query", "header", "cookie"] as const satisfies readonly ParameterPlace[];

/** `export const getContactValidators = { path: () => …, body: { … }, responses: { … } };` */
function printOperation(operation: Operation, context: (form: Form) => ZodContext, kindOf: (content: MediaType) => BodyKind): Code {
  const members: Code[] = [];
  for (const place of places) {
    const parameters = operation.parameters.filter((parameter) => parameter.place === place);
    if (parameters.length > 0) members.push(code`${key(place)}: () => ${parametersExpression(parameters, context("write"))}`);
  }
  const bodies = (operation.body?.contents ?? []).flatMap((media) => {
    const kind = kindOf(media);
    switch (kind.holds) {
      case "value":
        return [mediaTypeMember(media, context(kind.form))];
      case "items":
        return [sequenceMember(media, context(kind.form))];
      default:
        // A text of some structure, or bytes: a validator would not know what comes.
        return [];
    }
  });
  if (bodies.length > 0) members.push(code`body: ${braces(bodies)}`);
  const responses = operation.responses.flatMap((response) => {
    const contents = response.contents.filter((media) => isJsonMediaType(media.name)).map((media) => mediaTypeMember(media, context("read")));
    return contents.length > 0 ? [code`${statusKey(response.status)}: ${braces(contents)}`] : [];
  });
  if (responses.length > 0) members.push(code`responses: ${block("{", responses)}`);
  const comment = docComment(`Of \`${operation.method} ${operation.path}\`.`);
  return code`${comment}export const ${operation.identifier}Validators = ${block("{", members)};`;
}

/** `{ "application/json": () => ContactSchema }` on one line while it is short. */
const braces = (members: readonly Code[]): Code => bracketed("{", members);

/** `export const newPetWebhookValidators = { "application/json": () => PetSchema };`: what comes is read, not written. */
function printSent({ operation, kind }: SentRequest, context: (form: Form) => ZodContext): Code {
  const contents = (operation.body?.contents ?? []).filter((media) => isJsonMediaType(media.name));
  const name = kind === "Webhook" ? code`${operation.identifier}WebhookValidators` : code`${operation.identifier}CallbackValidators`;
  return code`export const ${name} = ${block("{", contents.map((media) => mediaTypeMember(media, context("read"))))};`;
}

/** `"application/jsonl": () => z.union([z.array(ContactSchema), binary()])`: items, or the sequence as it is to be sent. */
function sequenceMember(media: MediaType, context: ZodContext): Code {
  return code`${key(media.name)}: () => z.union([z.array(${zodExpression(media.itemSchema ?? media.schema, context)}), ${context.helper("binary")}()])`;
}

const mediaTypeMember = (media: MediaType, context: ZodContext): Code => code`${key(media.name)}: () => ${zodExpression(media.schema, context)}`;

/** The parameters of one place as one object, a whole query string among them by its name, as the client's arguments have it. */
function parametersExpression(parameters: readonly Parameter[], context: ZodContext): Code {
  const schema: ObjectSchema = {
    kind: "object",
    properties: parameters.map(({ name, schema, required }) => ({ name, schema, required, access: "both" as const })),
    requiredNames: [],
    patterns: [],
    additional: undefined,
    propertyNames: undefined,
    minProperties: undefined,
    maxProperties: undefined,
    dependentRequired: [],
    dependentSchemas: [],
    docs: noDocs,
    at: parameters[0]?.at ?? "",
  };
  return zodExpression(schema, context);
}
