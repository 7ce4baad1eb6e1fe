/**
 * `security` and `servers` at the root (in Swagger 2.0 `schemes` and media types, too) hold for the operations of one fragment. Where fragments differ in them, they are
 * written into each operation before merging, and go back to the root afterwards when all operations share them.
 */
import { type Json, type JsonObject, type MutableObject, emptyObject, isObject } from "../json.js";
import type { Fragment } from "./page.js";
import { meaning, methods, objectAt, withKeys, without } from "./shape.js";

const inherited = ["security", "servers", "schemes", "consumes", "produces"] as const;
type Inherited = (typeof inherited)[number];

export interface Pushed {
  readonly fragments: readonly Fragment[];
  /** What was written into the operations, because fragments differ in it. */
  readonly keys: readonly Inherited[];
}

/** Writes what fragments differ in into their operations. Fragments without operations (models) have no say. */
export function pushDown(fragments: readonly Fragment[]): Pushed {
  const speaking = fragments.filter(({ root }) => objectAt(root, "paths") !== undefined);
  const keys = inherited.filter((key) => new Set(speaking.map(({ root }) => (root[key] === undefined ? "" : meaning(root[key])))).size > 1);
  if (keys.length === 0) return { fragments, keys };
  return { keys, fragments: fragments.map((fragment) => ({ ...fragment, root: pushed(fragment.root, keys) })) };
}

function pushed(root: JsonObject, keys: readonly Inherited[]): JsonObject {
  const result = without(root, ...keys);
  const paths = objectAt(root, "paths");
  if (paths === undefined) return result;
  result["paths"] = mapOperations(paths, (operation, item) => {
    const given: Record<string, Json | undefined> = {};
    for (const key of keys) {
      // Servers of the path item already stand between the root and the operation (OpenAPI 3.1.1, 4.8.9).
      if (operation[key] === undefined && !(key === "servers" && item[key] !== undefined)) given[key] = root[key];
    }
    return withKeys(operation, given);
  });
  return result;
}

/** Puts back at the root what was pushed down and all operations share. */
export function liftShared(document: JsonObject, { keys }: Pushed): JsonObject {
  const paths = objectAt(document, "paths");
  if (paths === undefined) return document;
  let result = document;
  for (const key of keys) {
    const values = operationsOf(paths).map(({ operation, item }) => operation[key] ?? (key === "servers" ? item[key] : undefined));
    const first = values[0];
    if (first === undefined || values.some((value) => value === undefined || meaning(value) !== meaning(first))) continue;
    const shorter = mapOperations(objectAt(result, "paths") ?? emptyObject(), (operation) => without(operation, key));
    result = withKeys(result, { [key]: first, paths: shorter });
  }
  return result;
}

/** Every operation of a `paths` object with its path item. */
export function operationsOf(paths: JsonObject): { readonly path: string; readonly method: string; readonly operation: JsonObject; readonly item: JsonObject }[] {
  return Object.keys(paths).flatMap((path) => {
    const item = objectAt(paths, path);
    if (item === undefined) return [];
    return methods.flatMap((method) => {
      const operation = item[method];
      return isObject(operation) ? [{ path, method, operation, item }] : [];
    });
  });
}

/** The `paths` object with each operation replaced. */
export function mapOperations(paths: JsonObject, change: (operation: JsonObject, item: JsonObject, path: string, method: string) => JsonObject): MutableObject {
  const result = emptyObject();
  for (const path of Object.keys(paths)) {
    const item = paths[path] as Json;
    if (!isObject(item)) continue;
    const changed = withKeys(item, {});
    for (const method of methods) {
      const operation = item[method];
      if (isObject(operation)) changed[method] = change(operation, item, path, method);
    }
    result[path] = changed;
  }
  return result;
}
