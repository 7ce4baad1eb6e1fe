/**
 * The text of a rendered page as a copy of it keeps it: hidden panels, form controls and lists of links are gone, and with
 * `headings: false` the headings are, too. This is how the text of a Starlight-OpenAPI page comes about.
 */
import { type HtmlElement, type HtmlNode, attribute, childrenOf, isElement, hasClass, textContent } from "../../generator/ingest/html.js";

const inlineTags: ReadonlySet<string> = new Set(["span", "strong", "em", "a", "code", "s", "sup", "b", "i"]);
/** Laid out as rows of a flex box or a grid: each child stands on a line of its own. */
const rows = ["sl-openapi-tags", "sl-openapi-key-name"];

export function pageText(root: HtmlElement, options: { readonly headings: boolean }): string {
  const lines: string[] = [];
  let line = "";
  const flush = (): void => {
    if (line.trim() !== "") lines.push(line.trim());
    line = "";
  };
  const blank = (): void => {
    flush();
    if (lines.at(-1) !== "") lines.push("");
  };
  const visit = (node: HtmlNode): void => {
    if (node.nodeName === "#text") {
      line += (node as { value: string }).value.replace(/\s+/g, " ");
      return;
    }
    if (!isElement(node) || isLost(node, options.headings)) return;
    if (hasClass(node, "ec-line")) {
      flush();
      lines.push(textContent(node).replace(/\n$/, ""));
      return;
    }
    const inline = inlineTags.has(node.tagName) && !hasClass(node, "sl-openapi-tag");
    const prose = node.tagName === "p" || (node.tagName === "ul" && !hasClass(node, "sl-openapi-security-schemes"));
    if (prose) blank();
    else if (!inline && !(hasClass(node, "sl-openapi-tag") && line !== "" && !inRow(node))) flush();
    if (node.tagName === "li") line += "• ";
    for (const child of childrenOf(node)) {
      if (rows.some((row) => hasClass(node, row))) flush();
      visit(child);
    }
    if (prose) blank();
    else if (!inline && !(hasClass(node, "sl-openapi-tag") && !inRow(node))) flush();
  };
  visit(root);
  flush();
  return `${lines.join("\n").replace(/\n{3,}/g, "\n\n").trim()}\n`;
}

const inRow = (element: HtmlElement): boolean => isElement(element.parentNode as HtmlNode) && rows.some((row) => hasClass(element.parentNode as HtmlElement, row));

function isLost(element: HtmlElement, headings: boolean): boolean {
  if (attribute(element, "hidden") !== undefined || attribute(element, "popover") !== undefined) return true;
  if (["select", "option", "input", "button", "label", "script", "style"].includes(element.tagName)) return true;
  if (hasClass(element, "sl-anchor-link") || attribute(element, "role") === "tablist" || hasClass(element, "sl-openapi-snippet-picker") || element.tagName === "sl-openapi-snippet-picker") return true;
  if (/^h[2-4]$/.test(element.tagName)) return !headings;
  return !headings && hasClass(element, "sl-openapi-security-schemes");
}
