/**
 * Page furniture: indexes for crawlers and text that speaks to a machine that reads the page. It is dropped where prose is
 * read, and never followed: no address in it is opened, no question is asked of a page.
 */
import type { Block } from "./markdown.js";

/** The heading that begins such a part; it lasts until a heading of its own level that is none. */
const partHeading = /^(?:agent instructions?\b|documentation index\b|instructions? for (?:ai|agents|llms?|assistants?)\b|for (?:ai|llm|agent)s?\b)/i;

/** A paragraph, quote or line that is addressed to a machine, or that points at the index of a site. */
const addressed = /\bllms(?:-full)?\.txt\b|[?&]ask=|\bcomplete documentation index\b|\bdocumentation index at:|\bmarkdown versions? of (?:this|documentation) pages?\b|\bif you are an? (?:ai|llm|language model|agent|assistant)\b|\bignore (?:all )?(?:previous|prior|above) instructions\b/i;

/** The same without words that an API's own description may have: an API may well make an llms.txt. */
const spoken = /\bcomplete documentation index\b|\bdocumentation index at:|\bdiscover all available pages\b|\bif you are an? (?:ai|llm|language model|agent|assistant)\b|\bignore (?:all )?(?:previous|prior|above) instructions\b/i;

/** A description without the parts and sentences that are addressed to a machine; the same text where there are none. */
export function withoutInstructions(text: string): string {
  const kept: string[] = [];
  let part: { readonly quoted: boolean; readonly level: number } | undefined;
  for (const line of text.split("\n")) {
    const [, quote, marks = "", words = ""] = /^(> ?)?(#+) +(.*)/.exec(line) ?? [];
    if (part !== undefined && (part.quoted ? !line.startsWith(">") : marks !== "" && marks.length <= part.level)) part = undefined;
    if (marks !== "" && partHeading.test(words)) part = { quoted: quote !== undefined, level: marks.length };
    if (part === undefined) kept.push(spoken.test(line) ? line.split(/(?<=[.!?]) +/).filter((sentence) => !spoken.test(sentence)).join(" ") : line);
  }
  const result = kept.join("\n");
  return result === text ? text : result.replace(/\n{3,}/g, "\n\n").trim();
}

/** The blocks that say something about the API. */
export function withoutFurniture(blocks: readonly Block[]): readonly Block[] {
  const kept: Block[] = [];
  let level = 0;
  for (const block of blocks) {
    if (block.kind === "heading" && (level === 0 || block.level <= level)) level = partHeading.test(block.text) ? block.level : 0;
    if (level > 0 || (block.kind !== "fence" && addressed.test(block.text.slice(0, 5000)))) continue;
    if (block.kind === "quote" && partHeading.test(block.text.replace(/^#+ */, ""))) continue;
    kept.push(block);
  }
  return kept;
}

/** A text without the lines that are furniture, for pages that have no blocks. Lines of a curl sample are left alone. */
export function withoutFurnitureLines(text: string): string {
  const lines = text.split("\n");
  const start = lines.findIndex((line) => /^#* *Agent Instructions?\b/i.test(line));
  const page = start < 0 ? lines : lines.slice(0, start);
  return page.map((line) => (isFurnitureLine(line) ? "" : line)).join("\n");
}

const isFurnitureLine = (line: string): boolean => line.length < 2000 && (addressed.test(line) || /^(?:>\s*)?#* *Documentation Index$/i.test(line));
