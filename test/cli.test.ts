import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { main } from "../generator/cli.js";
import { generate, lint } from "../generator/index.js";

let project: string;
const rules = "extends: [minimal]\nrules: { operation-summary: off, security-defined: off, no-unresolved-refs: off }\n";
beforeAll(() => {
  project = mkdtempSync(join(tmpdir(), "specwright-cli-"));
  put("redocly.yaml", rules);
  vendor("one", document("ThingOne"));
  vendor("two", document("ThingTwo"));
});
afterAll(() => rmSync(project, { recursive: true, force: true }));

function put(path: string, text: string): string {
  const target = join(project, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, text);
  return target;
}

function vendor(name: string, text: string, manifest = ""): void {
  put(`specs/${name}/vendor.yaml`, `package: "@t/${name}"\nversion: 0.1.0\ntitle: ${name}\n${manifest}`);
  put(`specs/${name}/openapi.yaml`, text);
}

function document(schema: string, more = ""): string {
  return `openapi: 3.1.0
info: { title: T, version: "1" }
servers: [{ url: https://api.acme.test }]
paths:
  /things:
    get:
      operationId: listThings
      tags: [Things]
      responses:
        "200":
          description: ok
          content: { application/json: { schema: { $ref: "#/components/schemas/${schema}" } } }
components:
  schemas:
    ${schema}: { type: object, properties: { a: { type: string } } }
${more}`;
}

interface Run {
  readonly code: number;
  readonly out: string;
  readonly err: string;
}

async function run(...argv: string[]): Promise<Run> {
  let out = "";
  let err = "";
  const io = { cwd: project, out: (text: string) => void (out += text), err: (text: string) => void (err += text), terminal: false, color: false };
  const code = await main(argv, io);
  expect(out + err).not.toMatch(/\n\s+at .+:\d+:\d+/);
  return { code, out, err };
}

