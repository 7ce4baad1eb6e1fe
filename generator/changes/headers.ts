/** Headers of answers: names without case, read as a typed object. */
import type { Parameter, Response } from "../model/api.js";
import type { OperationScope } from "./operations.js";
import { compareSchemas, type Place } from "./schema/compare.js";
import { describe } from "./schema/describe.js";
import { prose, sameWording } from "./schema/docs.js";

/** Compares the headers of two answers. */
export function compareHeaders(scope: OperationScope, old: Response, now: Response, path: readonly string[]): void {
  const byName = (response: Response): Map<string, Parameter> => new Map(response.headers.map((header) => [header.name.toLowerCase(), header]));
  const [before, after] = [byName(old), byName(now)];
  for (const name of [...new Set([...before.keys(), ...after.keys()])].sort()) compareHeader(scope, name, before.get(name), after.get(name), [...path, "headers", name]);
}

function compareHeader({ comparer, owner, note }: OperationScope, name: string, old: Parameter | undefined, now: Parameter | undefined, path: readonly string[]): void {
  const said = { name, path, at: now?.at, direction: "out" } as const;
  if (!old) return now && note("answer-header-added", { ...said, after: describe(now.schema, comparer.revision) });
  if (!now) return note("answer-header-removed", { ...said, at: old.at, side: "base", before: describe(old.schema, comparer.base) });
  if (old.required !== now.required) {
    const words = (required: boolean): string => (required ? "required" : "optional");
    note(now.required ? "answer-header-became-required" : "answer-header-became-optional", { ...said, before: words(old.required), after: words(now.required) });
  }
  if (!sameWording(old.docs, now.docs)) note("docs-changed", { ...said, name: `header ${name}`, before: prose(old.docs), after: prose(now.docs) });
  const place: Place = { owner, direction: "out", upload: false, text: true, path, name };
  compareSchemas(comparer, old.schema, now.schema, place);
}
