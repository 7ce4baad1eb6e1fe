/** The elements of an HTML page, as far as readers look at them. The tree is parse5's: the algorithm that browsers have. */
import type { DefaultTreeAdapterTypes } from "parse5";
import { refuse } from "../diagnostics.js";

export type HtmlNode = DefaultTreeAdapterTypes.ChildNode;
export type HtmlElement = DefaultTreeAdapterTypes.Element;
export type HtmlParent = DefaultTreeAdapterTypes.ParentNode;

/**
 * @throws Refusal for a page that nests its elements deeper than any page does: the algorithm looks through all open elements
 * again and again
 */
export async function parseHtml(text: string, file = "page"): Promise<HtmlParent> {
  if (nesting(text) > deepest) throw refuse("ingest/too-large", { file }, `The page nests its elements deeper than ${deepest} levels.`);
  const { parse } = await import("parse5");
  return parse(text, { sourceCodeLocationInfo: true });
}

const deepest = 2000;
/** Elements that never have a closing tag, or that close themselves before the next of their kind. */
const shallow: ReadonlySet<string> = new Set(
  "area base br col embed hr img input link meta param source track wbr p li dt dd tr td th thead tbody tfoot option optgroup colgroup path circle rect line use g".split(" "),
);

/** The deepest nesting of a page's tags, counted without a tree; text inside scripts may make it too high, never too low. */
function nesting(text: string): number {
  let depth = 0;
  let most = 0;
  for (const [, slash, name] of text.matchAll(/<(\/?)([a-z][a-z0-9-]{0,40})/gi)) {
    if (shallow.has((name as string).toLowerCase())) continue;
    depth = slash === "/" ? Math.max(0, depth - 1) : depth + 1;
    most = Math.max(most, depth);
  }
  return most;
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
