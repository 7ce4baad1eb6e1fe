import { existsSync, mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { fileURLToPath } from "node:url";
import { dirname, join, resolve } from "node:path";
import { describe, expect, test } from "vitest";
import { main } from "../../generator/cli.js";
import type { Io } from "../../generator/commands/command.js";
import { collectIngest, ingest } from "../../generator/ingest/ingest.js";
import { type Json, emptyObject, isObject } from "../../generator/json.js";
import { itemRole, type Role, roleOf } from "../../generator/ingest/shape.js";
import { defaultLimits } from "../../generator/source/limits.js";
import { parse } from "../../generator/source/parse.js";

const root = resolve(dirname(fileURLToPath(import.meta.url)), "../..");
const pages = resolve(root, "../shared/vendor-pages");
const names = { pristo: "pristo.md", minimo: "minimo.md", agentalk: "agentalk.md", aelyst: "aelyst.txt" };

/** What a person may word in his own way. The marks are the reader's and compared word for word. */
const texts: ReadonlySet<string> = new Set(["description", "summary", "title"]);

/** A document without its documentation text, keys sorted. */
function bare(value: Json, role: Role = "keywords"): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => bare(item, itemRole(role)));
  if (!isObject(value)) return value;
  const result = emptyObject();
  for (const key of Object.keys(value).sort()) {
    if (role === "keywords" && (texts.has(key) || key === "x-codeSamples")) continue;
    result[key] = bare(value[key] as Json, roleOf(key, role));
  }
  return result;
}

if (!existsSync(pages)) console.warn(`The vendors' pages are not at ${pages}: the documents in specs/ are NOT compared with them.`);

describe.skipIf(!existsSync(pages))("the committed documents are what their pages say", () => {
  for (const [vendor, file] of Object.entries(names)) {
    test(vendor, async () => {
      const { report, found } = collectIngest();
      const ingested = await ingest([{ file, text: readFileSync(join(pages, file), "utf8") }], report);
      expect(found.filter(({ severity }) => severity === "error")).toEqual([]);
      const spec = join(root, "specs", vendor, "openapi.yaml");
      const committed = (await parse(readFileSync(spec, "utf8"), spec, defaultLimits)).value;
      expect(JSON.parse(JSON.stringify(bare(ingested?.document ?? null)))).toEqual(JSON.parse(JSON.stringify(bare(committed))));
    });
  }

  for (const [vendor, file] of Object.entries(names)) {
    test(`${vendor}: the diff command finds documentation only`, async () => {
      const folder = mkdtempSync(join(tmpdir(), "specwright-page-"));
      try {
        let out = "";
        const io: Io = { cwd: root, out: (text) => void (out += text), err: () => undefined, terminal: false, color: false };
        const fresh = join(folder, "openapi.yaml");
        expect(await main(["ingest", join(pages, file), "--out", fresh], io)).toBe(0);
        out = "";
        expect(await main(["diff", join(root, "specs", vendor, "openapi.yaml"), fresh, "--format", "json"], io)).toBe(0);
        const { changes } = JSON.parse(out) as { readonly changes: readonly { readonly kind: string }[] };
        expect(changes.filter(({ kind }) => kind !== "docs-changed")).toEqual([]);
      } finally {
        rmSync(folder, { recursive: true, force: true });
      }
    });
  }
});
