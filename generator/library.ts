/**
 * Third-party code by `require`, at the moment when it is needed. What is imported is loaded before a line runs, used or not; and an
 * import of a CommonJS library looks through its text for exports first, which takes as long as to load it.
 */
import { createRequire } from "node:module";

const require = createRequire(import.meta.url);

/** `library<typeof import("js-yaml")>("js-yaml")`. Only for a library's outside: what is imported and what is required are two copies. */
export function library<T>(name: string): T {
  return require(name) as T;
}
