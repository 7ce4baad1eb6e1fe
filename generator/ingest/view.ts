/** What kind of text a page is, told by its content: an address ending in `.md` may well answer with HTML. */
import { type Block, readBlocks } from "./markdown.js";
import type { Page } from "./page.js";

export type Kind = "document" | "html" | "text";

/** A page with what several readers need of it. */
export interface View {
  readonly page: Page;
  readonly kind: Kind;
  /** Empty unless the kind is `text`. */
  readonly blocks: readonly Block[];
}

export async function viewOf(page: Page): Promise<View> {
  const kind = kindOf(page.text);
  return { page, kind, blocks: kind === "text" ? await readBlocks(page) : [] };
}

/** A whole document starts with an object or with a key of its root; HTML with a tag that only a page has. */
export function kindOf(text: string): Kind {
  const start = firstContent(text);
  return starts.find(([form, , unless]) => form.test(start) && unless?.test(text) !== true)?.[1] ?? "text";
}

/** A line that opens a fence, or a heading below a blank line. */
const markdown = /^ {0,3}(?:```|~~~)|\n[ \t]*\r?\n#{1,6} \S/m;

const starts: readonly (readonly [form: RegExp, kind: Kind, unless?: RegExp])[] = [
  [/^<(?:!doctype html|html|head|body|redoc)\b/i, "html"],
  // Markdown may begin with a picture in the middle of the page.
  [/^<(?:div|main|section)\b/i, "html", markdown],
  [/^\{\s*["}]/, "document"],
  [/^["']?(?:openapi|swagger)["']? *:/, "document"],
  // Below a key of the root stands an object or a list; behind it, prose.
  [/^["']?(?:info|servers|paths|components|webhooks)["']? *:[ \t]*(?:[#&*{[]|\r?\n)/, "document"],
];

/**
 * The start of a text without what may stand before a document or a page: byte order mark, blank lines, comments of YAML and
 * HTML, the line that opens a YAML document. (A heading of Markdown looks like a comment of YAML; what follows it tells.)
 */
function firstContent(text: string): string {
  const start = text.slice(0, 65_536).replace(/^\ufeff/, "");
  let at = 0;
  for (;;) {
    while (/\s/.test(start.charAt(at))) at++;
    const skipped = start.startsWith("<!--", at) ? start.indexOf("-->", at) + 3 : isSkippedLine(start, at) ? lineEnd(start, at) : -1;
    if (skipped <= at) return start.slice(at, at + 2000);
    at = skipped;
  }
}

function isSkippedLine(text: string, at: number): boolean {
  return text[at] === "#" || text[at] === "%" || /^(?:<\?xml|--- *\n *["']?(?:openapi|swagger)["']? *: *["']?\d)/.test(text.slice(at, at + 80));
}

const lineEnd = (text: string, at: number): number => (text.indexOf("\n", at) < 0 ? text.length : text.indexOf("\n", at) + 1);
