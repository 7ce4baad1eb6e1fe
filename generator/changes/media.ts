/** Media types: their names, and examples beside their schemas. */
import type { MediaType } from "../model/api.js";
import type { OperationScope } from "./operations.js";
import { describeValue } from "./schema/describe.js";

/** `application/json; charset=utf-8` is `application/json`. */
export const essence = (name: string): string => (name.split(";")[0] ?? name).trim().toLowerCase();

/** Examples beside a schema. */
export function compareExamples(scope: OperationScope, old: MediaType, now: MediaType, path: readonly string[], name: string): void {
  const words = (content: MediaType): string => content.examples.map((example) => describeValue(example.value)).join(", ");
  if (JSON.stringify(old.examples) === JSON.stringify(now.examples)) return;
  scope.note("docs-changed", { name: `${name}: examples`, path, before: words(old), after: words(now), at: now.at });
}
