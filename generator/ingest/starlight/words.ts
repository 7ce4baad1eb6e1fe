/** The words in which Starlight-OpenAPI prints types and their bounds. */
import { type Json, type JsonObject, type MutableObject, emptyObject } from "../../json.js";

/** A type line: `string | null format: uuid`, `Array<object>`, `not integer`. */
export interface TypeWords {
  readonly types: readonly string[];
  /** What stands between the brackets of `Array<…>`; undefined for a bare `Array`. */
  readonly items?: TypeWords;
  readonly recursive: boolean;
  readonly negated: boolean;
  readonly format?: string;
}

const names: ReadonlySet<string> = new Set(["string", "number", "integer", "boolean", "object", "array", "null", "file", "any", "unknown", "recursive", "Array"]);

/** @returns undefined for a line that is no type line. */
export function typeWords(line: string): TypeWords | undefined {
  if (line.length > 300) return undefined;
  if (line === "not matching") return { types: ["object"], recursive: false, negated: true };
  const negated = line.startsWith("not ");
  const [words = "", format] = splitOnce(negated ? line.slice(4) : line, " format: ");
  const recursive = words.endsWith(" recursive") || words.includes(" recursive |");
  const read = union(words.replace(" recursive", ""), 0);
  if (read === undefined) return undefined;
  return { ...read, recursive, negated, ...(format === undefined ? {} : { format }) };
}

function union(text: string, depth: number): Pick<TypeWords, "types" | "items"> | undefined {
  const types: string[] = [];
  let items: TypeWords | undefined;
  for (const part of splitTop(text)) {
    const inner = /^Array<(.*)>$/.exec(part)?.[1];
    if (inner !== undefined && depth < 20) {
      const read = union(inner, depth + 1);
      if (read === undefined) return undefined;
      items = { ...read, recursive: read.types.includes("recursive"), negated: false };
      types.push("array");
    } else if (names.has(part)) types.push(part === "Array" ? "array" : part);
    else return undefined;
  }
  return types.length === 0 ? undefined : { types, ...(items ? { items } : {}) };
}

/** Splits at ` | ` outside brackets. */
function splitTop(text: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let start = 0;
  for (let at = 0; at < text.length; at++) {
    if (text[at] === "<") depth++;
    else if (text[at] === ">") depth--;
    else if (depth === 0 && text.startsWith(" | ", at)) {
      parts.push(text.slice(start, at));
      start = at + 3;
    }
  }
  return [...parts, text.slice(start)];
}

function splitOnce(text: string, by: string): [string, string?] {
  const at = text.indexOf(by);
  return at < 0 ? [text] : [text.slice(0, at), text.slice(at + by.length)];
}

/** The schema that type words say, without what stands on further lines. `null` beside a type is 3.1's. */
export function schemaOf(words: TypeWords): MutableObject {
  const schema = emptyObject();
  const types = words.types.filter((type) => type !== "any" && type !== "unknown" && type !== "recursive");
  if (types.includes("file")) {
    schema["type"] = "string";
    schema["format"] = "binary";
  } else if (types.length === 1) schema["type"] = types[0] as string;
  else if (types.length > 1) schema["type"] = [...types];
  if (words.format !== undefined) schema["format"] = words.format;
  if (words.items !== undefined) schema["items"] = schemaOf(words.items);
  return schema;
}

/** Tag lines: the form, and what it says. `n` is a number. */
const tags: readonly { readonly form: RegExp; read(text: string, schema: JsonObject): Readonly<Record<string, Json>> }[] = [
  { form: /^default: (.*)$/, read: (text, schema) => ({ default: valueOf(text, schema) }) },
  { form: /^nullable$/, read: () => ({ nullable: true }) },
  { form: /^>= (\d+) characters$/, read: (text) => ({ minLength: Number(text) }) },
  { form: /^<= (\d+) characters$/, read: (text) => ({ maxLength: Number(text) }) },
  { form: /^>= (\d+) items$/, read: (text) => ({ minItems: Number(text) }) },
  { form: /^<= (\d+) items$/, read: (text) => ({ maxItems: Number(text) }) },
  { form: /^>= (\d+) properties$/, read: (text) => ({ minProperties: Number(text) }) },
  { form: /^<= (\d+) properties$/, read: (text) => ({ maxProperties: Number(text) }) },
  { form: /^>= (-?[\d.eE+-]+)$/, read: (text) => ({ minimum: Number(text) }) },
  { form: /^<= (-?[\d.eE+-]+)$/, read: (text) => ({ maximum: Number(text) }) },
  // The renderer prints a lower bound of zero as a bare 0: it tests the bound's truth.
  { form: /^(0)$/, read: (text) => ({ minimum: Number(text) }) },
  { form: /^> (-?[\d.eE+-]+)$/, read: (text) => ({ exclusiveMinimum: Number(text) }) },
  { form: /^< (-?[\d.eE+-]+)$/, read: (text) => ({ exclusiveMaximum: Number(text) }) },
  { form: /^multiple of (-?[\d.eE+-]+)$/, read: (text) => ({ multipleOf: Number(text) }) },
  { form: /^unique items$/, read: () => ({ uniqueItems: true }) },
  { form: /^format: (.+)$/, read: (text) => ({ format: text }) },
  { form: /^\/(.*)\/$/, read: (text) => ({ pattern: text }) },
];

/** What a tag line adds to a schema; undefined for a line that is no tag. */
export function tagOf(line: string, schema: JsonObject): Readonly<Record<string, Json>> | undefined {
  for (const { form, read } of tags) {
    const match = form.exec(line);
    if (match) return read(match[1] ?? "", schema);
  }
  return undefined;
}

/** A printed value as the schema's type has it: `5` is a number only where numbers are meant. */
export function valueOf(text: string, schema: JsonObject): Json {
  const types = Array.isArray(schema["type"]) ? (schema["type"] as readonly Json[]) : [schema["type"]];
  if ((types.includes("number") || types.includes("integer")) && text.trim() !== "" && Number.isFinite(Number(text))) return Number(text);
  if (types.includes("boolean") && (text === "true" || text === "false")) return text === "true";
  if (types.includes("null") && text === "null") return null;
  return text;
}
