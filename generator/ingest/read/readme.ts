/** ReadMe pages that an editor typed by hand (`x-readme-fauxas`): the platform filled in what a document needs. */
import { type Json, type JsonObject, type MutableObject, emptyObject, isObject } from "../../json.js";
import { mapOperations } from "../inherit.js";
import { ask, infer } from "../marks.js";
import { listAt, made, objectAt, textAt, withKeys } from "../shape.js";
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
    paths: paths === undefined ? undefined : mapOperations(paths, (operation) => withKeys(operation, { requestBody: rawBody(operation["requestBody"]), responses: responses(objectAt(operation, "responses")) })),
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

/** A body that is no object is typed as the one property `RAW_BODY`. */
function rawBody(body: Json | undefined): Json | undefined {
  const content = isObject(body) ? objectAt(body, "content") : undefined;
  if (!isObject(body) || content === undefined) return body;
  let required = body["required"];
  const read = mapNames(content, (media) => {
    const schema = isObject(media) ? objectAt(media, "schema") : undefined;
    const inner = Object.keys(objectAt(schema, "properties") ?? {}).join() === "RAW_BODY" ? objectAt(objectAt(schema, "properties"), "RAW_BODY") : undefined;
    if (!isObject(media) || inner === undefined) return media;
    if (listAt(schema, "required").includes("RAW_BODY")) required ??= true;
    return withKeys(media, { schema: inner["type"] === "string" && inner["format"] === "json" ? jsonBody(media, inner) : inner });
  });
  return withKeys(body, { required, content: read });
}

/** A text of JSON is what an editor chose who knew no more of the body: an example shows it, or nothing does. */
function jsonBody(media: JsonObject, typed: JsonObject): JsonObject {
  const examples = objectAt(media, "examples") ?? emptyObject();
  const given = [media["example"], ...Object.keys(examples).map((name) => objectAt(examples, name)?.["value"])];
  const first = given.map((value) => (typeof value === "string" ? jsonOf(value) : value)).find((value) => value !== undefined);
  const described = made({ description: typed["description"] });
  if (first === undefined) return ask(described, "Which JSON does the body hold? The page says that it is JSON.");
  return ask(infer(withKeys(schemaOfExample(first), described), "The schema is what one example shows."), "Which properties are always there, and what else can they hold?");
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
  const result = withKeys(media, { examples: media["examples"] === undefined ? undefined : read });
  const first = Object.keys(read).map((name) => objectAt(read, name)?.["value"]).find((value) => value !== undefined);
  if (first === undefined || typeof first === "string" || !saysNothing(objectAt(media, "schema"))) return result;
  return withKeys(result, { schema: ask(infer(schemaOfExample(first), "The schema is what one example shows."), "Which properties are always there, and what else can they hold?") });
}

function saysNothing(schema: JsonObject | undefined): boolean {
  if (schema === undefined) return true;
  return Object.keys(schema).every((key) => key === "type" || (key === "properties" && Object.keys(objectAt(schema, key) ?? {}).length === 0));
}

/** A schema of two examples: what both hold, and alternatives where they are of different types. */
function both(a: JsonObject, b: JsonObject): JsonObject {
  const [left, right] = [a["type"], b["type"]];
  if (Object.keys(a).length === 0) return b;
  if (Object.keys(b).length === 0) return a;
  if (isNumber(left) && isNumber(right)) return left === right ? a : made({ type: "number" });
  if (left !== right || left === undefined) return alternatives(a, b);
  if (left === "array") return made({ type: left, items: both(objectAt(a, "items") ?? emptyObject(), objectAt(b, "items") ?? emptyObject()) });
  if (left !== "object") return a;
  const properties = withKeys(objectAt(a, "properties") ?? emptyObject(), {});
  const others = objectAt(b, "properties") ?? emptyObject();
  for (const name of Object.keys(others)) properties[name] = both(objectAt(properties, name) ?? emptyObject(), others[name] as JsonObject);
  return made({ type: left, properties });
}

const isNumber = (type: Json | undefined): boolean => type === "integer" || type === "number";

function alternatives(a: JsonObject, b: JsonObject): JsonObject {
  const known = a["anyOf"] === undefined ? [a] : listAt(a, "anyOf").filter(isObject);
  const same = known.findIndex((each) => each["type"] === b["type"] || (isNumber(each["type"]) && isNumber(b["type"])));
  return made({ anyOf: same < 0 ? [...known, b] : known.map((each, index) => (index === same ? both(each, b) : each)) });
}

/** The types that one example shows. Nothing is required, and null says nothing. */
export function schemaOfExample(value: Json): MutableObject {
  const schema = emptyObject();
  if (value === null) return schema;
  if (Array.isArray(value)) {
    schema["type"] = "array";
    schema["items"] = (value as readonly Json[]).map(schemaOfExample).reduce<JsonObject>(both, emptyObject());
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
