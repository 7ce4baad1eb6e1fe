import { readdirSync, readFileSync, statSync } from "node:fs";
import { dirname, join, posix, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "..");

/** What each layer may import, besides itself. The order is the way through. */
const layers: Record<string, readonly string[]> = {
  "generator/identifier.ts": [],
  "generator/json.ts": [],
  "generator/installed.ts": [],
  "generator/library.ts": [],
  "generator/emit": ["generator/identifier.ts", "generator/json.ts", "generator/diagnostics.ts", "generator/installed.ts", "generator/library.ts"],
  "generator/diagnostics.ts": ["generator/json.ts"],
  "generator/vendor.ts": ["generator/json.ts", "generator/diagnostics.ts", "generator/source"],
  "generator/source": ["generator/json.ts", "generator/diagnostics.ts", "generator/installed.ts", "generator/library.ts"],
  "generator/ingest": ["generator/json.ts", "generator/diagnostics.ts", "generator/source", "generator/emit/yaml.ts"],
  "generator/normalize": ["generator/json.ts", "generator/diagnostics.ts", "generator/source"],
  "generator/model": ["generator/identifier.ts", "generator/library.ts", "generator/json.ts", "generator/diagnostics.ts", "generator/source/document.ts"],
  "generator/targets": [
    "generator/model",
    "generator/emit",
    "generator/identifier.ts",
    "generator/json.ts",
    "generator/diagnostics.ts",
    "generator/vendor.ts",
    "generator/source/document.ts",
  ],
  "generator/changes": ["generator/model", "generator/json.ts", "generator/emit"],
  "generator/sync": [
    "generator/changes",
    "generator/pipeline.ts",
    "generator/vendor.ts",
    "generator/model",
    "generator/ingest",
    "generator/source",
    "generator/emit",
    "generator/diagnostics.ts",
    "generator/json.ts",
  ],
  "templates/runtime": [],
};

function files(folder: string): string[] {
  return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
    const path = join(folder, entry.name);
    return entry.isDirectory() ? files(path) : path.endsWith(".ts") ? [path] : [];
  });
}

/** The project files that a module imports, statically or dynamically, as paths from the root. */
function imports(file: string): string[] {
  const text = readFileSync(file, "utf8");
  const found = [...text.matchAll(/(?:from\s*|import\s*\(\s*|import\s+)"(\.[^"]+)"/g)].map((match) => match[1] as string);
  return found.map((specifier) => {
    const target = posix.normalize(posix.join(posix.dirname(relative(root, file).replaceAll("\\", "/")), specifier));
    return target.replace(/\.js$/, ".ts");
  });
}

const within = (path: string, layer: string): boolean => path === layer || path.startsWith(`${layer}/`);

for (const [layer, allowed] of Object.entries(layers)) {
  test(`${layer} imports only ${allowed.join(", ") || "itself"}`, () => {
    const path = join(root, layer);
    const sources = statSync(path).isDirectory() ? files(path) : [path];
    expect(sources.length).toBeGreaterThan(0);
    const wrong = sources.flatMap((file) =>
      imports(file)
        .filter((target) => !within(target, layer) && !allowed.some((other) => within(target, other)))
        .map((target) => `${relative(root, file)} → ${target}`),
    );
    expect(wrong).toEqual([]);
  });
}

test("nobody imports a target but targets/index", () => {
  const listed = new Set(files(join(root, "generator/targets")));
  const outside = files(join(root, "generator")).filter((file) => !listed.has(file));
  const wrong = outside.flatMap((file) =>
    imports(file)
      .filter((target) => within(target, "generator/targets") && !/targets\/(index|target)\.ts$/.test(target))
      .map((target) => `${relative(root, file)} → ${target}`),
  );
  expect(wrong).toEqual([]);
});

test("openapi-typescript and openapi-fetch are each reached through one file", () => {
  const users = (name: string, folder: string): string[] =>
    files(join(root, folder))
      .filter((file) => new RegExp(`(from|import\\(|load\\()\\s*"${name}(/[^"]*)?"`).test(readFileSync(file, "utf8")))
      .map((file) => relative(root, file));
  expect(users("openapi-typescript", "generator")).toEqual(["generator/targets/types.ts"]);
  expect(users("openapi-fetch", "templates/runtime")).toEqual(["templates/runtime/transport.ts"]);
});

test("generated packages import nothing of the generator", () => {
  const wrong = files(join(root, "generated"))
    .filter((file) => !file.includes("node_modules"))
    .flatMap((file) => imports(file).filter((target) => !target.startsWith("generated/")));
  expect(wrong).toEqual([]);
});
