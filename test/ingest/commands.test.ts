import { existsSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { main } from "../../generator/cli.js";
import type { Io } from "../../generator/commands/command.js";
import { loadVendor } from "../../generator/vendor.js";

let cwd: string;
let out: string;
let err: string;

beforeEach(() => {
  cwd = mkdtempSync(join(tmpdir(), "specwright-ingest-"));
  [out, err] = ["", ""];
});
afterEach(() => rmSync(cwd, { recursive: true, force: true }));

const io = (): Io => ({ cwd, out: (text) => void (out += text), err: (text) => void (err += text), terminal: false, color: false });
const run = (...argv: readonly string[]): Promise<number> => main(argv, io());

const root = {
  openapi: "3.0.3", info: { title: "Pets", version: "1.0.0" }, servers: [{ url: "https://api.pets.example" }], security: [{ key: [] }],
  components: { securitySchemes: { key: { type: "apiKey", in: "header", name: "X-Key" } } },
  paths: { "/pets": { get: { operationId: "listPets", responses: { "200": { description: "ok" } } } } },
};
const page = `# Pets\n\n\`\`\`json\n${JSON.stringify(root)}\n\`\`\`\n`;

describe("ingest", () => {
  test("prints the document and nothing else on the standard output", async () => {
    writeFileSync(join(cwd, "pets.md"), page);
    expect(await run("ingest", "pets.md")).toBe(0);
    expect(out).toMatch(/^openapi: "?3\.0\.3"?\ninfo:/);
    expect(out).not.toContain(cwd);
  });

  test("writes a file whole, and leaves it alone when the page is bad", async () => {
    writeFileSync(join(cwd, "pets.md"), page);
    expect(await run("ingest", "pets.md", "--out", "new/openapi.yaml")).toBe(0);
    const before = readFileSync(join(cwd, "new/openapi.yaml"), "utf8");
    writeFileSync(join(cwd, "pets.md"), page.slice(0, 120));
    expect(await run("ingest", "pets.md", "--out", "new/openapi.yaml")).toBe(1);
    expect(readFileSync(join(cwd, "new/openapi.yaml"), "utf8")).toBe(before);
    expect(readdirSync(join(cwd, "new"))).toEqual(["openapi.yaml"]);
    expect(out).toContain("ingest/cut-short");
  });

  test("a folder is no file to write", async () => {
    writeFileSync(join(cwd, "pets.md"), page);
    mkdirSync(join(cwd, "there"));
    expect(await run("ingest", "pets.md", "--out", "there")).toBe(2);
    expect(err).toContain("there cannot be written: it is a folder. (cli/usage)");
    expect(readdirSync(cwd).sort()).toEqual(["pets.md", "there"]);
  });

  test("a refusal names the page", async () => {
    expect(await run("ingest", "https://user:secret@docs.pets.example/a.md")).toBe(2);
    expect(err).toContain("specwright: https://docs.pets.example/a.md: The address holds");
    expect(err).not.toContain("secret");
  });

  test("a page that is not there ends in 2 without a stack trace", async () => {
    expect(await run("ingest", "none.md")).toBe(2);
    expect(out + err).not.toMatch(/\n\s+at /);
  });
});

describe("add", () => {
  test("makes a vendor that loads, and ingests again from its manifest", async () => {
    writeFileSync(join(cwd, "pets.md"), page);
    expect(await run("add", "acme-pets", "pets.md")).toBe(0);
    expect(readdirSync(join(cwd, "specs")).sort()).toEqual(["acme-pets"]);
    expect(readdirSync(join(cwd, "specs/acme-pets")).sort()).toEqual(["openapi.yaml", "overlay.yaml", "vendor.yaml"]);
    const vendor = await loadVendor(cwd, "acme-pets");
    expect(vendor.package).toMatchObject({ packageName: "@specwright/acme-pets", title: "Acme Pets", version: "0.1.0" });
    expect(vendor.package.auth.get("key")?.env).toBe("ACME_PETS_TOKEN");
    out = "";
    expect(await run("ingest", "acme-pets")).toBe(0);
    expect(out).toBe(readFileSync(join(cwd, "specs/acme-pets/openapi.yaml"), "utf8"));
  });

  test("of several pages keeps them all in the manifest", async () => {
    writeFileSync(join(cwd, "pets.md"), page);
    writeFileSync(join(cwd, "cats.md"), page.replaceAll("/pets", "/cats").replace("listPets", "listCats"));
    expect(await run("add", "acme", "pets.md", "cats.md")).toBe(0);
    out = "";
    expect(await run("ingest", "acme")).toBe(0);
    expect(out).toBe(readFileSync(join(cwd, "specs/acme/openapi.yaml"), "utf8"));
    expect(out).toMatch(/\/cats:[\s\S]*\/pets:/);
  });

  test("of a document of many files makes one, and says what is missing", async () => {
    mkdirSync(join(cwd, "api/parts"), { recursive: true });
    writeFileSync(join(cwd, "api/openapi.yaml"), "openapi: 3.0.3\ninfo: {title: T, version: '1'}\npaths:\n  /pets: {$ref: parts/pets.yaml}\n");
    writeFileSync(join(cwd, "api/parts/pets.yaml"), "get: {responses: {'200': {description: ok, content: {application/json: {schema: {$ref: 'pet.yaml'}}}}, '400': {description: no, content: {application/json: {schema: {$ref: gone.yaml}}}}}}\n");
    writeFileSync(join(cwd, "api/parts/pet.yaml"), "type: object\n");
    expect(await run("add", "acme", "api/openapi.yaml")).toBe(0);
    const text = readFileSync(join(cwd, "specs/acme/openapi.yaml"), "utf8");
    expect(text).toMatch(/\/pets:\n {4}get:/);
    expect(text).toContain('$ref: "#/components/schemas/pet"');
    expect(text).not.toMatch(/pathItems|gone\.yaml"$/m);
    expect(out).toContain("source/reference");
    const before = (await loadVendor(cwd, "acme")).package;
    expect(before.packageName).toBe("@specwright/acme");
  });

  test("writes a question for each thing that the page cannot settle", async () => {
    writeFileSync(join(cwd, "pets.txt"), "List pets\n\nGET\n/pets\ncurl --request GET \\\n--url https://api.pets.example/pets\n\nAll.\n\nMedia typeapplication/json\nArray<string>\n");
    expect(await run("add", "acme", "pets.txt")).toBe(0);
    expect(readFileSync(join(cwd, "specs/acme/answers.yaml"), "utf8")).toMatch(/question: What is the success status\?\n {2}page: "?[0-9a-f]{64}"?\n {2}answer: null/);
  });

  test("an answer settles its question until the page changes", async () => {
    const text = "List pets\n\nGET\n/pets\ncurl --request GET \\\n--url https://api.pets.example/pets\n\nAll.\n\nMedia typeapplication/json\nArray<string>\n";
    writeFileSync(join(cwd, "pets.txt"), text);
    await run("add", "acme", "pets.txt");
    const answers = join(cwd, "specs/acme/answers.yaml");
    writeFileSync(answers, readFileSync(answers, "utf8").replace("answer: null", "answer: It is 200."));
    [out, err] = ["", ""];
    expect(await run("ingest", "acme")).toBe(0);
    expect(out + err).not.toContain("What is the success status?");
    writeFileSync(join(cwd, "pets.txt"), text.replace("All.", "All pets."));
    [out, err] = ["", ""];
    expect(await run("ingest", "acme")).toBe(0);
    expect(err).toContain('answered with "It is 200."');
  });

  test("never writes over a folder, and writes nothing for a bad page or a bad name", async () => {
    writeFileSync(join(cwd, "pets.md"), page);
    mkdirSync(join(cwd, "specs/acme"), { recursive: true });
    expect(await run("add", "acme", "pets.md")).toBe(2);
    expect(readdirSync(join(cwd, "specs/acme"))).toEqual([]);
    writeFileSync(join(cwd, "bad.md"), "# Nothing\n");
    expect(await run("add", "other", "bad.md")).toBe(1);
    expect(await run("add", "../evil", "pets.md")).toBe(2);
    expect(readdirSync(join(cwd, "specs"))).toEqual(["acme"]);
    expect(existsSync(join(cwd, "evil"))).toBe(false);
  });
});
