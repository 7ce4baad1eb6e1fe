/** Each vendor's committed document against its page, as `specwright diff` reports it: text may differ, nothing else. */
import { existsSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import type { Comparison } from "../../generator/changes/change.js";
import { main } from "../../generator/cli.js";
import type { Io } from "../../generator/commands/command.js";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const pages = join(root, "../shared/vendor-pages");
const vendors = { pristo: "pristo.md", minimo: "minimo.md", agentalk: "agentalk.md", aelyst: "aelyst.txt" };

if (!existsSync(pages)) test.skip(`the vendors' pages are not here (${pages} is missing), so they are NOT compared`, () => undefined);

describe.runIf(existsSync(pages))("the committed document and the page", () => {
  test.each(Object.entries(vendors))("%s: documentation only", async (name, page) => {
    let out = "";
    const io: Io = { cwd: root, out: (text) => void (out += text), err: () => undefined, terminal: false, color: false };
    const code = await main(["diff", name, join(pages, page), "--format", "json"], io);
    const { bump, changes } = JSON.parse(out) as Comparison;
    expect(changes.filter((change) => change.section !== "Documentation")).toEqual([]);
    expect(["none", "patch"]).toContain(bump);
    expect(code).toBe(0);
  }, 30_000);
});
