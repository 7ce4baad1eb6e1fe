/** What a module imports, once it is printed. */
import { namesIn, type Code } from "./code.js";
import type { ImportLine } from "./file.js";

/**
 * Of the imports that were noted while a module was printed, those that its text uses: printers drop what they printed where
 * it comes to nothing (`A | unknown`) or grows too long.
 */
export function usedImports(lines: readonly ImportLine[], statements: readonly Code[]): ImportLine[] {
  const used = namesIn(statements);
  return lines.flatMap(({ from, names = [], types = [], namespace }) => {
    const left = { names: names.filter((name) => used.has(name)), types: types.filter((name) => used.has(name)) };
    const whole = namespace !== undefined && used.has(namespace) ? { namespace } : {};
    return left.names.length + left.types.length > 0 || "namespace" in whole ? [{ from, ...left, ...whole }] : [];
  });
}
