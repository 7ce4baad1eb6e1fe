import { describe, expect, test } from "vitest";
import { collectIngest, ingest } from "../../generator/ingest/ingest.js";
import { documentTexts } from "../../generator/ingest/script.js";
import { at, read } from "./reading.js";

const document = JSON.stringify({ openapi: "3.1.0", info: { title: "It's {one}", version: "1" }, servers: [{ url: "https://api.pets.example" }], paths: { "/pets": { get: { responses: { "200": { description: "ok" } } } } } });
const html = (body: string): string => `<!doctype html><html><head></head><body><div id="app"></div>${body}</body></html>`;
const script = (text: string): string => html(`<script>${text}</script>`);

describe("scripts that hold the document", () => {
  test.each([
    ["scalar", script(`Scalar.createApiReference('#app', {\n  theme: 'moon', // it's dark\n  content: ${document},\n})`)],
    ["scalar", script(`Scalar.createApiReference("#app", { spec: { content: ${JSON.stringify(document)} } })`)],
    ["swagger-ui", script(`window.onload = () => { const spec = ${document}; SwaggerUIBundle({ spec: spec, dom_id: "#app" }); }`)],
    ["redoc", script(`Redoc.init(${document}, {}, document.body)`)],
    ["redoc", script(`const spec = ${document};\nRedoc.init(spec)`)],
    ["elements", script(`document.getElementById("app").apiDescriptionDocument = ${document};`)],
    ["fence", script(`/* it's unknown */ draw({ api: ${document} })`)],
    ["swagger-ui", `window.onload = function () {\n  var options = {\n    "swaggerDoc": ${document},\n    "customOptions": {}\n  };\n  SwaggerUIBundle(options);\n};\n`],
  ])("%s: %s", async (platform, text) => {
    const { document: found, platforms } = await read(text, "page");
    expect(platforms).toEqual([platform]);
    expect(at(found, "info", "title")).toBe("It's {one}");
  });

  test("are looked into a few times only", () => {
    expect(documentTexts(`{a:{openapi:"3.0.0"}`.repeat(1000)).length).toBeLessThanOrEqual(10);
  });
});

describe("scripts that name the document", () => {
  test.each([
    [html(`<script id="api-reference" data-configuration='{"servers":[{"url":"https://api.pets.example"}],"spec":{"url":"/a.json"}}'></script>`), "ingest /a.json"],
    [script("SwaggerUIBundle({ configUrl: '/config', dom_id: '#app' })"), "ingest /config"],
    [script("SwaggerUIBundle({ urls: [{ url: 'a.json', name: 'A' }, { url: 'b.json', name: 'B' }] })"), "ingest a.json b.json"],
    [script("Scalar.createApiReference('#app', { sources: [{ url: '/a.json' }, { url: '/b.json' }], proxyUrl: 'https://proxy.example' })"), "ingest /a.json /b.json"],
    [script("import { initialize } from './scalar.aspnetcore.js'\ninitialize('/s/', false, {\"sources\":[{\"url\":\"openapi/v1.json\"}]}, '')"), "ingest openapi/v1.json"],
    [html('<script src="./swagger-ui-bundle.js"></script><script src="./swagger-ui-init.js"></script>'), "ingest ./swagger-ui-init.js"],
    [script("fetch('/a.yaml').then((answer) => answer.text()).then((text) => (docs.apiDescriptionDocument = text))"), "ingest /a.yaml"],
    ['{"url": "/v3/api-docs", "layout": "x"}', "ingest /v3/api-docs"],
    ["window.onload = function () {\n  SwaggerUIBundle({\n    url: '/a.json',\n  });\n};\n", "ingest /a.json"],
  ])("%s", async (text, help) => {
    const { report, found } = collectIngest();
    expect(await ingest([{ file: "page", text }], report)).toBeUndefined();
    expect(found).toMatchObject([{ code: "ingest/document-elsewhere" }]);
    expect(found[0]?.help).toContain(help);
  });

  test("are relative to the page's base", async () => {
    const { report, found } = collectIngest();
    await ingest([{ file: "https://docs.pets.example/api/index.html", text: '<!doctype html><html><head><base href="/v2/"></head><body><redoc spec-url="a.json"></redoc></body></html>' }], report);
    expect(found[0]?.message).toContain('"https://docs.pets.example/v2/a.json"');
  });
});
