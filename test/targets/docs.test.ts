/** The pages of a package: what they say, and that no text of a document can change what they are. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import MarkdownReader from "markdown-it";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { renderAll } from "../support/render.js";
import { build } from "../../generator/model/build.js";
import { normalize } from "../../generator/normalize/index.js";
import { defaultLimits } from "../../generator/source/limits.js";
import { loadText } from "../../generator/source/load.js";
import { docsTarget } from "../../generator/targets/docs.js";
import { packageTarget } from "../../generator/targets/package.js";
import type { PackageInfo } from "../../generator/vendor.js";
import { generated, vendors } from "../support/vendors.js";

/** A document whose every text ends in the same payload, and the package's own texts as well. */
async function pagesWith(payload: string): Promise<ReadonlyMap<string, string>> {
  const text = (start: string): string => `${start} ${payload}`;
  const document = {
    openapi: "3.1.0",
    info: { title: text("An API"), version: text("1"), description: text("About") },
    servers: [{ url: `https://api.example.com/${payload.replace(/[{}\s]/g, "")}`, description: text("The server") }],
    tags: [{ name: "things", description: text("The group") }],
    security: [{ key: [] }, { [text("other")]: [] }],
    paths: {
      "/things/{id}": {
        post: {
          tags: ["things"],
          operationId: "makeThing",
          summary: text("Make a thing"),
          description: text("It makes one."),
          parameters: [
            { name: "id", in: "path", required: true, description: text("The id"), schema: { type: "string", format: text("a"), examples: [text("x")] } },
            { name: text("q"), in: "query", required: true, schema: { enum: [text("a"), text("b")], default: text("a") } },
            { name: text("h"), in: "query", schema: { type: "string", default: text("d") } },
          ],
          requestBody: {
            required: true,
            description: text("The body"),
            content: {
              "application/json": { schema: { $ref: "#/components/schemas/Thing" }, examples: { one: { value: { [text("name")]: text("value"), kind: 1 } } } },
              "multipart/form-data": { schema: { type: "object", properties: { [text("part")]: { type: "string", description: text("A part") } } } },
            },
          },
          responses: {
            "200": { description: text("Made"), headers: { "X-Thing": { description: text("A header"), schema: { type: "string" } } }, content: { "application/json": { schema: { type: "object", properties: { [text("answer")]: { type: "string", description: text("The answer") } } } } } },
            "400": { description: text("Not made"), "x-confirm": text("Is it so?"), content: { "application/json": { schema: { $ref: "#/components/schemas/Thing" } } } },
          },
        },
      },
    },
    components: {
      securitySchemes: {
        key: { type: "apiKey", in: "header", name: "X-Key", description: text("The key") },
        [text("other")]: { type: "http", scheme: "bearer", bearerFormat: text("f"), description: text("Another") },
      },
      schemas: {
        Thing: {
          type: "object",
          description: text("A thing"),
          required: ["kind"],
          properties: { [text("name")]: { type: "string", description: text("Its name"), title: text("Title"), examples: [text("e")] }, kind: { type: "integer", description: text("Its kind") } },
        },
      },
    },
  };
  const report = (): void => {};
  const source = normalize(await loadText(JSON.stringify(document), { file: "openapi.json", limits: defaultLimits }), report);
  const { api } = build(source, { report, packageIdentifier: "Things" });
  const info: PackageInfo = {
    ...(await generated("pristo")).vendor.package,
    title: text("Things"),
    description: text("Typed client"),
    auth: new Map([["key", { env: "THINGS_KEY", hint: text("From us") }]]),
  };
  const input = { api, document: source, package: info, report };
  const files = await renderAll([...(await docsTarget.files(input)), ...(await packageTarget.files(input)).filter(({ path }) => path === "README.md")]);
  return new Map(files.map(({ path, text: page }) => [path, page]));
}

const reader = new MarkdownReader({ html: true, linkify: true });

