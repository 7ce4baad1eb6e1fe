/** Rendered Markdown back to text: paragraphs, lists and code keep their form, the rest keeps its words. */
import { type HtmlElement, type HtmlNode, childrenOf, isElement, textContent } from "../html.js";

/** The text of an element, blocks parted by blank lines. */
export function proseText(element: HtmlElement): string {
  const blocks = childrenOf(element).filter(isElement).map(blockText).filter((text) => text !== "");
  return (blocks.length > 0 ? blocks.join("\n\n") : inline(childrenOf(element))).trim();
}

function blockText(element: HtmlElement): string {
  switch (element.tagName) {
    case "ul":
    case "ol":
      return childrenOf(element).filter(isElement).map((item) => `- ${inline(childrenOf(item)).trim()}`).join("\n");
    case "div":
    case "section":
    case "blockquote":
      return proseText(element);
    default:
      return inline([element]).trim();
  }
}

function inline(nodes: readonly HtmlNode[]): string {
  return nodes
    .map((node) => {
      if (node.nodeName === "#text") return (node as { value: string }).value;
      if (!isElement(node)) return "";
      if (node.tagName === "code") return `\`${textContent(node)}\``;
      if (node.tagName === "br") return "\n";
      return inline(childrenOf(node));
    })
    .join("");
}
