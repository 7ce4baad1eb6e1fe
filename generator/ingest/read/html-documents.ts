/** HTML pages that are drawn from an OpenAPI document: some embed it, the others name it. */
import { Refusal } from "../../diagnostics.js";
import { type Json, isObject } from "../../json.js";
import { parse } from "../../source/parse.js";
import { pageLimits } from "../fences.js";
import { type HtmlElement, attribute, elements, parseHtml, spanOf, textContent } from "../html.js";
import type { Fragment, IngestReport, Page, Platform } from "../page.js";
import type { Reader } from "../readers.js";
import { jsonTextFrom, quotedAfter } from "../script.js";
import { objectAt, textAt } from "../shape.js";

/** What one element says of the document: its text, or its address. */
interface Hint {
  readonly platform: Platform;
  readonly element: HtmlElement;
  readonly document?: string;
  readonly address?: string;
  /** Where in the embedded JSON the document stands. */
  readonly inside?: readonly string[];
}

export const htmlDocumentReader: Reader = {
  looksFor: "a document that the page embeds or names (Redoc, Scalar, Swagger UI, Elements)",
  kind: "html",
  async read({ page }, report) {
    const hints = elements(await parseHtml(page.text, page.file)).flatMap(hintsOf);
    for (const hint of hints) {
      const fragment = await embedded(hint, page);
      if (fragment !== undefined) return [fragment];
    }
    const named = hints.find(({ address }) => address !== undefined);
    if (named?.address !== undefined) reportNamed(named, named.address, page, report);
    return [];
  },
};

function reportNamed({ platform, element }: Hint, address: string, page: Page, report: IngestReport): void {
  const whole = absolute(address, page.file);
  report("ingest/document-elsewhere", { file: page.file, line: spanOf(element).line }, `The page (${platform}) is drawn from ${JSON.stringify(whole)}.`, `Run: specwright ingest ${shellSafe(whole)}`);
}

function absolute(address: string, file: string): string {
  return /^https?:/.test(file) && URL.canParse(address, file) ? new URL(address, file).href : address;
}

const shellSafe = (text: string): string => (/^[\w./:?&=%~+,@-]+$/.test(text) && !/[&?]/.test(text) ? text : `'${text.replaceAll("'", "%27")}'`);

function hintsOf(element: HtmlElement): Hint[] {
  const hint = (platform: Platform, found: Omit<Hint, "platform" | "element">): Hint[] => [{ platform, element, ...found }];
  const address = (platform: Platform, name: string): Hint[] => {
    const value = attribute(element, name);
    return value ? hint(platform, { address: value }) : [];
  };
  switch (element.tagName) {
    case "redoc":
      return address("redoc", "spec-url");
    case "rapi-doc":
    case "rapi-doc-mini":
      return address("redoc", "spec-url");
    case "elements-api": {
      const document = attribute(element, "apidescriptiondocument");
      return document ? hint("elements", { document }) : address("elements", "apidescriptionurl");
    }
    case "script":
      return scriptHints(element, hint);
    default:
      return scalarHints(element, hint);
  }
}

type MakeHint = (platform: Platform, found: Omit<Hint, "platform" | "element">) => Hint[];

/** Scalar: an element `api-reference` with the address, the configuration or the document itself. */
function scalarHints(element: HtmlElement, hint: MakeHint): Hint[] {
  if (attribute(element, "id") !== "api-reference") return [];
  const configuration = attribute(element, "data-configuration");
  const document = element.tagName === "script" ? textContent(element).trim() : "";
  return [
    ...(document.startsWith("{") || document.startsWith("openapi") ? hint("scalar", { document }) : []),
    ...(configuration ? configurationHints(configuration, hint) : []),
    ...(attribute(element, "data-url") ? hint("scalar", { address: attribute(element, "data-url") as string }) : []),
  ];
}

/** `content` (or `spec.content`) is the document, `url` (or `spec.url`, or the first source's) its address. */
function configurationHints(configuration: string, hint: MakeHint): Hint[] {
  const url = quotedAfter(configuration, /["']?url["']?\s*:/);
  return [
    ...hint("scalar", { document: configuration, inside: ["content"] }),
    ...hint("scalar", { document: configuration, inside: ["spec", "content"] }),
    ...(url === undefined ? [] : hint("scalar", { address: url })),
  ];
}

function scriptHints(element: HtmlElement, hint: MakeHint): Hint[] {
  const scalar = scalarHints(element, hint);
  if (scalar.length > 0) return scalar;
  const text = textContent(element);
  const found: Hint[] = [];
  const state = text.indexOf("__redoc_state");
  if (state >= 0) found.push(...hint("redoc", { document: jsonTextFrom(text, state) ?? "", inside: ["spec", "data"] }));
  const redoc = quotedAfter(text, /Redoc\.init\(/);
  if (redoc !== undefined) found.push(...hint("redoc", { address: redoc }));
  if (/Scalar\.createApiReference\(/.test(text)) found.push(...configurationHints(text.slice(text.indexOf("Scalar.createApiReference(")), hint));
  const bundle = text.search(/SwaggerUIBundle\(/);
  if (bundle >= 0) found.push(...swaggerHints(text.slice(bundle), hint));
  return found;
}

function swaggerHints(text: string, hint: MakeHint): Hint[] {
  const spec = /["']?spec["']?\s*:\s*\{/.exec(text);
  const url = quotedAfter(text, /["']?url["']?\s*:/);
  return [
    ...(spec === null ? [] : hint("swagger-ui", { document: jsonTextFrom(text, spec.index) ?? "" })),
    ...(url === undefined ? [] : hint("swagger-ui", { address: url })),
  ];
}

async function embedded({ document, inside = [], platform, element }: Hint, page: Page): Promise<Fragment | undefined> {
  if (document === undefined || document === "") return undefined;
  let value = await parsed(document, page);
  for (const step of inside) value = isObject(value) ? value[step] : undefined;
  // A configuration may hold the document as a text once more.
  if (typeof value === "string") value = await parsed(value, page);
  if (!isObject(value) || (textAt(value, "openapi") ?? textAt(value, "swagger")) === undefined || objectAt(value, "info") === undefined) return undefined;
  return { page, platform, span: spanOf(element), root: value, elided: false };
}

/** Undefined for what is no JSON or YAML: a script has other objects, too. */
async function parsed(text: string, page: Page): Promise<Json | undefined> {
  try {
    const { value, broken } = await parse(text, page.file, pageLimits);
    return broken === undefined ? value : undefined;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
