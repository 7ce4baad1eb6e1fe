import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { mapOperations } from "../../generator/ingest/inherit.js";
import { collectIngest, ingest } from "../../generator/ingest/ingest.js";
import type { Page } from "../../generator/ingest/page.js";
import { meaning, objectAt, withKeys, without } from "../../generator/ingest/shape.js";
import { type JsonObject, emptyObject } from "../../generator/json.js";
import { defaultLimits } from "../../generator/source/limits.js";
import { parse } from "../../generator/source/parse.js";
import { apidog, docusaurus, embedding, gitbook, mintlify, naming, readme } from "./render.js";

const folder = join(dirname(fileURLToPath(import.meta.url)), "starlight");
const shelf = async (version: string): Promise<JsonObject> => (await parse(readFileSync(join(folder, `shelf-${version}.json`), "utf8"), "shelf", defaultLimits)).value as JsonObject;

async function read(pages: readonly Page[]): Promise<{ readonly document: JsonObject | undefined; readonly codes: readonly string[] }> {
  const { report, found } = collectIngest();
  const result = await ingest(pages, report);
  return { document: result?.document, codes: found.filter(({ severity }) => severity !== "info").map(({ code }) => code) };
}

/** A document with its security written into each operation, and what stands beside the operations, too: one meaning, one text. */
function effective(document: JsonObject): string {
  const paths = mapOperations(objectAt(document, "paths") ?? emptyObject(), (operation, item) => {
    const parameters = [...((item["parameters"] as []) ?? []), ...((operation["parameters"] as []) ?? [])];
    return withKeys(operation, { security: operation["security"] ?? document["security"], parameters: parameters.length > 0 ? parameters : undefined });
  });
  for (const path of Object.keys(paths)) paths[path] = without(paths[path] as JsonObject, "parameters");
  return JSON.stringify(JSON.parse(meaning(withKeys(without(document, "security"), { paths }))), null, 1);
}

/** One order for all runs of the tests. */
function shuffled<T>(list: readonly T[], seed: number): T[] {
  const result = [...list];
  let state = seed;
  for (let at = result.length - 1; at > 0; at--) {
    state = (state * 1_103_515_245 + 12_345) % 2_147_483_648;
    const other = state % (at + 1);
    [result[at], result[other]] = [result[other] as T, result[at] as T];
  }
  return result;
}

for (const version of ["30", "31"]) {
  describe(`a ${version} document, rendered and read back`, () => {
    for (const [platform, render] of Object.entries({ gitbook, mintlify, readme, apidog })) {
      test(platform, async () => {
        const document = await shelf(version);
        const { document: back, codes } = await read(render(document));
        expect(codes).toEqual([]);
        expect(effective(back as JsonObject)).toBe(effective(document));
      });
    }
    for (const [platform, render] of Object.entries(embedding)) {
      test(`${platform}, embedded`, async () => {
        const document = await shelf(version);
        const { document: back, codes } = await read([render(document)]);
        expect(codes).toEqual([]);
        expect(effective(back as JsonObject)).toBe(effective(document));
      });
    }
  });
}

test("docusaurus-openapi-docs holds operations", async () => {
  const document = await shelf("31");
  const { codes: lost } = await read(docusaurus(withKeys(document, { components: without(objectAt(document, "components") as JsonObject, "schemas") })));
  // Its references lead into a part of the document that this platform writes out; here they are left, and found missing.
  expect(lost).toContain("ingest/unresolved-reference");
  const plain = withKeys(document, { paths: withKeys(emptyObject(), { "/books/{bookId}": without(objectAt(objectAt(document, "paths"), "/books/{bookId}") as JsonObject, "put", "parameters") }), components: without(objectAt(document, "components") as JsonObject, "schemas") });
  const { document: again, codes } = await read(docusaurus(plain));
  expect(codes).toEqual([]);
  expect(effective(withKeys(again as JsonObject, { openapi: "3.1.0" }))).toBe(effective(plain));
});

describe("pages that only name their document", () => {
  for (const [platform, page] of Object.entries(naming)) {
    test(platform, async () => {
      const { report, found } = collectIngest();
      expect(await ingest([page], report)).toBeUndefined();
      expect(found).toMatchObject([{ code: "ingest/document-elsewhere" }]);
      expect(found[0]?.message).toContain("/openapi.json");
    });
  }
});

test("the order and the names of the pages change nothing", async () => {
  const pages = [...mintlify(await shelf("30")), ...gitbook(await shelf("30"))];
  const once = await read(pages);
  for (const seed of [1, 2, 3, 4, 5]) {
    const again = await read(shuffled(pages, seed).map((page, index) => ({ ...page, file: `${index}.md` })));
    expect(JSON.stringify(again.document)).toBe(JSON.stringify(once.document));
  }
});
