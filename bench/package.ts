/**
 * What the package costs that is made of GitHub's document: to check, to bundle, to import.
 *
 * The user's file calls twenty operations and reads one field of each answer.
 */
import { execFileSync } from "node:child_process";
import { readdirSync, symlinkSync, writeFileSync, existsSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { gzipSync } from "node:zlib";
import { buildSync } from "esbuild";
import { compare, line, type Command } from "./measure.js";

const require = createRequire(import.meta.url);
const repository = { owner: "x", repo: "x" };
const few = { query: { per_page: 5 } };

interface Use {
  readonly path: string;
  readonly method: string;
  /** The package's function. */
  readonly call: string;
  readonly status: number;
  readonly args: object;
  /** What is read of the answer. */
  readonly field: string;
}

const use = (call: string, method: string, path: string, status: number, args: object, field: string): Use => ({ call, method, path, status, args, field });
const inRepository = (call: string, method: string, path: string, status: number, args: object, field: string): Use =>
  use(call, method, `/repos/{owner}/{repo}${path}`, status, { path: { ...repository, ...(path.includes("{issue") ? { issue_number: 1 } : path.includes("{pull") ? { pull_number: 1 } : {}) }, ...args }, field);

const uses: readonly Use[] = [
  inRepository("reposGet", "get", "", 200, {}, ".full_name"),
  inRepository("issuesListForRepo", "get", "/issues", 200, few, "[0]?.title"),
  inRepository("issuesCreate", "post", "/issues", 201, { body: { title: "t", body: "b" } }, ".number"),
  inRepository("issuesGet", "get", "/issues/{issue_number}", 200, {}, ".state"),
  inRepository("issuesUpdate", "patch", "/issues/{issue_number}", 200, { body: { state: "closed" } }, ".id"),
  inRepository("issuesCreateComment", "post", "/issues/{issue_number}/comments", 201, { body: { body: "b" } }, ".html_url"),
  inRepository("pullsList", "get", "/pulls", 200, { query: { state: "all" } }, "[0]?.head.ref"),
  inRepository("pullsGet", "get", "/pulls/{pull_number}", 200, {}, ".mergeable"),
  inRepository("pullsCreate", "post", "/pulls", 201, { body: { title: "t", head: "h", base: "main" } }, ".number"),
  inRepository("pullsMerge", "put", "/pulls/{pull_number}/merge", 200, { body: { merge_method: "squash" } }, ".sha"),
  inRepository("reposListCommits", "get", "/commits", 200, few, "[0]?.commit.message"),
  inRepository("reposListBranches", "get", "/branches", 200, few, "[0]?.name"),
  inRepository("reposListReleases", "get", "/releases", 200, few, "[0]?.tag_name"),
  inRepository("reposCreateRelease", "post", "/releases", 201, { body: { tag_name: "v1" } }, ".upload_url"),
  inRepository("actionsListWorkflowRunsForRepo", "get", "/actions/runs", 200, few, ".workflow_runs[0]?.status"),
  inRepository("issuesListLabelsForRepo", "get", "/labels", 200, few, "[0]?.name"),
  use("orgsGet", "get", "/orgs/{org}", 200, { path: { org: "x" } }, ".login"),
  use("reposListForOrg", "get", "/orgs/{org}/repos", 200, { path: { org: "x" }, ...few }, "[0]?.full_name"),
  use("usersGetAuthenticated", "get", "/user", 200, {}, ".login"),
  use("searchRepos", "get", "/search/repositories", 200, { query: { q: "x" } }, ".items[0]?.full_name"),
];

/** A user of the package `bench` in a folder. */
function callsOf(count: number, entry = "./src/index.js"): string {
  const calls = uses.slice(0, count).map(({ call, status, args, field }) => `  const ${call}Result = await ${call}(core, ${JSON.stringify(args)});\n  if (${call}Result.status === ${status}) console.log(${call}Result.data${field});`);
  const names = uses.slice(0, count).map(({ call }) => call);
  return `import { createBenchCore, ${names.join(", ")} } from ${JSON.stringify(entry)};\nconst core = createBenchCore();\nexport async function run(): Promise<void> {\n${calls.join("\n")}\n}\nawait run();\n`;
}

/** The same answers read from types alone. */
function typesOf(): string {
  const reads = uses.map(({ path, method, status, field }) => `console.log(get<paths[${JSON.stringify(path)}]["${method}"]["responses"][${status}]["content"]["application/json"]>()${field});`);
  return `import type { paths } from "./schema.js";\ndeclare function get<T>(): T;\n${reads.join("\n")}\n`;
}

/** @param folder a package that was generated under the name `bench`; gets some files more */
function prepare(folder: string): void {
  if (!existsSync(join(folder, "node_modules"))) symlinkSync(join(require.resolve("zod/package.json"), "../.."), join(folder, "node_modules"));
  writeFileSync(join(folder, "one.ts"), callsOf(1));
  writeFileSync(join(folder, "twenty.ts"), callsOf(20));
}

function check(compiler: string, folder: string, name: string, files: readonly string[]): Command {
  const project = join(folder, `tsconfig.${name}.json`);
  const compilerOptions = { target: "es2022", lib: ["es2023", "dom", "dom.iterable"], module: "nodenext", types: [], strict: true, exactOptionalPropertyTypes: true, noUncheckedIndexedAccess: true, verbatimModuleSyntax: true, skipLibCheck: true, noEmit: true };
  writeFileSync(project, JSON.stringify({ compilerOptions, files }));
  return { name: `check of ${name}`, args: [join(require.resolve(`${compiler}/package.json`), "../bin/tsc"), "-p", project] };
}

/** The package as it is published: users import its declarations. */
function build(folder: string): void {
  if (existsSync(join(folder, "dist/index.d.ts"))) return;
  execFileSync(process.execPath, [join(require.resolve("typescript7/package.json"), "../bin/tsc"), "-p", "tsconfig.json"], { cwd: folder, stdio: "inherit" });
}

/** @param types a folder with what openapi-typescript makes of the same document, as `schema.ts` */
export function benchCheck(folder: string, types: string, print: (line: string) => void): void {
  prepare(folder);
  build(folder);
  writeFileSync(join(folder, "user.ts"), callsOf(20, "./dist/index.js"));
  writeFileSync(join(types, "package.json"), '{"type":"module"}');
  writeFileSync(join(types, "twenty.ts"), typesOf());
  const all = readdirSync(join(folder, "src"), { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts")).map((file) => join("src", file));
  for (const compiler of ["typescript", "typescript7"]) {
    const whole = compare(check(compiler, folder, "all", all), check(compiler, types, "types", ["schema.ts"]), 1);
    print(line(`${compiler}: everything emitted / types by openapi-typescript, wall`, whole.ours.wall, whole.theirs.wall, "s", 6));
    const user = compare(check(compiler, folder, "user", ["user.ts"]), check(compiler, types, "user", ["twenty.ts"]), 1);
    print(line(`${compiler}: a user's 20 calls of the built package / the same fields of types alone, wall`, user.ours.wall, user.theirs.wall, "s", 1.5));
  }
}

export function benchBundle(folder: string, print: (line: string) => void): void {
  prepare(folder);
  for (const [name, most] of [["one", 38], ["twenty", 52]] as const) {
    const { outputFiles } = buildSync({ entryPoints: [join(folder, `${name}.ts`)], bundle: true, minify: true, format: "esm", write: false, logLevel: "error" });
    const size = gzipSync(outputFiles[0]?.contents ?? new Uint8Array(), { level: 9 }).length / 1000;
    print(`${name} validated call${name === "one" ? "" : "s"}, bundled: ${size.toFixed(1)} kB gzip (at most ${most}: ${size <= most ? "yes" : "NO"})`);
  }
}

export function benchImport(folder: string, print: (line: string) => void): void {
  prepare(folder);
  const dist = join(folder, "dist");
  const sources = readdirSync(join(folder, "src"), { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".ts"));
  buildSync({ entryPoints: sources.map((file) => join(folder, "src", file)), outdir: dist, outbase: join(folder, "src"), format: "esm", target: "es2022" });
  const imported = (name: string, module: string): Command => ({ name, args: ["--input-type=module", "-e", `await import(${JSON.stringify(module)})`], cwd: folder });
  const zod = pathToFileURL(require.resolve("zod")).href.replace(/\.cjs$/, ".js");
  const run = compare(imported("import of the package", pathToFileURL(join(dist, "index.js")).href), imported("import of zod", zod), 3);
  print(line("cold import of the whole package / of zod alone, wall", run.ours.wall, run.theirs.wall, "s"));
  const validators = compare(imported("import of the validators", pathToFileURL(join(dist, "validators.js")).href), imported("import of zod", zod), 3);
  print(line("cold import of all validators / of zod alone, wall", validators.ours.wall, validators.theirs.wall, "s"));
}
