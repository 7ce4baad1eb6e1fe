/**
 * The schema parser of a Starlight-OpenAPI page's text. A nested object has no end on the page: its keys run on into its
 * parent's. An example that the page shows tells them apart; where none does, the question is marked.
 */
import { type Json, type JsonObject, type MutableObject, emptyObject, isObject } from "../../json.js";
import { ask } from "../marks.js";
import { readOwnExample } from "./example.js";
import type { Lines } from "./lines.js";
import { type TypeWords, schemaOf, tagOf, typeWords, valueOf } from "./words.js";

export interface ParsedSchema {
  readonly schema: MutableObject;
  /** The schema is a union of which one member is shown. */
  readonly hidden?: "anyOf" | "oneOf";
}

/** What is known about the value a schema describes: examples of it, and of the objects around it. */
export interface Evidence {
  /** An example of the value itself. */
  readonly here: Json | undefined;
  /** Objects around it, innermost first, with the keys already read from each. */
  readonly around: readonly { readonly example: Json | undefined; readonly read: ReadonlySet<string> }[];
}

export const noEvidence: Evidence = { here: undefined, around: [] };

/** Levels of nested objects after which a page is taken for hostile. */
const deepest = 60;

/** Reads the schema that begins at the current line: title, description, type, tags, keys, example. */
export function readSchema(lines: Lines, evidence: Evidence, depth = 0): ParsedSchema {
  const texts = readTexts(lines);
  const parsed = lines.isUnion(lines.at) ? readUnion(lines, evidence, depth) : { schema: readTyped(lines, evidence, depth) };
  const example = depth > 0 ? readOwnExample(lines, parsed.schema) : undefined;
  const schema = emptyObject();
  Object.assign(schema, texts, parsed.schema, example?.value === undefined || example.generated ? {} : { example: example.value });
  return { ...parsed, schema };
}

/** Title and description, which stand before the type. */
function readTexts(lines: Lines): Readonly<Record<string, string>> {
  const shape = lines.shapeFrom(lines.at);
  if (shape === undefined || shape === lines.at) return {};
  const texts: Record<string, string> = {};
  if (lines.line() !== "") {
    texts["title"] = lines.line();
    lines.at++;
  }
  const description = textBetween(lines, lines.at, shape);
  if (description !== "") texts["description"] = description;
  lines.at = shape;
  return texts;
}

/** Paragraphs of a range, one blank line between them. */
export function textBetween(lines: Lines, from: number, to: number): string {
  const text: string[] = [];
  for (let at = from; at < to; at++) text.push(lines.get(at));
  return text.join("\n").replace(/\n{3,}/g, "\n\n").trim();
}

/** `Any of:` or `One of:` with the one member that is shown; the tabs with the others are hidden. */
function readUnion(lines: Lines, evidence: Evidence, depth: number): ParsedSchema {
  const line = lines.line();
  const hidden = line.startsWith("Any") ? "anyOf" : "oneOf";
  lines.at++;
  const below = /^discriminator: (.+)$/.exec(lines.line())?.[1];
  if (below !== undefined) lines.at++;
  const discriminator = / discriminator: (.+)$/.exec(line)?.[1] ?? below;
  const member = lines.shapeFrom(lines.at) === undefined || depth > deepest ? emptyObject() : readSchema(lines, evidence, depth + 1).schema;
  const schema = emptyObject();
  schema[hidden] = [member];
  if (discriminator !== undefined) schema["discriminator"] = Object.assign(emptyObject(), { propertyName: discriminator });
  return { schema, hidden };
}

function readTyped(lines: Lines, evidence: Evidence, depth: number): MutableObject {
  const words = typeWords(lines.line());
  if (words === undefined) return emptyObject();
  lines.at++;
  let schema = schemaOf(words);
  if (words.recursive) schema = ask(schema, "Which schema repeats here? The page says only that it is recursive.");
  readTags(lines, schema, words);
  if (depth < deepest) readInside(lines, schema, words, evidence, depth);
  if (!words.negated) return schema;
  return Object.assign(emptyObject(), { not: schema });
}

/** The keys of an object, or the object that an array holds. A recursive one is not printed again. */
function readInside(lines: Lines, schema: MutableObject, words: TypeWords, evidence: Evidence, depth: number): void {
  if (words.recursive) return;
  if (words.types.includes("object")) {
    Object.assign(schema, readKeys(lines, evidence, depth));
    return;
  }
  if (!words.types.includes("array")) return;
  const inner = words.items;
  const nested = inner === undefined || inner.types.includes("object");
  const shape = lines.shapeFrom(lines.at);
  if (!nested || shape === undefined || !isItemShape(lines, shape, inner)) return;
  const items = readSchema(lines, { ...evidence, here: united(evidence.here) }, depth + 1);
  schema["items"] = items.hidden === undefined ? items.schema : ask(items.schema, `Which other items are allowed? "${unionWords[items.hidden]}" stands above one of them; the others are behind tabs.`);
}

/** After `Array<object>` its object follows; after a bare `Array`, a union or nothing. */
function isItemShape(lines: Lines, shape: number, inner: TypeWords | undefined): boolean {
  if (inner === undefined) return lines.isUnion(shape);
  return typeWords(lines.get(shape))?.types.includes("object") === true;
}

