/** `in: body` and `in: formData` → a request body. */
import type { Report } from "../diagnostics.js";
import { child, emptyObject, isObject, type Json, type JsonObject, type MutableObject, type Pointer } from "../json.js";
import { parameterOf, schemaOf, styleOf } from "./from20-parts.js";

interface Found {
  readonly value: JsonObject;
  readonly at: Pointer;
}

const multipart = "multipart/form-data";
const urlencoded = "application/x-www-form-urlencoded";

/**
 * The body that body and form parameters describe together, or undefined where there are none.
 *
 * @param at where the body stands now; parts are noted in `moves` with where they stood
 */
export function bodyOf(parts: readonly Found[], consumes: readonly string[], at: Pointer, moves: Map<Pointer, Pointer>, report: Report): MutableObject | undefined {
  const fields = parts.filter(({ value }) => value["in"] === "formData");
  const bodies = parts.filter(({ value }) => value["in"] === "body");
  const [whole, second] = bodies;
  if (whole !== undefined && (second !== undefined || fields.length > 0))
    report("document/two-bodies", (second ?? (fields[0] as Found)).at, "An operation has several bodies (a second `in: body`, or `in: formData` beside it); the first `in: body` counts.");
  if (whole !== undefined) return wholeBody(whole, consumes, at, moves);
  return fields.length > 0 ? formBody(fields, consumes, at, moves) : undefined;
}

function wholeBody({ value, at: then }: Found, consumes: readonly string[], at: Pointer, moves: Map<Pointer, Pointer>): MutableObject {
  const body = emptyObject();
  moves.set(at, then);
  for (const key of Object.keys(value)) if (!["in", "name", "schema"].includes(key)) body[key] = value[key] as Json;
  const content = emptyObject();
  for (const type of consumes.length > 0 ? consumes : ["application/json"]) {
    const media = emptyObject();
    const { schema } = value;
    if (schema !== undefined) media["schema"] = isObject(schema) ? schemaOf(schema) : schema;
    moves.set(`${child(`${at}/content`, type)}/schema`, `${then}/schema`);
    content[type] = media;
  }
  body["content"] = content;
  return body;
}

function formBody(fields: readonly Found[], consumes: readonly string[], at: Pointer, moves: Map<Pointer, Pointer>): MutableObject {
  const properties = emptyObject();
  const encoding = emptyObject();
  const required: string[] = [];
  for (const { value } of fields) {
    const name = String(value["name"]);
    properties[name] = propertyOf(value);
    if (value["required"] === true) required.push(name);
    if (value["type"] === "array") encoding[name] = styleOf(value["collectionFormat"]);
  }
  const schema = emptyObject();
  schema["type"] = "object";
  schema["properties"] = properties;
  if (required.length > 0) schema["required"] = required;

  const content = emptyObject();
  for (const type of formTypes(fields, consumes)) {
    const media = emptyObject();
    media["schema"] = schema;
    if (Object.keys(encoding).length > 0) media["encoding"] = encoding;
    content[type] = media;
    for (const { value, at: then } of fields) moves.set(child(`${child(`${at}/content`, type)}/schema/properties`, String(value["name"])), then);
  }
  const body = emptyObject();
  if (required.length > 0) body["required"] = true;
  body["content"] = content;
  return body;
}

/** A form field's assertions and its prose. */
function propertyOf(field: JsonObject): MutableObject {
  const { schema, description } = parameterOf(field);
  const made = schema as MutableObject;
  if (description !== undefined) made["description"] = description;
  return made;
}

/** Files need multipart (2.0, "Parameter Object": file). Otherwise the form types that the operation consumes. */
function formTypes(fields: readonly Found[], consumes: readonly string[]): string[] {
  if (fields.some(({ value }) => value["type"] === "file")) return [multipart];
  const listed = consumes.filter((type) => [multipart, urlencoded].includes(type.split(";", 1)[0]?.trim().toLowerCase() ?? ""));
  return listed.length > 0 ? listed : [urlencoded];
}
