/** Line and column of an offset, 1-based, counting `\n`, `\r\n` and `\r` as line ends as editors do. */
export function position(text: string, offset: number): { readonly line: number; readonly column: number } {
  let line = 1;
  let start = 0;
  const lineEnd = /\r\n|\n|\r/g;
  for (let match = lineEnd.exec(text); match !== null && lineEnd.lastIndex <= offset; match = lineEnd.exec(text)) {
    line++;
    start = lineEnd.lastIndex;
  }
  return { line, column: Math.min(offset, text.length) - start + 1 };
}
