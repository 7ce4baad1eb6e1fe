/** The plain text of a Starlight-OpenAPI page: no document at all, but a fixed order of words. */
import { withoutFurnitureLines } from "../furniture.js";
import type { Reader } from "../readers.js";
import { assemble } from "../starlight/assemble.js";
import { readOperationPage } from "../starlight/page.js";

export const starlightTextReader: Reader = {
  looksFor: "the text of an API page: a method, a path below it, then parameters, bodies and answers with their types",
  kind: "text",
  read({ page }, report) {
    const facts = readOperationPage(withoutFurnitureLines(page.text));
    if (facts === undefined || (facts.parameters.length === 0 && facts.body === undefined && facts.responses.length === 0)) return Promise.resolve([]);
    if (facts.unread !== undefined) report("ingest/unread", { file: page.file, line: facts.unread.line }, `The text is not read from here on: ${JSON.stringify(facts.unread.text.slice(0, 80))}.`);
    const span = { start: 0, end: page.text.length, line: 1 };
    return Promise.resolve([{ page, platform: "starlight-text", span, root: assemble(facts), elided: false }]);
  },
};
