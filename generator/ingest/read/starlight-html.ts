/** A Starlight-OpenAPI page as HTML: its elements say what its text loses. */
import { elements, hasClass, parseHtml } from "../html.js";
import type { Reader } from "../readers.js";
import { assemble } from "../starlight/assemble.js";
import { readOperationHtml } from "../starlight/page-html.js";

export const starlightHtmlReader: Reader = {
  looksFor: "the elements of a Starlight-OpenAPI page",
  kind: "html",
  async read({ page }, report) {
    const all = elements(await parseHtml(page.text, page.file));
    if (!all.some((element) => hasClass(element, "sl-openapi-operation-method"))) {
      // Before 0.25 the elements had other names.
      if (all.some((element) => hasClass(element, "sl-openapi-section"))) {
        report("ingest/nothing-usable", { file: page.file }, "The page was built by a starlight-openapi older than 0.25, whose elements are not read.", "Select and copy the page in a browser, save the text as a .txt file, and give that: the text is read.");
      }
      return [];
    }
    const facts = readOperationHtml(all);
    if (facts === undefined) return [];
    return [{ page, platform: "starlight-html", span: { start: 0, end: page.text.length, line: 1 }, root: assemble(facts), elided: false }];
  },
};