/** Every file of a folder with its text. */
function contents(folder: string): Record<string, string> {
  const all = readdirSync(join(project, folder), { withFileTypes: true, recursive: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(all.map((entry) => [join(entry.parentPath, entry.name), readFileSync(join(entry.parentPath, entry.name), "utf8")]).sort());
}

describe("generate", () => {
  test("writes, then finds nothing to do, then only what changed", async () => {
    const first = await run("generate");
    expect(first).toMatchObject({ code: 0, err: "" });
    expect(first.out).toMatch(/^vendor .*\none .*\ntwo /);
    expect(existsSync(join(project, "specs/one/names.lock.json"))).toBe(true);
    const before = contents("generated");
    expect((await run("generate")).out.match(/ nothing /g)).toHaveLength(2);
    expect((await run("generate", "--check")).code).toBe(0);
    expect((await run("generate", "--force")).out.match(/ nothing /g)).toHaveLength(2);
    expect(contents("generated")).toEqual(before);
    vendor("two", document("ThingThree"));
    const check = await run("generate", "--check");
    expect(check.code).toBe(1);
    expect(check.out).toContain("changed  generated/two/src/types.ts");
    expect(check.out).toContain("specwright generate");
    expect(check.out).not.toContain("generated/one");
    expect(contents("generated")).toEqual(before);
    expect((await run("generate")).out).toMatch(/one .* nothing [^]*two .* [1-9]\d* /);
    expect((await run("generate", "--check")).code).toBe(0);
  }, 60_000);

  test("output that somebody edited is brought back", async () => {
    const path = put("generated/one/src/index.ts", "// edited\n");
    expect((await run("generate", "one", "--check")).out).toContain("changed  generated/one/src/index.ts");
    await run("generate", "one");
    expect(readFileSync(path, "utf8")).not.toBe("// edited\n");
  });

  test("a vendor that cannot be read keeps its old package and does not take the others down", async () => {
    const before = contents("generated/one");
    vendor("one", "openapi: 3.1.0\npaths: {\n");
    vendor("two", document("ThingFour"));
    const { code, err } = await run("generate");
    expect(code).toBe(2);
    expect(err).toMatch(/^specs\/one\/openapi\.yaml:\d+:\d+ {2}error {2}source\/syntax\n/);
    expect(contents("generated/one")).toEqual(before);
    expect(readFileSync(join(project, "generated/two/src/types.ts"), "utf8")).toContain("ThingFour");
    vendor("one", document("ThingOne"));
  });

  test("one document without a vendor, from anywhere, with the same bytes", async () => {
    const input = put("elsewhere/api.yaml", document("ThingOne"));
    expect((await run("generate", "--input", input, "--name", "acme", "--out", "packages/a", "--no-lint")).code).toBe(0);
    expect((await run("generate", "--input", "elsewhere/api.yaml", "--name", "acme", "--out", "packages/b", "--no-lint")).code).toBe(0);
    const strip = (folder: string): string[] => Object.entries(contents(folder)).map(([path, text]) => `${path.slice(join(project, folder).length)}\n${text}`).filter((text) => !text.startsWith("/.specwright-"));
    expect(strip("packages/a")).toEqual(strip("packages/b"));
    expect((await run("generate", "--input", input, "--name", "acme", "--out", "packages/a", "--no-lint")).out).toContain(" nothing ");
  });

  test("warnings fail the run only with --strict", async () => {
    const input = put("elsewhere/w.yaml", document("ThingOne", "    Broken: { $ref: '#/nope' }\n"));
    const args = ["generate", "--input", input, "--name", "w", "--out", "packages/w", "--no-lint"];
    expect((await run(...args)).code).toBe(0);
    expect((await run(...args, "--strict")).code).toBe(1);
    expect((await run(...args, "--force", "--strict")).code).toBe(1);
  });

  test("a file where the package should go", async () => {
    put("packages/file", "mine");
    const { code, err } = await run("generate", "--input", join(project, "elsewhere/api.yaml"), "--name", "acme", "--out", "packages/file/deeper", "--no-lint");
    expect(code).toBe(2);
    expect(err).toContain("emit/unwritable");
    expect(readFileSync(join(project, "packages/file"), "utf8")).toBe("mine");
  });

  test("a part of the vendors", async () => {
    expect((await run("generate", "--shard", "1/2")).out).toMatch(/\none (?![^]*\ntwo )/);
    expect((await run("generate", "--shard", "2/2")).out).toMatch(/\ntwo (?![^]*\none )/);
  });
});

describe("what cannot be done ends in 2, with a word about it", () => {
  test.each<[string[], RegExp]>([
    [["generate", "tow"], /Did you mean two\?/],
    [["generate", "nobody"], /There are: one, two/],
    [["genrate"], /Did you mean generate\?/],
    [["generate", "--inptu", "x"], /--input/],
    [["generate", "--input", "x.yaml"], /--name NAME and --out DIR/],
    [["generate", "one", "--input", "x.yaml", "--name", "x", "--out", "x"], /no vendors/],
    [["generate", "--name", "x"], /go with --input/],
    [["generate", "--shard", "3/2"], /--shard takes/],
    [["generate", "--format", "xml"], /text, json, github/],
    [["generate", "--input", "none.yaml", "--name", "x", "--out", "packages/x"], /source\/unreadable/],
    [["generate", "--input", "specs", "--name", "x", "--out", "packages/x"], /folder, not a file/],
  ])("%j", async (argv, message) => {
    const { code, err } = await run(...argv);
    expect(code).toBe(2);
    expect(err).toMatch(message);
    expect(existsSync(join(project, "packages/x"))).toBe(false);
  });

  test.each([
    ["nonsense: 1\n", /nonsense is not known/, 4],
    ["waivers: [{code: x}]\n", /waivers\.0\.reason/, 4],
    ["limits: {depth: many}\n", /limits\.depth/, 4],
    ["document: ../../x.yaml\n", /in the vendor's folder/, 4],
  ])("a manifest that says %j", async (more, message, line) => {
    vendor("two", document("ThingTwo"), more);
    const { code, err } = await run("lint", "two");
    expect(code).toBe(2);
    expect(err).toMatch(message);
    expect(err).toMatch(new RegExp(`^specs/two/vendor\\.yaml:${line}:`));
    vendor("two", document("ThingTwo"));
  });
});

describe("lint", () => {
  test("finds what a waiver may accept; a waiver that accepts nothing is an error", async () => {
    put("redocly.yaml", rules.replace("operation-summary: off", "operation-summary: error"));
    const { code, out } = await run("lint", "one");
    expect(code).toBe(1);
    expect(out).toMatch(/^specs\/one\/openapi\.yaml:6:5 {2}error {2}lint\/operation-summary\n/);
    vendor("one", document("ThingOne"), "waivers: [{code: lint/operation-summary, at: /paths, reason: none is given}]\n");
    expect((await run("lint", "one")).code).toBe(0);
    put("redocly.yaml", rules);
    const unused = await run("lint", "one");
    expect(unused.code).toBe(1);
    expect(unused.out).toMatch(/^specs\/one\/vendor\.yaml:4:\d+ {2}error {2}vendor\/unused-waiver\n/);
    // Without a lint nobody can tell whether the waiver is needed.
    expect((await run("generate", "one", "--no-lint", "--check")).out).not.toContain("unused-waiver");
    vendor("one", document("ThingOne"));
  });

  test("as data", async () => {
    vendor("one", document("ThingOne", "    Broken: { $ref: '#/nope' }\n"));
    const { out } = await run("lint", "one", "--format", "json");
    expect(JSON.parse(out)).toContainEqual(expect.objectContaining({ code: "reference/unresolved", file: "specs/one/openapi.yaml", line: 16, pointer: "/components/schemas/Broken/$ref" }));
    vendor("one", document("ThingOne"));
  });
});

test("the manifest's server is that of a document which names none", async () => {
  const servers = (name: string): string => /servers: .*/.exec(readFileSync(join(project, `generated/${name}/src/client.ts`), "utf8"))?.[0] ?? "";
  const none = document("Thing").replace(/^servers:.*\n/m, "");
  const older = `swagger: "2.0"\ninfo: { title: T, version: "1" }\npaths: { /things: { get: { operationId: listThings, responses: { 200: { description: ok } } } } }\n`;
  const manifest = "server: https://api.acme.test/v2\n";
  vendor("silent", none, manifest);
  vendor("older", older, manifest);
  vendor("spoken", document("Thing"), manifest);
  await run("generate", "silent", "older", "spoken", "--no-lint");
  expect(["silent", "older", "spoken"].map(servers)).toEqual(['servers: [{ url: "https://api.acme.test/v2" }],', 'servers: [{ url: "https://api.acme.test/v2" }],', 'servers: [{ url: "https://api.acme.test" }],']);
  for (const name of ["silent", "older", "spoken"]) rmSync(join(project, "specs", name), { recursive: true });
});

test("the version is that of the package", async () => {
  const { version } = JSON.parse(readFileSync(new URL("../package.json", import.meta.url), "utf8")) as { version: string };
  expect(await run("--version")).toMatchObject({ code: 0, out: `${version}\n` });
});

test("help answers with examples", async () => {
  const { code, out } = await run("generate", "--help");
  expect(code).toBe(0);
  expect(out).toContain("specwright generate --input openapi.yaml");
});

test("init makes a project that generates without a complaint", async () => {
  const inner = join(project, "inner");
  mkdirSync(inner);
  let out = "";
  const io = { cwd: inner, out: (text: string) => void (out += text), err: (text: string) => void (out += text), terminal: false, color: false };
  expect(await main(["init"], io)).toBe(0);
  expect(await main(["init"], io)).toBe(0);
  out = "";
  expect(await main(["generate", "--strict"], io)).toBe(0);
  expect(out).toMatch(/^vendor /);
});

test("the library does what the command does", async () => {
  const [outcome] = await generate({ project, vendors: ["one"] }, { check: true, lint: false });
  expect(outcome).toMatchObject({ name: "one", operations: 1, schemas: 1, refused: false });
  expect(await lint({ project, vendors: ["one"] })).toMatchObject([{ name: "one", refused: false }]);
});
