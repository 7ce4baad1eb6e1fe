/** What a call costs in a bundle, minified and gzipped, beyond openapi-fetch and zod. */
import { resolve } from "node:path";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { expect, test } from "vitest";

const source = resolve("generated/pristo/src");

async function gzipped(contents: string, external: readonly string[] = []): Promise<number> {
  const { outputFiles } = await build({
    stdin: { contents, resolveDir: source, loader: "ts" },
    bundle: true,
    minify: true,
    write: false,
    format: "esm",
    platform: "browser",
    target: "es2022",
    external: ["zod", "openapi-fetch", ...external],
    logLevel: "silent",
  });
  return gzipSync(outputFiles[0]?.contents ?? "", { level: 9 }).length;
}

test("the runtime of an ordinary JSON call is at most 8 kB, apart from the wording of what validators find", async () => {
  const size = await gzipped('import { createCore, jsonBody, readJson } from "./runtime/index.js"; globalThis.kept = [createCore, jsonBody, readJson];', ["./validation-message.js"]);
  expect(size).toBeLessThanOrEqual(8_000);
});

test("a package's call with all that it needs, its own schemas and its formats included", async () => {
  const size = await gzipped('import { createPristoCore, upsertContact } from "./client.js"; globalThis.kept = upsertContact(createPristoCore(), { path: { populationId: "" }, body: { contact: { id: "" } } });');
  expect(size).toBeLessThanOrEqual(11_000);
});
