/** Parameters and headers, with the standard's defaults filled in (OAS 3.1, 4.8.12 and 4.8.21). */
import { child, isObject, type Json, type JsonObject, type Pointer } from "../json.js";
import type { Parameter, ParameterPlace, ParameterStyle } from "./api.js";
import { readDocs } from "./docs.js";
import { readDelimiter, readFormStyles } from "./encoding.js";
import { quote } from "./keywords.js";
import { kindOf, kindsOf } from "./kinds.js";
import { entries, follow, items, leadsTo, type Reading } from "./reading.js";
import { readSchema } from "./schemas.js";

const places: ReadonlyMap<Json | undefined, ParameterPlace> = new Map<string, ParameterPlace>([
  ["path", "path"],
  ["query", "query"],
  ["querystring", "query"],
  ["header", "header"],
  ["cookie", "cookie"],
]);

/** The styles of each place; the first is the default. */
const styles: Record<ParameterPlace, readonly ParameterStyle[]> = {
  path: ["simple", "label", "matrix"],
  query: ["form", "spaceDelimited", "pipeDelimited", "deepObject"],
  header: ["simple"],
  cookie: ["form", "cookie"],
};

/** "SHALL be ignored" as header parameters (OAS 3.1, 4.8.12.1): media types and credentials are said elsewhere. */
const ignoredHeaders: ReadonlySet<string> = new Set(["accept", "content-type", "authorization"]);

/** The parameters of an operation: the path item's, each replaced by the operation's of the same name and place. */
export function readParameters(reading: Reading, pathItem: Lists, operation: Lists): Parameter[] {
  const merged = new Map<string, Parameter>();
  for (const list of [pathItem, operation]) {
    const own = new Set<string>();
    for (const { value, at } of items(list.value["parameters"], child(list.at, "parameters"))) {
      const parameter = readParameter(reading, value, at);
      if (!parameter) continue;
      // The names of header fields do not know case (RFC 9110, 5.1).
      const key = `${parameter.place} ${parameter.whole} ${parameter.place === "header" ? parameter.name.toLowerCase() : parameter.name}`;
      if (own.has(key)) reading.report("model/parameter-duplicate", at, `The ${parameter.place} parameter ${quote(parameter.name)} is declared twice.`);
      else merged.set(key, parameter);
      own.add(key);
    }
  }
  return [...merged.values()];
}

/**
 * The path parameters that the template has room for, each once: one that the template does not name cannot be sent, and a name
 * that nobody declared is a text (both reported). The order is the template's.
 */
export function fitTemplate(reading: Reading, path: string, parameters: readonly Parameter[], at: Pointer): Parameter[] {
  const names = [...new Set([...path.matchAll(/\{([^{}]+)\}/g)].map(([, name = ""]) => name))];
  const declared = new Map(parameters.filter(({ place }) => place === "path").map((parameter) => [parameter.name, parameter]));
  for (const [name, parameter] of declared) {
    if (!names.includes(name)) reading.report("model/path-parameter-unused", parameter.at, `${path} has no {${name}}.`);
  }
  const fitting = names.map((name) => {
    const parameter = declared.get(name);
    if (!parameter) reading.report("model/path-parameter-missing", at, `Nobody declares {${name}} of ${path}; it is taken for a text.`);
    return parameter ?? readValue(reading, { schema: { type: "string" } }, at, name, "path");
  });
  return [...fitting, ...parameters.filter(({ place }) => place !== "path")];
}

interface Lists {
  readonly value: JsonObject;
  readonly at: Pointer;
}

function readParameter(reading: Reading, value: Json, at: Pointer): Parameter | undefined {
  const found = follow(reading, value, at, "parameter");
  if (!found) return undefined;
  const { name } = found.value;
  const place = places.get(found.value["in"]);
  if (typeof name !== "string" || name === "" || !place) {
    reading.report("model/parameter-unusable", found.at, "A parameter needs a name, and one of path, query, header and cookie as its place.");
    return undefined;
  }
  if (place === "header" && ignoredHeaders.has(name.toLowerCase())) {
    reading.report("model/header-ignored", found.at, `${name} is set from the media types and the security schemes.`);
    return undefined;
  }
  const usable = place === "header" ? headerName(reading, name, found.at) : name;
  if (usable === undefined) return undefined;
  const parameter = readValue(reading, found.value, found.at, usable, place);
  if (parameter.mediaType === undefined && parameter.style !== "deepObject" && isNested(reading, found.value["schema"])) {
    reading.report("model/parameter-nested", found.at, `${quote(name)} holds objects or lists inside of others, and the style ${parameter.style} has no way to write them.`);
  }
  return parameter;
}

