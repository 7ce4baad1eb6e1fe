/** A whole OpenAPI document, JSON or YAML. */
import { Refusal } from "../../diagnostics.js";
import { type Json, type JsonObject, emptyObject, isObject } from "../../json.js";
import { parse } from "../../source/parse.js";
import { pageLimits, withVersionText } from "../fences.js";
import type { Reader } from "../readers.js";
import type { IngestReport, Page } from "../page.js";
import { mapReferences, stepsOf } from "../references.js";
import { listAt, made, objectAt, textAt, withKeys, without } from "../shape.js";
import { reportNamed } from "./script-hints.js";

export const documentReader: Reader = {
  looksFor: "an OpenAPI document with `openapi` or `swagger` at its root",
  kind: "document",
  async read({ page }, report) {
    try {
      const { value, broken } = await parse(page.text, page.file, pageLimits);
      if (broken !== undefined && page.text.trimStart().startsWith("{")) throw new Refusal(broken);
      const root = isObject(value) ? withVersionText(value, page.text) : undefined;
      if (root !== undefined) reportConfiguration(root, page, report);
      if (root === undefined || (textAt(root, "openapi") ?? textAt(root, "swagger")) === undefined) return [];
      return [{ page, platform: "document", span: { start: 0, end: page.text.length, line: 1 }, root: withPathItems(root), elided: false }];
    } catch (error) {
      if (!(error instanceof Refusal)) throw error;
      report("ingest/fragment-syntax", error.diagnostic.at, `The document cannot be read: ${error.diagnostic.message}`);
      return [];
    }
  },
};

/** Swagger UI's configuration (`configUrl`) is JSON as well, and names documents. */
function reportConfiguration(root: JsonObject, page: Page, report: IngestReport): void {
  if (["openapi", "swagger", "info", "paths"].some((key) => root[key] !== undefined)) return;
  const addresses = [root, ...listAt(root, "urls").filter(isObject)].flatMap((each) => textAt(each, "url") ?? []);
  if (addresses.length > 0) reportNamed({ platform: "swagger-ui", addresses }, page, 1, undefined, report);
}

/** Path items that stand among the components, which is where those of other files come to stand, in their places. */
function withPathItems(root: JsonObject): JsonObject {
  const shared = objectAt(objectAt(root, "components"), "pathItems");
  if (shared === undefined) return root;
  const placed = withKeys(root, { paths: inPlace(root["paths"], shared), webhooks: inPlace(root["webhooks"], shared) });
  const components = without(objectAt(root, "components") ?? emptyObject(), "pathItems");
  const used = new Set<string>();
  mapReferences(withKeys(placed, { components }), (ref, holder) => {
    if (ref.startsWith("#/components/pathItems/")) used.add(stepsOf(ref)[2] ?? "");
    return holder;
  });
  const rest = without(shared, ...Object.keys(shared).filter((name) => !used.has(name)));
  return withKeys(placed, { components: Object.keys(rest).length > 0 ? withKeys(components, { pathItems: rest }) : components });
}

function inPlace(items: Json | undefined, shared: JsonObject): Json | undefined {
  if (!isObject(items)) return items;
  const result = made({});
  for (const path of Object.keys(items)) {
    const ref = textAt(objectAt(items, path), "$ref") ?? "";
    const target = ref.startsWith("#/components/pathItems/") ? objectAt(shared, stepsOf(ref)[2] ?? "") : undefined;
    result[path] = target === undefined ? (items[path] as Json) : withKeys(target, without(items[path] as JsonObject, "$ref"));
  }
  return result;
}
