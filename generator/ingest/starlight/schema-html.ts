/** Schemas from the elements of a Starlight-OpenAPI page: nesting, tabs and hidden panels are all there. */
import { type Json, type MutableObject, emptyObject, isObject } from "../../json.js";
import { type HtmlElement, type HtmlNode, attribute, childrenOf, hasClass, isElement, textContent } from "../html.js";
import { ask } from "../marks.js";
import { proseText } from "./prose-html.js";
import { jsonOf } from "./sample.js";
import { schemaOf, tagOf, typeWords, valueOf } from "./words.js";

/** Elements that stand between a schema and its parts and say nothing. */
const transparent: ReadonlySet<string> = new Set(["starlight-openapi-content-picker"]);
const deepest = 60;

export interface HtmlSchema {
  readonly schema: MutableObject;
  readonly example?: Json;
  /** Text that follows the schema: the parameter's own. */
  readonly trailing: string;
}

/** The schema that a row of elements shows, with the text and the example that follow it. */
export function schemaFrom(nodes: readonly HtmlNode[], depth = 0): HtmlSchema {
  const schema = emptyObject();
  const texts = { before: "", after: "", title: "" };
  let shaped = false;
  let example: Json | undefined;
  for (const element of flattened(nodes)) {
    if (element.tagName === "em" && !shaped) texts.title = textContent(element).trim();
    else if (hasClass(element, "sl-openapi-markdown")) texts[shaped ? "after" : "before"] = proseText(element);
    else if (hasClass(element, "sl-openapi-tags")) readTags(element, schema);
    else if (hasClass(element, "sl-openapi-examples")) example = readExample(element, schema) ?? example;
    else if (readShape(element, schema, depth)) shaped = true;
  }
  const result = emptyObject();
  if (texts.title !== "") result["title"] = texts.title;
  if (texts.before !== "") result["description"] = texts.before;
  Object.assign(result, schema);
  return { schema: result, ...(example === undefined ? {} : { example }), trailing: texts.after };
}

function flattened(nodes: readonly HtmlNode[]): HtmlElement[] {
  return nodes.filter(isElement).flatMap((element) => (transparent.has(element.tagName) ? flattened(childrenOf(element)) : [element]));
}

/** A type line, an object, or a union with its tabs. Each adds to the schema what it says. */
function readShape(element: HtmlElement, schema: MutableObject, depth: number): boolean {
  if (depth > deepest) return false;
  if (element.tagName === "details") {
    readObject(element, schema, depth);
    return true;
  }
  if (hasClass(element, "sl-openapi-schema-objects")) {
    schema[textContent(element).trim().startsWith("Any") ? "anyOf" : "oneOf"] = [];
    const discriminator = /discriminator: (.+)/.exec(textContent(element))?.[1]?.trim();
    if (discriminator !== undefined) schema["discriminator"] = Object.assign(emptyObject(), { propertyName: discriminator });
    return true;
  }
  if (element.tagName === "starlight-tabs") {
    const kind = schema["anyOf"] === undefined ? "oneOf" : "anyOf";
    schema[kind] = panels(element).map((panel) => schemaFrom(childrenOf(panel), depth + 1).schema);
    return true;
  }
  const words = element.tagName === "div" ? typeWords(spaced(element)) : undefined;
  if (words === undefined) return false;
  const said = schemaOf(words);
  Object.assign(schema, words.negated ? { not: said } : said, words.recursive ? ask(emptyObject(), "Which schema repeats here? The page says only that it is recursive.") : {});
  return true;
}

const spaced = (element: HtmlElement): string => textContent(element).replace(/\s+/g, " ").trim();

/** The panels of tabs that stand directly in an element. */
export function panels(element: HtmlElement): HtmlElement[] {
  return childrenOf(element).filter(isElement).filter((child) => attribute(child, "role") === "tabpanel");
}

