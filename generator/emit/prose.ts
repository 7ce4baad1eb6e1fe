/**
 * Finished prose. As code has its doors in `code.ts`, so Markdown and HTML have theirs here: a document's string becomes
 * a `Markdown` or an `Html` through these functions and nowhere else.
 *
 *   escapeMarkdown, escapeHtml   a name or a label: every character stands for itself
 *   codeSpan, fence              text in a monospaced span or block, which it cannot leave
 *   jsonForHtml                  data inside a <script type="application/json">
 *
 * What a vendor writes as Markdown goes through `emit/markdown.ts`, which reads it and prints it anew.
 */
import type { Json } from "../json.js";

declare const brand: unique symbol;

/** A piece of a Markdown page. */
export type Markdown = string & { readonly [brand]: "markdown" };

/** A piece of an HTML page: element content, or the value of a double-quoted attribute. */
export type Html = string & { readonly [brand]: "html" };

/** Joins Markdown with Markdown: ``md`**${name}**: ${text}` ``. */
export function md(strings: TemplateStringsArray, ...holes: readonly (Markdown | number)[]): Markdown {
  return String.raw({ raw: strings }, ...holes) as Markdown;
}

/** Joins HTML with HTML: ``html`<td>${text}</td>` ``. */
export function html(strings: TemplateStringsArray, ...holes: readonly (Html | number)[]): Html {
  return String.raw({ raw: strings }, ...holes) as Html;
}

/** Joins pieces with a separator of ours. */
export function joinMarkdown(parts: readonly Markdown[], separator: ", " | " " | "\n" | "\n\n" | "; " | " or " | ""): Markdown {
  return parts.join(separator) as Markdown;
}

/** Joins pieces with a separator of ours. */
export function joinHtml(parts: readonly Html[], separator: ", " | " " | "\n" | "; " | " or " | ""): Html {
  return parts.join(separator) as Html;
}

// Controls, bidirectional and invisible formatting, halves of surrogate pairs: nothing a reader could see, and some of it
// turns the text around it (U+202E).
const invisible =
  // eslint-disable-next-line no-control-regex
  /[\u0000-\u0008\u000e-\u001f\u007f-\u0084\u0086-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;
const lineEnds = /\r\n|[\r\v\f\u0085\u2028\u2029]/g;

// Most texts are plain, and one look is cheaper than the replacements below.
const printable = /^[\n\x20-\x7e]*$/;
const ordinary = /^[A-Za-z0-9 ,;()/'"?%-]*$/;

/** Text without what cannot be seen, its lines ended by `\n` alone. */
export function visible(text: string): string {
  if (printable.test(text)) return text;
  return text.replace(lineEnds, "\n").replace(invisible, "");
}

/** The same on one line: a line end becomes a blank. */
export function oneLine(text: string): string {
  if (ordinary.test(text)) return text.trim();
  return visible(text).replace(/\s*\n\s*/g, " ").replaceAll("\t", " ").trim();
}

/**
 * Text as Markdown that shows exactly that text, on one line. Every character that could begin, end or separate
 * something is escaped; `&`, `<` and `>` become entities, because some readers look at tags before they look at backslashes.
 */
export function escapeMarkdown(text: string): Markdown {
  return lineStart(escapeInline(oneLine(text))) as Markdown;
}

/** Like `escapeMarkdown`, for a piece of text inside a line: blanks at its ends stay. */
export function escapeInline(text: string): Markdown {
  if (ordinary.test(text)) return text as Markdown;
  return visible(text)
    .replace(/[\n\t]/g, " ")
    .replace(/[\\`*_{}[\]#|~!$]/g, "\\$&")
    .replaceAll("&", "&amp;")
    .replaceAll("<", "&lt;")
    .replaceAll(">", "&gt;")
    .replace(/\b(https?|ftp|mailto|xmpp|www)([:.])/gi, "$1\\$2")
    .replaceAll("@", "&#64;") as Markdown;
}

/** Defuses what is special at the start of a line only: list markers, underlines of headings. */
export function lineStart(line: string): string {
  return line.replace(/^(\s*)([-+=])/, "$1\\$2").replace(/^(\s*\d+)([.)])/, "$1\\$2");
}

/** Text as a code span; the empty text as nothing. In a table, a `|` ends a cell even inside a span, so it is always escaped for one. */
export function codeSpan(text: string, place: "text" | "cell" = "cell"): Markdown {
  const line = oneLine(text);
  if (line === "") return "" as Markdown;
  if (ordinary.test(line)) return `\`${line}\`` as Markdown;
  const ticks = "`".repeat(longestRun(line, "`") + 1);
  const pad = line.startsWith("`") || line.endsWith("`") ? " " : "";
  return `${ticks}${pad}${place === "cell" ? line.replaceAll("|", "\\|") : line}${pad}${ticks}` as Markdown;
}

/** Lines as a code block, its fence longer than any run of backticks inside. */
export function fence(text: string, language: "ts" | "sh" | "json" | "text" | "" = ""): Markdown {
  const body = visible(text).replace(/\n+$/, "");
  const ticks = "`".repeat(Math.max(3, longestRun(body, "`") + 1));
  return `${ticks}${language}\n${body}\n${ticks}` as Markdown;
}

/** Text as HTML that shows exactly that text, in an element or in an attribute between double quotes. */
export function escapeHtml(text: string): Html {
  if (/^[A-Za-z0-9 ,;()/?%-]*$/.test(text)) return text as Html;
  return visible(text).replace(/[&<>"'`]/g, (char) => `&#${char.charCodeAt(0)};`) as Html;
}

/** A value as JSON inside a `<script>` of HTML: no `<` can end the element or open a comment. */
export function jsonForHtml(value: Json): Html {
  return JSON.stringify(value)
    .replaceAll("<", "\\u003c")
    .replaceAll("\u2028", "\\u2028")
    .replaceAll("\u2029", "\\u2029") as Html;
}

/**
 * An address that a page may link to, percent-encoded so that it can end neither a Markdown link nor an attribute.
 * Undefined for anything but http, https and mailto: a relative address leads nowhere from our pages.
 */
export function safeAddress(address: string): string | undefined {
  // eslint-disable-next-line no-control-regex
  const text = visible(address).replace(/[\u0000-\u0020]/g, "");
  if (!/^(https?:\/\/|mailto:)/i.test(text)) return undefined;
  return text.replace(/[<>()[\]"'`\\|{}^]/g, (char) => `%${char.charCodeAt(0).toString(16).toUpperCase()}`);
}

function longestRun(text: string, char: string): number {
  if (!text.includes(char)) return 0;
  let longest = 0;
  let run = 0;
  for (const each of text) {
    run = each === char ? run + 1 : 0;
    if (run > longest) longest = run;
  }
  return longest;
}
