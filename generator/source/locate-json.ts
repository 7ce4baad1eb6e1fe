/** The places of pointers in a JSON text. JSON is YAML, too, but a reader of YAML takes many times as long over 13 MB. */
import type { Mark, Wanted } from "./locate.js";
import { stringEnd } from "./parse.js";

const space = /[\t\n\r ]*/y;
const scalar = /true|false|null|-?\d[\d.eE+-]*/y;

/**
 * Walks through a text and marks the wanted members where their keys stand, the wanted items where they start.
 *
 * @returns false where the text is no JSON
 */
export function walkJson(text: string, root: Wanted, mark: Mark): boolean {
  const skip = (at: number): number => {
    const char = text.charCodeAt(at);
    if (char !== 32 && char !== 10 && char !== 13 && char !== 9) return at;
    space.lastIndex = at;
    space.test(text);
    return space.lastIndex;
  };

  /** The offset behind a value that nobody asks about; -1 where there is no JSON. */
  const pass = (from: number): number => {
    let depth = 0;
    for (let at = from; at < text.length; ) {
      switch (text.charCodeAt(at)) {
        case 123: // {
        case 91: // [
          depth++;
          at++;
          break;
        case 125: // }
        case 93: // ]
          if (--depth < 0) return -1;
          at++;
          break;
        case 34: // "
          at = stringEnd(text, at) + 1;
          break;
        case 44: // ,
        case 58: // :
          if (depth === 0) return -1;
          at = skip(at + 1);
          continue;
        default:
          scalar.lastIndex = at;
          if (!scalar.test(text)) return -1;
          at = scalar.lastIndex;
      }
      if (depth === 0) return at;
      at = skip(at);
    }
    return -1;
  };

  const value = (at: number, wanted: Wanted | undefined): number => {
    if (wanted === undefined || wanted.below.size === 0) return pass(at);
    const open = text.charCodeAt(at);
    return open === 123 ? members(at, wanted) : open === 91 ? items(at, wanted) : pass(at);
  };

  const members = (from: number, wanted: Wanted): number => {
    let at = skip(from + 1);
    if (text[at] === "}") return at + 1;
    for (;;) {
      if (text[at] !== '"') return -1;
      const end = stringEnd(text, at);
      const raw = text.slice(at + 1, end);
      const member = wanted.below.get(raw.includes("\\") ? unescaped(raw) : raw);
      if (member !== undefined) mark(member, at + 1);
      at = skip(end + 1);
      if (text[at] !== ":") return -1;
      at = value(skip(at + 1), member);
      if (at < 0) return -1;
      at = skip(at);
      if (text[at] === "}") return at + 1;
      if (text[at] !== ",") return -1;
      at = skip(at + 1);
    }
  };

  const items = (from: number, wanted: Wanted): number => {
    let at = skip(from + 1);
    if (text[at] === "]") return at + 1;
    for (let index = 0; ; index++) {
      const item = wanted.below.get(String(index));
      if (item !== undefined) mark(item, text[at] === '"' ? at + 1 : at);
      at = value(at, item);
      if (at < 0) return -1;
      at = skip(at);
      if (text[at] === "]") return at + 1;
      if (text[at] !== ",") return -1;
      at = skip(at + 1);
    }
  };

  const start = skip(text.charCodeAt(0) === 0xfeff ? 1 : 0);
  if (text[start] !== "{" && text[start] !== "[") return false;
  mark(root, start);
  return value(start, root) >= 0;
}

function unescaped(raw: string): string {
  try {
    return JSON.parse(`"${raw}"`) as string;
  } catch {
    return raw;
  }
}
