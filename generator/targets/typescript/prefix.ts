/**
 * The text that a property name must begin with when a pattern says just that: `^x-` gives `x-`, `^.*$` gives the empty
 * text. Undefined for any other pattern.
 */
export function literalPrefix(pattern: string): string | undefined {
  const match = /^\^((?:[\w :@,;~%&=#!-]|\\[.\-/+*?$^()[\]{}|\\])*)(?:\.[*+]\$?)?$/.exec(pattern);
  if (match) return (match[1] ?? "").replace(/\\(.)/g, "$1");
  return pattern === "" || /^\.[*+]\$?$/.test(pattern) ? "" : undefined;
}
