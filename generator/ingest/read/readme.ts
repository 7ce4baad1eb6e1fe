/** ReadMe pages that an editor typed by hand (`x-readme-fauxas`): the platform filled in what a document needs. */
import { type Json, type JsonObject, type MutableObject, emptyObject, isObject } from "../../json.js";
import { mapOperations } from "../inherit.js";
import { ask, infer } from "../marks.js";
import { listAt, objectAt, textAt, withKeys } from "../shape.js";
import { jsonOf } from "../starlight/sample.js";

/** Whether a fragment was typed and not exported. */
export function isTyped(root: JsonObject): boolean {
  return root["x-readme-fauxas"] === true;
}

/** Marks what the platform made up, and reads the schemas that its example texts show. */
export function markTyped(root: JsonObject): JsonObject {
  const paths = objectAt(root, "paths");
  const components = objectAt(root, "components");
  const schemes = objectAt(components, "securitySchemes");
  return withKeys(root, {
    servers: root["servers"] === undefined ? undefined : listAt(root, "servers").map(markServer),
    paths: paths === undefined ? undefined : mapOperations(paths, (operation) => withKeys(operation, { responses: responses(objectAt(operation, "responses")) })),
    components: components && schemes ? withKeys(components, { securitySchemes: mapNames(schemes, markScheme) }) : undefined,
  });
}

function mapNames(object: JsonObject, change: (value: Json, name: string) => Json): MutableObject {
  const result = emptyObject();
  for (const name of Object.keys(object)) result[name] = change(object[name] as Json, name);
  return result;
}

/** A variable whose default is its own name was never given a value. */
function markServer(server: Json): Json {
  const variables = isObject(server) ? objectAt(server, "variables") : undefined;
  if (!isObject(server) || variables === undefined) return server;
  const marked = mapNames(variables, (variable, name) =>
    isObject(variable) && variable["default"] === name ? ask(variable, `What does {${name}} in the server's address stand for? The page gives no value.`) : variable,
  );
  return withKeys(server, { variables: marked });
}

function markScheme(scheme: Json, name: string): Json {
  if (!isObject(scheme) || !/^sec\d+$/.test(name)) return scheme;
  return ask(scheme, "How does the API take its credential? The platform filled this in.");
}

function responses(given: JsonObject | undefined): Json | undefined {
  if (given === undefined) return undefined;
  return mapNames(given, (response) => {
    const content = isObject(response) ? objectAt(response, "content") : undefined;
    if (!isObject(response) || content === undefined) return response;
    return withKeys(response, { content: mapNames(content, (media) => (isObject(media) ? fromExample(media) : media)) });
  });
}

/** `examples.Result.value` is JSON as text; the schema beside it is empty. */
function fromExample(media: JsonObject): JsonObject {
  const examples = objectAt(media, "examples") ?? emptyObject();
  const read = mapNames(examples, (example) => {
    const value = isObject(example) ? jsonOf(textAt(example, "value") ?? "") : undefined;
    return isObject(example) && value !== undefined ? withKeys(example, { value }) : example;
  });
  const values = Object.keys(read).flatMap((name) => objectAt(read, name)?.["value"] ?? []);
  const result = withKeys(media, { examples: media["examples"] === undefined ? undefined : read });
  const first = values[0];
  if (first === undefined || typeof first === "string" || !saysNothing(objectAt(media, "schema"))) return result;
  return withKeys(result, { schema: ask(infer(schemaOfExample(first), "The schema is what one example shows."), "Which properties are always there, and what else can they hold?") });
}

function saysNothing(schema: JsonObject | undefined): boolean {
  if (schema === undefined) return true;
  return Object.keys(schema).every((key) => key === "type" || (key === "properties" && Object.keys(objectAt(schema, key) ?? {}).length === 0));
}

/** The types that one example shows. Nothing is required, and null says nothing. */
export function schemaOfExample(value: Json): MutableObject {
  const schema = emptyObject();
  if (value === null) return schema;
  if (Array.isArray(value)) {
    const items = (value as readonly Json[]).map(schemaOfExample);
    schema["type"] = "array";
    schema["items"] = items[0] ?? emptyObject();
    return schema;
  }
  if (!isObject(value)) {
    schema["type"] = typeof value === "number" ? (Number.isInteger(value) ? "integer" : "number") : typeof value;
    return schema;
  }
  schema["type"] = "object";
  const properties = emptyObject();
  for (const name of Object.keys(value)) properties[name] = schemaOfExample(value[name] as Json);
  schema["properties"] = properties;
  return schema;
}
