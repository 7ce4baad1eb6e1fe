/**
 * Mintlify pages that describe their operation in components alone: `api:` in the front matter, then
 * `<ParamField query="limit" type="integer" required>…</ParamField>` and `<ResponseField name="id" type="string">`.
 */
import { type Json, type JsonObject, type MutableObject, emptyObject, isObject } from "../../json.js";
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
    const { security, schemes } = securityOf(/^authMethod: *["']?(\w+)/m.exec(matter)?.[1]?.toLowerCase());
    const operation = made({
      summary: titleLine.exec(matter)?.[1] || undefined,
      description: descriptionLine.exec(matter)?.[1] || undefined,
      parameters: parametersOf(components, path),
      requestBody: bodyOf(components),
      responses: responsesOf(components),
      security,
    });
    const root = made({
      servers: server === undefined ? undefined : [serverOf(server)],
      paths: keyed(path, keyed((named[1] as string).toLowerCase(), operation)),
      components: schemes === undefined ? undefined : made({ securitySchemes: schemes }),
    });
    return Promise.resolve([{ page, platform: "mintlify-mdx", span: { start: 0, end: page.text.length, line: 1 }, root, elided: false }]);
  },
};

function splitAddress(address: string): { readonly server: string | undefined; readonly path: string } {
  const [, server, rest] = /^(https?:\/\/[^/?#]+)(\/.*)?$/.exec(address) ?? [];
  const path = server === undefined ? address.replace(/^\/?/, "/") : (rest ?? "/");
  return { server, path: path.replace(/\/:([A-Za-z_]\w*)/g, "/{$1}") };
}

/** A variable of the address has to have a value (OpenAPI 3.1.1, 4.8.6), and the page gives none. */
function serverOf(url: string): Json {
  const names = templateNames(url);
  const variables = emptyObject();
  for (const name of names) variables[name] = ask(made({ default: name }), `What does {${name}} in the server's address stand for? The page gives no value.`);
  return made({ url, variables: names.length > 0 ? variables : undefined });
}

/** What the front matter's word for authentication says; of a key it does not say where it goes. */
const authMethods: ReadonlyMap<string, () => MutableObject> = new Map([
  ["bearer", () => made({ type: "http", scheme: "bearer" })],
  ["basic", () => made({ type: "http", scheme: "basic" })],
  ["key", () => ask(infer(made({ type: "apiKey", in: "header", name: "X-API-Key" }), "The page says that a key is sent."), "Which header, or which query parameter, takes the key?")],
]);

function securityOf(word: string | undefined): { readonly security: Json | undefined; readonly schemes: MutableObject | undefined } {
  if (word === "none") return { security: [], schemes: undefined };
  const scheme = word === undefined ? undefined : authMethods.get(word);
  if (word === undefined || scheme === undefined) return { security: undefined, schemes: undefined };
  return { security: [keyed(`${word}Auth`, [])], schemes: keyed(`${word}Auth`, scheme()) };
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

/** Answers of the statuses that the samples are labelled with; without a label, one success answer. The fields are those of the first success. */
function responsesOf(components: readonly Component[]): MutableObject {
  const members = fields(components, "ResponseField");
  const schema = members.length > 0 ? objectOf(members, "name") : undefined;
  const samples = fields(components, "ResponseExample").flatMap(({ raw }) => samplesOf(raw));
  const labelled = samples.filter(({ status }) => status !== undefined);
  const success = labelled.find(({ status }) => status?.startsWith("2"))?.status ?? "200";
  const result = emptyObject();
  for (const { status = "", value } of labelled) {
    const media = made({ schema: status === success ? schema : undefined, example: value });
    result[status] ??= ask(infer(answer(status, media), "The page labels a sample with the status."), "Which other statuses does the operation answer with?");
  }
  const plain = answer(success, made({ schema, example: labelled.length > 0 ? undefined : samples[0]?.value }));
  result[success] ??= ask(infer(plain, "The page describes one answer and no status."), "Which statuses does the operation answer with?");
  return result;
}

function answer(status: string, media: JsonObject): MutableObject {
  return made({ description: status.startsWith("2") ? "Success" : "Error", content: Object.keys(media).length > 0 ? keyed("application/json", media) : undefined });
}

/** The fences in a `<ResponseExample>`, with the status in the words behind their marks. */
function samplesOf(raw: string): { readonly status: string | undefined; readonly value: Json | undefined }[] {
  return [...raw.matchAll(/```([^\n`]*)\n([^`]*)```/g)].map(([, label = "", text = ""]) => ({ status: /\b[1-5]\d\d\b/.exec(label)?.[0], value: jsonOf(text) }));
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

