/** Markdown sources that name their document and hold no piece of it: GitBook's blocks, Mintlify's front matter. */
import { frontMatter } from "../markdown.js";
import type { Reader } from "../readers.js";

const gitbookBlock = /\{% *(?:openapi|swagger|openapi-operation|openapi-schemas)\b([^%]{0,2000})%\}/;

export const namedDocumentReader: Reader = {
  looksFor: "the address of a document ({% openapi src=… %}, or `openapi:` in the front matter)",
  kind: "text",
  read({ page }, report) {
    const block = gitbookBlock.exec(page.text);
    const source = /\b(?:src|spec)="([^"]*)"/.exec(block?.[1] ?? "")?.[1];
    const matter = /^openapi: *["']?([^"'\n]+?)["']? *$/m.exec(frontMatter(page.text) ?? "")?.[1];
    const named = source ?? (matter === undefined ? undefined : matter.split(/\s+/).find((word) => /\.(?:json|ya?ml)$/i.test(word)));
    if (named !== undefined) {
      report("ingest/document-elsewhere", { file: page.file, line: block ? page.text.slice(0, block.index).split("\n").length : 1 }, `The page is drawn from ${JSON.stringify(named)}.`);
    } else if (matter !== undefined) {
      report("ingest/document-elsewhere", { file: page.file, line: 1 }, `The page is drawn from the operation ${JSON.stringify(matter)} of the site's document, which it does not name.`);
    }
    return Promise.resolve([]);
  },
};
