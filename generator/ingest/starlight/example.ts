/** Examples in the text of a page: whose they are, and where they end. */
import { type Json, type JsonObject, isObject } from "../../json.js";
import type { Lines } from "./lines.js";
import { jsonOf } from "./sample.js";
import { valueOf } from "./words.js";

/**
 * The example of a schema inside a body, as opposed to the body's own below it. Objects are the body's unless another example
 * follows; of other values the type tells.
 */
export function readOwnExample(lines: Lines, schema: JsonObject): ReadExample | undefined {
  if (!lines.isExample(lines.at)) return undefined;
  const start = lines.at;
  const example = readExample(lines, schema);
  const object = isObject(example.value) && (schema["type"] === "object" || schema["type"] === undefined) && exampleFollows(lines);
  const other = example.value !== undefined && !isObject(example.value) && Array.isArray(example.value) === (schema["type"] === "array");
  if (object || other) return example;
  lines.at = start;
  return undefined;
}

function exampleFollows(lines: Lines): boolean {
  for (let at = lines.at; at < lines.length && !lines.isMedia(at) && !lines.isHeading(at); at++) if (lines.isExample(at)) return true;
  return false;
}

export interface ReadExample {
  readonly value: Json | undefined;
  /** Made up by the renderer: no evidence. */
  readonly generated: boolean;
}

/** `Example` with its value below it: JSON over several lines, or one line of text. */
export function readExample(lines: Lines, schema: JsonObject): ReadExample {
  let generated = lines.line().endsWith("generated");
  lines.at++;
  if (lines.line() === "generated") {
    generated = true;
    lines.at++;
  }
  const json = jsonBlock(lines, lines.at);
  if (json !== undefined) {
    lines.at = json.end;
    return { value: json.value, generated };
  }
  const text = lines.line();
  if (text === "" || lines.isBoundary(lines.at) || lines.isPlainKey(lines.at) || lines.isShape(lines.at)) return { value: undefined, generated };
  lines.at++;
  return { value: valueOf(text, schema), generated };
}

/** The JSON object or list that begins at a line, read to where its brackets close. */
export function jsonBlock(lines: Lines, from: number): { readonly value: Json; readonly end: number } | undefined {
  if (!/^[{[]/.test(lines.get(from))) return undefined;
  let depth = 0;
  let quoted = false;
  const text: string[] = [];
  for (let at = from; at < lines.length; at++) {
    const line = lines.get(at);
    text.push(line);
    for (let i = 0; i < line.length; i++) {
      const char = line[i];
      if (quoted) {
        if (char === "\\") i++;
        else if (char === '"') quoted = false;
      } else if (char === '"') quoted = true;
      else if (char === "{" || char === "[") depth++;
      else if (char === "}" || char === "]") depth--;
    }
    if (depth <= 0) {
      const value = jsonOf(text.join("\n"));
      return value === undefined ? undefined : { value, end: at + 1 };
    }
  }
  return undefined;
}

/** What the renderer puts where a document has no example. */
const fillers: ReadonlySet<Json> = new Set([
  "example", "file", "binary", "2026-04-15", "2026-04-15T12:00:00Z", "hello@example.com", "https://example.com", "2489E9AD-2EE2-8E00-8EC9-32D5F69181C0", 1, true,
]);

/** Whether the renderer made a sample up: of fillers, and of what the schema says, alone. */
export function isMadeUp(value: Json, schema: Json | undefined): boolean {
  const known = isObject(schema) ? schema : undefined;
  if (Array.isArray(value)) return (value as readonly Json[]).every((item) => isMadeUp(item, known?.["items"]));
  if (isObject(value)) {
    const properties = known?.["properties"];
    return Object.keys(value).every((name) => isMadeUp(value[name] as Json, isObject(properties) ? properties[name] : undefined));
  }
  const values = known?.["enum"];
  return fillers.has(value) || known?.["const"] === value || known?.["default"] === value || (Array.isArray(values) && (values as readonly Json[]).includes(value));
}

/** The object that a body's sample follows: the first member of a union that is one. */
export function sampled(schema: JsonObject | undefined): JsonObject | undefined {
  const members = schema?.["oneOf"] ?? schema?.["anyOf"];
  const first = Array.isArray(members) ? (members as readonly Json[])[0] : undefined;
  return isObject(first) ? first : schema;
}
