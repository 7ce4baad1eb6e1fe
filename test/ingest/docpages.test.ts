import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { operationsOf } from "../../generator/ingest/inherit.js";
import { collectIngest, ingest } from "../../generator/ingest/ingest.js";
import { objectAt } from "../../generator/ingest/shape.js";
import { emptyObject } from "../../generator/json.js";

const folder = resolve(dirname(fileURLToPath(import.meta.url)), "../../../shared/docpages");
if (!existsSync(folder)) console.warn(`The pages of other vendors are not at ${folder}: they are NOT read.`);

/** What each page gives: its operations, the platform of its fragments, and every diagnostic. */
const pages: Readonly<Record<string, { readonly operations: readonly string[]; readonly platform?: string; readonly codes?: readonly string[] }>> = {
  "gitbook.gitbook.system-info.md": { operations: ["get /"], platform: "gitbook" },
  "gitbook.monnet.create-payout.md": { operations: ["post /payouts"], platform: "gitbook" },
  "gitbook.pentaho.file-management-directory.md": {
    operations: ["put /repo/dirs/{pathId}", "get /repo/dirs/{pathId}/defaultLocation", "get /repo/dirs/{pathId}/isVisible"],
    platform: "gitbook",
    codes: ["ingest/redacted", "ingest/redacted", "ingest/redacted"],
  },
  "gitbook.strike.general.md": { operations: ["get /v2/ping", "get /v2/time"], platform: "gitbook" },
  "microsoft-openapi.x-ai-adaptive-card.md": { operations: ["get /emails", "get /chats"], platform: "fence", codes: ["ingest/elided"] },
  "mintlify-old.pinata.install-gateway-plugin.md": { operations: ["post /gateways/plugins/{gateway_id}"], platform: "mintlify-2025", codes: ["ingest/inferred"] },
  "mintlify.megallm.list-models.md": { operations: ["get /models"], platform: "mintlify" },
  "mintlify.minimax.get-voice.md": { operations: ["post /v1/get_voice"], platform: "mintlify" },
  "oai-learn.paths.md": { operations: ["get /board"], platform: "fence", codes: [...Array.from({ length: 6 }, () => "ingest/elided"), "ingest/gave-way", "ingest/gave-way"] },
  "readme.clickup.create-chat-view-comment.md": { operations: ["post /v2/view/{view_id}/comment"], platform: "readme" },
  "readme.katana.addshippingfee.md": { operations: ["post /sales_order_shipping_fee"], platform: "readme" },
  "readme.katana.create-product.md": { operations: ["post /products"], platform: "readme" },
  "readme.katana.create-sales-order.md": { operations: ["post /sales_orders"], platform: "readme" },
  "redocly.no-unused-components.md": { operations: [], codes: ["ingest/elided", "ingest/elided", "ingest/nothing-usable", "ingest/unresolved-reference"] },
};

describe.skipIf(!existsSync(folder))("pages of other vendors", () => {
  for (const [file, wanted] of Object.entries(pages)) {
    test(file, async () => {
      const { report, found } = collectIngest();
      const start = performance.now();
      const result = await ingest([{ file, text: readFileSync(join(folder, file), "utf8") }], report);
      expect(performance.now() - start).toBeLessThan(2000);
      expect(found.map(({ code }) => code).sort()).toEqual(wanted.codes ?? []);
      const operations = operationsOf(objectAt(result?.document, "paths") ?? emptyObject()).map(({ path, method }) => `${method} ${path}`);
      expect(operations).toEqual(wanted.operations);
      if (wanted.platform !== undefined) expect(new Set(result?.provenance.map(({ platform }) => platform))).toEqual(new Set([wanted.platform]));
    });
  }

  test("pages of one vendor merge", async () => {
    const { report, found } = collectIngest();
    const katana = Object.keys(pages).filter((file) => file.startsWith("readme.katana"));
    const result = await ingest(katana.map((file) => ({ file, text: readFileSync(join(folder, file), "utf8") })), report);
    expect(found).toEqual([]);
    expect(Object.keys(objectAt(result?.document, "paths") ?? {})).toEqual(["/products", "/sales_order_shipping_fee", "/sales_orders"]);
    expect(result?.document["security"]).toEqual([{ bearerAuth: [] }]);
  });
});