/** The elements of a page in their order, with the names of their attributes: everything but its texts. */
function skeleton(path: string, page: string): string[] {
  const html = path.endsWith(".html") ? page.replace(/<(script|style)>[\s\S]*?<\/\1>/g, "<$1></$1>") : reader.render(page);
  const elements = [...html.matchAll(/<(\/?[a-z0-9!]+)((?:\s+[a-z-]+(?:="[^"]*")?)*)\s*>/gi)];
  return elements.map(([, tag, attributes = ""]) => [tag, ...[...attributes.matchAll(/([a-z-]+)(?:="[^"]*")?/gi)].map((match) => match[1])].join(" "));
}

const payloads = [
  "</script><script>alert(1)</script>",
  "\"><img src=x onerror=alert(1)>",
  "'><svg onload='alert(1)",
  "</code></pre></td></table>",
  "<!-- x",
  "]]> &lt;b&gt; &#x3c;",
  "| a | b",
  "``` ~~~",
  "`",
  "\\",
  "](javascript:alert(1))",
  "{{constructor}} {{#each x}} {{> y}}",
  "${process.exit(1)} */ //",
  "a__proto__b",
  "\u202e\u2028\u0000",
  "$& $' $1",
  "https://example.com/?a=b&c=d",
];

describe("no text of a document changes what a page is made of", () => {
  let plain: ReadonlyMap<string, string>;
  beforeAll(async () => void (plain = await pagesWith("word")));

  test("the plain pages have everything", () => {
    expect([...plain.keys()].sort()).toEqual(["README.md", "docs/index.html", "docs/llms.txt", "docs/schemas.md", "docs/things.md"]);
    expect(skeleton("docs/index.html", plain.get("docs/index.html") ?? "").filter((tag) => tag === "script")).toHaveLength(1);
  });

  test.each(payloads)("%j", async (payload) => {
    const pages = await pagesWith(payload);
    expect([...pages.keys()]).toEqual([...plain.keys()]);
    for (const [path, page] of pages) expect(skeleton(path, page), path).toEqual(skeleton(path, plain.get(path) ?? ""));
  });
});

test("the HTML page of a large API is its contents, with links to the Markdown pages", async () => {
  const paths = Object.fromEntries(Array.from({ length: 501 }, (_, index) => [`/things/${index}`, { get: { operationId: `thing${index}`, tags: ["things"], responses: { 200: { description: "All is well" } } } }]));
  const document = { openapi: "3.1.0", info: { title: "Things", version: "1" }, paths, components: { schemas: { Thing: { type: "object" } } } };
  const report = (): void => {};
  const source = normalize(await loadText(JSON.stringify(document), { file: "openapi.json", limits: defaultLimits }), report);
  const { api } = build(source, { report, packageIdentifier: "Things" });
  const files = await renderAll([...(await docsTarget.files({ api, document: source, package: (await generated("pristo")).vendor.package, report }))]);
  const page = files.find(({ path }) => path === "docs/index.html")?.text ?? "";
  expect(page.match(/<section /g)).toHaveLength(501);
  expect(page).toContain('<a href="things.md#thing500">things.md</a>');
  expect(page).toContain('<a href="schemas.md#thing">Thing</a>');
  expect(page).not.toContain("All is well");
  expect(files.find(({ path }) => path === "docs/things.md")?.text).toContain("All is well");
});

describe.each(vendors)("the pages of %s", (name) => {
  test("name every operation, with a program and a curl line for each of its bodies", async () => {
    const { api, files } = await generated(name);
    const page = (path: string): string => files.find((file) => file.path === path)?.text ?? "";
    for (const group of api.groups) {
      const text = page(`docs/${group.identifier}.md`);
      for (const operation of group.operations) {
        expect(text).toContain(`\n## ${operation.identifier}\n`);
        for (const response of operation.responses) expect(text).toContain(`\n| ${response.status} | `);
        expect(page("docs/llms.txt")).toContain(`[${operation.identifier}](${group.identifier}.md#${operation.identifier.toLowerCase()})`);
        expect(page("docs/index.html")).toContain(`id="${operation.identifier.toLowerCase()}"`);
      }
      const bodies = group.operations.reduce((count, operation) => count + (operation.body?.contents.length ?? 1), 0);
      expect(text.match(/^```ts$/gm)).toHaveLength(bodies);
      expect(text.match(/^curl /gm)).toHaveLength(bodies);
    }
  });

  test("list every open question", async () => {
    const { api, files } = await generated(name);
    const readme = files.find((file) => file.path === "README.md")?.text ?? "";
    expect(api.questions.length).toBeGreaterThan(0);
    expect(readme.slice(readme.indexOf("## Open questions")).match(/^- /gm)).toHaveLength(api.questions.length);
  });

  test("link to headings and files that are there", async () => {
    const { files } = await generated(name);
    const pages = new Map(files.filter(({ path }) => /\.(md|txt|html)$/.test(path)).map(({ path, text }) => [path, text]));
    for (const [path, text] of pages) {
      if (path.endsWith(".html")) {
        for (const [, target] of text.matchAll(/href="#([^"]*)"/g)) expect(text, `${path}#${target}`).toContain(`id="${target}"`);
        continue;
      }
      for (const [, file = "", anchor] of text.matchAll(/\]\(((?!https?:)[^)#]*)(?:#([^)]*))?\)/g)) {
        const target = file === "" ? path : join(dirname(path), file);
        expect(pages.has(target), `${path} → ${target}`).toBe(true);
        if (anchor !== undefined) expect((pages.get(target) ?? "").toLowerCase(), `${path} → ${target}#${anchor}`).toContain(`## ${anchor}\n`);
      }
    }
  });
});

const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => existsSync(path));

describe("the page in a browser", () => {
  const folder = mkdtempSync(join(tmpdir(), "specwright-docs-"));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  test("asks for nothing, runs nothing of the document's, and filters", { timeout: 120_000 }, async (context) => {
    if (executablePath === undefined) return context.skip("no Chromium on this machine");
    mkdirSync(folder, { recursive: true });
    const hostile = (await pagesWith("\"><img src=https://example.com/x onerror=alert(1)><script>alert(1)</script>")).get("docs/index.html") ?? "";
    writeFileSync(join(folder, "hostile.html"), hostile);
    const { files } = await generated("agentalk");
    writeFileSync(join(folder, "agentalk.html"), files.find((file) => file.path === "docs/index.html")?.text ?? "");
    const { chromium } = await import("playwright-core");
    const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
    try {
      const page = await browser.newPage();
      const noise: string[] = [];
      page.on("request", (request) => void (request.url().startsWith("file:") || noise.push(request.url())));
      page.on("dialog", (dialog) => void (noise.push(dialog.message()), void dialog.dismiss()));
      page.on("console", (message) => void noise.push(message.text()));
      page.on("pageerror", (error) => void noise.push(error.message));
      await page.goto(`file://${join(folder, "hostile.html")}`);
      expect(await page.locator("img").count()).toBe(0);
      await page.goto(`file://${join(folder, "agentalk.html")}`);
      const shown = (): Promise<number> => page.locator("main section:visible").count();
      expect(await shown()).toBe(7);
      await page.keyboard.press("/");
      await page.keyboard.type("DELETE tag");
      expect(await shown()).toBe(1);
      expect(await page.locator("#found").textContent()).toBe("1 found");
      await page.evaluate("location.hash = '#searchcontacts'");
      await page.waitForFunction("document.getElementById('filter').value === ''");
      expect(await shown()).toBe(7);
      expect(noise).toEqual([]);
    } finally {
      await browser.close();
    }
  });
});
