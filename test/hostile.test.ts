/**
 * Documents that mean harm. Random text at every place where a document has text: what is emitted parses, bundles and can be
 * imported, and nothing of it runs. The same document with plain words gives the same syntax trees. Documents made to eat time
 * or memory end in an answer, and references leave neither the folder nor the machine.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import fc from "fast-check";
import ts from "typescript";
import { afterAll, describe, expect, test, vi } from "vitest";
import type { RenderedFile } from "../generator/emit/render.js";
import { type Generated, pipeline } from "../generator/pipeline.js";
import { vendorFromInput } from "../generator/vendor.js";
import { type PlaceKind, planted, versions } from "./support/planted.js";

vi.setConfig({ testTimeout: 120_000 });

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");
const scratch = mkdtempSync(join(tmpdir(), "specwright-hostile-"));
symlinkSync(join(root, "node_modules"), join(scratch, "node_modules"), "junction");
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

let runs = 0;

async function generate(document: unknown, allow: readonly string[] = []): Promise<Generated & { readonly folder: string }> {
  const folder = join(scratch, String(runs++));
  mkdirSync(folder, { recursive: true });
  const input = join(folder, "openapi.json");
  writeFileSync(input, typeof document === "string" ? document : JSON.stringify(document));
  return { ...(await pipeline(vendorFromInput({ document: input, name: "acme", out: join(folder, "out"), allow }), folder)), folder };
}

const modules = (files: readonly RenderedFile[]): readonly RenderedFile[] => files.filter(({ path }) => path.endsWith(".ts") && !path.startsWith("src/runtime/"));

function parsed(file: RenderedFile): ts.SourceFile {
  const source = ts.createSourceFile(file.path, file.text, ts.ScriptTarget.ESNext, true);
  const { parseDiagnostics } = source as ts.SourceFile & { readonly parseDiagnostics: readonly ts.DiagnosticWithLocation[] };
  expect(parseDiagnostics.map(({ messageText, start }) => `${file.path}: ${String(messageText)}: ${file.text.slice(start, start + 80)}`)).toEqual([]);
  return source;
}

const marker = "specwrightRan";
/** A text that runs `specwrightRan` where it stands as code, in one of the ways that let a text out of its quotes. */
const breakouts = ["*/ RUN /*", "**//RUN/*", '"; RUN; "', "'; RUN; '", "`; RUN; `", "${RUN}", '"]; RUN; ["', "\\\"; RUN; //", "\n RUN \n", "\u2028 RUN \u2029", "</script><script>RUN</script>", "{{RUN}}", "$& $` $' RUN", "\\", "__proto__", "constructor", "toString", "default", "con", "", "\ud800", "@ts-ignore"];
const run = `(globalThis.${marker} = true)`;

const hostileText = fc.oneof(
  fc.string({ unit: "binary", maxLength: 12 }),
  fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((unit) => String.fromCharCode(unit)), maxLength: 12 }),
  fc.constantFrom(...breakouts).map((text) => text.replaceAll("RUN", run)),
  fc.tuple(fc.constantFrom(...breakouts), fc.string({ unit: "grapheme", maxLength: 6 })).map(([text, more]) => more + text.replaceAll("RUN", run) + more),
);

/** Whether the marker stands anywhere as code. */
function standsAsCode(source: ts.SourceFile): boolean {
  const visit = (node: ts.Node): boolean =>
    (ts.isPropertyAccessExpression(node) && node.name.text === marker && ts.isIdentifier(node.expression) && node.expression.text === "globalThis") || (ts.forEachChild(node, visit) ?? false);
  return visit(source);
}

async function bundleAndImport(folder: string, files: readonly RenderedFile[]): Promise<void> {
  for (const { path, text } of files.filter((file) => file.path.endsWith(".ts"))) {
    mkdirSync(dirname(join(folder, "out", path)), { recursive: true });
    writeFileSync(join(folder, "out", path), text);
  }
  const outfile = join(folder, "bundle.mjs");
  const entry = ["index", "client", "validators", "types"].map((name, index) => `export * as m${index} from "./out/src/${name}.js";`).join("\n");
  await build({ stdin: { contents: entry, resolveDir: folder, loader: "ts" }, bundle: true, format: "esm", platform: "node", packages: "external", outfile, logLevel: "silent", tsconfigRaw: "{}" });
  await import(/* @vite-ignore */ pathToFileURL(outfile).href);
}

describe.each(versions)("random text in a document of %s", (version) => {
  test("stays text: the package parses, bundles and imports, and nothing runs", async () => {
    const prototype = Object.getOwnPropertyNames(Object.prototype);
    await fc.assert(
      fc.asyncProperty(fc.array(hostileText, { minLength: 7, maxLength: 7 }), async (texts) => {
        const { files, folder } = await generate(planted(version, (index) => texts[index % texts.length] as string));
        for (const file of modules(files)) expect(standsAsCode(parsed(file)), file.path).toBe(false);
        await bundleAndImport(folder, files);
        expect(Object.hasOwn(globalThis, marker)).toBe(false);
        expect(Object.getOwnPropertyNames(Object.prototype)).toEqual(prototype);
        for (const { path } of files) expect(path).toMatch(/^((src|docs|test)\/)?([a-z0-9-]+\/)?[\w.-]+$/i);
        rmSync(folder, { recursive: true });
      }),
      { numRuns: 8, endOnFailure: true },
    );
  });

  test("has the twin's syntax trees: with plain words at the same places only names and literals differ", async () => {
    const plain = shapes((await generate(planted(version, (index) => `word ${index}`))).files);
    expect(plain.size).toBeGreaterThan(2);
    await fc.assert(
      fc.asyncProperty(fc.array(hostileText, { minLength: 7, maxLength: 7 }), async (texts) => {
        const hostile = (index: number, kind: PlaceKind): string => (kind === "wire" ? `word ${index}` : (texts[index % texts.length] as string));
        const { files, folder } = await generate(planted(version, hostile));
        for (const [path, statements] of shapes(files)) {
          const twin = plain.get(path) ?? [];
          expect(statements.filter((statement, index) => statement !== twin[index]).slice(0, 1), path).toEqual([]);
          expect(statements.length, path).toBe(twin.length);
        }
        rmSync(folder, { recursive: true });
      }),
      { numRuns: 6, endOnFailure: true },
    );
  });
});

