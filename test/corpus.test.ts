/**
 * A real document of a thousand operations, pinned as a dependency, through the whole of `npm run corpus`: generated, compiled by
 * the fast compiler, imported, and its own examples held against its validators.
 */
import { spawnSync } from "node:child_process";
import { copyFileSync, mkdtempSync, rmSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { afterAll, expect, test } from "vitest";

const here = resolve(dirname(fileURLToPath(import.meta.url)));
const folder = mkdtempSync(join(tmpdir(), "specwright-pinned-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

test("GitHub's document becomes a package without any failure", { timeout: 600_000 }, () => {
  const manifest = createRequire(import.meta.url).resolve("@octokit/openapi/package.json");
  copyFileSync(join(dirname(manifest), "generated", "api.github.com.json"), join(folder, "github.json"));
  const run = spawnSync(process.execPath, ["--import", "tsx", join(here, "corpus", "run.ts"), folder, "--compilers", "7"], {
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  expect(run.stdout, run.stderr).toContain("1 without any failure");
  expect(run.status).toBe(0);
});
