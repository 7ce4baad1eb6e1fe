/** The elements of an HTML page, as far as readers look at them. The tree is parse5's: the algorithm that browsers have. */
import type { DefaultTreeAdapterTypes } from "parse5";

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlParent = DefaultTreeAdapterTypes.ParentNode;

export async function parseHtml(text: string): Promise<HtmlParent> {
  const { parse } = await import("parse5");
  return parse(text, { sourceCodeLocationInfo: true });
}

export function isElement(node: HtmlNode): node is HtmlElement {
  return "tagName" in node;
}

export function attribute(element: HtmlElement, name: string): string | undefined {
  return element.attrs.find((each) => each.name === name)?.value;
}

export function hasClass(element: HtmlElement, name: string): boolean {
  return (attribute(element, "class") ?? "").split(/\s+/).includes(name);
}

/** Every element below a node, in document order. Walks without recursion: a hostile page may nest without end. */
export function elements(root: HtmlParent): HtmlElement[] {
  const found: HtmlElement[] = [];
  const stack: HtmlNode[] = [...root.childNodes].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (!isElement(node)) continue;
    found.push(node);
    const children = childrenOf(node);
    for (let i = children.length - 1; i >= 0; i--) stack.push(children[i] as HtmlNode);
  }
  return found;
}

/** A template's content counts as its children: declarative shadow roots hold pages. */
export function childrenOf(element: HtmlElement): readonly HtmlNode[] {
  return "content" in element ? (element as DefaultTreeAdapterTypes.Template).content.childNodes : element.childNodes;
}

/** The text of an element and of all below it, as it stands. */
export function textContent(root: HtmlElement): string {
  const parts: string[] = [];
  const stack: HtmlNode[] = [...childrenOf(root)].reverse();
  for (let node = stack.pop(); node !== undefined; node = stack.pop()) {
    if (node.nodeName === "#text") parts.push((node as DefaultTreeAdapterTypes.TextNode).value);
    else if (isElement(node)) {
      const children = childrenOf(node);
      for (let i = children.length - 1; i >= 0; i--) stack.push(children[i] as HtmlNode);
    }
  }
  return parts.join("");
}

/** Where an element stands in the page's text. */
export function spanOf(element: HtmlElement): { readonly start: number; readonly end: number; readonly line: number } {
  const place = element.sourceCodeLocation;
  return { start: place?.startOffset ?? 0, end: place?.endOffset ?? 0, line: place?.startLine ?? 1 };
}
