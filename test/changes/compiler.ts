/**
 * The judge of last resort: both packages are generated, and for every operation in both the compiler says whether old
 * arguments fit the new type and new results the old one. All pairs go into one program.
 *
 * A result is compared as code reads it: by status, by `ok`, by `data` and by `error`. A further status alone does not count:
 * it is a further member of a union that is told apart by `status`.
 */
import { readFileSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import ts from "typescript";
import { renderAll } from "../support/render.js";
import type { Api, Operation } from "../../generator/model/api.js";
import { targets } from "../../generator/targets/index.js";
import type { PackageInfo } from "../../generator/vendor.js";
import type { Version } from "./read.js";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");

export interface Pair {
  readonly name: string;
  readonly before: Version;
  readonly after: Version;
}

/** What the compiler says about one operation of one pair. */
export interface Complaint {
  readonly pair: string;
  readonly operation: string;
  readonly what: "arguments" | "results";
  readonly message: string;
}

const info: PackageInfo = {
  packageName: "probe",
  version: "1.0.0",
  title: "Probe",
  description: "",
  options: { formats: true },
  auth: new Map(),
};

/** Compiles all pairs together. */
export async function judge(pairs: readonly Pair[]): Promise<Complaint[]> {
  const files = new Map<string, string>([["/helpers.ts", helpers]]);
  for (const pair of pairs) {
    for (const [side, version] of [["old", pair.before], ["new", pair.after]] as const) {
      for (const { path, text } of await modulesOf(version)) files.set(`/${pair.name}/${side}/${path}`, text);
    }
    files.set(`/${pair.name}/judge.ts`, questions(pair));
  }
  addRuntime(files);
  const judges = pairs.map((pair) => `/${pair.name}/judge.ts`);
  const program = ts.createProgram(judges, options, hostOf(files));
  return pairs.flatMap((pair) => complaints(program, pair));
}

/** Types and client; validators play no part in types, and what cannot be resolved is `any`. */
async function modulesOf({ api, document }: Version): Promise<{ path: string; text: string }[]> {
  const wanted = targets.filter(({ name }) => name === "types" || name === "client");
  const input = { api, document, package: info, report: () => undefined };
  const found = await Promise.all(wanted.map((target) => target.files(input)));
  return (await renderAll(found.flat())).filter(({ path }) => path.endsWith(".ts")).map(({ path, text }) => ({ path, text }));
}

const helpers = `
type Read<R> = R extends unknown ? Omit<R, "status" | "response"> : never;
/** The result, narrowed by a status. */
export type At<R, S> = R extends { readonly status: infer T } ? (S extends T ? Read<R> : never) : never;
export type Data<R> = R extends { readonly ok: true; readonly data: infer D } ? D : never;
export type Failed<R> = R extends { readonly ok: false; readonly error: infer E } ? E : never;
/** Where there was nothing to read, no code reads it. */
export type Reading<T> = [T] extends [never] ? unknown : T;
export type Ok<R> = R extends { readonly ok: infer B } ? B : never;
`;

/** By the name of their types. */
export const operationsOf = (api: Api): Map<string, Operation> => new Map(api.groups.flatMap((group) => group.operations).map((operation) => [operation.typeIdentifier, operation]));

/** One block an operation; `@operation what` comments lead from a diagnostic back to it. */
function questions({ before, after }: Pair): string {
  const now = operationsOf(after.api);
  const lines = [`import type * as Old from "./old/src/client.js";`, `import type * as New from "./new/src/client.js";`, `import type { At, Data, Failed, Ok, Reading } from "../helpers.js";`];
  for (const [name, operation] of operationsOf(before.api)) {
    const other = now.get(name);
    if (!other) continue;
    const [old, current] = [`Old.${name}Result`, `New.${name}Result`];
    const asks = (what: Complaint["what"], from: string, to: string): string => `{ const value = undefined as unknown as ${from}; const other: ${to} = value; void other; } // @${operation.id} ${what}`;
    if (hasArguments(operation) && hasArguments(other)) lines.push(asks("arguments", `Old.${name}Args`, `New.${name}Args`));
    if (!hasArguments(operation) && hasArguments(other)) lines.push(asks("arguments", "{}", `New.${name}Args`));
    for (const status of statusesOf(operation)) lines.push(asks("results", `At<${current}, ${status}>`, `Reading<At<${old}, ${status}>>`));
    for (const part of ["Data", "Failed", "Ok"]) lines.push(asks("results", `${part}<${current}>`, `Reading<${part}<${old}>>`));
  }
  return `${lines.join("\n")}\nexport {};\n`;
}

const hasArguments = (operation: Operation): boolean => operation.parameters.length > 0 || operation.body !== undefined;

/** Every declared status, and one for each range. */
function statusesOf(operation: Operation): string[] {
  return operation.responses.flatMap(({ status }) => (status === "default" ? ["299", "599"] : [status.replace(/XX$/i, "99")]));
}

const options: ts.CompilerOptions = {
  target: ts.ScriptTarget.ES2023,
  lib: ["lib.es2023.d.ts", "lib.dom.d.ts", "lib.dom.iterable.d.ts"],
  module: ts.ModuleKind.ESNext,
  moduleResolution: ts.ModuleResolutionKind.Bundler,
  strict: true,
  // As most code is compiled. With `exactOptionalPropertyTypes` the compiler refuses `{ a?: T } & { a: unknown }` for `{ a?: T }`.
  noUncheckedIndexedAccess: true,
  skipLibCheck: true,
  noEmit: true,
  types: [],
};

/** One runtime for all packages: types of the same declarations compare by identity. */
function addRuntime(files: Map<string, string>): void {
  const folder = join(root, "templates/runtime");
  for (const name of readdirSync(folder)) if (name.endsWith(".ts")) files.set(`/runtime/${name}`, readFileSync(join(folder, name), "utf8"));
}

function hostOf(files: ReadonlyMap<string, string>): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const place = (path: string): string => path.replace(/^\/[^/]+\/(?:old|new)\/src\/runtime\//, "/runtime/");
  const { getSourceFile, fileExists, readFile } = host;
  host.fileExists = (path) => files.has(place(path)) || (/node_modules/.test(path) && fileExists(path));
  host.readFile = (path) => files.get(place(path)) ?? readFile(path);
  host.realpath = (path) => place(path);
  host.getSourceFile = (path, language) => {
    const text = files.get(place(path));
    return text === undefined ? getSourceFile(path, language) : ts.createSourceFile(path, text, language);
  };
  host.directoryExists = () => true;
  host.writeFile = () => undefined;
  return host;
}

/** Not assignable, in the compiler's several ways to say it. */
const unfit: ReadonlySet<number> = new Set([2322, 2559, 2739, 2740, 2741, 2375, 2345, 2719]);

function complaints(program: ts.Program, pair: Pair): Complaint[] {
  const file = program.getSourceFile(`/${pair.name}/judge.ts`);
  if (!file) throw new Error(`${pair.name} is not in the program`);
  const lines = file.text.split("\n");
  return [...program.getSyntacticDiagnostics(file), ...program.getSemanticDiagnostics(file)].map((found) => {
    const line = lines[file.getLineAndCharacterOfPosition(found.start ?? 0).line] ?? "";
    const [, operation = "", what = ""] = /@(\S+) (\S+)$/.exec(line) ?? [];
    const message = ts.flattenDiagnosticMessageText(found.messageText, " ");
    if (!unfit.has(found.code)) throw new Error(`${pair.name}: TS${found.code} ${message}\n${line}`);
    return { pair: pair.name, operation, what: what as Complaint["what"], message };
  });
}
