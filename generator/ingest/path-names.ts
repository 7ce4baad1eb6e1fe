/** `/a/{id}` and `/a/{contactId}` are one path: the names of its parameters say nothing on the wire. */
import { type Json, type JsonObject, isObject } from "../json.js";
import { listAt, methods, objectAt, textAt, withKeys, without } from "./shape.js";

/** The names between braces, in order. */
export function templateNames(path: string): string[] {
  return [...path.matchAll(/\{([^{}]*)\}/g)].map((match) => match[1] as string);
}

/** The path with its names left out: equal for paths that differ in names only. */
export function sameTemplate(path: string): string {
  return path.replace(/\{[^{}]*\}/g, "{}");
}

/**
 * Renames the path parameters of a path item.
 *
 * @param root the fragment's root, in which shared parameters are defined: a renamed one is written out in place
 */
export function renamePathParameters(item: JsonObject, from: string, to: string, root: JsonObject): JsonObject {
  const names = new Map(templateNames(from).map((name, index) => [name, templateNames(to)[index] ?? name]));
  const parameters = (holder: JsonObject): Json[] => listAt(holder, "parameters").map((parameter) => renamed(parameter, names, root));
  const result = item["parameters"] === undefined ? withKeys(item, {}) : withKeys(item, { parameters: parameters(item) });
  for (const method of methods) {
    const operation = item[method];
    if (isObject(operation) && operation["parameters"] !== undefined) result[method] = withKeys(operation, { parameters: parameters(operation) });
  }
  return result;
}

function renamed(parameter: Json, names: ReadonlyMap<string, string>, root: JsonObject): Json {
  if (!isObject(parameter)) return parameter;
  const shared = sharedParameter(parameter, root);
  const target = shared ?? parameter;
  const name = textAt(target, "name");
  const other = name === undefined ? undefined : names.get(name);
  if (textAt(target, "in") !== "path" || other === undefined || other === name) return parameter;
  return withKeys(shared === undefined ? parameter : without(shared), { name: other });
}

function sharedParameter(parameter: JsonObject, root: JsonObject): JsonObject | undefined {
  const prefix = "#/components/parameters/";
  const ref = textAt(parameter, "$ref");
  if (ref === undefined || !ref.startsWith(prefix)) return undefined;
  const parameters = objectAt(objectAt(root, "components"), "parameters");
  return objectAt(parameters, ref.slice(prefix.length).replaceAll("~1", "/").replaceAll("~0", "~"));
}
