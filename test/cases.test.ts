/**
 * Each folder `test/cases/<topic>/<case>` holds an input (`openapi.yaml`, if need be `overlay.yaml`), the
 * files that matter under `expected/`, and `diagnostics.txt`. `UPDATE_CASES=1 npm test -- cases` writes them anew: review
 * the difference. A new case starts with a folder and its input; which expected files it keeps is a matter of deleting the others.
 */
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { RenderedFile } from "../generator/emit/render.js";
import { samplePrograms } from "./consumers/prepare.js";
import { formatDiagnostics, generateCase } from "./support/generate.js";
import { typecheck } from "./support/typecheck.js";

const root = resolve(dirname(fileURLToPath(import.meta.url)));
const casesFolder = join(root, "cases");
const updating = process.env["UPDATE_CASES"] === "1";
const firstFiles = ["src/types.ts", "src/validators.ts", "src/client.ts"];

const folders = (path: string): string[] =>
  readdirSync(path, { withFileTypes: true })
    .filter((entry) => entry.isDirectory())
    .map((entry) => entry.name)
    .sort();

const cases = folders(casesFolder).flatMap((topic) => folders(join(casesFolder, topic)).map((name) => `${topic}/${name}`));

function filesBelow(folder: string): string[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { withFileTypes: true, recursive: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll("\\", "/"))
    .sort();
}

/** The programs of the documentation, as modules beside the package's own. */
function writeSamples(folder: string): void {
  mkdirSync(join(folder, "samples"), { recursive: true });
  const { name } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as { name: string };
  for (const [place, program] of samplePrograms(folder)) {
    const text = program.replace(`from ${JSON.stringify(name)}`, 'from "../src/index.js"');
    writeFileSync(join(folder, "samples", `${place}.ts`), `declare const process: { env: Record<string, string | undefined> };\n${text}\nexport {};\n`);
  }
}

const compiled = mkdtempSync(join(tmpdir(), "specwright-cases-"));
afterAll(() => rmSync(compiled, { recursive: true, force: true }));

describe.each(cases)("%s", (name) => {
  const folder = join(casesFolder, name);
  const expectedFolder = join(folder, "expected");
  let files: readonly RenderedFile[] = [];
  let diagnostics = "";

  beforeAll(async () => {
    const generated = await generateCase(folder);
    files = generated.files;
    diagnostics = formatDiagnostics(generated.diagnostics);
    for (const file of files) {
      const path = join(compiled, name, file.path);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, file.text);
    }
    if (files.length > 0) writeSamples(join(compiled, name));
    if (!updating) return;
    const kept = filesBelow(expectedFolder);
    rmSync(expectedFolder, { recursive: true, force: true });
    for (const file of files) {
      if (!(kept.length > 0 ? kept : firstFiles).includes(file.path)) continue;
      const path = join(expectedFolder, file.path);
      mkdirSync(dirname(path), { recursive: true });
      writeFileSync(path, file.text);
    }
    writeFileSync(join(folder, "diagnostics.txt"), diagnostics);
  });

  test("the diagnostics", () => {
    expect(diagnostics).toBe(readFileSync(join(folder, "diagnostics.txt"), "utf8"));
  });

  test("the files", () => {
    const wanted = filesBelow(expectedFolder);
    const byPath = new Map(files.map((file) => [file.path, file.text]));
    for (const path of wanted) expect(byPath.get(path), path).toBe(readFileSync(join(expectedFolder, path), "utf8"));
    if (files.length > 0) expect(wanted.length).toBeGreaterThan(0);
  });
});

test.each(["5.9", "7"] as const)("everything that the cases emit compiles under TypeScript %s", { timeout: 120_000 }, (version) => {
  expect(typecheck(compiled, version)).toBe("");
});

test("a case is at least an input and its diagnostics", () => {
  expect(cases.length).toBeGreaterThan(0);
  for (const name of cases) expect(existsSync(join(casesFolder, name, "diagnostics.txt")), name).toBe(true);
});
