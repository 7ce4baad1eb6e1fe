/** Path items of several fragments: one a path, whatever the pages call its parameters. */
import { type Json, type JsonObject, type MutableObject, type Pointer, child, emptyObject, isObject } from "../json.js";
import { type Fragment, type IngestReport, type Source, placeOf } from "./page.js";
import { renamePathParameters, sameTemplate } from "./path-names.js";
import { uniqueOperationIds } from "./operation-ids.js";
import { compareText, differences, exactText, listAt, meaning, methods, objectAt, textAt, uniteTexts, withKeys, without } from "./shape.js";

export interface MergedPaths {
  /** `paths` and, where there are any, `webhooks`. */
  readonly sections: MutableObject;
  readonly provenance: readonly Source[];
}

/** One path item of one fragment. */
interface Part {
  readonly item: JsonObject;
  readonly fragment: Fragment;
}

/** @returns undefined after a conflict between two descriptions of one operation, which is reported with both sources. */
export function mergePaths(fragments: readonly Fragment[], report: IngestReport): MergedPaths | undefined {
  const sections = emptyObject();
  const provenance: Source[] = [];
  let conflict = false;
  for (const section of ["paths", "webhooks"] as const) {
    const parts = section === "paths" ? renamed(fragments, report) : gather(fragments, section);
    const merged = emptyObject();
    for (const [path, items] of inOrder(parts, fragments.length > 1)) {
      const item = mergeItem(items, child(child("", section), path), provenance, report);
      if (item === undefined) conflict = true;
      else merged[path] = item;
    }
    if (Object.keys(merged).length > 0) sections[section] = merged;
  }
  if (conflict) return undefined;
  const paths = objectAt(sections, "paths");
  if (paths !== undefined) sections["paths"] = uniqueOperationIds(paths, provenance, report);
  return { sections, provenance };
}

function inOrder(parts: ReadonlyMap<string, readonly Part[]>, sort: boolean): (readonly [string, readonly Part[]])[] {
  return sort ? [...parts].sort((a, b) => compareText(a[0], b[0])) : [...parts];
}

function gather(fragments: readonly Fragment[], section: string): Map<string, Part[]> {
  const parts = new Map<string, Part[]>();
  for (const fragment of fragments) {
    const items = objectAt(fragment.root, section) ?? emptyObject();
    for (const path of Object.keys(items)) {
      const item = items[path];
      if (isObject(item)) parts.set(path, [...(parts.get(path) ?? []), { item, fragment }]);
    }
  }
  return parts;
}

/**
 * Brings paths of different pages that differ in the names of their parameters together, under the name that sorts first. A
 * document that has both with one method means two operations, however it tells them apart: they stay two.
 */
function renamed(fragments: readonly Fragment[], report: IngestReport): Map<string, Part[]> {
  const parts = gather(fragments, "paths");
  const byTemplate = new Map<string, string[]>();
  for (const path of [...parts.keys()].sort(compareText)) {
    const template = sameTemplate(path);
    byTemplate.set(template, [...(byTemplate.get(template) ?? []), path]);
  }
  for (const paths of byTemplate.values()) {
    for (const [index, other] of paths.entries()) {
      const given = parts.get(other) ?? [];
      const first = paths.slice(0, index).find((path) => parts.has(path) && !holdsBoth(parts.get(path) ?? [], given));
      if (first === undefined) continue;
      for (const { fragment } of given) report("ingest/path-renamed", placeOf(fragment), `${other} is read as ${first}, which another page uses.`);
      parts.set(first, [...(parts.get(first) ?? []), ...given.map(({ item, fragment }) => ({ fragment, item: renamePathParameters(item, other, first, fragment.root) }))]);
      parts.delete(other);
    }
  }
  return parts;
}

const holdsBoth = (a: readonly Part[], b: readonly Part[]): boolean =>
  a.some((one) => b.some((other) => one.fragment === other.fragment && methods.some((method) => one.item[method] !== undefined && other.item[method] !== undefined)));

