/** Text → values without prototypes. JSON takes the short way; what only YAML can read takes the other. */
import { type Diagnostic, Refusal, refuse } from "../diagnostics.js";
import type { Json, JsonObject } from "../json.js";
import type { Limits } from "./limits.js";
import { position } from "./position.js";

/** What was read, and why it was not easy. */
export interface Parsed {
  readonly value: Json;
  /** The rule of YAML that the text breaks; it was read as most readers do. */
  readonly broken?: Diagnostic;
  /** Whether a `$ref`, wherever it stands, does not begin with `#`; undefined where that was not looked at on the way. */
  readonly refersOutside?: boolean;
}

/** @throws Refusal for what is not JSON or YAML, for keys given twice and for what exceeds the limits. */
export async function parse(text: string, file: string, limits: Limits): Promise<Parsed> {
  if (/^[\s\ufeff]*$/.test(text.slice(0, 10_000)) && text.trim() === "") throw refuse("source/empty", { file }, "The file is empty.");
  if (/^\s*[{[]/.test(text.slice(0, 1000))) {
    const json = parseJson(text, file, limits);
    if (json !== undefined) return json;
  }
  const read = await readYaml(text, file, limits);
  if (read.value === null) throw refuse("source/empty", { file }, "The file holds nothing but comments.");
  return read;
}

async function readYaml(text: string, file: string, limits: Limits): Promise<Parsed> {
  const { parseYaml } = await import("./yaml.js");
  try {
    return { value: parseYaml(text, file, limits) };
  } catch (error) {
    if (!(error instanceof Refusal) || error.diagnostic.code !== "source/syntax") throw error;
    const { parseTolerantly } = await import("./tolerant.js");
    const value = parseTolerantly(text, limits);
    // A bare text is what tolerance makes of prose, HTML and the like.
    if (value === undefined || typeof value !== "object") throw error;
    const { at, message } = error.diagnostic;
    return { value, broken: refuse("source/yaml", at, message).diagnostic };
  }
}

/** Undefined where the text is no JSON: YAML reads more (and says better where it stops). */
function parseJson(text: string, file: string, limits: Limits): Parsed | undefined {
  let value: Json;
  try {
    value = JSON.parse(text) as Json;
  } catch {
    return undefined;
  }
  const { keys, refersOutside } = bare(value, file, limits);
  if (countKeys(text) !== keys) throw duplicateKey(text, file);
  return { value, refersOutside };
}

/** Takes the prototypes from the objects that `JSON.parse` made, in place; counts their keys and looks at their references. */
function bare(root: Json, file: string, limits: Limits): { readonly keys: number; readonly refersOutside: boolean } {
  let keys = 0;
  let refersOutside = false;
  let values = 0;
  const visit = (value: Json, depth: number): void => {
    values++;
    if (typeof value !== "object" || value === null) return;
    if (depth > limits.depth) throw refuse("source/too-large", { file }, `The document is nested deeper than ${limits.depth} levels.`);
    if (Array.isArray(value)) return (value as Json[]).forEach((item) => visit(item, depth + 1));
    const object = Object.setPrototypeOf(value, null) as JsonObject;
    for (const name in object) {
      keys++;
      if (name.length > limits.keyLength) throw refuse("source/too-large", { file }, `A key is longer than ${limits.keyLength} characters.`);
      const member = object[name] as Json;
      if (name === "$ref" && typeof member === "string" && !member.startsWith("#")) refersOutside = true;
      visit(member, depth + 1);
    }
  };
  visit(root, 1);
  if (values > limits.values) throw refuse("source/too-large", { file }, `The document has more than ${limits.values} values.`);
  return { keys, refersOutside };
}

/** Strings of a valid JSON text that a colon follows. `indexOf` is native, so this costs far less than a scan by characters. */
function countKeys(text: string): number {
  let count = 0;
  for (let open = text.indexOf('"'); open >= 0; ) {
    const close = stringEnd(text, open);
    let next = close + 1;
    while (isSpace(text.charCodeAt(next))) next++;
    if (text.charCodeAt(next) === 58) count++;
    open = text.indexOf('"', next);
  }
  return count;
}

const isSpace = (char: number): boolean => char === 32 || char === 10 || char === 13 || char === 9;

/** The offset of the quote that ends the string that starts at `open`. */
export function stringEnd(text: string, open: number): number {
  for (let close = text.indexOf('"', open + 1); close >= 0; close = text.indexOf('"', close + 1)) {
    let slashes = 0;
    while (text.charCodeAt(close - 1 - slashes) === 92) slashes++;
    if (slashes % 2 === 0) return close;
  }
  return text.length;
}

/** Finds the key that stands twice; only called when there is one. */
function duplicateKey(text: string, file: string): Error {
  const open: (Set<string> | undefined)[] = [];
  for (let i = 0; i < text.length; i++) {
    const char = text[i];
    if (char === "{") open.push(new Set());
    else if (char === "[") open.push(undefined);
    else if (char === "}" || char === "]") open.pop();
    else if (char === '"') {
      const end = stringEnd(text, i);
      let next = end + 1;
      while (isSpace(text.charCodeAt(next))) next++;
      const names = open.at(-1);
      if (text[next] === ":" && names) {
        const name = JSON.parse(text.slice(i, end + 1)) as string;
        if (names.has(name))
          return refuse("source/duplicate-key", { file, ...position(text, i) }, `The key ${JSON.stringify(name.slice(0, 80))} is given twice in one object.`);
        names.add(name);
      }
      i = end;
    }
  }
  return refuse("source/duplicate-key", { file }, "A key is given twice in one object.");
}
