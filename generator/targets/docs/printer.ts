/** Words → finished strings, as Markdown or as HTML. Everything that a template is given went through one of these. */
import type { Identifier } from "../../identifier.js";
import { codeSpan, escapeHtml, escapeInline, escapeMarkdown, fence, html, joinHtml, joinMarkdown, md, type Html, type Markdown } from "../../emit/prose.js";
import type { Prose } from "../../emit/markdown.js";
import type { Phrase, Span } from "./spans.js";

export interface Printer<T extends string> {
  /** A name or a label. */
  text(text: string): T;
  code(text: string): T;
  /** A vendor's Markdown, as blocks. */
  prose(text: string | undefined): T;
  /** The same in a cell of a table. */
  line(text: string | undefined): T;
  phrase(phrase: Phrase): T;
  block(text: string, language: "ts" | "sh"): T;
  /** A description and its bounds, in a cell. */
  notes(description: T, bounds: readonly Phrase[]): T;
}

/** `schemas`: the page that schemas are on, from the page that is printed. */
export function markdownPrinter(prose: Prose, schemas: string): Printer<Markdown> {
  const words = remembering(escapeInline);
  const code = remembering(codeSpan);
  const span = (each: Span): Markdown => {
    if ("say" in each) return words(each.say);
    if ("code" in each) return code(each.code);
    return md`[${code(each.schema)}](${schemas as Markdown}#${anchor(each.schema) as Markdown})`;
  };
  const phrase = (each: Phrase): Markdown => joinMarkdown(each.map(span), "");
  return {
    text: escapeMarkdown,
    code,
    prose: prose.markdown,
    line: prose.line,
    phrase,
    block: fence,
    notes(description, bounds) {
      if (bounds.length === 0) return description;
      const said = sentence(joinMarkdown(bounds.map(phrase), "; "));
      return description === "" ? said : joinMarkdown([description, said], " ");
    },
  };
}

export function htmlPrinter(prose: Prose): Printer<Html> {
  const span = (each: Span): Html => {
    if ("say" in each) return escapeHtml(each.say);
    if ("code" in each) return html`<code>${escapeHtml(each.code)}</code>`;
    return html`<a href="#schema-${escapeHtml(anchor(each.schema))}"><code>${escapeHtml(each.schema)}</code></a>`;
  };
  const phrase = (each: Phrase): Html => joinHtml(each.map(span), "");
  return {
    text: escapeHtml,
    code: (text) => html`<code>${escapeHtml(text)}</code>`,
    prose: prose.html,
    line: prose.html,
    phrase,
    block: (text) => html`<pre><code>${escapeHtml(text)}</code></pre>`,
    notes: (description, bounds) => (bounds.length === 0 ? description : html`${description}<p class="bounds">${sentence(joinHtml(bounds.map(phrase), "; "))}</p>`),
  };
}

/** Our words, and the names of properties, come again and again. */
function remembering<T>(print: (text: string) => T): (text: string) => T {
  const known = new Map<string, T>();
  return (text) => {
    let printed = known.get(text);
    if (printed === undefined) known.set(text, (printed = print(text)));
    return printed;
  };
}

/** Where a heading of one of our identifiers is found. */
export function anchor(identifier: Identifier): string {
  return identifier.toLowerCase();
}

/** Bounds read as a sentence of their own. */
function sentence<T extends string>(text: T): T {
  if (text === "") return text;
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.` as T;
}
