/** HTML pages that are drawn from an OpenAPI document: some embed it, the others name it, or the script that does. */
import { type HtmlElement, attribute, elements, parseHtml, spanOf, textContent } from "../html.js";
import type { Platform } from "../page.js";
import type { Reader } from "../readers.js";
import { type Hint, configurationHints, embedded, reportNamed, scriptHints } from "./script-hints.js";

export const htmlDocumentReader: Reader = {
  looksFor: "a document that the page embeds or names (Redoc, Scalar, Swagger UI, Elements)",
  kind: "html",
  async read({ page }, report) {
    const all = elements(await parseHtml(page.text, page.file));
    const hints = all.flatMap((element) => hintsOf(element).map((hint) => ({ hint, element })));
    for (const { hint, element } of hints) {
      const root = await embedded(hint, page);
      if (root !== undefined) return [{ page, platform: hint.platform, span: spanOf(element), root, elided: false }];
    }
    const named = hints.find(({ hint }) => hint.addresses !== undefined) ?? all.flatMap((element) => initializer(element).map((hint) => ({ hint, element })))[0];
    const base = all.find(({ tagName }) => tagName === "base");
    if (named !== undefined) reportNamed(named.hint, page, spanOf(named.element).line, base && attribute(base, "href"), report);
    return [];
  },
};

function hintsOf(element: HtmlElement): Hint[] {
  switch (element.tagName) {
    case "redoc":
    case "rapi-doc":
    case "rapi-doc-mini":
      return address(element, "redoc", "spec-url");
    case "elements-api": {
      const document = attribute(element, "apidescriptiondocument");
      return document ? [{ platform: "elements", document }] : address(element, "elements", "apidescriptionurl");
    }
    case "script": {
      const scalar = scalarHints(element);
      return scalar.length > 0 ? scalar : scriptHints(textContent(element));
    }
    default:
      return scalarHints(element);
  }
}

function address(element: HtmlElement, platform: Platform, name: string): Hint[] {
  const value = attribute(element, name);
  return value ? [{ platform, addresses: [value] }] : [];
}

/** Scalar: an element `api-reference` with the address, the configuration or the document itself. */
function scalarHints(element: HtmlElement): Hint[] {
  if (attribute(element, "id") !== "api-reference") return [];
  const configuration = attribute(element, "data-configuration");
  const document = element.tagName === "script" ? textContent(element).trim() : "";
  return [
    ...(document.startsWith("{") || document.startsWith("openapi") ? [{ platform: "scalar" as const, document }] : []),
    ...(configuration ? configurationHints("scalar", configuration) : []),
    ...address(element, "scalar", "data-url"),
  ];
}

/** Swagger UI keeps its configuration, and often the document, in a script beside the page. */
function initializer(element: HtmlElement): Hint[] {
  const source = element.tagName === "script" ? (attribute(element, "src") ?? "") : "";
  return /(?:^|\/)swagger-(?:ui-init|initializer)\.js(?:[?#]|$)/.test(source) ? [{ platform: "swagger-ui", addresses: [source] }] : [];
}
