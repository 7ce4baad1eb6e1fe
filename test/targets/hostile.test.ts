/** Text of a document at every place that the types and the client print: it may become a name or a literal, never code. */
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import ts from "typescript";
import { afterAll, describe, expect, test, vi } from "vitest";
import { renderAll } from "../support/render.js";
import { clientTarget } from "../../generator/targets/client.js";
import { typesTarget } from "../../generator/targets/types.js";
import { validatorsTarget } from "../../generator/targets/validators.js";
import { built, documentOf } from "../model/document.js";
import { typecheck } from "../support/typecheck.js";

vi.setConfig({ testTimeout: 120_000 });

const scratch = mkdtempSync(join(tmpdir(), "specwright-hostile-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const payloads = [
  "*/ evil.pwn() /*",
  "**//evil.pwn()",
  '"]; evil.pwn(); ["',
  "'; evil.pwn(); '",
  "`${evil.pwn()}`",
  "\n evil.pwn()\r\u2028evil.pwn()\u2029",
  "</script><script>evil.pwn()</script>",
  "\\",
  "\ud800",
  "__proto__",
  "constructor",
  "$slot0$",
  '"$slot1$"',
  "@ts-ignore",
  "{@link evil.pwn}",
  "default",
  "$&$1",
  "",
];

function documentWith(text: string): object {
  const name = text === "" ? "empty" : text;
  const docs = { title: text, description: text, default: text, examples: [text, { [name]: text }] };
  const schema = { ...docs, type: "object", properties: { [name]: { ...docs, type: "string", enum: [text, "b"] } }, required: [name, `${name}2`] };
  const content = { [name]: { schema }, "application/json": { schema: { $ref: "#/components/schemas/It" } }, "multipart/form-data": { schema, encoding: { [name]: { contentType: text } } } };
  const response = { description: text, headers: { [name]: { description: text, schema: { type: "array", items: { type: "number" } } } }, content };
  const operation = {
    operationId: name,
    summary: text,
    description: text,
    tags: [name],
    security: [{ [name]: [text] }],
    servers: [{ url: text, description: text, variables: { [name]: { default: text, enum: [text], description: text } } }],
    parameters: ["path", "query", "header", "cookie"].map((place) => ({ name, in: place, required: place === "path", description: text, schema: { type: "string", const: text } })),
    requestBody: { description: text, content },
    responses: { 200: response, 400: response, "4XX": response, default: response },
  };
  return {
    info: { title: text, version: text },
    tags: [{ name, description: text }],
    servers: [{ url: text, description: text, variables: { [name]: { default: text, enum: [text] } } }, { url: "/" }],
    paths: { [`/${name.replaceAll("/", "")}/{${name.replaceAll(/[{}/]/g, "")}}`]: { post: operation } },
    webhooks: { [name]: { post: { ...operation, operationId: `${name} hook` } } },
    components: {
      securitySchemes: { [name]: { type: "apiKey", in: "header", name: text, description: text } },
      schemas: { It: schema, [`${name}.`]: { ...docs, type: "object", additionalProperties: false, patternProperties: { "^x-": { const: text } } } },
    },
  };
}

/** Whether `evil.pwn` stands anywhere as code. */
function runs(text: string): boolean {
  const visit = (node: ts.Node): boolean =>
    (ts.isPropertyAccessExpression(node) && ts.isIdentifier(node.expression) && node.expression.text === "evil") || (ts.forEachChild(node, visit) ?? false);
  return visit(ts.createSourceFile("it.ts", text, ts.ScriptTarget.ESNext));
}

describe.each(payloads.map((text, index) => ({ text, index })))("$text", ({ text, index }) => {
  test("stays text, and what is printed compiles", async () => {
    const { api } = built(documentWith(text));
    const info = { packageName: text, version: "1.0.0", title: text, description: text, options: { formats: true } };
    const input = { api, document: documentOf({}), package: info as never, report: () => undefined };
    const files = await renderAll((await Promise.all([typesTarget, clientTarget, validatorsTarget].map((target) => target.files(input)))).flat());
    const folder = join(scratch, String(index));
    for (const file of files) {
      mkdirSync(dirname(join(folder, file.path)), { recursive: true });
      writeFileSync(join(folder, file.path), file.text);
      expect(runs(file.text), file.path).toBe(false);
      expect(file.text).not.toMatch(text.startsWith("$") || text.startsWith('"$') ? /[\u2028\u2029]/ : /\$slot\d+\$|[\u2028\u2029]/);
    }
    cpSync(resolve("templates/runtime"), join(folder, "src/runtime"), { recursive: true });
    expect(typecheck(folder, "7", ["src/*.ts"]).replace(/^.*src\/runtime\/.*\n?(  .*\n?)*/gm, "")).toBe("");
  });
});
