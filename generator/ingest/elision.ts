/** Pages that illustrate write `...`, or nothing at all, where the real document has something; others print `null` for what is not there. */
import { type Json, type JsonObject, type Pointer, child, emptyObject, isObject } from "../json.js";
import { ask } from "./marks.js";
import { type Role, isDocumentation, itemRole, roleOf } from "./shape.js";

const marks: ReadonlySet<Json> = new Set(["...", "…"]);

/** What names schemas: null there says that one is, but not which. */
const schemaNames: ReadonlySet<string> = new Set(["properties", "patternProperties", "$defs", "definitions", "schemas"]);

/**
 * The object without what it leaves out, and the places that were left out. A keyword that is `null` says nothing and is dropped:
 * serializers write it for what was never given. Data, examples and texts stay as they are.
 *
 * @param text the object's, which tells `null` from nothing
 */
export function elide(root: JsonObject, text: string): { readonly root: JsonObject; readonly left: readonly Pointer[] } {
  const left: Pointer[] = [];
  const given = /[:,[]\s*(?:null|~)\s*(?:[,}\]#]|$)/m.test(text);
  const visit = (value: Json, at: Pointer, role: Role, under: string): Json => {
    if (role === "data") return value;
    if (Array.isArray(value)) return (value as readonly Json[]).map((item, index) => visit(item, child(at, index), itemRole(role), under));
    if (!isObject(value)) return value;
    const result = emptyObject();
    for (const key of Object.keys(value)) {
      const item = value[key] as Json;
      const inner = roleOf(key, role);
      const kept = isDocumentation(key, role) || inner === "data";
      // `type: null` is a slip for `type: "null"`, which normalizing mends.
      if (item === null && given && inner !== "data" && key !== "type") {
        if (role === "names" && schemaNames.has(under)) result[key] = ask(emptyObject(), "What is allowed here? The page gives null for the schema.");
      } else if (!kept && key !== "type" && (item === null || marks.has(item))) left.push(child(at, key));
      else result[key] = kept ? item : visit(item, child(at, key), inner, key);
    }
    return result;
  };
  return { root: visit(root, "", "keywords", "") as JsonObject, left };
}
