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
  const nullable = schema["nullable"] === true || schema["x-nullable"] === true;
  for (const key of ["nullable", "x-nullable"]) if (typeof schema[key] === "boolean") delete schema[key];
  if (nullable) allowNull(schema);
  limit(schema, "minimum", "exclusiveMinimum");
  limit(schema, "maximum", "exclusiveMaximum");
  // A parameter, header or media type has `schema` or `content` beside its example and keeps it; a schema has `examples` now.
  if (schema["example"] !== undefined && isSchema(schema)) {
    schema["examples"] ??= [schema["example"]];
    delete schema["example"];
  }
}

/**
 * `nullable` adds null to the `type` beside it, and an `enum` has to name null (3.0.3, proposal 2019-10-31). Beside `allOf`, `oneOf`
 * or `anyOf` without a `type` the standard gives it no effect, and everybody who writes it means that null is allowed.
 */
function allowNull(schema: MutableObject): void {
  if (typeof schema["type"] === "string") schema["type"] = [schema["type"], "null"];
  else if (combined.some((keyword) => schema[keyword] !== undefined)) orNull(schema);
}

const combined = ["allOf", "anyOf", "oneOf", "enum", "not"];
const prose: ReadonlySet<string> = new Set(["title", "description", "default", "example", "deprecated", "readOnly", "writeOnly", "externalDocs"]);

/** Turns a schema into `anyOf: [itself, null]`; what is said about the place, and not about the value, stays outside. */
function orNull(schema: MutableObject): void {
  const inner = emptyObject();
  for (const key of Object.keys(schema)) {
    if (prose.has(key) || key.startsWith("x-")) continue;
    inner[key] = schema[key] as Json;
    delete schema[key];
  }
  const none = emptyObject();
  none["type"] = "null";
  const only = ["anyOf", "oneOf"].find((key) => Array.isArray(inner[key]) && Object.keys(inner).every((other) => other === key || other === "discriminator"));
  if (only === undefined) schema["anyOf"] = [inner, none];
  else {
    schema[only] = [...(inner[only] as readonly Json[]), none];
    if (inner["discriminator"] !== undefined) schema["discriminator"] = inner["discriminator"];
  }
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
