/** Values in the scripts of a page. Scripts are never run: what is read is JSON, or a text between quotes. */

/** The JSON object or list that starts at or after an offset, by its brackets; undefined when it does not close. */
export function jsonTextFrom(text: string, from: number): string | undefined {
  let start = from;
  while (start < text.length && text[start] !== "{" && text[start] !== "[") start++;
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const char = text[at];
    if (char === '"' || char === "'") {
      at = endOfString(text, at);
    } else if (char === "{" || char === "[") depth++;
    else if ((char === "}" || char === "]") && --depth === 0) return text.slice(start, at + 1);
  }
  return undefined;
}

function endOfString(text: string, start: number): number {
  const quote = text[start];
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === quote) return at;
  }
  return text.length;
}

/** JSON with comments and commas before closing brackets → JSON. Lines stay where they are. */
export function plainJson(text: string): string {
  let result = "";
  for (let at = 0; at < text.length; at++) {
    const char = text[at] as string;
    const rest = char === "/" || char === "," ? text.slice(at, at + 2) : "";
    if (char === '"') {
      const end = endOfString(text, at);
      result += text.slice(at, end + 1);
      at = end;
    } else if (rest === "//" || rest === "/*") {
      const end = endOfComment(text, at);
      result += text.slice(at, end + 1).replace(/[^\n]+/g, " ");
      at = end;
    } else result += char;
  }
  return withoutLastCommas(result);
}

function withoutLastCommas(text: string): string {
  return text.replace(/"(?:[^"\\]|\\.)*"|,(?=\s*[}\]])/gs, (part) => (part === "," ? " " : part));
}

/** Objects of a script that are looked into, so that a hostile one does not make the work endless. */
const mostDocuments = 10;

/** The objects of a script that have `openapi: "3.…"` or `swagger: "2.…"` among their own keys, as text. */
export function documentTexts(text: string): string[] {
  const version = /["']?(?:openapi|swagger)["']?\s*:\s*["'][23]\.\d/y;
  if (text.search(new RegExp(version.source)) < 0) return [];
  const starts: number[] = [];
  const open: number[] = [];
  for (let at = 0; at < text.length && starts.length < mostDocuments; at++) {
    const char = text[at] as string;
    version.lastIndex = at;
    if ('"\'os'.includes(char) && open.length > 0 && version.test(text)) starts.push(open.at(-1) as number);
    if (char === '"' || char === "'" || char === "`") at = endOfString(text, at);
    else if (text.startsWith("//", at) || text.startsWith("/*", at)) at = endOfComment(text, at);
    else if (char === "{") open.push(at);
    else if (char === "}") open.pop();
  }
  return [...new Set(starts)].flatMap((start) => jsonTextFrom(text, start) ?? []);
}

function endOfComment(text: string, start: number): number {
  const end = text[start + 1] === "/" ? text.indexOf("\n", start) : text.indexOf("*/", start) + 1;
  return end <= start ? text.length : end;
}

/** The text that a script gives a key or passes as the first argument: `url: "…"`, `Redoc.init('…'`. */
export function quotedAfter(text: string, before: RegExp): string | undefined {
  const match = before.exec(text);
  return match === null ? undefined : quotedAt(text, match.index + match[0].length);
}

/** All of them, in order. */
export function quotedAfterEach(text: string, before: RegExp): string[] {
  return [...text.matchAll(before)].flatMap((match) => quotedAt(text, match.index + match[0].length) ?? []);
}

function quotedAt(text: string, start: number): string | undefined {
  const rest = text.slice(start, start + 2000);
  return /^\s*(?:"([^"\n]*)"|'([^'\n]*)'|`([^`\n$]*)`)/.exec(rest)?.slice(1).find((group) => group !== undefined);
}
