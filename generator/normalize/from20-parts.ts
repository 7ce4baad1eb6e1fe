/** Parameters, headers and responses of 2.0. */
import { child, emptyObject, isObject, type Json, type JsonObject, type MutableObject } from "../json.js";

export interface Media {
  readonly consumes: readonly string[];
  readonly produces: readonly string[];
}

/** What 2.0 says of a parameter itself and 3.x in its schema. */
const assertions = new Set(
  "type format items default maximum minimum exclusiveMaximum exclusiveMinimum multipleOf maxLength minLength pattern maxItems minItems uniqueItems enum x-nullable".split(" "),
);

const styles = new Map([
  ["ssv", "spaceDelimited"],
  ["pipes", "pipeDelimited"],
]);

/** A path, query or header parameter; a reference stays one. */
export function parameterOf(parameter: JsonObject): MutableObject {
  const made = emptyObject();
  if (typeof parameter["$ref"] === "string") {
    made["$ref"] = parameter["$ref"];
    return made;
  }
  const schema = emptyObject();
  for (const key of Object.keys(parameter)) {
    if (assertions.has(key)) schema[key] = parameter[key] as Json;
    else if (key === "x-example") made["example"] = parameter[key] as Json;
    else if (key !== "collectionFormat") made[key] = parameter[key] as Json;
  }
  if (schema["type"] === "array") Object.assign(made, parameter["in"] === "query" ? styleOf(parameter["collectionFormat"]) : delimiterOf(parameter["collectionFormat"]));
  made["schema"] = schemaOf(schema);
  return made;
}

/** How a list is written: `csv` unless something else is said (2.0, "collectionFormat"). */
export function styleOf(format: Json | undefined): MutableObject {
  const made = emptyObject();
  made["style"] = (typeof format === "string" ? styles.get(format) : undefined) ?? "form";
  made["explode"] = format === "multi";
  // No style of 3.x joins with tabs.
  if (format === "tsv") made["x-collectionFormat"] = "tsv";
  return made;
}

/** In paths and header fields 3.x knows commas only (2.0, "Parameter Object" and "Header Object": collectionFormat). */
function delimiterOf(format: Json | undefined): MutableObject {
  const made = emptyObject();
  if (format === "ssv" || format === "tsv" || format === "pipes") made["x-collectionFormat"] = format;
  return made;
}

/** `collectionFormat` inside `items` has no counterpart in 3.x; `from20.ts` tells of lists in lists. */
export function schemaOf(schema: JsonObject): MutableObject {
  const made = emptyObject();
  for (const key of Object.keys(schema)) {
    const value = schema[key] as Json;
    if (key === "collectionFormat") continue;
    made[key] = key === "items" && isObject(value) && typeof value["$ref"] !== "string" ? schemaOf(value) : value;
  }
  if (made["type"] === "file") {
    made["type"] = "string";
    made["format"] = "binary";
  }
  return made;
}

/**
 * A response; a reference stays one.
 *
 * @param moved told where a part went: its place below the response now, and then
 */
export function responseOf(response: JsonObject, produces: readonly string[], moved: (now: string, then: string) => void): MutableObject {
  const made = emptyObject();
  if (typeof response["$ref"] === "string") {
    made["$ref"] = response["$ref"];
    return made;
  }
  const { schema, headers, examples } = response;
  for (const key of Object.keys(response)) if (!["schema", "headers", "examples"].includes(key)) made[key] = response[key] as Json;
  if (isObject(headers)) made["headers"] = headersOf(headers);
  const given = isObject(examples) ? examples : emptyObject();
  const content = emptyObject();
  for (const type of schema === undefined ? Object.keys(given) : mediaTypes(schema, produces)) {
    const media = emptyObject();
    if (schema !== undefined) {
      media["schema"] = isObject(schema) ? schemaOf(schema) : schema;
      moved(`${child("/content", type)}/schema`, "/schema");
    }
    if (Object.hasOwn(given, type)) media["example"] = given[type] as Json;
    content[type] = media;
  }
  if (Object.keys(content).length > 0) made["content"] = content;
  return made;
}

function mediaTypes(schema: Json, produces: readonly string[]): readonly string[] {
  if (produces.length > 0) return produces;
  return isObject(schema) && schema["type"] === "file" ? ["application/octet-stream"] : ["application/json"];
}

function headersOf(headers: JsonObject): MutableObject {
  const made = emptyObject();
  for (const name of Object.keys(headers)) {
    const header = headers[name];
    if (!isObject(header)) continue;
    const schema = emptyObject();
    const object = emptyObject();
    for (const key of Object.keys(header)) {
      if (assertions.has(key)) schema[key] = header[key] as Json;
      else if (key !== "collectionFormat") object[key] = header[key] as Json;
    }
    if (schema["type"] === "array") Object.assign(object, delimiterOf(header["collectionFormat"]));
    object["schema"] = schemaOf(schema);
    made[name] = object;
  }
  return made;
}