/**
 * Each module's statements, without what a name or a literal says. Keys are one kind, however they have to be written, and so
 * are a long union inside another, which stands in parentheses for the reader, and a short one.
 */
function shapes(files: readonly RenderedFile[]): ReadonlyMap<string, readonly string[]> {
  const shape = (node: ts.Node): string => {
    if (ts.isIdentifier(node) || ts.isStringLiteral(node) || ts.isComputedPropertyName(node)) return "name";
    if (ts.isParenthesizedTypeNode(node)) return shape(node.type);
    const inner: string[] = [];
    ts.forEachChild(node, (each) => void inner.push(shape(each)));
    const all = inner.join(" ");
    return ts.isUnionTypeNode(node) ? `|${all.replaceAll("|", "").trim()}` : `${ts.SyntaxKind[node.kind]}(${all})`;
  };
  return new Map(modules(files).map((file) => [file.path, parsed(file).statements.map(shape)]));
}

describe("documents made to eat time or memory", () => {
  test("end in a package or a refusal within seconds and a gigabyte", () => {
    const script = join(root, "test/support/bombs.ts");
    const { stdout, stderr, status } = spawnSync(process.execPath, ["--max-old-space-size=900", "--import", "tsx", script, scratch], { cwd: root, encoding: "utf8", timeout: 100_000 });
    expect(stderr).toBe("");
    expect(status).toBe(0);
    const answers = JSON.parse(stdout) as { readonly answers: Record<string, string>; readonly slowest: number; readonly megabytes: number };
    expect(answers.answers).toEqual({
      "aliases of aliases": "source/too-large",
      "5,000 levels of properties": "source/too-large",
      "5,000 levels of YAML": "source/too-large",
      "a reference to itself": "package",
      "references in a circle": "package",
      "2,000 references in a row": "package",
      "1,500 levels of inheritance": "package",
      "allOf doubled 25 times": "package",
      "oneOf doubled 25 times": "package",
      "unevaluated rules doubled 25 times": "package",
      "unevaluated rules in 25 levels of branches": "package",
      "a list of 100 million": "package",
      "20,000 values of an enum": "package",
      "130,000 parameters": "package",
      "130,000 alternatives, and items": "package",
      "patterns that run away": "package",
    });
    expect(answers.megabytes).toBeLessThan(1000);
    expect(answers.slowest).toBeLessThan(20);
  });
});

describe("references", () => {
  const referring = (ref: string): object => ({ openapi: "3.1.0", info: { title: "T", version: "1" }, paths: {}, components: { schemas: { It: { type: "object", properties: { secret: { $ref: ref } } } } } });

  test("open no connection unless the address is allowed by name", async () => {
    const asked: string[] = [];
    const server = createServer((request, response) => {
      asked.push(request.url ?? "");
      response.end(JSON.stringify({ type: "string", const: "from afar" }));
    });
    await new Promise<void>((done) => void server.listen(0, "127.0.0.1", done));
    const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    try {
      for (const allow of [[], [`${address}/api`], ["http://127.0.0.1"]]) {
        for (const ref of [`${address}/schema.json`, `//127.0.0.1:${address.split(":").at(-1)}/schema.json`, `${address}/apis/schema.json`]) {
          const { diagnostics } = await generate(referring(ref), allow);
          expect(diagnostics.map(({ code }) => code)).toContain("source/reference");
        }
      }
      expect(asked).toEqual([]);
      const { files } = await generate(referring(`${address}/api/schema.json`), [`${address}/api`]);
      expect(asked).toEqual(["/api/schema.json"]);
      expect(files.find(({ path }) => path === "src/types.ts")?.text).toContain("from afar");
    } finally {
      server.close();
    }
  });

  test("read nothing outside the document's folder, and tell nothing of what is there", async () => {
    const secret = join(scratch, "secret.json");
    writeFileSync(secret, JSON.stringify({ type: "string", const: "top secret" }));
    for (const ref of ["../secret.json", "..%2fsecret.json", secret, pathToFileURL(secret).href, "./x/../../secret.json", "..\\secret.json", "/etc/hostname", "file:///etc/hostname", "link.json"]) {
      mkdirSync(join(scratch, String(runs)));
      symlinkSync(secret, join(scratch, String(runs), "link.json"));
      const { files, diagnostics } = await generate(referring(ref));
      expect(diagnostics.map(({ code }) => code), ref).toContain("source/reference");
      expect(JSON.stringify([files.filter(({ path }) => !path.startsWith("src/runtime/")), diagnostics])).not.toContain("top secret");
    }
  });
});
