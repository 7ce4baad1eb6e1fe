/** Descriptions inside a fragment that speak to a machine which reads them: they are left out, as furniture of pages is. */
import { type Json, type JsonObject, emptyObject, isObject } from "../json.js";
import { withoutInstructions } from "./furniture.js";
import { type Fragment, type IngestReport, placeOf } from "./page.js";
import { type Role, itemRole, roleOf } from "./shape.js";

/** A fragment whose texts say something about the API alone. */
export function speakingOfTheApi(fragment: Fragment, report: IngestReport): Fragment {
  let left = 0;
  const visit = (value: Json, role: Role): Json => {
    if (role === "data") return value;
    if (Array.isArray(value)) return (value as readonly Json[]).map((item) => visit(item, itemRole(role)));
    if (!isObject(value)) return value;
    const result = emptyObject();
    for (const key of Object.keys(value)) {
      const item = value[key] as Json;
      const text = role === "keywords" && (key === "description" || key === "summary") && typeof item === "string" ? withoutInstructions(item) : undefined;
      if (text !== undefined && text !== item) left++;
      result[key] = text ?? visit(item, roleOf(key, role));
    }
    return result;
  };
  const root = visit(fragment.root, "keywords") as JsonObject;
  if (left === 0) return fragment;
  report("ingest/repaired", placeOf(fragment), `${left} ${left > 1 ? "descriptions hold" : "description holds"} text for machines that read the page; it was left out.`);
  return { ...fragment, root };
}
