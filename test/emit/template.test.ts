import { mkdtempSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, expect, test } from "vitest";
import * as sources from "../../generator/emit/template.js";

const root = resolve(import.meta.dirname, "../..");
const folder = mkdtempSync(join(tmpdir(), "templates-"));
afterAll(() => rmSync(folder, { recursive: true }));

// What `npm run build` left, which `npm test` runs first.
const { templates } = (await import(pathToFileURL(join(root, "dist/emit/template.js")).href)) as typeof sources;
const { prepared } = (await import(pathToFileURL(join(root, "dist/emit/prepared.js")).href)) as { prepared: Record<string, sources.Prepared> };

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
  expect(await templates(folder)("package/README.md.hbs", { title: "<Ada>", items: ["a", "b"] })).toBe("# <Ada>\n- a\n- b\n");
});

test.each([["of the build", templates], ["of the sources", sources.templates]])("a name that the view does not have is an error: %s", async (_, make) => {
  write("docs/llms.txt.hbs", readFileSync(join(root, "templates/docs/llms.txt.hbs"), "utf8"));
  await expect(make(folder)("docs/llms.txt.hbs", {})).rejects.toThrow(/not defined/);
});
