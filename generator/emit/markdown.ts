/**
 * A vendor's Markdown, made inert. The text is read as Markdown (raw HTML as text) and printed anew, as Markdown for our
 * `.md` pages and as HTML for the one page, so that emphasis, lists, code and links survive, and nothing in the text can
 * close a table, open a heading, swallow the rest of the page or load something.
 */
import type MarkdownIt from "markdown-it";
import type { Token } from "markdown-it";
import { library } from "../library.js";
import {
  type Html,
  type Markdown,
  codeSpan,
  escapeHtml,
  escapeInline,
  escapeMarkdown,
  fence,
  lineStart,
  oneLine,
  safeAddress,
  visible,
} from "./prose.js";

/** Reads and prints prose. Remembers what it printed: documents repeat themselves. */
export interface Prose {
  /** Paragraphs, lists and code blocks; no blank line at the end. */
  markdown(text: string | undefined): Markdown;
  /** The same on one line, for a table's cell or a list's item. */
  line(text: string | undefined): Markdown;
  html(text: string | undefined): Html;
}

// Prose beyond this length is shown as plain text: no description is that long, and no reader of Markdown is linear in everything.
const longest = 100_000;

/** Makes a printer of prose; loads the reader of Markdown, by `require`: in that form it is one file instead of twenty. */
export function prose(): Prose {
  const MarkdownReader = library<typeof MarkdownIt>("markdown-it");
  const reader = new MarkdownReader({ html: false, linkify: false, typographer: false, maxNesting: 60 });
  // Addresses are judged where they are printed; refused here, the link's brackets would stand in the text.
  reader.validateLink = () => true;
  // Nested deeper than the reader goes, or nothing but definitions: then the text stands as it is, rather than nothing.
  const read = (text: string): Token[] => reader.parse(visible(text), {});
  return {
    markdown: remembered((text) => (isPlain(text) ? escapeMarkdown(text) : blocks(read(text)) || escapeMarkdown(text))),
    line: remembered((text) => (isPlain(text) ? escapeMarkdown(text) : line(read(text)) || escapeMarkdown(text))),
    html: remembered((text) => (isPlain(text) ? paragraph(text) : elements(read(text)))),
  };
}

function paragraph(text: string): Html {
  return `<p>${escapeHtml(oneLine(text))}</p>` as Html;
}

function remembered<T extends string>(print: (text: string) => T): (text: string | undefined) => T {
  const known = new Map<string, T>();
  return (given) => {
    const text = given?.trim() ?? "";
    if (text === "") return "" as T;
    let printed = known.get(text);
    if (printed === undefined) known.set(text, (printed = print(text)));
    return printed;
  };
}

