/** `xml` objects along a schema (OpenAPI 3.1.1, 4.8.26). The model has none, since only XML bodies ask: they are read from the document. */
import { literal, stringLiteral, type Code } from "../../emit/code.js";
import { isObject, steps, type Json, type JsonObject, type Pointer } from "../../json.js";
import type { NamedSchema, Schema } from "../../model/api.js";
import { entry, object, present } from "./layout.js";

/** References followed on one way down: schemas that refer to each other in all directions would otherwise have no end of ways. */
const deepest = 6;

/**
 * `{ name: "pet", properties: { id: { attribute: true } } }`: what an XML body of this schema is called and how its properties
 * are written. Recursion and great depth end the hints; what lies below is written under its properties' own names.
 */
export function xmlHints(schema: Schema, root: JsonObject, named: ReadonlyMap<Pointer, NamedSchema>): Code {
  return object(hints(schema, root, named, new Set(), "root"), 40);
}

function hints(schema: Schema, root: JsonObject, named: ReadonlyMap<Pointer, NamedSchema>, seen: ReadonlySet<Pointer>, fallback: string | undefined): Code[] {
  if (schema.kind === "ref") {
    const target = named.get(schema.target);
    if (target === undefined || seen.has(schema.target) || seen.size === deepest) return [];
    return hints(target.schema, root, named, new Set([...seen, schema.target]), fallback === undefined ? undefined : target.name);
  }
  const own = nodeAt(root, schema.at);
  const xml = isObject(own) && isObject(own["xml"]) ? own["xml"] : undefined;
  const word = (name: string): Code | undefined => {
    const value = xml?.[name];
    return typeof value === "string" ? stringLiteral(value) : undefined;
  };
  const inner = (part: Schema): Code => object(hints(part, root, named, seen, undefined), 60);
  const properties = objectsIn(schema, named, seen).flatMap((part) => part.properties.map((property) => entry(property.name, inner(property.schema))));
  const telling = properties.filter((text) => !text.endsWith(": {}"));
  return present({
    name: word("name") ?? (fallback === undefined ? undefined : stringLiteral(fallback)),
    namespace: word("namespace"),
    prefix: word("prefix"),
    attribute: xml?.["attribute"] === true ? literal(true) : undefined,
    wrapped: xml?.["wrapped"] === true ? literal(true) : undefined,
    properties: telling.length === 0 ? undefined : object(telling, 60),
    items: schema.kind === "array" ? inner(schema.items) : undefined,
  }).filter((text) => text !== "items: {}");
}

/** The objects of a schema, through intersections and their references. */
function objectsIn(schema: Schema, named: ReadonlyMap<Pointer, NamedSchema>, seen: ReadonlySet<Pointer>): Extract<Schema, { kind: "object" }>[] {
  if (schema.kind === "object") return [schema];
  if (schema.kind === "intersection") return schema.members.flatMap((member) => objectsIn(member, named, seen));
  if (schema.kind !== "ref" || seen.has(schema.target) || seen.size === deepest) return [];
  const target = named.get(schema.target);
  return target ? objectsIn(target.schema, named, new Set([...seen, schema.target])) : [];
}

function nodeAt(root: JsonObject, at: Pointer): Json | undefined {
  let node: Json | undefined = root;
  for (const step of steps(at)) node = isObject(node) ? node[step] : Array.isArray(node) ? (node as readonly Json[])[Number(step)] : undefined;
  return node;
}
