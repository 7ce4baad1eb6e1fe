/**
 * Patterns that are regular expressions of ECMA-262 only without its `u` flag, which JSON Schema asks for (2020-12, 6.4): a needless
 * escape, a hyphen beside `\w`, a brace that repeats nothing. What they mean is certain: Annex B.1.2 of ECMA-262 says it.
 */

/** What an escape may begin with under the `u` flag; a letter or a digit means something else in each engine, and is left. */
const syntax = /[$(-+./?[-^{|}]/;
const quantifier = /\{\d+(?:,\d*)?\}/y;
/** `{1-20}` and `{,2}`: the letter says braces, and who wrote it meant a repetition. */
const slip = /\{(?!\d+(?:,\d*)?\})[\d,]/;

/**
 * The same pattern with Unicode in mind: `[\w-.]\:` is `[\w\-.]:`.
 *
 * @returns undefined where it means nothing without the flag either, or what it means is not certain
 */
export function withUnicode(pattern: string): string | undefined {
  if (whyNot(pattern, "") !== undefined || slip.test(pattern)) return undefined;
  const written = rewrite(pattern);
  return whyNot(written, "u") === undefined ? written : undefined;
}

function rewrite(pattern: string): string {
  let written = "";
  /** In brackets: the last token. */
  let inside: string | undefined;
  for (let at = 0; at < pattern.length; ) {
    const token = tokenAt(pattern, at);
    at += token.length;
    if (inside !== undefined) {
      written += token === "-" && (isSet(inside) || isSet(pattern.slice(at, at + 2))) && pattern[at] !== "]" ? "\\-" : plain(token, "-");
      inside = token === "]" ? undefined : token;
    } else {
      written += token === "{" || token === "}" ? `\\${token}` : plain(token);
      if (token === "[" || token === "[^") inside = "";
    }
  }
  return written;
}

/** An escape, the opening of a class, a quantifier in braces, or one character. */
function tokenAt(pattern: string, at: number): string {
  if (pattern[at] === "\\") return pattern.slice(at, at + 2);
  if (pattern.startsWith("[^", at)) return "[^";
  quantifier.lastIndex = at;
  return quantifier.exec(pattern)?.[0] ?? (pattern[at] as string);
}

/** An escaped punctuation mark that needs no escape, without it. */
function plain(token: string, allowed = ""): string {
  if (token.length !== 2 || token[0] !== "\\") return token;
  const mark = token[1] as string;
  return mark > "\x7f" || /[A-Za-z0-9]/.test(mark) || syntax.test(mark) || mark === allowed ? token : mark;
}

const isSet = (token: string): boolean => /^\\[dDsSwW]$/.test(token);

/** Why a pattern does not compile; undefined where it does. */
export function whyNot(pattern: string, flags: string): string | undefined {
  try {
    new RegExp(pattern, flags);
    return undefined;
  } catch (error) {
    return error instanceof Error ? error.message.split(": ").at(-1) : "";
  }
}
