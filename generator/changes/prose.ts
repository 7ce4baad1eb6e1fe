/** Text of a document that the model does not hold, and the package ships all the same. */
import { child, isObject, type Json, type JsonObject } from "../json.js";
import type { ServiceNote } from "./security.js";

/** Compares contact, licence and terms, and every link to other documentation. */
export function compareProse(base: JsonObject, revision: JsonObject, note: ServiceNote): void {
  const [old, now] = [proseOf(base), proseOf(revision)];
  for (const at of [...new Set([...old.keys(), ...now.keys()])].sort()) {
    const [before, after] = [old.get(at) ?? "", now.get(at) ?? ""];
    if (before !== after) note("document-text-changed", { path: [at], before, after, at, side: after === "" ? "base" : "revision" });
  }
}

const inModel = new Set(["title", "version", "description"]);

/** Pointer → what is said there, keys sorted. */
function proseOf(root: JsonObject): Map<string, string> {
  const found = new Map<string, string>();
  const info = root["info"];
  if (isObject(info)) {
    for (const key of Object.keys(info)) if (!inModel.has(key) && !key.startsWith("x-")) found.set(child("/info", key), canonical(info[key]));
  }
  addLinks(root, "", 3, found);
  return found;
}

/** `externalDocs` of the root, of tags, of paths and operations. */
function addLinks(node: Json | undefined, at: string, depth: number, found: Map<string, string>): void {
  if (Array.isArray(node)) return node.forEach((item, index) => addLinks(item as Json, child(at, index), depth - 1, found));
  if (!isObject(node)) return;
  if (node["externalDocs"] !== undefined) found.set(child(at, "externalDocs"), canonical(node["externalDocs"]));
  if (depth === 0) return;
  for (const key of at === "" ? ["tags", "paths"] : Object.keys(node)) addLinks(node[key], child(at, key), depth - 1, found);
}

function canonical(value: Json | undefined): string {
  if (typeof value === "string") return value;
  return JSON.stringify(value, (_, inner: unknown) => (isObject(inner) ? Object.fromEntries(Object.entries(inner).sort(([one], [other]) => (one < other ? -1 : 1))) : inner));
}
