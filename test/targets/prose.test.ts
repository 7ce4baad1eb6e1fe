import { describe, expect, test } from "vitest";
import * as fc from "fast-check";
import MarkdownReader from "markdown-it";
import { prose } from "../../generator/emit/markdown.js";
import { codeSpan, escapeHtml, escapeMarkdown, fence, jsonForHtml, safeAddress } from "../../generator/emit/prose.js";

const reader = new MarkdownReader({ html: true, linkify: true });
const { markdown, line, html } = prose();

/** What a reader of the page sees: the elements, and the text in them. */
function elements(page: string): { tags: string[]; text: string } {
  const printed = reader.render(page);
  const tags = [...printed.matchAll(/<\/?([a-z0-9]+)/gi)].map((match) => match[1] as string);
  const text = printed.replace(/<[^>]*>/g, "").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&quot;", '"').replaceAll("&amp;", "&");
  return { tags: [...new Set(tags)].sort(), text: text.replace(/\s+/g, " ").trim() };
}

const hostile = [
  "<script>alert(1)</script>",
  "</td></tr></table><img src=x onerror=alert(1)>",
  "| a | b |",
  "``` \n# out",
  "# heading",
  "- item",
  "1. item",
  "=====",
  "> quote",
  "[x](javascript:alert(1))",
  "![x](https://example.com/spy.png)",
  "<https://example.com>",
  "https://example.com www.example.com a@example.com",
  "&lt;b&gt; &#35; &#10;# heading",
  "a `b` ``c`` \\",
  "**bold** _em_ ~~gone~~ $x$",
  "{{#each x}} <%= y %>",
  "\u202Eright to left \u200b\ufeff",
  "line\u2028# next\u0085# next\v# next",
  "[ref]: https://example.com",
  "*[HTML]: x",
];

describe("a label", () => {
  test.each(hostile)("%j shows as itself in Markdown, and nothing else happens", (text) => {
    const { tags, text: seen } = elements(escapeMarkdown(text));
    expect(tags).toEqual(["p"]);
    expect(seen).toBe(text.replace(/[\u202e\u200b\ufeff]/g, "").replace(/[\s\u2028\u0085]+/g, " ").trim());
  });

  test.each(hostile)("%j stays in its cell", (text) => {
    const { tags } = elements(`| a | b |\n| --- | --- |\n| ${escapeMarkdown(text)} | ${codeSpan(text)} |\n| x | y |`);
    expect(tags).toEqual(["code", "table", "tbody", "td", "th", "thead", "tr"]);
  });

  test("any text at all stays one paragraph", () => {
    fc.assert(fc.property(fc.string({ unit: "binary", maxLength: 60 }), (text) => {
      const { tags } = elements(`x ${escapeMarkdown(text)}`);
      expect(tags).toEqual(["p"]);
    }), { numRuns: 500 });
  });

  test("HTML has no character that could end anything", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => {
      expect(escapeHtml(text)).not.toMatch(/[<>"'`]|&(?!#\d+;)/);
    }));
  });
});

describe("a vendor's Markdown", () => {
  test("keeps what is harmless", () => {
    const text = "Takes **one** `id`,\nsee [the guide](https://example.com/guide).\n\n- first\n- second\n  - inner\n\n1. one\n2. two\n\n```js\ncode()\n```";
    expect(markdown(text)).toBe("Takes **one** `id`,\nsee [the guide](https://example.com/guide).\n\n- first\n- second\n  - inner\n\n1. one\n2. two\n\n```text\ncode()\n```");
    expect(html(text)).toContain('<a href="https://example.com/guide" rel="noreferrer">the guide</a>');
    expect(html(text)).toContain("<ul><li>first");
    expect(line(text)).toBe("Takes **one** `id`, see [the guide](https://example.com/guide). first second inner one two `code()`");
  });

  test("its headings are not ours", () => {
    expect(markdown("# Title\n\nText")).toBe("**Title**\n\nText");
    expect(html("Title\n=====")).toBe("<p><strong>Title</strong></p>");
  });

  test.each(hostile)("%j loads nothing, runs nothing and opens nothing", (text) => {
    for (const page of [reader.render(markdown(text)), html(text)]) {
      expect(page).not.toMatch(/<(?!\/?(?:p|strong|em|s|code|pre|ul|ol|li|blockquote|br|hr|a|table|thead|tbody|tr|th|td)\b)/i);
      expect(page).not.toMatch(/<h\d|href="(?!https?:|mailto:)|<[^>]*\son\w+=/i);
    }
  });

  test("cannot swallow what follows it", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...hostile, "```", "~~~", "<!--", "<pre>", "    ", "\n", "- ", "> ", "`", "[", "](", "|", "\\", "<"), { maxLength: 8 }), (parts) => {
        const text = parts.join("");
        const { tags } = elements(`${markdown(text)}\n\n# Ours\n`);
        expect(tags).toContain("h1");
        const { tags: row } = elements(`| a |\n| --- |\n| ${line(text)} |\n| ours |`);
        expect(row).toContain("td");
        expect(elements(`| a |\n| --- |\n| ${line(text)} |\n| ours |`).text).toMatch(/ours$/);
      }),
      { numRuns: 1000 },
    );
  });

  test("deep nesting and long lines end", () => {
    for (const text of ["> ".repeat(20_000) + "x", "*a ".repeat(20_000), "[".repeat(20_000), "- ".repeat(5_000) + "x", "`".repeat(30_001)]) {
      expect(markdown(text).length).toBeGreaterThan(0);
      expect(html(text)).toBeDefined();
    }
  });
});

test("a fence is longer than any run of backticks inside", () => {
  expect(fence("a\n````\nb", "ts")).toBe("`````ts\na\n````\nb\n`````");
});

test("JSON in a page cannot end its element", () => {
  expect(jsonForHtml({ a: "</script><!--" })).not.toContain("<");
});

test.each([
  ["https://example.com/a(b)", "https://example.com/a%28b%29"],
  ["mailto:a@example.com", "mailto:a@example.com"],
  ["java\u0000script:alert(1)", undefined],
  [" javascript:alert(1)", undefined],
  ["data:text/html,x", undefined],
  ["//example.com", undefined],
  ["/relative", undefined],
])("the address %j becomes %j", (address, expected) => {
  expect(safeAddress(address)).toBe(expected);
});
