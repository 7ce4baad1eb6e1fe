/** A stranger installs the packages: they resolve, compile, run, bundle, and make calls that arrive. */
import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { build } from "esbuild";
import { publint } from "publint";
import { formatMessage } from "publint/utils";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { generated, project, vendors } from "../support/vendors.js";
import { type Consumer, prepareConsumer, readmePrograms, run, samplePrograms } from "./prepare.js";
import { type Recorder, startServer } from "./server.js";

let consumer: Consumer;
let server: Recorder;

beforeAll(async () => {
  consumer = await prepareConsumer();
  server = await startServer();
}, 600_000);

afterAll(() => {
  server?.close();
  if (consumer !== undefined) rmSync(dirname(consumer.folder), { recursive: true, force: true });
});

const installed = (name: string): string => join(consumer.folder, "node_modules", "@specwright", name);
const compilerOf = (name: string): string => join(project, "node_modules", name, "bin", "tsc");

describe.each(vendors)("%s", (name) => {
  test("holds what was built, its sources, its documentation, and no more", () => {
    const files = run("tar", ["-tzf", consumer.tarballs.get(name) as string], consumer.folder).trim().split("\n");
    const wanted = ["package.json", "LICENSE", "README.md", "CHANGELOG.md", "openapi.yaml", "dist/index.js", "dist/index.d.ts", "dist/index.js.map", "dist/index.d.ts.map", "src/index.ts", "docs/index.html", "docs/llms.txt"];
    for (const file of wanted) expect(files).toContain(`package/${file}`);
    expect(files.filter((file) => /node_modules|tsconfig|\.specwright|\/test\//.test(file))).toEqual([]);
  });

  test("publint finds nothing", async () => {
    const tarball = readFileSync(consumer.tarballs.get(name) as string);
    const bytes = new Uint8Array(tarball).buffer;
    const { messages, pkg } = await publint({ pack: { tarball: bytes }, strict: true });
    expect(messages.map((message) => formatMessage(message, pkg))).toEqual([]);
  });

  test("the types resolve wherever ESM does", { timeout: 180_000 }, () => {
    const bin = join(project, "node_modules", "@arethetypeswrong", "cli", "dist", "index.js");
    const options = ["--profile", "esm-only", "--no-emoji", "--no-color", "--format", "ascii"];
    const { status, stdout, stderr } = spawnSync(process.execPath, [bin, consumer.tarballs.get(name) as string, ...options], { encoding: "utf8" });
    expect(status, stdout + stderr).toBe(0);
  });

  test("depends on what it imports, and on nothing else", () => {
    const { dependencies } = JSON.parse(readFileSync(join(installed(name), "package.json"), "utf8")) as { dependencies: Record<string, string> };
    const modules = readdirSync(join(installed(name), "dist"), { recursive: true, encoding: "utf8" }).filter((file) => file.endsWith(".js"));
    const imported = modules.flatMap((file) => [...readFileSync(join(installed(name), "dist", file), "utf8").matchAll(/^(?:import|export) (?:[^"';]*? from )?"([^".][^"]*)";$/gm)].map((match) => match[1] as string));
    expect([...new Set(imported)].sort()).toEqual(Object.keys(dependencies).sort());
  });

  test("its source maps lead to the sources that it holds", () => {
    const { sources } = JSON.parse(readFileSync(join(installed(name), "dist", "index.js.map"), "utf8")) as { sources: string[] };
    expect(sources).toEqual(["../src/index.ts"]);
    expect(existsSync(join(installed(name), "dist", sources[0] as string))).toBe(true);
  });
});

describe.each(["typescript", "typescript7"])("with %s", (compiler) => {
  const flags = ["--noEmit", "--strict", "--exactOptionalPropertyTypes", "--noUncheckedIndexedAccess", "--verbatimModuleSyntax", "--module", "nodenext", "--target", "es2022", "--lib", "es2022,dom,dom.iterable"];

  function compile(name: string, programs: ReadonlyMap<string, string>): { status: number | null; stdout: string } {
    const folder = join(consumer.folder, `${name}-${compiler}`);
    mkdirSync(folder);
    symlinkSync(join(project, "node_modules", "@types"), join(folder, "types"), "junction");
    const files = [...programs].map(([place, program]) => {
      writeFileSync(join(folder, `${place}.ts`), program);
      return `${place}.ts`;
    });
    return spawnSync(process.execPath, [compilerOf(compiler), ...flags, "--typeRoots", "types", "--types", "node", ...files], { cwd: folder, encoding: "utf8" });
  }

  test("every program of the documentation compiles", { timeout: 300_000 }, async () => {
    const programs = new Map<string, string>();
    for (const name of vendors) {
      const folder = installed(name);
      for (const [place, program] of [...samplePrograms(folder), ...readmePrograms(folder, await generated(name))]) programs.set(`${name}-${place}`, program);
    }
    expect(programs.size).toBeGreaterThanOrEqual(12 + 4 * 4);
    const { status, stdout } = compile("samples", programs);
    expect(status, stdout).toBe(0);
  });

  test("a wrong program does not", { timeout: 180_000 }, () => {
    const program = 'import { createPristoClient } from "@specwright/pristo";\nawait createPristoClient().contacts.upsertContact({ path: { populationId: 1 }, body: {} });\n';
    const { status, stdout } = compile("wrong", new Map([["wrong", program]]));
    expect(status).not.toBe(0);
    expect(stdout).toContain("TS2322");
  });
});

/** A Node of that version: this one, or one from the registry; undefined where it cannot be had. */
function nodeOf(version: string): string | undefined {
  if (process.versions.node.startsWith(`${version}.`)) return process.execPath;
  const folder = join(dirname(consumer.folder), `node-${version}`);
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true }));
  const { status } = spawnSync("npm", ["install", "--prefer-offline", "--no-audit", "--no-fund", `node@${version}`], { cwd: folder });
  const path = join(folder, "node_modules", "node", "bin", "node");
  return status === 0 && existsSync(path) ? path : undefined;
}

async function finished(command: string, args: readonly string[], cwd: string): Promise<{ status: number | null; stdout: string; stderr: string }> {
  const child = spawn(command, args, { cwd });
  let stdout = "";
  let stderr = "";
  child.stdout.on("data", (chunk: Buffer) => (stdout += chunk.toString()));
  child.stderr.on("data", (chunk: Buffer) => (stderr += chunk.toString()));
  return new Promise((done) => child.on("close", (status) => done({ status, stdout, stderr })));
}

describe.each(["20", "22", "24"])("on Node %s", (version) => {
  test("a call is made, and its results are told apart", { timeout: 240_000 }, async (context) => {
    const node = nodeOf(version);
    if (node === undefined) return context.skip(`Node ${version} could not be had from the registry`);
    copyFileSync(join(project, "test", "consumers", "run.mjs"), join(consumer.folder, "run.mjs"));
    server.seen.length = 0;
    const { status, stdout, stderr } = await finished(node, ["run.mjs", server.origin], consumer.folder);
    expect(status, stdout + stderr).toBe(0);
    const id = "3fa85f64-5717-4562-b3fc-2c963f66afa6";
    expect(JSON.parse(stdout)).toEqual({ node: version, statuses: [201, 401], thrown: "UnauthorizedError", refused: "RequestValidationError", id });
    expect(server.seen[0]).toEqual({ method: "POST", url: `/v1/contacts/save/${id}`, body: `{"contact":{"id":"${id}"}}` });
  });
});

describe("in a browser", () => {
  let bundle: string;

  beforeAll(async () => {
    copyFileSync(join(project, "test", "consumers", "browser.js"), join(consumer.folder, "browser.js"));
    const entryPoints = [join(consumer.folder, "browser.js")];
    const result = await build({ entryPoints, bundle: true, format: "iife", platform: "browser", minify: true, write: false, target: "es2022" });
    expect(result.warnings).toEqual([]);
    bundle = result.outputFiles[0]?.text ?? "";
  });

  test("the bundle asks for nothing of Node", () => {
    expect(bundle.length).toBeGreaterThan(1000);
    expect(bundle).not.toMatch(/\brequire\(|node:/);
  });

  test("a call is made from a page", { timeout: 120_000 }, async (context) => {
    const executablePath = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) => existsSync(path));
    if (executablePath === undefined) return context.skip("no Chromium on this machine");
    const { chromium } = await import("playwright-core");
    const browser = await chromium.launch({ executablePath, args: ["--no-sandbox"] });
    try {
      const page = await browser.newPage();
      await page.goto(`${server.origin}/page`);
      await page.addScriptTag({ content: bundle });
      expect(await page.evaluate(`consumer(${JSON.stringify(server.origin)})`)).toEqual({ statuses: [201, 401], refused: "RequestValidationError" });
    } finally {
      await browser.close();
    }
  });
});