/** Text that means itself in Markdown, too. Most labels are; reading them would be most of the work on a large document. */
function isPlain(text: string): boolean {
  return text.length > longest || !/[\\`*_[\]<>#|~&!\n\r\v\f\u0085\u2028\u2029]|^[-+=\d]/.test(text);
}

// ---------------------------------------------------------------------------------------------- Markdown

const marks: Record<string, string> = { strong_open: "**", strong_close: "**", em_open: "*", em_close: "*", s_open: "~~", s_close: "~~" };

/** The tokens of one paragraph. Line breaks of the text are kept; what is special at the start of a line is defused. */
function inline(tokens: readonly Token[]): string {
  let text = "";
  const links: (string | undefined)[] = [];
  for (const token of tokens) {
    switch (token.type) {
      case "text":
      case "text_special":
        text += escapeInline(token.content);
        break;
      case "code_inline":
        text += codeSpan(token.content);
        break;
      case "softbreak":
      case "hardbreak":
        text += "\n";
        break;
      case "link_open": {
        const address = safeAddress(String(token.attrGet("href") ?? ""));
        links.push(address);
        if (address !== undefined) text += "[";
        break;
      }
      case "link_close": {
        const address = links.pop();
        if (address !== undefined) text += `](${address})`;
        break;
      }
      case "image":
        text += escapeInline(token.content);
        break;
      default:
        text += marks[token.type] ?? escapeInline(token.content);
    }
  }
  return text
    .split("\n")
    .map((part) => lineStart(part.trim()))
    .filter((part) => part !== "")
    .join("\n");
}

/** Blocks, each with the indentation and the markers of the lists and quotes around it. */
function blocks(tokens: readonly Token[]): Markdown {
  const out: string[] = [];
  // What every line of a block begins with, one entry a list item or quote around it; `first` only once, for an item's marker.
  const around: { first: string | undefined; rest: string }[] = [];
  const counters: (number | undefined)[] = [];
  let tight = false;
  let heading = false;
  let cells: string[] | undefined;
  const put = (text: string): void => {
    const starts = around.map((level) => {
      const start = level.first ?? level.rest;
      level.first = undefined;
      return start;
    });
    const rests = around.map((level) => level.rest).join("");
    const lines = text.split("\n").map((each, index) => `${index === 0 ? starts.join("") : rests}${each}`.trimEnd());
    out.push(`${tight && out.length > 0 ? "" : "\n"}${lines.join("\n")}`);
  };
  for (const token of tokens) {
    switch (token.type) {
      case "heading_open":
        heading = true;
        break;
      case "heading_close":
        heading = false;
        break;
      case "inline": {
        const text = inline(token.children ?? []);
        if (cells !== undefined) cells.push(text.replaceAll("\n", " "));
        // A heading of the vendor's must not become one of ours.
        else if (text !== "") put(heading ? `**${text.replaceAll("**", "").replaceAll("\n", " ")}**` : text);
        break;
      }
      case "code_block":
      case "fence":
        put(fence(token.content, "text"));
        break;
      case "hr":
        put("---");
        break;
      case "bullet_list_open":
        counters.push(undefined);
        break;
      case "ordered_list_open":
        counters.push(1);
        break;
      case "bullet_list_close":
      case "ordered_list_close":
        counters.pop();
        tight = false;
        break;
      case "list_item_open": {
        const count = counters.at(-1);
        const marker = count === undefined ? "- " : `${count}. `;
        if (count !== undefined) counters[counters.length - 1] = count + 1;
        around.push({ first: marker, rest: " ".repeat(marker.length) });
        break;
      }
      case "list_item_close":
        around.pop();
        tight = true;
        break;
      case "blockquote_open":
        around.push({ first: undefined, rest: "> " });
        break;
      case "blockquote_close":
        around.pop();
        break;
      case "tr_open":
        cells = [];
        break;
      case "tr_close":
        // The rows of a table in prose become lines: a table of ours may be around it.
        put((cells ?? []).join(" — "));
        cells = undefined;
        break;
      default:
        break;
    }
    if (token.type === "paragraph_close" && !token.hidden) tight = false;
  }
  return out.join("\n").replace(/^\n+/, "") as Markdown;
}

/** All the prose on one line; code blocks become spans. */
function line(tokens: readonly Token[]): Markdown {
  const parts: string[] = [];
  for (const token of tokens) {
    if (token.type === "inline") parts.push(inline(token.children ?? []).replaceAll("\n", " "));
    if (token.type === "fence" || token.type === "code_block") parts.push(codeSpan(token.content));
  }
  return parts.filter((part) => part !== "").join(" ") as Markdown;
}

// ---------------------------------------------------------------------------------------------- HTML

const inlineElements = new Set(["strong", "em", "s"]);
const blockElements = new Set(["p", "ul", "ol", "li", "blockquote", "table", "thead", "tbody", "tr", "th", "td"]);

function inlineHtml(tokens: readonly Token[]): string {
  let out = "";
  const links: boolean[] = [];
  for (const token of tokens) {
    const element = inlineElements.has(token.tag) && token.nesting !== 0;
    if (element) out += token.nesting === 1 ? `<${token.tag}>` : `</${token.tag}>`;
    else if (token.type === "code_inline") out += `<code>${escapeHtml(token.content)}</code>`;
    else if (token.type === "softbreak") out += "\n";
    else if (token.type === "hardbreak") out += "<br>\n";
    else if (token.type === "link_open") {
      const address = safeAddress(String(token.attrGet("href") ?? ""));
      links.push(address !== undefined);
      if (address !== undefined) out += `<a href="${escapeHtml(address)}" rel="noreferrer">`;
    } else if (token.type === "link_close") out += links.pop() ? "</a>" : "";
    else out += escapeHtml(token.content);
  }
  return out;
}

function elements(tokens: readonly Token[]): Html {
  let out = "";
  for (const token of tokens) {
    if (token.type === "inline") out += inlineHtml(token.children ?? []);
    else if (token.type === "fence" || token.type === "code_block") out += `<pre><code>${escapeHtml(token.content)}</code></pre>\n`;
    else if (token.type === "hr") out += "<hr>\n";
    else if (token.type === "heading_open") out += "<p><strong>";
    else if (token.type === "heading_close") out += "</strong></p>\n";
    else if (blockElements.has(token.tag) && !token.hidden) out += token.nesting === 1 ? `<${token.tag}>` : `</${token.tag}>\n`;
    else if (token.hidden && token.nesting === -1) out += "\n";
  }
  return out.trimEnd() as Html;
}
