/** The built command line, as a user runs it: vendors on threads beside one another, their lints on others. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";

const bin = resolve("bin/specwright.js");
const project = mkdtempSync(join(tmpdir(), "specwright-threads-"));
afterAll(() => rmSync(project, { recursive: true, force: true }));

const rules = "extends: [minimal]\nrules: { operation-summary: error, security-defined: off, no-unresolved-refs: off }\n";
const names = ["a", "b", "broken", "c", "d"];

function put(path: string, text: string): void {
  mkdirSync(dirname(join(project, path)), { recursive: true });
  writeFileSync(join(project, path), text);
}

/** Some 300 kB, so that there is something to spread. */
function document(name: string): string {
  const schemas = Object.fromEntries(
    Array.from({ length: 400 }, (_, index) => [`${name}${index}`, { type: "object", description: "word ".repeat(100), required: ["id"], properties: { id: { type: "integer" }, [name]: { type: "string" } } }]),
  );
  const answer = { description: "ok", content: { "application/json": { schema: { $ref: `#/components/schemas/${name}0` } } } };
  const paths = { "/things": { get: { operationId: `list${name}`, responses: { 200: answer } } } };
  return JSON.stringify({ openapi: "3.1.0", info: { title: name, version: "1" }, servers: [{ url: "https://api.acme.test" }], paths, components: { schemas } });
}

beforeAll(() => {
  put("redocly.yaml", rules);
  for (const name of names) {
    put(`specs/${name}/vendor.yaml`, `package: "@t/${name}"\nversion: 0.1.0\ntitle: ${name}\n`);
    put(`specs/${name}/openapi.yaml`, name === "broken" ? document(name).slice(0, -100) : document(name));
  }
});

function run(...args: string[]): { status: number | null; stdout: string; stderr: string } {
  return spawnSync(process.execPath, [bin, ...args], { cwd: project, encoding: "utf8", env: { ...process.env, NODE_DEBUG: "worker" }, maxBuffer: 1 << 28 });
}

/** The files of a package with their texts. */
function written(folder: string): Record<string, string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile() && !entry.name.startsWith(".specwright"));
  return Object.fromEntries(files.map((entry) => [join(entry.parentPath, entry.name).slice(folder.length), readFileSync(join(entry.parentPath, entry.name), "utf8")]));
}

const started = (log: string, script: string): number => [...log.matchAll(/create new worker (\S+)/g)].filter((match) => match[1]?.endsWith(script)).length;

test("many vendors: on threads, each by itself, told in their order", () => {
  const { status, stdout, stderr } = run("generate");
  const rows = stdout.slice(stdout.indexOf("vendor ")).trim().split("\n").slice(1);
  expect(rows.map((row) => row.split(/ +/).slice(0, 3).join(" "))).toEqual(["a 1 400", "b 1 400", "broken - -", "c 1 400", "d 1 400"]);
  expect(status).toBe(2);
  expect(stderr).toContain("source/syntax");
  expect(stderr.match(/lint\/operation-summary/g)).toHaveLength(4);
  if (availableParallelism() > 1) expect(started(stderr, "lane-worker.js")).toBeGreaterThan(0);
  for (const name of names.filter((one) => one !== "broken")) {
    const alone = join(project, "alone", name);
    // The manifest gives the package its name; the code is the document's alone.
    expect(run("generate", "--no-lint", "--input", `specs/${name}/openapi.yaml`, "--name", name, "--out", alone).status).toBe(0);
    const [beside, by] = [written(join(project, "generated", name)), written(alone)];
    for (const path of ["/src/types.ts", "/src/validators.ts"]) expect(beside[path]).toBe(by[path]);
  }
}, 120_000);

test("the second run starts no thread", () => {
  rmSync(join(project, "specs/broken"), { recursive: true });
  const { status, stdout, stderr } = run("generate");
  expect(status).toBe(0);
  expect(stdout.match(/ nothing /g)).toHaveLength(4);
  expect(started(stderr, ".js")).toBe(0);
}, 60_000);

test("an unchanged document is not linted again, though its package is made anew", () => {
  const lints = (...args: string[]): readonly [number, number] => {
    const { stderr, stdout } = run("generate", "a", ...args);
    return [started(stderr, "lint-worker.js"), `${stdout}${stderr}`.match(/lint\/operation-summary/g)?.length ?? 0];
  };
  put("specs/a/vendor.yaml", 'package: "@t/a"\nversion: 0.2.0\ntitle: a\n');
  expect(lints("--check")).toEqual([0, 1]);
  expect(lints()).toEqual([0, 1]);
  expect(readFileSync(join(project, "generated/a/package.json"), "utf8")).toContain('"version": "0.2.0"');
  put("generated/a/src/types.ts", "");
  expect(lints()).toEqual([0, 1]);
  expect(lints("--force")).toEqual([1, 1]);
  put("redocly.yaml", "extends: [minimal]\nrules: { operation-summary: off, security-defined: off, no-unresolved-refs: off }\n");
  expect(lints()).toEqual([1, 0]);
  put("redocly.yaml", rules);
  expect(lints()).toEqual([1, 1]);
}, 60_000);

/** Too little to be spread. */
const small = (name: string, more = ""): string =>
  `openapi: 3.1.0\ninfo: { title: ${name}, version: "1" }\nservers: [{ url: https://a.test }]\npaths: { /a: { get: { responses: { 200: { description: ok } } } } }\n${more}`;

test("vendors of one thread share its linter, whatever became of the one before", () => {
  put("specs/a/openapi.yaml", small("a"));
  put("specs/b/openapi.yaml", small("b", `# ${"long ".repeat(100)}\npaths: {\n`));
  put("specs/c/openapi.yaml", small("c"));
  const { status, stdout, stderr } = run("lint", "a", "b", "c", "--format", "json");
  expect(status).toBe(2);
  const found = JSON.parse(stdout) as { code: string; file: string }[];
  expect(found.filter(({ code }) => code === "lint/operation-summary").map(({ file }) => file)).toEqual(["specs/a/openapi.yaml", "specs/c/openapi.yaml"]);
  expect(found.find(({ file }) => file === "specs/b/openapi.yaml")?.code).toMatch(/^source\//);
  expect(started(stderr, "lint-worker.js")).toBe(1);
}, 60_000);

test("a lint under way ends with the vendor that it was for", () => {
  put("specs/b/openapi.yaml", document("b"));
  rmSync(join(project, "generated/b"), { recursive: true });
  put("generated/b", "a file where the package should go");
  const { status, stdout, stderr } = run("generate", "a", "b", "c");
  expect(status).toBe(2);
  expect(stderr).toContain("emit/unwritable");
  expect(stderr.match(/lint\/operation-summary/g)).toHaveLength(2);
  expect(stdout).toMatch(/\na +1 +0 .*\nb +- .*\nc +1 +0 /);
}, 60_000);