/** Whether the items of a list, or a property of an object, can be nothing but lists and objects: how a style writes those is undefined (OAS 3.1.1, 4.8.12.3). */
function isNested(reading: Reading, schema: Json | undefined): boolean {
  let node = schema;
  for (let hops = 0; isObject(node) && typeof node["$ref"] === "string" && hops < 32; hops++) node = leadsTo(reading, node["$ref"])?.value;
  if (!isObject(node)) return false;
  const nests = (inner: Json | undefined): boolean => {
    const kinds = inner === undefined ? 0 : kindsOf(reading, inner) & ~kindOf("null");
    return kinds !== 0 && (kinds & ~(kindOf("array") | kindOf("object"))) === 0;
  };
  if (kindsOf(reading, node) === kindOf("array")) return nests(node["items"]);
  return kindsOf(reading, node) === kindOf("object") && entries(node["properties"], "").some(({ value }) => nests(value));
}

/** Response headers and the headers of a multipart part: parameters without `name` and `in`, style `simple`. */
export function readHeaders(reading: Reading, value: Json | undefined, at: Pointer): Parameter[] {
  const given = new Set<string>();
  return entries(value, at).flatMap(({ name, value: header, at: place }) => {
    const usable = name.toLowerCase() === "content-type" ? undefined : headerName(reading, name, place);
    const found = usable === undefined ? undefined : follow(reading, header, place, "header");
    if (!found || usable === undefined) return [];
    const key = usable.toLowerCase();
    if (given.has(key)) {
      reading.report("model/parameter-duplicate", place, `The header ${quote(usable)} is declared twice.`);
      return [];
    }
    given.add(key);
    return [readValue(reading, found.value, found.at, usable, "header")];
  });
}

/** RFC 9110, 5.6.2. */
export const isToken = (text: string): boolean => /^[!#$%&'*+.^_`|~\dA-Za-z-]+$/.test(text);

/** RFC 9110, 5.1: a field's name is a token. fetch throws for any other, in what is sent and in what is asked of an answer. */
export function headerName(reading: Reading, name: string, at: Pointer): string | undefined {
  if (isToken(name)) return name;
  const trimmed = name.trim();
  const isUsable = isToken(trimmed);
  reading.report("model/header-name", at, `No header can be called ${quote(name)}; ${isUsable ? "the spaces around it are left out" : "it is left out"}.`);
  return isUsable ? trimmed : undefined;
}

function readValue(reading: Reading, node: JsonObject, at: Pointer, name: string, place: ParameterPlace): Parameter {
  const whole = node["in"] === "querystring";
  const style = readStyle(reading, node, at, place);
  const [content] = entries(node["content"], child(at, "content"));
  const media = content && isObject(content.value) ? { value: content.value, at: content.at } : undefined;
  const source = media ?? { value: node, at };
  return {
    name,
    place,
    whole,
    // "If the parameter location is path, this property is REQUIRED and its value MUST be true" (4.8.12.2).
    required: place === "path" || node["required"] === true,
    docs: readDocs(node, reading.root),
    schema: readSchema(reading, source.value["schema"], child(source.at, "schema")),
    style,
    explode: typeof node["explode"] === "boolean" ? node["explode"] : style === "form" || style === "cookie",
    allowReserved: node["allowReserved"] === true,
    allowEmptyValue: place === "query" && node["allowEmptyValue"] === true,
    mediaType: media ? content?.name : undefined,
    encoding: readFormStyles(media?.value["encoding"], child(source.at, "encoding")),
    delimited: readDelimiter(node),
    at,
  };
}

function readStyle(reading: Reading, node: JsonObject, at: Pointer, place: ParameterPlace): ParameterStyle {
  const written = node["style"];
  const [fallback = "simple"] = styles[place];
  if (written === undefined) return fallback;
  const style = styles[place].find((candidate) => candidate === written);
  if (!style) reading.report("model/style-unusable", child(at, "style"), `A ${place} value has no such style; it is sent as ${fallback}.`);
  return style ?? fallback;
}
