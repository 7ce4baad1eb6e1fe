/** What a module imports, once it is printed. */
import type { ImportLine, Printed } from "./file.js";

/**
 * Of the imports that were noted while a module was printed, those that its text uses: printers drop what they printed where
 * it comes to nothing (`A | unknown`) or grows too long.
 */
export function usedImports(lines: readonly ImportLine[], statements: readonly Printed[]): ImportLine[] {
  const noted = lines.flatMap(({ names = [], types = [], namespace }) => [...names, ...types, ...(namespace === undefined ? [] : [namespace])]);
  const used = namesIn(statements, new Set(noted.map(localName)));
  const isUsed = (name: string): boolean => used.has(localName(name));
  return lines.flatMap(({ from, names = [], types = [], namespace }) => {
    const left = { names: names.filter(isUsed), types: types.filter(isUsed) };
    const whole = namespace !== undefined && used.has(namespace) ? { namespace } : {};
    return left.names.length + left.types.length > 0 || "namespace" in whole ? [{ from, ...left, ...whole }] : [];
  });
}

/** A name may be given as `parseWebhook as readWebhook`. */
function localName(name: string): string {
  return name.split(" as ").at(-1) ?? name;
}

/** Up to so many names, it is quicker to look for each, which is native, than to scan. */
const few = 8;

const [quote, dollar, star, dot, slash, colon, question, tick] = [34, 36, 42, 46, 47, 58, 63, 96];

/** Which of the wanted names the code speaks of. Comments, string literals, names of properties and what stands after a dot do not count. */
function namesIn(statements: readonly Printed[], wanted: ReadonlySet<string>): Set<string> {
  const missing = new Set(wanted);
  for (const statement of statements) {
    if (typeof statement === "string") strikeAll(statement, missing);
    else for (const line of statement) strikeAll(line, missing);
  }
  return new Set([...wanted].filter((name) => !missing.has(name)));
}

function strikeAll(part: string, missing: Set<string>): void {
  if (missing.size > few) strike(part, missing);
  else for (const name of missing) strikeOne(part, name, missing);
}

/** Reads only the lines that hold the name: of what we emit, nothing but a doc comment goes on in the next line, with a star. */
function strikeOne(part: string, name: string, missing: Set<string>): void {
  for (let at = part.indexOf(name); at >= 0 && missing.has(name); ) {
    const next = part.indexOf("\n", at);
    const end = next < 0 ? part.length : next;
    const line = part.slice(part.lastIndexOf("\n", at) + 1, end);
    if (!line.trimStart().startsWith("*")) strike(line, missing);
    at = part.indexOf(name, end);
  }
}

/**
 * Takes from the missing names those that the code speaks of. A scan by characters: expressions for this take ten times as long, and the
 * modules of a large API have millions.
 */
function strike(part: string, missing: Set<string>): void {
  for (let at = 0; at < part.length; ) {
    const char = part.charCodeAt(at);
    if (isWordPart(char)) {
      const end = wordEnd(part, at);
      if (!isProperty(part, at, end)) missing.delete(part.slice(at, end));
      at = end;
    } else if (char === quote) at = stringEnd(part, at) + 1;
    else if (char === tick) at = templateEnd(part, at) + 1;
    else if (char === slash && part.charCodeAt(at + 1) === star) at = commentEnd(part, at) + 1;
    else at++;
  }
}

/** Letters, digits, `_` and `$`; outside of ASCII, code without its literals and comments has letters only. */
function isWordPart(char: number): boolean {
  return (char >= 97 && char <= 122) || (char >= 65 && char <= 90) || (char >= 48 && char <= 57) || char === 95 || char === dollar || char >= 128;
}

function wordEnd(text: string, start: number): number {
  let end = start + 1;
  while (isWordPart(text.charCodeAt(end))) end++;
  return end;
}

/** `.name`, but not `...name`; `name:` and `name?:`. */
function isProperty(text: string, start: number, end: number): boolean {
  const next = text.charCodeAt(end);
  if (next === colon || (next === question && text.charCodeAt(end + 1) === colon)) return true;
  return text.charCodeAt(start - 1) === dot && !text.startsWith("...", start - 3);
}

/** The offset of the last character of the comment that starts at `open`. */
function commentEnd(text: string, open: number): number {
  const end = text.indexOf("*/", open + 2);
  return end < 0 ? text.length : end + 1;
}

/** The offset of the quote that ends the string that starts at `open`. */
function stringEnd(text: string, open: number): number {
  for (let at = open + 1; ; at++) {
    at = text.indexOf('"', at);
    if (at < 0) return text.length;
    let slashes = 0;
    while (text[at - 1 - slashes] === "\\") slashes++;
    if (slashes % 2 === 0) return at;
  }
}

/** The same for a template literal; what is no plain word stands in it as a string literal: `` `${"a`b"}${string}` ``. */
function templateEnd(text: string, open: number): number {
  for (let at = open + 1; at < text.length; at++) {
    const char = text.charCodeAt(at);
    if (char === tick) return at;
    if (char === dollar && text.startsWith('${"', at)) at = stringEnd(text, at + 2);
  }
  return text.length;
}
