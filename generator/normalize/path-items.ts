/** Path items that are references become what they refer to; paths begin with a slash; callbacks do not call themselves for ever. */
import type { Report } from "../diagnostics.js";
import { child, emptyObject, isObject, type Json, type JsonObject, type MutableObject, type Pointer } from "../json.js";
import type { SourceDocument } from "../source/document.js";
import { localPointer, type Target, valueAt } from "../source/pointer.js";
import { pointerOf, walk } from "../source/walk.js";
import { joinMoves } from "./relocate.js";

export function pathItems(document: SourceDocument, report: Report): SourceDocument {
  cutCircles(document.root, report);
  const moves = new Map<Pointer, Pointer>();
  const root = emptyObject();
  for (const name of Object.keys(document.root)) {
    const value = document.root[name] as Json;
    root[name] = (name === "paths" || name === "webhooks") && isObject(value) ? resolved(document.root, value, name, moves, report) : value;
  }
  return { ...document, root, moved: joinMoves(document.moved, moves) };
}

function resolved(root: JsonObject, items: JsonObject, section: "paths" | "webhooks", moves: Map<Pointer, Pointer>, report: Report): MutableObject {
  const made = emptyObject();
  for (const name of Object.keys(items)) {
    const old = child(`/${section}`, name);
    const extension = section === "paths" && name.startsWith("x-");
    const key = section === "webhooks" || extension || name.startsWith("/") ? name : `/${name}`;
    if (key !== name) {
      report("path/no-slash", old, `The path ${JSON.stringify(name.slice(0, 80))} does not begin with a slash; it is taken as if it did.`);
      if (Object.hasOwn(items, key)) continue;
      moves.set(child(`/${section}`, key), old);
    }
    const item = items[name] as Json;
    made[key] = isObject(item) && typeof item["$ref"] === "string" && !extension ? merged(root, item, child(`/${section}`, key), moves) : item;
  }
  return made;
}

/** The target's fields, and over them those beside the `$ref` (OAS 3.1, 4.8.9: the behaviour is undefined; the nearer wins). */
function merged(root: JsonObject, item: JsonObject, at: Pointer, moves: Map<Pointer, Pointer>): MutableObject {
  const made = emptyObject();
  const own = new Set(Object.keys(item));
  for (let next: JsonObject | undefined = item; next !== undefined; ) {
    const pointer: Pointer | undefined = typeof next["$ref"] === "string" ? localPointer(next["$ref"]) : undefined;
    const target: Target | undefined = pointer === undefined ? undefined : valueAt(root, pointer);
    for (const name of Object.keys(next)) if (name !== "$ref" && !Object.hasOwn(made, name)) made[name] = next[name] as Json;
    if (!target || !isObject(target.value)) break;
    for (const name of Object.keys(target.value)) if (!own.has(name) && name !== "$ref") moves.set(child(at, name), child(target.at, name));
    next = target.value;
  }
  return made;
}

/** Few documents have callbacks, and to look for their references is a walk through everything. */
function hasCallbacks(root: JsonObject): boolean {
  const components = isObject(root["components"]) ? root["components"] : undefined;
  if (components?.["callbacks"] !== undefined) return true;
  const calls = (operation: Json): boolean =>
    isObject(operation) && (operation["callbacks"] !== undefined || Object.values(operation).some((further) => isObject(further) && further["callbacks"] !== undefined));
  return [root["paths"], root["webhooks"], components?.["pathItems"]].some(
    (items) => isObject(items) && Object.values(items).some((item) => isObject(item) && Object.values(item).some(calls)),
  );
}

interface CallbackReference {
  readonly at: Pointer;
  readonly target: Pointer;
  readonly node: MutableObject;
}

/** A callback whose path item, followed far enough, contains the callback again has no end; the reference that closes the circle goes. */
function cutCircles(root: JsonObject, report: Report): void {
  if (!hasCallbacks(root)) return;
  const all: CallbackReference[] = [];
  walk(root, "root", (kind, node, path) => {
    const pointer = (kind === "callback" || kind === "pathItem") && typeof node["$ref"] === "string" ? localPointer(node["$ref"]) : undefined;
    const target = pointer === undefined ? undefined : valueAt(root, pointer);
    if (target !== undefined) all.push({ at: pointerOf(path), target: target.at, node: node as MutableObject });
  });
  if (!all.some(({ at }) => at.includes("/callbacks/"))) return;
  all.sort((a, b) => (a.at < b.at ? -1 : 1));
  const state = new Map<CallbackReference, "open" | "done">();
  const visit = (reference: CallbackReference): void => {
    state.set(reference, "open");
    for (const next of all) {
      if (next.at !== reference.target && !next.at.startsWith(`${reference.target}/`)) continue;
      if (state.get(next) === "open") {
        if (typeof next.node["$ref"] !== "string") continue;
        report("reference/cycle", child(next.at, "$ref"), "The callback leads back to the operation that has it; it is left out.");
        delete next.node["$ref"];
      } else if (state.get(next) === undefined) visit(next);
    }
    state.set(reference, "done");
  };
  for (const reference of all) if (state.get(reference) === undefined) visit(reference);
}
