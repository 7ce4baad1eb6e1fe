/**
 * JSON values as YAML 1.2, in block style. A printer of our own, because the document that is shipped may be large (13 MB
 * take a library seconds) and because its bytes must depend on nothing but the values.
 *
 *   - name: populationId
 *     in: path
 */
import { isObject, type Json, type JsonObject } from "../json.js";

/** Puts the keys of an object in order. */
export type KeyOrder = (keys: string[], object: JsonObject) => string[];

/** A document, ended by a line break. */
export function yaml(value: Json, order: KeyOrder): string {
  const out: string[] = [];
  if (isContainer(value)) write(value, "", out, order);
  else out.push(scalar(value, ""));
  out.push("");
  return out.join("\n");
}

function isContainer(value: Json): value is JsonObject | readonly Json[] {
  return typeof value === "object" && value !== null && (Array.isArray(value) ? value.length > 0 : Object.keys(value).length > 0);
}

function write(value: JsonObject | readonly Json[], indent: string, out: string[], order: KeyOrder): void {
  if (isObject(value)) {
    for (const name of order(Object.keys(value), value)) {
      const member = value[name] as Json;
      if (isContainer(member)) {
        out.push(`${indent}${keyText(name)}:`);
        write(member, `${indent}  `, out, order);
      } else out.push(`${indent}${keyText(name)}: ${scalar(member, indent)}`);
    }
    return;
  }
  for (const item of value) {
    if (!isContainer(item)) {
      out.push(`${indent}- ${scalar(item, indent)}`);
      continue;
    }
    // The first line of what is inside stands behind the dash, which is as wide as the indentation.
    const first = out.length;
    write(item, `${indent}  `, out, order);
    out[first] = `${indent}- ${(out[first] as string).slice(indent.length + 2)}`;
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
