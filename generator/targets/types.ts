/**
 * `src/types.ts`: `paths`, `components` and `operations` as openapi-typescript prints them, and an alias for each named schema.
 * The only file that touches openapi-typescript.
 */
import { createRequire, Module } from "node:module";
import { dirname, join, sep } from "node:path";
import { code, docComment, identifier, stringLiteral, type Code } from "../emit/code.js";
import type { OutputFile } from "../emit/file.js";
import { usedImports } from "../emit/imports.js";
import type { Api, Form, NamedSchema } from "../model/api.js";
import { identifierIn } from "../model/graph.js";
import type { Target } from "./target.js";
import type { Library } from "./types/library.js";
import { printDeclarations, printDeclaredMember, typescript, type Declaration, type Member, type TypeNode } from "./types/nodes.js";
import { escapePointer, parseRef } from "./types/references.js";
import { makeSkeleton, type Entry, type Skeleton } from "./types/skeleton.js";
import { Slots } from "./types/slots.js";
import { annotated, formsOf, schemaComment, typePrinter } from "./typescript.js";
import { listCycles } from "./typescript/cycles.js";

export const typesTarget: Target = {
  name: "types",
  files({ api }): readonly OutputFile[] {
    const keys = schemaKeys(api);
    const inAliases = listCycles(api);
    const keyed = (schema: NamedSchema, form: Form): Code => {
      const section = schema.component ? code`components["schemas"]` : code`$defs`;
      return code`${section}[${stringLiteral(keys.get(identifierIn(schema, form)) ?? "")}]`;
    };
    const alias = (schema: NamedSchema, form: Form): Code => identifier(identifierIn(schema, form));
    const printer = typePrinter(api, (schema, form) => (inAliases.has(schema.at) ? alias(schema, form) : keyed(schema, form)));

    const aliases: Code[] = [];
    const entries: Entry[] = [];
    for (const schema of sorted(api.schemas)) {
      for (const form of formsOf(schema)) {
        const definition = printer.definition(schema, form);
        const name = keys.get(identifierIn(schema, form)) ?? "";
        const [there, here] = inAliases.has(schema.at) ? [alias(schema, form), definition] : [definition, keyed(schema, form)];
        entries.push({ schema, form, name, type: there });
        aliases.push(code`${schemaComment(schema.schema)}${annotated(code`export type ${identifierIn(schema, form)} =`, here)};`);
      }
    }

    const slots = new Slots();
    const statements = [...printDeclarations(declare(makeSkeleton(api, entries, printer, slots), slots), slots), ...aliases];
    const imports = usedImports([{ from: "./runtime/index.js", types: ["Binary"] }], statements);
    return [{ kind: "module", path: "src/types.ts", header: docComment(`The types of ${api.title}.`), imports, statements }];
  },
};

/**
 * The key of each schema and form: a component's read form has the component's name, every other the identifier of the form;
 * should a component be called just that, an underscore tells them apart.
 */
function schemaKeys(api: Api): ReadonlyMap<string, string> {
  const names = new Set(api.schemas.filter(({ component }) => component).map(({ name }) => name));
  const keys = new Map<string, string>();
  for (const schema of api.schemas) {
    for (const form of formsOf(schema)) {
      let key: string = schema.component && form === "read" ? schema.name : identifierIn(schema, form);
      if (form !== "read") while (names.has(key)) key += "_";
      keys.set(identifierIn(schema, form), key);
    }
  }
  return keys;
}

function sorted(schemas: readonly NamedSchema[]): NamedSchema[] {
  return [...schemas].sort((left, right) => (left.identifier < right.identifier ? -1 : 1));
}

/**
 * The parts of openapi-typescript that are used: its main entry also loads its linter, 0.3 s for nothing. They are given our nodes
 * for TypeScript's, and our reading of references for openapi-core's, and only here: whoever else in the process asks for one of these
 * libraries gets it as it is.
 */
function transforms(): Library {
  const load = createRequire(import.meta.url);
  const own = dirname(dirname(load.resolve("openapi-typescript/dist/transform/index.cjs")));
  const { resolve } = createRequire(join(own, "index.cjs"));
  const replacements = new Map<string, object>([
    [resolve("typescript"), typescript],
    [resolve("@redocly/openapi-core/lib/ref-utils.js"), { parseRef, escapePointer }],
  ]);
  const isReplaced = (path: string): boolean => replacements.has(path) || path.startsWith(own + sep);
  const before = Object.entries(load.cache).filter(([path]) => isReplaced(path));
  const clear = (): void => Object.keys(load.cache).filter(isReplaced).forEach((path) => void delete load.cache[path]);
  try {
    clear();
    for (const [path, exports] of replacements) load.cache[path] = Object.assign(new Module(path), { exports, loaded: true });
    return {
      transformSchema: load("openapi-typescript/dist/transform/index.cjs") as Library["transformSchema"],
      ...(load("openapi-typescript/dist/transform/operation-object.cjs") as Pick<Library, "injectOperationObject">),
    };
  } finally {
    clear();
    for (const [path, module] of before) load.cache[path] = module;
  }
}

/** Hands the skeleton to openapi-typescript. Its options are those of its own default function. */
function declare({ document, unlisted }: Skeleton, slots: Slots): Declaration[] {
  const { transformSchema, injectOperationObject } = transforms();
  const operations = collectOperations(slots);
  const context = {
    defaultNonNullable: false,
    discriminators: { objects: {}, refsHandled: [] },
    injectFooter: unlisted.length > 0 || Object.keys(document["paths"] ?? {}).length > 0 ? [operations] : [],
    silent: true,
    transform: (schema: object): TypeNode | undefined => ("printed" in schema ? (schema.printed as TypeNode) : undefined),
    resolve: (ref: string): unknown => resolve(document, ref),
  };
  const declarations = transformSchema(document, context);
  for (const [id, operation] of unlisted) injectOperationObject(id, operation, { path: "#/paths", ctx: context });
  return [...new Set([...declarations, ...context.injectFooter])];
}

/**
 * The declaration of `operations`. For each one that is added, openapi-typescript copies the list of all before it, which takes as long
 * as everything else together where there are a thousand: so here it always finds an empty list. Each is printed at once, since the
 * nodes of a thousand take more memory than their text.
 */
function collectOperations(slots: Slots): Declaration {
  const printed: string[] = [];
  const declaration = { ...typescript.factory.createInterfaceDeclaration(undefined, "operations", undefined, undefined, []), printed };
  return Object.defineProperty(declaration, "members", { get: () => [], set: (added: readonly Member[]) => added.forEach((member) => printed.push(printDeclaredMember(member, slots))) });
}

/** References of the skeleton lead to `#/components/<section>/<slot>` alone. */
function resolve(document: Skeleton["document"], ref: string): unknown {
  let node: unknown = document;
  for (const step of ref.slice("#/".length).split("/")) node = (node as Readonly<Record<string, unknown>> | undefined)?.[step];
  return node;
}
