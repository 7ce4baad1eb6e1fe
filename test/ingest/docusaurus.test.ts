import { deflateSync } from "node:zlib";
import { describe, expect, test } from "vitest";
import { at, read } from "./reading.js";

const operation = { operationId: "addPet", responses: { "200": { description: "ok" } }, method: "post", path: "/pets" };
const packed = (api: object): string => deflateSync(JSON.stringify(api)).toString("base64");
const page = (api: string): string => `---\nid: add-pet\ntitle: "Add a \\"pet\\""\napi: ${api}\nsidebar_class_name: post\n---\n\n# Add\n`;
const folded = (text: string): string => `>-\n${(text.match(/.{1,40}/g) ?? []).map((line) => `  ${line}`).join("\n")}`;

describe("the operation", () => {
  test.each([
    ["packed", packed(operation)],
    ["packed and folded", folded(packed(operation))],
    ["as JSON", JSON.stringify(operation)],
    ["as JSON over several lines", JSON.stringify(operation, null, 2).replaceAll("\n", "\n  ")],
  ])("%s", async (_form, api) => {
    const { document, platforms } = await read(page(api), "add.api.mdx");
    expect(platforms).toEqual(["docusaurus-openapi"]);
    expect(at(document, "paths", "/pets", "post")).toEqual({ operationId: "addPet", responses: operation.responses, summary: 'Add a "pet"' });
  });

  test("with extensions of the vendor", async () => {
    const { document } = await read(page(packed({ ...operation, summary: "Own", extensions: [{ key: "x-internal", value: true }, { key: "note", value: 1 }] })));
    expect(at(document, "paths", "/pets", "post")).toEqual({ operationId: "addPet", responses: operation.responses, summary: "Own", "x-internal": true });
  });

  test("with schemas that lead back to themselves", async () => {
    const schema = { type: "object", description: "circular(Pet)", properties: { mother: "circular(Pet)", toys: { type: "array", items: "circular(Toy)" } }, example: { mother: "circular(Pet)" } };
    const { document } = await read(page(packed({ ...operation, requestBody: { content: { "application/json": { schema } } } })));
    const open = { "x-inferred": expect.stringContaining("circular(") as string };
    expect(at(document, "paths", "/pets", "post", "requestBody", "content", "application/json", "schema")).toEqual({ ...schema, properties: { mother: open, toys: { type: "array", items: open } } });
  });

  test("of a webhook", async () => {
    const { document } = await read(page(packed({ ...operation, method: "event", path: "petSold" })));
    expect(Object.keys(at(document, "webhooks", "petSold") as object)).toEqual(["post"]);
    expect(document["paths"]).toBeUndefined();
    expect(document["openapi"]).toBe("3.1.0");
  });
});
