/** The elements of a Starlight-OpenAPI page → what it says. Here headings, places and statuses are all known. */
import type { Json } from "../../json.js";
import { type HtmlElement, attribute, childrenOf, hasClass, isElement, textContent } from "../html.js";
import type { BodyFact, MediaFact, OperationFacts, ParameterFact, ParameterPlace, ResponseFact } from "./facts.js";
import { isMadeUp, sampled } from "./example.js";
import { proseText } from "./prose-html.js";
import { codeText, descendants, panels, readKey, schemaFrom } from "./schema-html.js";
import { credentialsOf, readSample, serverOf } from "./sample.js";

/** @param all every element of the page, in order */
export function readOperationHtml(all: readonly HtmlElement[]): OperationFacts | undefined {
  const method = textOf(all, "sl-openapi-operation-method-badge").toLowerCase();
  const path = textOf(all, "sl-openapi-operation-method-path");
  if (method === "" || !path.startsWith("/")) return undefined;
  const sections = all.filter((element) => element.tagName === "section" && hasClass(element, "sl-openapi-section")).map(sectionOf);
  const parameters = sections.flatMap(parametersOf);
  const sample = sampleOf(all);
  const body = sections.find(({ id }) => id === "request-body");
  const address = sample && serverOf(sample.url, path);
  return {
    title: textContent(all.find(({ tagName }) => tagName === "h1") as HtmlElement).trim(),
    method,
    path,
    deprecated: all.some((element) => hasClass(element, "sl-openapi-deprecated")),
    description: descriptionOf(all),
    servers: address === undefined ? [] : [address],
    credentials: sample ? credentialsOf(sample, new Set(parameters.map(({ name }) => name.toLowerCase()))) : [],
    schemes: sections.filter(({ id }) => id === "authorizations").flatMap(schemesOf),
    parameters,
    ...(body ? { body: bodyOf(body, sample?.json) } : {}),
    responses: sections.filter(({ title, level }) => level === 3 && /^(?:[1-5]\d\d|[1-5]XX|default)$/.test(title)).map(responseOf),
  };
}

function textOf(all: readonly HtmlElement[], name: string): string {
  const element = all.find((each) => hasClass(each, name));
  return element === undefined ? "" : textContent(element).trim();
}

interface SectionParts {
  readonly id: string;
  readonly title: string;
  readonly level: number;
  /** Words behind the title: `required`. */
  readonly note: string;
  readonly before: HtmlElement | undefined;
  readonly panel: HtmlElement | undefined;
  readonly after: HtmlElement | undefined;
}

function sectionOf(section: HtmlElement): SectionParts {
  const own = childrenOf(section).filter(isElement);
  const heading = own.flatMap((element) => (/^h\d$/.test(element.tagName) ? [element] : childrenOf(element).filter(isElement))).find(({ tagName }) => /^h\d$/.test(tagName));
  const note = heading === undefined ? "" : childrenOf(heading).filter(isElement).map(textContent).join(" ").trim();
  const words = heading === undefined ? "" : textContent(heading).trim();
  const part = (name: string): HtmlElement | undefined => own.find((element) => hasClass(element, name));
  return {
    id: (heading && attribute(heading, "id")) ?? "",
    title: note === "" ? words : words.slice(0, words.length - note.length).trim(),
    level: Number(attribute(section, "data-openapi-section-level") ?? "0"),
    note,
    before: part("sl-openapi-section-pre-panel"),
    panel: part("sl-openapi-section-panel"),
    after: part("sl-openapi-section-post-panel"),
  };
}

/** The prose between the operation's head and the first section. */
function descriptionOf(all: readonly HtmlElement[]): string {
  const content = all.find((element) => hasClass(element, "sl-markdown-content"));
  const prose = content && childrenOf(content).filter(isElement).find((element) => hasClass(element, "sl-openapi-markdown"));
  return prose === undefined ? "" : proseText(prose);
}

function sampleOf(all: readonly HtmlElement[]): ReturnType<typeof readSample> {
  const curl = all.find((element) => /curl/.test(attribute(element, "data-openapi-snippet-id") ?? ""));
  const code = curl && descendants(curl).find(({ tagName }) => tagName === "pre");
  return code === undefined ? undefined : readSample(codeText(code));
}

function schemesOf({ panel }: SectionParts): string[] {
  if (panel === undefined) return [];
  return descendants(panel).filter(({ tagName }) => tagName === "strong").map((element) => textContent(element).trim());
}

function keysOf(panel: HtmlElement | undefined): HtmlElement[] {
  const keys = panel && childrenOf(panel).filter(isElement).find((element) => hasClass(element, "sl-openapi-keys"));
  return keys === undefined ? [] : childrenOf(keys).filter(isElement).filter((element) => hasClass(element, "sl-openapi-key"));
}

function parametersOf({ id, panel, level }: SectionParts): ParameterFact[] {
  const place = /^(path|query|header|cookie)-parameters$/.exec(id)?.[1] as ParameterPlace | undefined;
  if (place === undefined || level > 3) return [];
  return keysOf(panel).map((key) => ({ ...parameterOf(key), in: place }));
}

function parameterOf(key: HtmlElement): Omit<ParameterFact, "in"> {
  const { name, flags, content } = readKey(key);
  const { schema, example, trailing } = schemaFrom(content);
  return {
    name,
    required: flags.has("required"),
    deprecated: flags.has("deprecated"),
    description: trailing,
    schema,
    ...(example === undefined ? {} : { example }),
  };
}

function bodyOf(section: SectionParts, sent: Json | undefined): BodyFact {
  const media = mediaOf(section.panel);
  const [first, ...others] = media;
  const authored = first !== undefined && sent !== undefined && first.example === undefined && !isMadeUp(sent, sampled(first.schema));
  const shown = authored ? [{ ...first, example: sent }, ...others] : media;
  return { description: section.before ? proseText(section.before) : "", required: section.note === "required", media: shown };
}

/** One panel a media type, the others hidden. */
function mediaOf(panel: HtmlElement | undefined): MediaFact[] {
  if (panel === undefined) return [];
  const pickers = childrenOf(panel).filter(isElement).filter(({ tagName }) => tagName === "starlight-openapi-content-picker");
  return pickers.flatMap(panels).map((each) => {
    const { schema, example } = schemaFrom(childrenOf(each));
    const shown = Object.keys(schema).length > 0;
    return { type: attribute(each, "data-openapi-content-type"), ...(shown ? { schema } : {}), ...(example === undefined ? {} : { example }) };
  });
}

function responseOf(section: SectionParts): ResponseFact {
  const headers = section.after === undefined ? [] : descendants(section.after).filter((element) => hasClass(element, "sl-openapi-keys"))[0];
  const keys = headers === undefined || Array.isArray(headers) ? [] : childrenOf(headers).filter(isElement).filter((element) => hasClass(element, "sl-openapi-key"));
  return {
    status: section.title,
    description: section.before ? proseText(section.before) : "",
    media: mediaOf(section.panel),
    headers: keys.map(parameterOf),
  };
}
