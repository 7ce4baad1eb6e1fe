/** Values in the scripts of a page. Scripts are never run: what is read is JSON, or a text between quotes. */

/** The JSON object or list that starts at or after an offset, by its brackets; undefined when it does not close. */
export function jsonTextFrom(text: string, from: number): string | undefined {
  let start = from;
  while (start < text.length && text[start] !== "{" && text[start] !== "[") start++;
  let depth = 0;
  for (let at = start; at < text.length; at++) {
    const char = text[at];
    if (char === '"') {
      at = endOfString(text, at);
    } else if (char === "{" || char === "[") depth++;
    else if ((char === "}" || char === "]") && --depth === 0) return text.slice(start, at + 1);
  }
  return undefined;
}

function endOfString(text: string, start: number): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === "\\") at++;
    else if (text[at] === '"') return at;
  }
  return text.length;
}

/** The text that a script gives a key or passes as the first argument: `url: "…"`, `Redoc.init('…'`. */
export function quotedAfter(text: string, before: RegExp): string | undefined {
  const match = before.exec(text);
  if (match === null) return undefined;
  const rest = text.slice(match.index + match[0].length, match.index + match[0].length + 2000);
  return /^\s*(?:"([^"\n]*)"|'([^'\n]*)'|`([^`\n$]*)`)/.exec(rest)?.slice(1).find((group) => group !== undefined);
}
