/** Pages that illustrate write `...`, or nothing at all, where the real document has something. */
import { type Json, type JsonObject, type Pointer, child, emptyObject, isObject } from "../json.js";
import { type Role, isDocumentation, itemRole, roleOf } from "./shape.js";

const marks: ReadonlySet<Json> = new Set(["...", "…"]);

/** The object without what it leaves out, and the places that were left out. Data, examples and texts stay as they are. */
export function elide(root: JsonObject): { readonly root: JsonObject; readonly left: readonly Pointer[] } {
  const left: Pointer[] = [];
  const visit = (value: Json, at: Pointer, role: Role): Json => {
    if (role === "data") return value;
    if (Array.isArray(value)) return (value as readonly Json[]).map((item, index) => visit(item, child(at, index), itemRole(role)));
    if (!isObject(value)) return value;
    const result = emptyObject();
    for (const key of Object.keys(value)) {
      const item = value[key] as Json;
      const inner = roleOf(key, role);
      const text = isDocumentation(key, role) || inner === "data";
      // `type: null` is a slip for `type: "null"`, which normalizing mends.
      if (!text && key !== "type" && (item === null || marks.has(item))) left.push(child(at, key));
      else result[key] = text ? item : visit(item, child(at, key), inner);
    }
    return result;
  };
  return { root: visit(root, "", "keywords") as JsonObject, left };
}
