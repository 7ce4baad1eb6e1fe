/** A whole OpenAPI document, JSON or YAML. */
import { Refusal } from "../../diagnostics.js";
import { type JsonObject, isObject } from "../../json.js";
import { parse } from "../../source/parse.js";
import { pageLimits, withVersionText } from "../fences.js";
import type { Reader } from "../readers.js";
import type { IngestReport, Page } from "../page.js";
import { listAt, textAt } from "../shape.js";
import { reportNamed } from "./script-hints.js";

export const documentReader: Reader = {
  looksFor: "an OpenAPI document with `openapi` or `swagger` at its root",
  kind: "document",
  async read({ page }, report) {
    try {
      const { value, broken } = await parse(page.text, page.file, pageLimits);
      if (broken !== undefined && page.text.trimStart().startsWith("{")) throw new Refusal(broken);
      const root = isObject(value) ? withVersionText(value) : undefined;
      if (root !== undefined) reportConfiguration(root, page, report);
      if (root === undefined || (textAt(root, "openapi") ?? textAt(root, "swagger")) === undefined) return [];
      return [{ page, platform: "document", span: { start: 0, end: page.text.length, line: 1 }, root, elided: false }];
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