/** An object of its own, or the items of the array above it. */
function readObject(element: HtmlElement, schema: MutableObject, depth: number): void {
  const object = emptyObject();
  for (const child of childrenOf(element).filter(isElement)) {
    if (child.tagName === "summary") object["type"] = "object";
    else if (hasClass(child, "sl-openapi-tags")) readTags(child, object);
    else if (hasClass(child, "sl-openapi-keys")) readProperties(child, object, depth);
  }
  const types = Array.isArray(schema["type"]) ? (schema["type"] as readonly Json[]) : [schema["type"]];
  if (types.includes("array")) schema["items"] = object;
  else Object.assign(schema, object);
}

function readProperties(keys: HtmlElement, object: MutableObject, depth: number): void {
  const properties = emptyObject();
  const required: string[] = [];
  for (const key of childrenOf(keys).filter(isElement)) {
    if (!hasClass(key, "sl-openapi-key")) continue;
    const { name, flags, content } = readKey(key);
    if (flags.has("additional properties")) {
      const any = content.filter(isElement).length === 1 && spaced(content.filter(isElement)[0] as HtmlElement) === "any";
      object["additionalProperties"] = any ? true : withExample(schemaFrom(content, depth + 1));
      continue;
    }
    const schema = withExample(schemaFrom(content, depth + 1));
    if (flags.has("deprecated")) schema["deprecated"] = true;
    if (flags.has("required")) required.push(name);
    properties[name] = schema;
  }
  if (required.length > 0) object["required"] = required;
  if (Object.keys(properties).length > 0) object["properties"] = properties;
}

function withExample({ schema, example }: HtmlSchema): MutableObject {
  if (example !== undefined) schema["example"] = example;
  return schema;
}

/** Name, flags and content of a key. */
export function readKey(key: HtmlElement): { readonly name: string; readonly flags: ReadonlySet<string>; readonly content: readonly HtmlNode[] } {
  const [head, body] = ["sl-openapi-key-name", "sl-openapi-key-description"].map((part) => childrenOf(key).filter(isElement).find((each) => hasClass(each, part)));
  const inside = head === undefined ? [] : childrenOf(head).filter(isElement);
  const name = inside.find(({ tagName }) => tagName === "strong");
  const flags = inside.filter(({ tagName }) => tagName === "div").map((flag) => textContent(flag).trim());
  return { name: name === undefined ? "" : textContent(name), flags: new Set(flags), content: body === undefined ? [] : childrenOf(body) };
}

function readTags(element: HtmlElement, schema: MutableObject): void {
  const tags = childrenOf(element).filter(isElement).filter((child) => hasClass(child, "sl-openapi-tag")).map((tag) => textContent(tag));
  const label = textContent(element).trim();
  if (!/^Allowed values?:/.test(label)) {
    for (const tag of tags) Object.assign(schema, tagOf(tag.trim(), schema));
    return;
  }
  const target = isObject(schema["items"]) ? (schema["items"] as MutableObject) : schema;
  const values = tags.map((tag) => (tag === '""' ? "" : valueOf(tag, target)));
  if (label.startsWith("Allowed value:")) target["const"] = values[0] ?? null;
  else target["enum"] = values;
}

/** An authored example; undefined for a generated one, and for several, of which text shows names only. */
export function readExample(element: HtmlElement, schema: MutableObject): Json | undefined {
  const all = descendants(element);
  if (all.some((each) => hasClass(each, "sl-openapi-examples-generated"))) return undefined;
  const code = all.find(({ tagName }) => tagName === "pre");
  if (code === undefined) return undefined;
  const text = codeText(code);
  return jsonOf(text) ?? valueOf(text, schema);
}

export function descendants(element: HtmlElement): HtmlElement[] {
  return childrenOf(element).filter(isElement).flatMap((child) => [child, ...(child.tagName === "pre" ? [] : descendants(child))]);
}

/** The code of a block, whose lines are elements. */
export function codeText(pre: HtmlElement): string {
  const lines: string[] = [];
  const visit = (element: HtmlElement): void => {
    if (hasClass(element, "ec-line")) lines.push(textContent(element).replace(/\n$/, ""));
    else for (const child of childrenOf(element).filter(isElement)) visit(child);
  };
  visit(pre);
  return lines.length > 0 ? lines.join("\n") : textContent(pre);
}