export const unionWords = { anyOf: "Any of", oneOf: "One of" } as const;

/** Tags below a type, in any order; then the values of an enum, one a line. */
function readTags(lines: Lines, schema: MutableObject, words: TypeWords): void {
  for (;;) {
    const tag = tagOf(lines.line(), schema);
    // A second `nullable` is a key of that name.
    if (tag === undefined || Object.keys(tag).some((key) => schema[key] !== undefined && key !== "format")) break;
    Object.assign(schema, tag);
    lines.at++;
  }
  const values = /^Allowed (value|values): ?(.*)$/.exec(lines.line());
  if (values === null) return;
  lines.at++;
  const target = words.types.includes("array") && isObject(schema["items"]) ? (schema["items"] as MutableObject) : schema;
  const texts = values[2] === "" ? readValues(lines, values[1] === "value") : (values[2] as string).split(/\s+/);
  const read = texts.map((text) => (text === '""' ? "" : valueOf(text, target)));
  if (values[1] === "value" && read.length === 1) target["const"] = read[0] as Json;
  else if (read.length > 0) target["enum"] = read;
}

function readValues(lines: Lines, one: boolean): string[] {
  const values: string[] = [];
  while (!lines.done && lines.line() !== "" && !(one && values.length === 1)) {
    if (lines.isBoundary(lines.at) && values.length > 0) break;
    if (lines.isShape(lines.at) || lines.isFlag(lines.at) || lines.isPlainKey(lines.at)) break;
    values.push(lines.line());
    lines.at++;
  }
  // The last value is a key when what stands below it is a key's description and type.
  if (values.length > 1 && lines.line() === "" && lines.isKey(lines.at - 1)) {
    values.pop();
    lines.at--;
  }
  return values;
}

/** Keys of one object, until a line that is none or that belongs to an object around it. */
function readKeys(lines: Lines, evidence: Evidence, depth: number): MutableObject {
  const properties = emptyObject();
  const required: string[] = [];
  const read = new Set<string>();
  const result = emptyObject();
  const doubtful: string[] = [];
  while (lines.isKey(lines.at)) {
    const name = lines.line();
    const owner = ownerOf(name, evidence, read);
    if (owner === "around") break;
    if (owner === "unknown" && read.size > 0) doubtful.push(name);
    lines.at++;
    const flags = readFlags(lines);
    const inner: Evidence = { here: member(evidence.here, name), around: [{ example: evidence.here, read }, ...evidence.around] };
    if (flags.has("additional properties")) {
      result["additionalProperties"] = lines.line() === "any" ? anything(lines) : marked(readSchema(lines, { here: undefined, around: inner.around }, depth + 1));
      // They are printed last: the object ends here.
      break;
    }
    read.add(name);
    const schema = marked(readSchema(lines, inner, depth + 1));
    if (flags.has("deprecated")) schema["deprecated"] = true;
    if (flags.has("required")) required.push(name);
    properties[name] = schema;
  }
  const object = emptyObject();
  if (required.length > 0) object["required"] = required;
  if (Object.keys(properties).length > 0) object["properties"] = properties;
  Object.assign(object, result);
  if (doubtful.length === 0) return object;
  return ask(object, `Do ${doubtful.join(", ")} belong to this object or to the one around it? The text does not show where an object ends.`);
}

function anything(lines: Lines): boolean {
  lines.at++;
  return true;
}

/** The mark for a union inside an object, where no media type carries it. */
export function marked(parsed: ParsedSchema): MutableObject {
  if (parsed.hidden === undefined) return parsed.schema;
  return ask(parsed.schema, `Which other values are allowed? "${unionWords[parsed.hidden]}" stands above one of them; the others are behind tabs.`);
}

export function readFlags(lines: Lines): ReadonlySet<string> {
  const flags = new Set<string>();
  while (lines.isFlag(lines.at)) {
    flags.add(lines.line());
    lines.at++;
  }
  return flags;
}

/** Whose key a name is: the object's own, one's around it, or not to be told. At the root every key is its own. */
function ownerOf(name: string, evidence: Evidence, read: ReadonlySet<string>): "own" | "around" | "unknown" {
  const around = evidence.around.find((each) => has(each.example, name) && !each.read.has(name));
  if (has(evidence.here, name) && !read.has(name)) return "own";
  if (around !== undefined || (read.has(name) && evidence.around.length > 0)) return "around";
  return evidence.around.length === 0 ? "own" : "unknown";
}

const has = (example: Json | undefined, name: string): boolean => isObject(example) && example[name] !== undefined;

const member = (example: Json | undefined, name: string): Json | undefined => (isObject(example) ? example[name] : undefined);

/** The items of an example list as one object with all their keys. */
function united(example: Json | undefined): Json | undefined {
  if (!Array.isArray(example)) return example;
  const objects = (example as readonly Json[]).filter(isObject);
  return objects.length === 0 ? undefined : objects.reduce<JsonObject>((all, each) => Object.assign(emptyObject(), each, all), emptyObject());
}
