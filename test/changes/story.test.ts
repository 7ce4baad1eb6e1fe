/** One vendor, three versions of its page: documentation only, then more, then broken. Three releases. */
import { cpSync, mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { main } from "../../generator/cli.js";
import type { Io } from "../../generator/commands/command.js";

const project = mkdtempSync(join(tmpdir(), "specwright-story-"));
afterAll(() => rmSync(project, { recursive: true, force: true }));

const specs = join(project, "specs/notes");
const generated = join(project, "generated/notes");

/** A GitBook page with one fragment a fence. */
function page({ summary = "Create a note", note = "", properties = "", required = "", extra = "" } = {}): string {
  return `# Notes

${summary}

\`\`\`json
{
  "openapi": "3.0.3",
  "info": { "title": "Notes", "version": "1" },
  "servers": [{ "url": "https://api.notes.example" }],
  "paths": {
    "/notes": {
      "post": {
        "operationId": "createNote", "tags": ["notes"], "summary": "${summary}",
        "requestBody": { "required": true, "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Note" } } } },
        "responses": { "201": { "description": "made", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Note" } } } } }
      }
    }${extra}
  },
  "components": { "schemas": { "Note": { "type": "object", "required": ["text"${required}], "properties": { "text": { "type": "string" }${properties} } } } }
}
\`\`\`
${note}`;
}

const listing = `,
    "/notes/{id}": {
      "get": {
        "operationId": "getNote", "tags": ["notes"],
        "parameters": [{ "name": "id", "in": "path", "required": true, "schema": { "type": "string" } }],
        "responses": { "200": { "description": "found", "content": { "application/json": { "schema": { "$ref": "#/components/schemas/Note" } } } } }
      }
    }`;

const pages = {
  first: page(),
  documentation: page({ summary: "Create a note, or several" }),
  additive: page({ summary: "Create a note, or several", extra: listing }),
  breaking: page({ summary: "Create a note, or several", extra: listing, properties: `, "color": { "type": "string", "enum": ["red", "blue"] }`, required: `, "color"` }),
};

async function specwright(...argv: string[]): Promise<{ code: number; out: string; err: string }> {
  let [out, err] = ["", ""];
  const io: Io = { cwd: project, out: (text) => void (out += text), err: (text) => void (err += text), terminal: false, color: false };
  return { code: await main(argv, io), out, err };
}

const setPage = (text: string): void => writeFileSync(join(specs, "page.md"), text);
const read = (...path: string[]): string => readFileSync(join(project, ...path), "utf8");
const version = (): string => (JSON.parse(read("generated/notes/package.json")) as { version: string }).version;

/** Every file of a folder, to tell whether anything was touched. */
function snapshot(folder: string): Record<string, string> {
  const names = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return Object.fromEntries(names.map((entry) => [join(entry.parentPath, entry.name), readFileSync(join(entry.parentPath, entry.name), "utf8")]));
}

beforeAll(async () => {
  mkdirSync(join(project, "pages"), { recursive: true });
  writeFileSync(join(project, "pages/notes.md"), pages.first);
  const added = await specwright("add", "notes", "pages/notes.md");
  expect(added.code, added.out + added.err).toBe(0);
  // The page lives beside the document from here on, as a saved copy does.
  cpSync(join(project, "pages/notes.md"), join(specs, "page.md"));
  const manifest = read("specs/notes/vendor.yaml");
  writeFileSync(join(specs, "vendor.yaml"), `# Kept by hand.\n${manifest.replace(/file: .*/, "file: page.md").replace(/version: .*/, "version: 1.0.0")}`);
  const first = await specwright("generate", "notes", "--no-lint");
  expect(first.code, first.out + first.err).toBe(0);
  expect(version()).toBe("1.0.0");
}, 60_000);

test("nothing new: nothing happens", async () => {
  const before = snapshot(project);
  const { code, err } = await specwright("sync", "notes");
  expect({ code, err }).toEqual({ code: 0, err: "notes: unchanged\n" });
  expect(snapshot(project)).toEqual(before);
}, 60_000);

test("documentation only: a patch", async () => {
  setPage(pages.documentation);
  const dry = await specwright("sync", "notes", "--dry-run");
  expect(dry.out).toContain("1.0.0 → 1.0.1");
  expect(version()).toBe("1.0.0");
  const { code, out } = await specwright("sync", "notes");
  expect(code, out).toBe(0);
  expect(version()).toBe("1.0.1");
  expect(read("specs/notes/openapi.yaml")).toContain("Create a note, or several");
  expect(read("generated/notes/CHANGELOG.md")).toMatch(/## 1\\?\.0\\?\.1\n\n### Documentation/);
  expect(read("specs/notes/vendor.yaml")).toMatch(/^# Kept by hand\./);
}, 60_000);

test("an operation more: a minor version", async () => {
  setPage(pages.additive);
  const { code, out } = await specwright("sync", "notes");
  expect(code, out).toBe(0);
  expect(version()).toBe("1.1.0");
  expect(read("generated/notes/CHANGELOG.md")).toMatch(/### Added\n\n- Operation getNote was added/);
  expect(read("generated/notes/src/client.ts")).toContain("getNote");
}, 60_000);

test("a required property: nothing without --accept, then a major version with what to do", async () => {
  setPage(pages.breaking);
  const before = snapshot(project);
  const refused = await specwright("sync", "notes");
  expect(refused.code).toBe(1);
  expect(refused.out).toContain("Property color was added");
  expect(refused.err).toContain("--accept");
  expect(snapshot(project)).toEqual(before);
  const accepted = await specwright("sync", "notes", "--accept", "--format", "markdown");
  expect(accepted.code, accepted.out + accepted.err).toBe(0);
  expect(version()).toBe("2.0.0");
  const check = await specwright("generate", "notes", "--check", "--no-lint");
  expect(check.code, check.out + check.err).toBe(0);
  const changelog = read("generated/notes/CHANGELOG.md");
  expect(changelog).toMatch(/### Breaking\n\n- Property color was added .*\*\*What to do:\*\* Give the property/);
  expect([...changelog.matchAll(/^## (.*)$/gm)].map((match) => match[1]?.replaceAll("\\", ""))).toEqual(["2.0.0", "1.1.0", "1.0.1", "1.0.0"]);
}, 60_000);

test("a page cut short, or without an operation that was there, changes nothing", async () => {
  const before = snapshot(generated);
  const document = read("specs/notes/openapi.yaml");
  setPage(pages.additive.slice(0, 700));
  const cut = await specwright("sync", "notes");
  expect(cut.code).toBe(1);
  setPage(pages.breaking.replace(listing, ""));
  const shrunk = await specwright("sync", "notes");
  expect(shrunk.code).toBe(1);
  expect(shrunk.err).toContain("sync/shrunk");
  expect(shrunk.err).toContain("getNote");
  expect(snapshot(generated)).toEqual(before);
  expect(read("specs/notes/openapi.yaml")).toBe(document);
  expect(readdirSync(join(project, "specs"))).toEqual(["notes"]);
}, 60_000);
