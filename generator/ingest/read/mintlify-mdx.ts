/**
 * Mintlify pages that describe their operation in components alone: `api:` in the front matter, then
 * `<ParamField query="limit" type="integer" required>…</ParamField>` and `<ResponseField name="id" type="string">`.
 */
import { type Json, type MutableObject, emptyObject, isObject } from "../../json.js";
import { ask, infer } from "../marks.js";
import { frontMatter } from "../markdown.js";
import { componentTree, type Component } from "../mdx.js";
import { templateNames } from "../path-names.js";
import type { Reader } from "../readers.js";
import { made } from "../shape.js";
import { jsonOf } from "../starlight/sample.js";

const operationLine = /^api: *["']? *(GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH|TRACE) +([^"'\s]+)["']? *$/im;
const titleLine = /^title: *["']?(.*?)["']? *$/m;
const descriptionLine = /^description: *["']?(.*?)["']? *$/m;

export const mintlifyMdxReader: Reader = {
  looksFor: "front matter with `api: METHOD /path` and <ParamField> components (Mintlify)",
  kind: "text",
  read({ page }) {
    const matter = frontMatter(page.text) ?? "";
    const named = operationLine.exec(matter);
    if (named === null) return Promise.resolve([]);
    const { server, path } = splitAddress(named[2] as string);
    const components = componentTree(page.text);
    const operation = made({
      summary: titleLine.exec(matter)?.[1] || undefined,
      description: descriptionLine.exec(matter)?.[1] || undefined,
      parameters: parametersOf(components, path),
      requestBody: bodyOf(components),
      responses: responsesOf(components),
    });
    const root = made({ servers: server === undefined ? undefined : [made({ url: server })], paths: keyed(path, keyed((named[1] as string).toLowerCase(), operation)) });
    return Promise.resolve([{ page, platform: "mintlify-mdx", span: { start: 0, end: page.text.length, line: 1 }, root, elided: false }]);
  },
};

function splitAddress(address: string): { readonly server: string | undefined; readonly path: string } {
  const match = /^(https?:\/\/[^/{}?#]+)(\/.*)?$/.exec(address);
  if (match === null) return { server: undefined, path: address.startsWith("/") ? address : `/${address}` };
  return { server: match[1], path: match[2] ?? "/" };
}

function keyed(name: string, value: Json): MutableObject {
  const object = emptyObject();
  object[name] = value;
  return object;
}

const places = ["path", "query", "header", "cookie"] as const;

function parametersOf(components: readonly Component[], path: string): Json | undefined {
  const inPath = new Set(templateNames(path));
  const list = fields(components, "ParamField").flatMap((field) => {
    const place = places.find((each) => field.attributes.get(each) !== undefined);
    const name = place === undefined ? undefined : field.attributes.get(place);
    if (place === undefined || name === undefined) return [];
    const required = place === "path" || inPath.has(name) || isRequired(field);
    const schema = schemaOf(field);
    return made({ name, in: place, required: required ? true : undefined, description: field.text || undefined, schema });
  });
  return list.length > 0 ? list : undefined;
}

function bodyOf(components: readonly Component[]): Json | undefined {
  const members = fields(components, "ParamField").filter((field) => field.attributes.get("body") !== undefined);
  if (members.length === 0) return undefined;
  const content = keyed("application/json", made({ schema: objectOf(members, "body") }));
  const body = made({ required: members.some(isRequired) ? true : undefined, content });
  return infer(body, "The page lists fields of a body and no media type; JSON is what such pages send.");
}

/** The page says no status: one success answer, of the fields that it lists and the sample that it shows. */
function responsesOf(components: readonly Component[]): MutableObject {
  const members = fields(components, "ResponseField");
  const example = components.find(({ name }) => name === "ResponseExample");
  const shown = example === undefined ? undefined : exampleOf(example.raw);
  const media = made({ schema: members.length > 0 ? objectOf(members, "name") : undefined, example: shown });
  const response = made({ description: "Success", content: Object.keys(media).length > 0 ? keyed("application/json", media) : undefined });
  return keyed("200", ask(infer(response, "The page describes one answer and no status."), "Which statuses does the operation answer with?"));
}

/** The first fence in a `<ResponseExample>`. */
function exampleOf(raw: string): Json | undefined {
  const start = raw.indexOf("```");
  const line = raw.indexOf("\n", start);
  const end = raw.indexOf("```", line);
  return start < 0 || line < 0 || end < 0 ? undefined : jsonOf(raw.slice(line, end));
}

function fields(components: readonly Component[], name: string): Component[] {
  return components.filter((component) => component.name === name);
}

const isRequired = (field: Component): boolean => field.attributes.has("required") && field.attributes.get("required") !== "false";

function objectOf(members: readonly Component[], key: string): MutableObject {
  const properties = emptyObject();
  const required: string[] = [];
  for (const field of members) {
    const name = field.attributes.get(key);
    if (name === undefined) continue;
    properties[name] = withText(schemaOf(field), field.text);
    if (isRequired(field)) required.push(name);
  }
  return made({ type: "object", required: required.length > 0 ? required : undefined, properties });
}

function withText(schema: MutableObject, text: string): MutableObject {
  if (text !== "") schema["description"] = text;
  return schema;
}

/** Type words of the platform's authors: `string`, `string[]`, `array of objects`, `enum<string>`, `file`. */
function schemaOf(field: Component): MutableObject {
  const words = (field.attributes.get("type") ?? "").trim().toLowerCase();
  const list = /^(.*?)\[\]$|^array of (\w+?)s?$|^array<(.*)>$|^list of (\w+?)s?$/.exec(words)?.slice(1).find((word) => word !== undefined);
  const nested = field.children.flatMap((child) => (child.name === "Expandable" ? child.children : [child]));
  const inner = nestedObject(nested);
  const schema = list === undefined ? plainType(words, inner) : made({ type: "array", items: plainType(list, inner) });
  const preset = field.attributes.get("default");
  if (preset !== undefined && preset !== "") schema["default"] = typedValue(preset, schema);
  return field.attributes.has("deprecated") ? made({ ...schema, deprecated: true }) : schema;
}

function nestedObject(children: readonly Component[]): MutableObject | undefined {
  const members = children.filter(({ name }) => name === "ParamField" || name === "ResponseField");
  if (members.length === 0) return undefined;
  const key = members[0]?.name === "ResponseField" ? "name" : "body";
  return objectOf(members, key);
}

const types: ReadonlyMap<string, string> = new Map(
  Object.entries({ string: "string", str: "string", text: "string", number: "number", float: "number", integer: "integer", int: "integer", boolean: "boolean", bool: "boolean", object: "object", dict: "object", array: "array" }),
);

function plainType(words: string, inner: MutableObject | undefined): MutableObject {
  if (words === "file" || words === "binary") return made({ type: "string", format: "binary" });
  const word = /^enum<(\w+)>$/.exec(words)?.[1] ?? words;
  const type = types.get(word);
  if (type === "array") return made({ type, items: inner ?? emptyObject() });
  if (inner !== undefined) return inner;
  if (type !== undefined) return made({ type });
  return words === "" || words === "any" ? emptyObject() : infer(emptyObject(), `The page calls the type ${JSON.stringify(words)}.`);
}

function typedValue(text: string, schema: MutableObject): Json {
  if (schema["type"] === "string") return text;
  const value = jsonOf(text);
  return value === undefined || isObject(value) ? text : value;
}

