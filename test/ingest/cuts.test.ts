import { existsSync, readFileSync, readdirSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { collectIngest, ingest } from "../../generator/ingest/ingest.js";

const here = dirname(fileURLToPath(import.meta.url));
const shared = ["vendor-pages", "docpages"].map((name) => resolve(here, "../../../shared", name)).filter((folder) => existsSync(folder));
const pages = [join(here, "starlight"), ...shared].flatMap((folder) => readdirSync(folder).filter((file) => /\.(?:md|txt|html)$/.test(file)).map((file) => join(folder, file)));

// Whatever is left of a page: a document or a diagnostic, never a fault of ours; and never a document without its operations.
test.each(pages.map((path) => [path.split("/").slice(-2).join("/"), path]))("%s, cut anywhere", async (_name, path) => {
  const text = readFileSync(path, "utf8");
  for (let part = 1; part <= 12; part++) {
    const { report, found } = collectIngest();
    const result = await ingest([{ file: "page", text: text.slice(0, Math.floor((text.length * part) / 13)) }], report);
    if (result === undefined) expect(found.some(({ severity }) => severity === "error")).toBe(true);
    else expect(Object.keys((result.document["paths"] ?? {}) as object).length).toBeGreaterThan(0);
  }
});
