/** References that TypeScript cannot follow as they stand. */
import type { Pointer } from "../../json.js";
import type { Api, Schema } from "../../model/api.js";
import { arrange } from "../../model/graph.js";

/** Named schemas that are themselves but for unions and intersections (`A` is `A | null`): no type says that. */
export function bareCycles(api: Api): ReadonlySet<Pointer> {
  return cyclesThrough(api, () => []);
}

/**
 * Named schemas that come back to themselves without passing an object (`Json` is `string | Json[]`). A type alias may say
 * that, the type of a property in an interface may not (TS2502).
 */
export function listCycles(api: Api): ReadonlySet<Pointer> {
  return cyclesThrough(api, (schema) => (schema.kind === "array" ? [...schema.prefix, schema.items] : []));
}

function cyclesThrough(api: Api, further: (schema: Schema) => readonly Schema[]): ReadonlySet<Pointer> {
  const suspects = api.schemas.filter((schema) => schema.cyclic);
  const references = new Map(suspects.map((named) => [named.at, transparentReferences(named.schema, further)]));
  return arrange(references).cyclic;
}

function transparentReferences(root: Schema, further: (schema: Schema) => readonly Schema[]): Pointer[] {
  const found = new Set<Pointer>();
  const open = [root];
  for (let schema = open.pop(); schema; schema = open.pop()) {
    if (schema.kind === "ref") found.add(schema.target);
    else for (const part of [...transparent(schema), ...further(schema)]) open.push(part);
  }
  return [...found];
}

function transparent(schema: Schema): readonly Schema[] {
  switch (schema.kind) {
    case "union":
    case "intersection":
      return schema.members;
    case "conditional":
      return [schema.then, schema.else].filter((part) => part !== undefined);
    case "unevaluated":
      return [schema.schema];
    default:
      return [];
  }
}
