/**
 * References by `$id` and `$anchor` (JSON Schema 2020-12 core, 8.2) → references by place. Everything after this knows places only, so the
 * identifiers go: with them, `#/…` below an `$id` would mean something else.
 */
import { isObject, type JsonObject, type MutableObject, type Pointer } from "../json.js";
import { localPointer, valueAt } from "./pointer.js";
import { pointerOf, walk } from "./walk.js";

/** A base for documents that have none: no address of this scheme is ever read. */
const unnamed = "specwright:///document";

interface Resource {
  readonly at: Pointer;
  readonly base: string;
}

/** @param root its schemas are changed in place */
export function identify(root: JsonObject): void {
  const self = typeof root["$self"] === "string" ? absolute(root["$self"], unnamed) : undefined;
  const resources = new Map<Pointer, Resource>([["", { at: "", base: self ?? unnamed }]]);
  const anchors = new Map<string, Pointer>();
  const named: MutableObject[] = [];
  walk(root, "root", (kind, node, path) => {
    if (kind !== "schema" || (node["$id"] === undefined && node["$anchor"] === undefined)) return;
    const at = pointerOf(path);
    const outer = enclosing(resources, at);
    const base = typeof node["$id"] === "string" ? absolute(node["$id"], outer.base) : undefined;
    if (base !== undefined) resources.set(at, { at, base });
    if (typeof node["$anchor"] === "string") anchors.set(`${base ?? outer.base}#${node["$anchor"]}`, at);
    named.push(node as MutableObject);
  });
  if (named.length === 0) return;
  const byBase = new Map([...resources.values()].map(({ base, at }) => [base, at]));
  walk(root, "root", (kind, node, path) => {
    if (kind !== "schema" || typeof node["$ref"] !== "string") return;
    const target = resolve(root, node["$ref"], enclosing(resources, pointerOf(path)), byBase, anchors);
    if (target !== undefined) (node as MutableObject)["$ref"] = `#${target.replaceAll("%", "%25")}`;
  });
  for (const node of named) {
    delete node["$id"];
    delete node["$anchor"];
  }
}

/** Undefined for a reference that is by place already, or leads to another file. */
function resolve(root: JsonObject, reference: string, from: Resource, byBase: ReadonlyMap<string, Pointer>, anchors: ReadonlyMap<string, Pointer>): Pointer | undefined {
  const url = absolute(reference, from.base);
  if (url === undefined) return undefined;
  const hash = reference.indexOf("#");
  const fragment = hash < 0 ? "" : reference.slice(hash + 1);
  const base = absolute(hash < 0 ? reference : reference.slice(0, hash), from.base) ?? from.base;
  const at = byBase.get(base);
  if (fragment !== "" && !fragment.startsWith("/")) return anchors.get(`${base}#${fragment}`);
  const pointer = at === undefined ? undefined : localPointer(`#${fragment}`);
  if (at === undefined || pointer === undefined) return undefined;
  // Many documents write `#/components/…` below an `$id` and mean the document's.
  return isObject(root) && valueAt(root, at + pointer) !== undefined ? at + pointer : undefined;
}

function enclosing(resources: ReadonlyMap<Pointer, Resource>, pointer: Pointer): Resource {
  for (let end = pointer.length; end > 0; end = pointer.lastIndexOf("/", end - 1)) {
    const found = resources.get(pointer.slice(0, end));
    if (found !== undefined) return found;
  }
  return resources.get("") ?? { at: "", base: unnamed };
}

/** A reference against its base, without the fragment. */
function absolute(reference: string, base: string): string | undefined {
  try {
    const url = new URL(reference, base);
    url.hash = "";
    return url.href;
  } catch {
    return undefined;
  }
}
