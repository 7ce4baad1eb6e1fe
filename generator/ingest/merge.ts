/** Fragments → one document. The result does not depend on the order of the fragments, nor on the names of their files. */
import { type Json, type JsonObject, type MutableObject, emptyObject, isObject } from "../json.js";
import { completeInfo } from "./complete.js";
import { mergeComponents } from "./merge-components.js";
import { mergePaths } from "./merge-paths.js";
import type { Fragment, Ingested, IngestReport } from "./page.js";
import { liftShared, pushDown } from "./inherit.js";
import { compareText, exactText, listAt, methods, objectAt, textAt, uniteTexts, withKeys } from "./shape.js";
import { oneBase } from "./swagger-base.js";
import { oneVersion } from "./versions.js";

/**
 * Merges fragments into one document.
 *
 * @returns undefined when two fragments contradict each other; the report then says where, with both sources.
 */
export function merge(fragments: readonly Fragment[], report: IngestReport): Ingested | undefined {
  const versioned = oneVersion(inOrder(fragments), report);
  const sorted = versioned === undefined ? undefined : oneBase(versioned, report);
  if (sorted === undefined) return undefined;
  const pushed = pushDown(sorted);
  const components = mergeComponents(pushed.fragments, report);
  const paths = mergePaths(pushed.fragments, report);
  if (components === undefined || paths === undefined) return undefined;
  const root = mergeRoots(pushed.fragments);
  const document = liftShared(withKeys(withKeys(root, paths.sections), components.sections), pushed);
  return { document: inRootOrder(completeInfo(document)), provenance: [...paths.provenance, ...components.provenance] };
}

/** By first path and method, then by the text itself. */
function inOrder(fragments: readonly Fragment[]): readonly Fragment[] {
  const keyed = fragments.map((fragment) => ({ fragment, key: firstOperation(fragment.root), text: exactText(fragment.root) }));
  keyed.sort((a, b) => compareText(a.key, b.key) || compareText(a.text, b.text) || compareText(a.fragment.page.file, b.fragment.page.file));
  return keyed.map(({ fragment }) => fragment);
}

function firstOperation(root: JsonObject): string {
  const paths = objectAt(root, "paths") ?? emptyObject();
  const path = Object.keys(paths).sort(compareText)[0];
  if (path === undefined) return "\uffff"; // components alone come last
  const item = objectAt(paths, path);
  return `${path} ${methods.findIndex((method) => item?.[method] !== undefined)}`;
}

/** Everything at the root but paths, components, security and servers, which have rules of their own. */
function mergeRoots(fragments: readonly Fragment[]): MutableObject {
  const root = emptyObject();
  for (const { root: fragment } of fragments) {
    for (const key of Object.keys(fragment)) {
      if (!ruled.has(key) && !Object.hasOwn(root, key)) root[key] = fragment[key] as Json;
    }
  }
  const infos = fragments.map(({ root: fragment }) => objectAt(fragment, "info")).filter((info) => info !== undefined);
  if (infos.length > 0) root["info"] = mergeInfos(infos);
  const tags = mergeTags(fragments);
  if (tags.length > 0) root["tags"] = tags;
  return root;
}

const ruled: ReadonlySet<string> = new Set([
  "info", "tags", "paths", "webhooks", "components", "definitions", "parameters", "responses", "securityDefinitions",
]);

/** The title that most fragments give, the newest version as text, of the other fields the first that is given. */
function mergeInfos(infos: readonly JsonObject[]): JsonObject {
  const info = emptyObject();
  for (const each of infos) for (const key of Object.keys(each)) if (!Object.hasOwn(info, key)) info[key] = each[key] as Json;
  const title = mostFrequent(infos.flatMap((each) => textAt(each, "title") ?? []));
  const version = infos.flatMap((each) => textAt(each, "version") ?? []).sort(compareVersions).at(-1);
  const descriptions = infos.flatMap((each) => textAt(each, "description") ?? []);
  if (title !== undefined) info["title"] = title;
  if (version !== undefined) info["version"] = version;
  if (descriptions.length > 0) info["description"] = descriptions.reduce(longer);
  return info;
}

const longer = (a: string, b: string): string => (b.length > a.length || (b.length === a.length && b < a) ? b : a);

function mostFrequent(texts: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const text of texts) counts.set(text, (counts.get(text) ?? 0) + 1);
  return [...counts].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]))[0]?.[0];
}

/** By their numbers from the left, then as text: `1.10.0` is newer than `1.9`. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [numbers(a), numbers(b)];
  for (let i = 0; i < Math.max(left.length, right.length); i++) {
    const difference = (left[i] ?? 0) - (right[i] ?? 0);
    if (difference !== 0) return difference;
  }
  return compareText(a, b);
}

const numbers = (version: string): number[] => (version.match(/\d+/g) ?? []).map(Number);

function mergeTags(fragments: readonly Fragment[]): Json[] {
  const tags = new Map<string, Json>();
  for (const { root } of fragments) {
    for (const tag of listAt(root, "tags")) {
      const name = isObject(tag) ? textAt(tag, "name") : undefined;
      if (name === undefined) continue;
      const known = tags.get(name);
      tags.set(name, known === undefined ? tag : uniteTexts(known, tag));
    }
  }
  return [...tags.values()];
}

const rootOrder = ["openapi", "swagger", "jsonSchemaDialect", "$self", "info", "servers", "host", "basePath", "schemes", "consumes", "produces", "security", "tags", "paths", "webhooks"];
const rootEnd = ["components", "definitions", "parameters", "responses", "securityDefinitions", "externalDocs"];

function inRootOrder(document: JsonObject): JsonObject {
  const result = emptyObject();
  const rest = Object.keys(document).filter((key) => !rootOrder.includes(key) && !rootEnd.includes(key)).sort(compareText);
  for (const key of [...rootOrder, ...rootEnd, ...rest]) {
    const value = document[key];
    if (value !== undefined) result[key] = value;
  }
  return result;
}

