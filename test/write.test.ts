import { spawn } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { afterEach, beforeEach, expect, test } from "vitest";
import { changes, recover, write, writing } from "../generator/emit/write.js";

let root: string;
let folder: string;
beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "specwright-write-"));
  folder = join(root, "package");
});
afterEach(() => rmSync(root, { recursive: true, force: true }));

const files = (...pairs: readonly (readonly [string, string])[]): { path: string; text: string }[] => pairs.map(([path, text]) => ({ path, text }));
const read = (path: string): string => readFileSync(join(folder, path), "utf8");

test("what is no longer produced goes, what was never ours stays, what is equal is not touched", () => {
  write(folder, files(["a.ts", "1"], ["src/b.ts", "2"]));
  for (const path of ["mine.txt", "src/mine.txt", "node_modules/x/y.js", "dist/z.js"]) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), "mine");
  }
  symlinkSync("mine.txt", join(folder, "link"));
  expect(write(folder, files(["a.ts", "1"], ["src/c.ts", "3"])).map(({ kind, path }) => `${kind} ${path}`)).toEqual([
    "changed .specwright-files.json",
    "removed src/b.ts",
    "added src/c.ts",
  ]);
  expect(existsSync(join(folder, "src/b.ts"))).toBe(false);
  for (const path of ["mine.txt", "src/mine.txt", "node_modules/x/y.js", "dist/z.js", "link"]) expect(read(path)).toBe("mine");
  const before = statSync(join(folder, "a.ts")).mtimeMs;
  expect(write(folder, files(["a.ts", "1"], ["src/c.ts", "3"]))).toEqual([]);
  expect(statSync(join(folder, "a.ts")).mtimeMs).toBe(before);
  expect(readdirSync(root)).toEqual(["package"]);
});

test("a file that comes in pieces is written whole, whatever its size and its characters, and the next one after it", () => {
  const pieces = ["a".repeat(9_000_000), "é".repeat(5_000_000), "\u{1f600}", "漢", "z".repeat(20_000_000)];
  const sink = writing(folder);
  sink.add({ path: "large.txt", pour: (put) => pieces.forEach((piece) => put(piece)) });
  sink.add({ path: "small.txt", pour: (put) => put("é") });
  sink.finish();
  // Not by toBe, which would print them.
  expect(read("large.txt") === pieces.join("")).toBe(true);
  expect(read("small.txt")).toBe("é");
});

test("changes() writes nothing", () => {
  expect(changes(folder, files(["a.ts", "1"])).map(({ kind }) => kind)).toEqual(["added", "added"]);
  expect(existsSync(folder)).toBe(false);
});

test.each(["../a", "/a", "a/../../b", "a\\b", "C:a", "", "a//b", "./a", "a\0"])("a path out of the package is a fault of ours: %j", (path) => {
  expect(() => write(folder, files([path, "x"]))).toThrow("outside the package");
  expect(existsSync(folder)).toBe(false);
});

test("a list that is not ours removes nothing", () => {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(root, "outside.txt"), "x");
  writeFileSync(join(folder, "keep.txt"), "x");
  writeFileSync(join(folder, ".specwright-files.json"), JSON.stringify({ files: ["../outside.txt", 5, "/etc/hostname"] }));
  write(folder, files(["a.ts", "1"]));
  expect(existsSync(join(root, "outside.txt"))).toBe(true);
  expect(read("keep.txt")).toBe("x");
});

test("an interrupted swap is put right: the old package comes back", () => {
  mkdirSync(join(root, ".package.specwright-old"));
  writeFileSync(join(root, ".package.specwright-old/a.ts"), "old");
  recover(folder);
  expect(read("a.ts")).toBe("old");
});

test("a kill at any moment leaves a whole package", async () => {
  const script = join(root, "run.mjs");
  const writer = join(dirname(fileURLToPath(import.meta.url)), "../generator/emit/write.ts");
  const tsx = join(dirname(fileURLToPath(import.meta.url)), "../node_modules/tsx/dist/loader.mjs");
  writeFileSync(
    script,
    `import { write } from ${JSON.stringify(writer)};
     const files = (n) => Array.from({ length: 40 }, (_, i) => ({ path: \`src/f\${i}.ts\`, text: String(n).repeat(2000) }));
     write(${JSON.stringify(folder)}, files(0));
     process.stdout.write("ready");
     for (let n = 1; ; n = (n + 1) % 10) write(${JSON.stringify(folder)}, files(n));`,
  );
  for (let round = 0; round < 4; round++) {
    const child = spawn(process.execPath, ["--import", tsx, script], { stdio: ["ignore", "pipe", "inherit"] });
    await new Promise((resolve) => child.stdout.once("data", resolve));
    await new Promise((resolve) => setTimeout(resolve, 10 + Math.random() * 60));
    const ended = new Promise((resolve) => child.once("exit", resolve));
    child.kill("SIGKILL");
    await ended;
    recover(folder);
    const texts = new Set(Array.from({ length: 40 }, (_, i) => read(`src/f${i}.ts`)));
    expect(texts.size).toBe(1);
    expect([...texts][0]).toHaveLength(2000);
  }
}, 60_000);
