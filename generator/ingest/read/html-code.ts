/** Pages of unknown platforms with a piece of a document in a code block of HTML, or in a script of data. */
import { attribute, elements, parseHtml, spanOf, textContent } from "../html.js";
import { findFragments } from "../fences.js";
import type { Block } from "../markdown.js";
import type { Reader } from "../readers.js";
import type { View } from "../view.js";
import type { Fragment, IngestReport } from "../page.js";

export const htmlCodeReader: Reader = {
  looksFor: "a code block that holds a piece of an OpenAPI document",
  kind: "html",
  read: readCode,
};

/** Markdown may hold such a block, too. */
export const markdownCodeReader: Reader = {
  looksFor: "a <pre> that holds one",
  kind: "text",
  read: (view, report) => (/<pre\b/i.test(view.page.text) ? readCode(view, report) : Promise.resolve([])),
};

async function readCode({ page }: View, report: IngestReport): Promise<readonly Fragment[]> {
  const all = elements(await parseHtml(page.text, page.file));
  const code = all.filter((element) => element.tagName === "pre" || (element.tagName === "script" && /json|yaml/.test(attribute(element, "type") ?? "")));
  const blocks = code.map((element): Block => ({ kind: "fence", text: textContent(element), info: "", level: 0, open: false, ...spanOf(element) }));
  const found = await findFragments(page, blocks, report);
  return found.map(({ block, root, elided }) => ({ page, platform: "fence", span: block, root, elided }));
}
