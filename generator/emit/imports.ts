/** What a module imports, once it is printed. */
import { namesIn, type Code } from "./code.js";
import type { ImportLine } from "./file.js";

/**
 * Of the imports that were noted while a module was printed, those that its text uses: printers drop what they printed where
 * it comes to nothing (`A | unknown`) or grows too long.
 */
export function usedImports(lines: readonly ImportLine[], statements: readonly Code[]): ImportLine[] {
  const used = namesIn(statements);
  // A name may be given as `parseWebhook as readWebhook`.
  const isUsed = (name: string): boolean => used.has(name.split(" as ").at(-1) ?? name);
  return lines.flatMap(({ from, names = [], types = [], namespace }) => {
    const left = { names: names.filter(isUsed), types: types.filter(isUsed) };
    const whole = namespace !== undefined && used.has(namespace) ? { namespace } : {};
    return left.names.length + left.types.length > 0 || "namespace" in whole ? [{ from, ...left, ...whole }] : [];
  });
}