function mergeItem(parts: readonly Part[], at: Pointer, provenance: Source[], report: IngestReport): JsonObject | undefined {
  const settled = settleShared(parts);
  const merged = withKeys(settled.shared, {});
  let conflict = false;
  for (const method of methods) {
    const given = settled.parts.filter(({ item }) => isObject(item[method]));
    if (given.length === 0) continue;
    const operation = mergeOperation(given, method, child(at, method), provenance, report);
    if (operation === undefined) conflict = true;
    else merged[method] = operation;
  }
  return conflict ? undefined : merged;
}

/** What stands beside the operations of a path item: kept when all parts agree, else written into each part's operations. */
function settleShared(parts: readonly Part[]): { readonly shared: JsonObject; readonly parts: readonly Part[] } {
  const beside = parts.map(({ item }) => without(item, ...methods));
  const first = beside[0] ?? emptyObject();
  if (beside.every((each) => meaning(each) === meaning(first))) {
    return { shared: beside.reduce<JsonObject>((a, b) => uniteTexts(a, b) as JsonObject, first), parts };
  }
  return { shared: emptyObject(), parts: parts.map(({ item, fragment }) => ({ fragment, item: intoOperations(item) })) };
}

function intoOperations(item: JsonObject): JsonObject {
  const result = emptyObject();
  const shared = listAt(item, "parameters");
  for (const method of methods) {
    const operation = item[method];
    if (!isObject(operation)) continue;
    const own = listAt(operation, "parameters");
    const kept = shared.filter((parameter) => !own.some((other) => overrides(other, parameter)));
    result[method] = withKeys(operation, {
      parameters: own.length + kept.length > 0 ? [...kept, ...own] : undefined,
      servers: operation["servers"] ?? item["servers"],
    });
  }
  return result;
}

/** A parameter is told by name and place (OpenAPI 3.1.1, 4.8.9 `parameters`). */
const overrides = (a: Json, b: Json): boolean =>
  isObject(a) && isObject(b) && textAt(a, "name") !== undefined && textAt(a, "name") === textAt(b, "name") && textAt(a, "in") === textAt(b, "in");

function mergeOperation(parts: readonly Part[], method: string, at: Pointer, provenance: Source[], report: IngestReport): JsonObject | undefined {
  const whole = parts.some(({ fragment }) => !fragment.elided) ? parts.filter(({ fragment }) => !fragment.elided) : fullest(parts, method);
  const [first, ...others] = whole as [Part, ...Part[]];
  for (const part of parts) if (!whole.includes(part)) reportGaveWay(part, first, method, at, report);
  let operation = first.item[method] as JsonObject;
  for (const other of others) {
    const second = other.item[method] as JsonObject;
    if (meaning(second) !== meaning(operation)) {
      const where = `${first.fragment.page.file}:${first.fragment.span.line}`;
      report(
        "ingest/operation-conflict",
        { ...placeOf(other.fragment), pointer: at },
        `${at} differs from the one at ${where}: ${differences(operation, second).join("; ")}.`,
      );
      return undefined;
    }
    operation = uniteTexts(operation, second) as JsonObject;
  }
  for (const { fragment } of whole) provenance.push({ pointer: at, file: fragment.page.file, platform: fragment.platform, span: fragment.span });
  return operation;
}

function reportGaveWay(less: Part, whole: Part, method: string, at: Pointer, report: IngestReport): void {
  const [shown, given] = [less.item[method] as Json, whole.item[method] as Json];
  if (meaning(shown) === meaning(given)) return;
  report("ingest/gave-way", { ...placeOf(less.fragment), pointer: at }, `${at} is taken from ${whole.fragment.page.file}:${whole.fragment.span.line}: ${differences(shown, given).join("; ")}.`);
}

/** Among illustrations the one that shows most. */
function fullest(parts: readonly Part[], method: string): readonly Part[] {
  const sized = parts.map((part) => ({ part, text: exactText(part.item[method] as Json) }));
  sized.sort((a, b) => b.text.length - a.text.length || compareText(a.text, b.text));
  return sized.slice(0, 1).map(({ part }) => part);
}
