import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Diagnostic, Refusal } from "../generator/diagnostics.js";
import { isObject, type Json, type JsonObject } from "../generator/json.js";
import type { SourceDocument } from "../generator/source/document.js";
import { defaultLimits } from "../generator/source/limits.js";
import { load, loadText } from "../generator/source/load.js";
import { locate } from "../generator/source/locate.js";
import { overlay } from "../generator/source/overlay.js";
import { parse } from "../generator/source/parse.js";
import { readText } from "../generator/source/read.js";

const limits = defaultLimits;
let folder: string;
beforeAll(() => {
  folder = realpathSync(mkdtempSync(join(tmpdir(), "specwright-source-")));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function file(name: string, text: string | Uint8Array): string {
  const path = join(folder, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, text);
  return path;
}

async function read(text: string): Promise<Json> {
  return (await parse(text, "d.yaml", limits)).value;
}

/** The diagnostic that a text is refused with, as `code line:column`. */
async function refusal(work: () => unknown): Promise<string> {
  try {
    await work();
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, at } = error.diagnostic;
    return at.line === undefined ? code : `${code} ${at.line}:${at.column}`;
  }
  return "read";
}

describe("YAML", () => {
  test.each<[string, Json]>([
    ["no", "no"],
    ["on", "on"],
    ["y", "y"],
    ["2020-01-01", "2020-01-01"],
    ["12:30:45", "12:30:45"],
    ["1_000", "1_000"],
    ["0o14", 12],
    ["0x1F", 31],
    [".inf", ".inf"],
    ["1e999", "1e999"],
    ["-1.5e3", -1500],
    ["~", null],
    ["True", true],
    ['"true"', "true"],
    ["!!str 1", "1"],
    ["|\n  a\n  b\n", "a\nb\n"],
  ])("%s is %j", async (scalar, value) => {
    expect(await read(`a: ${scalar}`)).toEqual({ a: value });
  });

  test("keys are what is written, whatever they look like", async () => {
    expect(Object.keys((await read("{200: a, 1.10: b, no: c, null: d, 2020-01-01: e, true: f}")) as JsonObject)).toEqual(["200", "1.10", "no", "null", "2020-01-01", "true"]);
  });

  test("merge keys: own keys win, then the earlier of the merged", async () => {
    expect(await read("a: &a {x: 1, y: 1}\nb: &b {x: 2, z: 2}\nc:\n  <<: [*a, *b]\n  y: 3\n")).toMatchObject({ c: { x: 1, y: 3, z: 2 } });
  });

  test("what closes at the indentation of its key is read, and said so", async () => {
    const { value, broken } = await parse("a:\n  b: {\n    c: 1.10,\n    1.10: x\n  }\nd: 1\n", "d.yaml", limits);
    expect(value).toEqual({ a: { b: { c: 1.1, "1.10": "x" } }, d: 1 });
    expect(broken).toMatchObject({ code: "source/yaml", at: { line: 5 } });
  });

  test.each([
    ["", "source/empty"],
    ["# nothing\n", "source/empty"],
    ["a: [1,\nb: }", "source/syntax 2:1"],
    ['{"a": 1', "source/syntax 1:8"],
    ["a: 1\nb: 2\na: 3", "source/duplicate-key 3:1"],
    ['{"a": 1,\n "b": {"c": 1, "\\u0063": 2}}', "source/duplicate-key 2:16"],
    ["a: !!js/function 'x'", "source/tag 1:4"],
    ["? [a]\n: 1", "source/key 1:3"],
    ["a: *nope", "source/alias 1:5"],
    ["a: &a {b: *a}", "source/alias 1:12"],
    ["a: 1\n---\nb: 2", "source/syntax 1:1"],
    [`${"[".repeat(5000)}${"]".repeat(5000)}`, "source/too-large"],
    [`a: ${"[".repeat(5000)}${"]".repeat(5000)}`, "source/too-large 1:504"],
    [`a: {${"k".repeat(20_000)}: 1}`, "source/too-large 1:5"],
  ])("%.30j is refused: %s", async (text, expected) => {
    expect(await refusal(() => read(text))).toMatch(expected.split(" ", 1)[0] === "source/too-large" ? /^source\/(too-large|syntax)/ : new RegExp(`^${expected}$`));
  });

  test("an alias bomb costs nothing", async () => {
    const lines = ["a0: &a0 [x, x, x, x, x, x, x, x, x]"];
    for (let i = 1; i < 12; i++) lines.push(`a${i}: &a${i} [${Array(9).fill(`*a${i - 1}`).join(", ")}]`);
    const start = performance.now();
    expect(await refusal(() => read(lines.join("\n")))).toMatch(/^source\/too-large /);
    expect(performance.now() - start).toBeLessThan(1000);
  });
});

describe("objects of a document", () => {
  test.each(['{"__proto__": {"x": 1}, "constructor": 2}', "__proto__: {x: 1}\nconstructor: 2\n"])("have no prototype: %s", async (text) => {
    const value = (await read(text)) as JsonObject;
    expect(Object.getPrototypeOf(value)).toBeNull();
    expect(Object.keys(value)).toEqual(["__proto__", "constructor"]);
    expect(value["toString"]).toBeUndefined();
    expect(({} as { x?: unknown }).x).toBeUndefined();
  });
});

describe("files", () => {
  test("a byte order mark is no part of the text", () => expect(readText(file("bom.json", "\ufeff{}"), "bom.json", limits)).toBe("{}"));
  test.each<[string, () => unknown]>([
    ["source/not-utf8", () => readText(file("latin.json", Uint8Array.of(0x22, 0xe9, 0x22)), "latin.json", limits)],
    ["source/unreadable", () => readText(join(folder, "nope.json"), "nope.json", limits)],
    ["source/unreadable", () => readText(folder, ".", limits)],
    ["source/too-large", () => readText(file("large.json", " ".repeat(100)), "large.json", { ...limits, bytes: 10 })],
  ])("%s", async (code, work) => expect(await refusal(work)).toBe(code));
});

describe("versions", () => {
  test.each([
    ['openapi: "3.1.0"', "read"],
    ["openapi: 3.2.0", "read"],
    ["swagger: 2.0", "read"],
    ["swagger: 2.0.1", "read"],
    ["openapi: 3.0", "read"],
    ["openapi: 3.1", "read"],
    ["openapi: 3.3", "source/version 1:1"],
    ["openapi: 4.0.0", "source/version 1:1"],
    ["openapi: 2.0.0", "source/version 1:1"],
    ["swagger: '3.0'", "source/version 1:1"],
    ["a: 1\nopenapi: {}", "source/version 2:1"],
    ["openapi: 3.0.0\nswagger: '2.0'", "source/two-versions 2:1"],
    ["info: {}", "source/not-openapi 1:1"],
    ["- 1", "source/not-openapi 1:1"],
    ["just prose", "source/not-openapi 1:1"],
    ["<!doctype html><p>x</p>", "source/not-openapi 1:1"],
  ])("%j: %s", async (text, expected) => expect(await refusal(() => loadText(text, { file: "d.yaml", limits }))).toBe(expected));
});

test("a version that is written as none is, but certain, is read and said", async () => {
  const read = async (text: string): Promise<readonly unknown[]> => {
    const diagnostics: Diagnostic[] = [];
    const { version } = await loadText(text, { file: "d.yaml", limits, diagnostics });
    return [version, ...diagnostics.map(({ code, at, message }) => `${code} ${at.line} ${message}`)];
  };
  expect(await read("openapi: 3.1.0")).toEqual(["3.1.0"]);
  expect(await read("info: {}\nopenapi: 3.0")).toEqual(["3.0", 'source/version-read 2 `openapi` is 3 and is read as "3.0".']);
  expect(await read("swagger: 2.0.1")).toEqual(["2.0", 'source/version-read 1 `swagger` is "2.0.1" and is read as "2.0".']);
});

describe("places", () => {
  const yaml = "openapi: 3.1.0\npaths:\n  /a:\n    get:\n      parameters:\n        - name: x\n          in: query\n        - name: y\n";
  const json = JSON.stringify({ paths: { "/a": { get: { parameters: [{ name: "x" }, { name: "y" }] } } } }, null, 2);
  test.each([
    [yaml, "/paths/~1a/get", 4, 5],
    [yaml, "/paths/~1a/get/parameters/1", 8, 11],
    [yaml, "/paths/~1a/get/parameters/1/name", 8, 11],
    [yaml, "/paths/~1a/get/nowhere/below", 4, 5],
    [json, "/paths/~1a/get/parameters/1/name", 10, 14],
  ])("%#", (text, pointer, line, column) => expect(locate(text, pointer)).toEqual({ line, column }));
});

describe("many files", () => {
  async function document(path: string, allow: string[] = []): Promise<{ document: SourceDocument; found: Diagnostic[] }> {
    const found: Diagnostic[] = [];
    return { document: await load(path, { file: "main.yaml", limits, allow, diagnostics: found }), found };
  }
  const main = (schema: string): string => `openapi: 3.1.0\npaths: {}\ncomponents:\n  schemas:\n    A: {properties: {r: {$ref: '${schema}'}}}\n`;
  const schemas = (document: SourceDocument): JsonObject => (document.root["components"] as JsonObject)["schemas"] as JsonObject;

  test("become components with names from their places; cycles across files stay references", async () => {
    file("m/schemas/Pet.yaml", "type: object\nproperties:\n  owner: {$ref: 'Owner.yaml#/person'}\n");
    file("m/schemas/Owner.yaml", "person:\n  properties:\n    pet: {$ref: Pet.yaml}\n    again: {$ref: '#/person'}\n    a: {$ref: '../main.yaml#/components/schemas/A'}\n");
    const { document: made, found } = await document(file("m/main.yaml", main("schemas/Pet.yaml")));
    expect(found).toEqual([]);
    expect(schemas(made)).toEqual({
      A: { properties: { r: { $ref: "#/components/schemas/Pet" } } },
      Pet: { type: "object", properties: { owner: { $ref: "#/components/schemas/person" } } },
      person: { properties: { pet: { $ref: "#/components/schemas/Pet" }, again: { $ref: "#/components/schemas/person" }, a: { $ref: "#/components/schemas/A" } } },
    });
    expect(made.moved.get("/components/schemas/person")).toBe("schemas/Owner.yaml#/person");
  });

  test("two of one name are told apart by their places, and a bare reference gives its own name", async () => {
    file("n/a/X.yaml", "type: string\n");
    file("n/b/X.yaml", "type: number\n");
    const text = "openapi: 3.1.0\ncomponents:\n  schemas:\n    Mine: {$ref: c.yaml}\n    A: {anyOf: [{$ref: a/X.yaml}, {$ref: b/X.yaml}, {$ref: c.yaml}]}\n";
    file("n/c.yaml", "type: boolean\n");
    const { document: made } = await document(file("n/main.yaml", text));
    expect(schemas(made)).toMatchObject({ a_X: { type: "string" }, b_X: { type: "number" }, Mine: { type: "boolean" } });
    expect(JSON.stringify(schemas(made)["A"])).toContain('"#/components/schemas/Mine"');
  });

  test("path items and whole maps in other files", async () => {
    file("p/paths.yaml", "/x: {$ref: 'x.yaml#/a~1b%20c'}\n");
    file("p/x.yaml", "'a/b c':\n  get: {responses: {}}\n");
    const { document: made } = await document(file("p/main.yaml", "openapi: 3.1.0\npaths: {$ref: paths.yaml}\n"));
    expect(made.root["paths"]).toEqual({ "/x": { $ref: "#/components/pathItems/a_b_c" } });
  });

  test.each([
    ["../secret.yaml", /out of the document's folder/],
    ["/etc/hostname", /must be relative/],
    ["file:///etc/hostname", /only files/],
    ["http://127.0.0.1:9/x.yaml", /not read unless/],
    ["//127.0.0.1/x.yaml", /only files/],
    ["link.yaml", /out of the document's folder/],
    ["../no-such-secret.yaml", /out of the document's folder/],
    ["none.yaml", /no such file/],
    ["text.txt", /nothing stands there/],
    ["..%2Fsecret.yaml", /out of the document's folder/],
  ])("%s is refused without a word of the file", async (reference, reason) => {
    file("secret.yaml", "type: string\ndescription: SECRET\n");
    file("q/text.txt", "SECRET");
    rmSync(join(folder, "q/link.yaml"), { force: true });
    symlinkSync(join(folder, "secret.yaml"), join(folder, "q/link.yaml"));
    const { document: made, found } = await document(file("q/main.yaml", main(reference)));
    expect(found.map(({ message }) => message).join()).toMatch(reason);
    expect(found[0]).toMatchObject({ code: "source/reference", at: { line: 5 } });
    expect(JSON.stringify([made.root, found])).not.toContain("SECRET");
  });

  test("a folder that is allowed by name is read", async () => {
    file("common/E.yaml", "type: string\n");
    const path = file("r/main.yaml", main("../common/E.yaml"));
    expect((await document(path)).found).toHaveLength(1);
    const { document: made, found } = await document(path, [join(folder, "common")]);
    expect(found).toEqual([]);
    expect(schemas(made)["E"]).toEqual({ type: "string" });
  });
});

describe("overlays", () => {
  async function apply(actions: string): Promise<{ root: JsonObject; codes: string[] }> {
    const document = await loadText("openapi: 3.1.0\ninfo: {title: T}\ntags: [{name: a}, {name: b}]\npaths: {/a: {get: {tags: [x]}, __proto__: {get: {}}}}\n", { file: "d.yaml", limits });
    const { document: made, diagnostics } = await overlay(document, file("overlay.yaml", `overlay: 1.0.0\ninfo: {}\nactions:\n${actions}`), "overlay.yaml", limits);
    expect(JSON.stringify(document.root)).not.toContain("CHANGED");
    return { root: made.root, codes: diagnostics.map(({ code, at }) => `${code} ${at.line}`) };
  }

  test("update merges objects, appends to lists and replaces the rest", async () => {
    const { root, codes } = await apply(
      "  - {target: $.info, description: r, update: {title: CHANGED, x: {y: 1}}}\n  - {target: \"$.tags\", description: r, update: {name: c}}\n  - {target: \"$.paths['/a'].get\", description: r, update: {tags: [y]}}\n  - {target: $.info.title, description: r, update: New}\n",
    );
    expect(codes).toEqual([]);
    expect(root).toMatchObject({ info: { title: "New", x: { y: 1 } }, tags: [{ name: "a" }, { name: "b" }, { name: "c" }] });
    expect(root["paths"]).toMatchObject({ "/a": { get: { tags: ["x", "y"] } } });
  });

  test("remove, by a filter", async () => {
    expect((await apply("  - {target: \"$.tags[?@.name == 'a']\", description: r, remove: true}\n")).root["tags"]).toEqual([{ name: "b" }]);
  });

  test("a question of an action stands in the document, at its target", async () => {
    const { root } = await apply("  - {target: $.info, description: r, x-confirm: Really?, update: {title: U}}\n");
    expect(root["x-specwright-questions"]).toEqual([{ text: "Really?", at: "/info" }]);
  });

  test.each([
    ["  - {target: $.nope, description: r, update: {}}\n", "overlay/no-match 4"],
    ["  - {target: $.info, update: {}}\n", "overlay/no-reason 4"],
    ["  - {target: '$[', description: r, update: {}}\n", "overlay/action 4"],
    ["  - {target: $.info, description: r}\n", "overlay/action 4"],
    ["  - {description: r}\n", "overlay/action 4"],
  ])("%j: %s", async (actions, expected) => expect((await apply(actions)).codes).toEqual([expected]));

  test("a prototype's members are not matched", async () => {
    expect((await apply("  - {target: $.info.toString, description: r, update: {}}\n")).codes).toEqual(["overlay/no-match 4"]);
    expect(isObject({})).toBe(true);
  });
});

test("$id and $anchor become places", async () => {
  const text = `openapi: 3.1.0
components:
  schemas:
    A: {$id: 'https://x.test/v1/a.json', properties: {b: {$ref: b.json}, c: {$ref: '#here'}, d: {$ref: '#/$defs/D'}, e: {$ref: '#/components/schemas/B'}}, $defs: {D: {$anchor: here}}}
    B: {$id: 'https://x.test/v1/b.json', type: string}
`;
  const { root } = await loadText(text, { file: "d.yaml", limits });
  const { A, B } = (root["components"] as JsonObject)["schemas"] as JsonObject;
  expect(B).toEqual({ type: "string" });
  expect(A).toEqual({
    properties: {
      b: { $ref: "#/components/schemas/B" },
      c: { $ref: "#/components/schemas/A/$defs/D" },
      d: { $ref: "#/components/schemas/A/$defs/D" },
      e: { $ref: "#/components/schemas/B" },
    },
    $defs: { D: {} },
  });
});
