/** OpenAPI 3.0 → 3.1, in meaning: the keywords of Schema Objects that JSON Schema 2020-12 writes differently. */
import { type Json, type JsonObject, type MutableObject, emptyObject, isObject } from "../json.js";
import { type Role, itemRole, roleOf } from "./shape.js";

/** The value with `nullable`, boolean `exclusiveMinimum`/`exclusiveMaximum` and a schema's `example` as 3.1 has them. */
export function from30(value: Json, role: Role = "keywords"): Json {
  if (role === "data") return value;
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => from30(item, itemRole(role)));
  if (!isObject(value)) return value;
  const result = emptyObject();
  for (const key of Object.keys(value)) result[key] = from30(value[key] as Json, roleOf(key, role));
  if (role === "keywords") rewrite(result);
  return result;
}

function rewrite(schema: MutableObject): void {
  if (schema["nullable"] === true) allowNull(schema);
  if (typeof schema["nullable"] === "boolean") delete schema["nullable"];
  limit(schema, "minimum", "exclusiveMinimum");
  limit(schema, "maximum", "exclusiveMaximum");
  // A parameter, header or media type has `schema` or `content` beside its example and keeps it; a schema has `examples` now.
  if (schema["example"] !== undefined && isSchema(schema)) {
    schema["examples"] ??= [schema["example"]];
    delete schema["example"];
  }
}

/** In 3.0 `nullable` counts beside a `type` only, and an `enum` has to name null (3.0.3, proposal 2019-10-31). */
function allowNull(schema: MutableObject): void {
  if (typeof schema["type"] === "string") schema["type"] = [schema["type"], "null"];
}

function limit(schema: MutableObject, bound: string, exclusive: string): void {
  if (typeof schema[exclusive] !== "boolean") return;
  const value = schema[bound];
  if (schema[exclusive] === true && typeof value === "number") {
    schema[exclusive] = value;
    delete schema[bound];
  } else {
    delete schema[exclusive];
  }
}

const isSchema = (object: JsonObject): boolean => ["type", "properties", "items", "allOf", "oneOf", "anyOf", "enum", "format"].some((key) => object[key] !== undefined);
