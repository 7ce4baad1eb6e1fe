/**
 * JSON values as YAML 1.2, in block style. A printer of our own, because the document that is shipped may be large (13 MB
 * take a library seconds) and because its bytes must depend on nothing but the values.
 *
 *   - name: populationId
 *     in: path
 */
import { isObject, type Json, type JsonObject } from "../json.js";
import type { Pour } from "./file.js";

/** Puts the keys of an object in order. */
export type KeyOrder = (keys: string[], object: JsonObject) => string[];

/** A document, ended by a line break. */
export function yaml(value: Json, order: KeyOrder): string {
  let text = "";
  yamlPieces(value, order)((piece) => void (text += piece));
  return text;
}

/** The same in pieces, for a large document. */
export function yamlPieces(value: Json, order: KeyOrder): Pour {
  return (put) => {
    const out = new Out(put);
    if (isContainer(value)) write(value, "", "", out, order);
    else out.line("", "", "", scalar(value, ""));
    out.end();
  };
}

/** Hands the text over by the thousand lines: a large document has millions, and a list of all is as large as the text. */
class Out {
  readonly #put: (piece: string) => void;
  /** Filled again and again: a list that grows is copied several times until it is full. */
  readonly #pieces = new Array<string>(4000).fill("");
  #count = 0;
  /** Most documents have few names, many times over. */
  readonly #keys = new Map<string, string>();

  constructor(put: (piece: string) => void) {
    this.#put = put;
  }

  key(name: string): string {
    let text = this.#keys.get(name);
    if (text === undefined) this.#keys.set(name, (text = keyText(name)));
    return text;
  }

  line(start: string, label: string, colon: string, value: string): void {
    const pieces = this.#pieces;
    pieces[this.#count++] = start;
    pieces[this.#count++] = label;
    pieces[this.#count++] = colon;
    pieces[this.#count++] = value;
    pieces[this.#count++] = "\n";
    if (this.#count < pieces.length) return;
    this.#put(pieces.join(""));
    this.#count = 0;
  }

  end(): void {
    this.#put(this.#pieces.slice(0, this.#count).join(""));
  }
}

function isContainer(value: Json): value is JsonObject | readonly Json[] {
  if (typeof value !== "object" || value === null) return false;
  if (Array.isArray(value)) return value.length > 0;
  for (const _ in value) return true;
  return false;
}

/** @param lead what the first line begins with; the others begin with `indent`, which is as wide */
function write(value: JsonObject | readonly Json[], lead: string, indent: string, out: Out, order: KeyOrder): void {
  let start = lead;
  const inner = `${indent}  `;
  if (!isObject(value)) {
    for (let i = 0; i < value.length; i++, start = indent) {
      const item = value[i] as Json;
      // The first line of what is inside stands behind the dash, which is as wide as the indentation.
      if (isContainer(item)) write(item, `${start}- `, inner, out, order);
      else out.line(start, "- ", "", scalar(item, indent));
    }
    return;
  }
  const names = order(Object.keys(value), value);
  for (let i = 0; i < names.length; i++, start = indent) {
    const name = names[i] as string;
    const member = value[name] as Json;
    const key = out.key(name);
    if (isContainer(member)) {
      out.line(start, key, ":", "");
      write(member, inner, inner, out, order);
    } else out.line(start, key, ": ", scalar(member, indent));
  }
}

// What reads as text whatever the reader's version of YAML: no number, no date, no y, no, on or off, nothing with a mark of YAML's.
// A colon ends a key only before a blank or at the end, a # begins a comment only after a blank.
const plain = /^[A-Za-z_$/](?:[A-Za-z0-9_$/.{}()'",;+=@?!-]|:(?=[A-Za-z0-9_$/{}(]))*(?: (?:[A-Za-z0-9_$/.{}()'",;+=@?!-]|:(?=[A-Za-z0-9_$/{}(]))+)*$/;
const wordsOfYaml = /^(?:y|n|yes|no|on|off|true|false|null|inf|nan)$/i;

function keyText(name: string): string {
  return isPlain(name) ? name : quoted(name);
}

function isPlain(text: string): boolean {
  return plain.test(text) && !wordsOfYaml.test(text);
}

function scalar(value: Json, indent: string): string {
  if (typeof value === "string") return text(value, indent);
  if (typeof value === "number") return Object.is(value, -0) ? "-0" : String(value);
  if (typeof value === "boolean" || value === null) return String(value);
  return Array.isArray(value) ? "[]" : "{}";
}

/** Several lines become a literal block, where a block can say them; everything else is plain or between quotes. */
function text(value: string, indent: string): string {
  if (isPlain(value)) return value;
  if (!value.includes("\n") || !fitsBlock(value)) return quoted(value);
  const ends = value.endsWith("\n") ? "" : "-";
  const lines = value.replace(/\n$/, "").split("\n");
  return `|${ends}\n${lines.map((line) => (line === "" ? "" : `${indent}  ${line}`)).join("\n")}`;
}

// A block can hold printable characters only, and neither begins with a blank nor ends in several line ends here, so that
// no indicator is needed.
const blockLines = /^[\x21-\x7e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd][\n\x20-\x7e\u00a0-\u2027\u202a-\ud7ff\ue000-\ufefe\uff00-\ufffd]*$/;

function fitsBlock(value: string): boolean {
  return blockLines.test(value) && !/\n\n$/.test(value) && !/[ ]\n|[ ]$/.test(value);
}

/** JSON's form, which YAML 1.2 reads as the same text; what YAML does not count as printable is escaped. */
function quoted(value: string): string {
  return JSON.stringify(value).replace(/[\u007f-\u009f\u2028\u2029\ufeff\ufffe\uffff]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}
