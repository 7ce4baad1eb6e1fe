import { mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test } from "vitest";
import { type Prepared, templates } from "../../generator/emit/template.js";
import { installed } from "../../generator/installed.js";

const root = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "templates-"));
afterAll(() => rmSync(folder, { recursive: true }));

// What `npm run build` left, which `npm test` runs first.
const { prepared } = (await import(pathToFileURL(installed.preparedTemplates).href)) as { prepared: Record<string, Prepared> };

const names = readdirSync(join(root, "templates"), { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".hbs"));

function write(name: string, text: string): void {
  mkdirSync(join(folder, name, ".."), { recursive: true });
  writeFileSync(join(folder, name), text);
}

test("the build holds each template as it is", () => {
  expect(names.length).toBeGreaterThan(5);
  expect(Object.keys(prepared).sort()).toEqual([...names].sort());
  for (const name of names) expect(prepared[name]?.source).toBe(readFileSync(join(root, "templates", name), "utf8"));
});

test("a template that changed since the build prints what it says now", async () => {
  write("package/README.md.hbs", "# {{title}}{{#each items}}\n- {{this}}{{/each}}\n");
  expect((await templates(folder))("package/README.md.hbs", { title: "<Ada>", items: ["a", "b"] })).toBe("# <Ada>\n- a\n- b\n");
});

test.each([["of the build", ""], ["changed since", "{{title}}"]])("a name that the view does not have is an error: a template %s", async (_, more) => {
  const name = "docs/llms.txt.hbs";
  write(name, readFileSync(join(root, "templates", name), "utf8") + more);
  const fill = await templates(folder);
  expect(() => fill(name, {})).toThrow(/not defined/);
});
