/** The blocks of a Markdown page that readers look at: headings, quotes, paragraphs and fences, in order. */
import type { Page } from "./page.js";

export interface Block {
  readonly kind: "heading" | "quote" | "paragraph" | "fence";
  /** The block's own text: a heading without its marks, the content of a fence, a quote's source lines without `>`. */
  readonly text: string;
  /** A fence's info string, else empty. */
  readonly info: string;
  /** A heading's level 1–6, else 0. */
  readonly level: number;
  /** A fence that the page ends before it is closed: the page was cut short. */
  readonly open: boolean;
  /** 1-based line of the block's first line. */
  readonly line: number;
  readonly start: number;
  readonly end: number;
}

/** A token of the parser, as far as it is used here. */
interface Token {
  readonly type: string;
  readonly tag: string;
  readonly map: [number, number] | null;
  readonly markup: string;
  readonly info: string;
  readonly content: string;
}

/**
 * Reads the blocks of a page. Indented code and raw HTML are no blocks here: the platforms' pages are MDX, in which both
 * hold ordinary Markdown, so that a fence inside `<Tab>` is a fence.
 */
export async function readBlocks(page: Page): Promise<readonly Block[]> {
  const { default: MarkdownIt } = await import("markdown-it");
  const parser = new MarkdownIt("commonmark").disable(["inline", "code", "html_block", "reference"], true);
  const text = page.text.replaceAll("\r\n", "\n").replaceAll("\r", "\n");
  const tokens: readonly Token[] = parser.parse(text, {});
  return blocksOf(tokens, lineOffsets(text), text);
}

function blocksOf(tokens: readonly Token[], offsets: readonly number[], text: string): Block[] {
  const blocks: Block[] = [];
  const lines = text.split("\n");
  let quoteEnd = 0;
  for (const [index, token] of tokens.entries()) {
    if (token.map === null) continue;
    const [first, last] = token.map;
    // A quote is one block, but for the fences inside it.
    if (first < quoteEnd && token.type !== "fence") continue;
    const place = { line: first + 1, start: offsets[first] ?? 0, end: offsets[last] ?? text.length, info: "", level: 0, open: false };
    if (token.type === "fence") {
      blocks.push({ ...place, kind: "fence", text: token.content, info: token.info.trim(), open: isOpen(token, lines) });
    } else if (token.type === "heading_open") {
      blocks.push({ ...place, kind: "heading", text: tokens[index + 1]?.content ?? "", level: Number(token.tag.slice(1)) });
    } else if (token.type === "paragraph_open") {
      blocks.push({ ...place, kind: "paragraph", text: tokens[index + 1]?.content ?? "" });
    } else if (token.type === "blockquote_open") {
      quoteEnd = Math.max(quoteEnd, last);
      blocks.push({ ...place, kind: "quote", text: lines.slice(first, last).map((line) => line.replace(/^ {0,3}> ?/, "")).join("\n") });
    }
  }
  return blocks;
}

/** The parser ends an unclosed fence with the page; a closed one has its marks on its last line. */
function isOpen(token: Token, lines: readonly string[]): boolean {
  const [first, last] = token.map ?? [0, 0];
  const closing = lines[last - 1] ?? "";
  return last - 1 === first || !closing.trimEnd().endsWith(token.markup);
}

function lineOffsets(text: string): number[] {
  const offsets = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) offsets.push(at + 1);
  return offsets;
}

/** A page's front matter (`---` lines on top) as text, undefined without one. */
export function frontMatter(text: string): string | undefined {
  const source = text.replace(/^\ufeff/, "").replaceAll("\r\n", "\n");
  if (!source.startsWith("---\n")) return undefined;
  const end = source.indexOf("\n---", 3);
  return end < 0 ? undefined : source.slice(4, end + 1);
}
