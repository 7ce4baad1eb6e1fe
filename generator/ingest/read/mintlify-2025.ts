/**
 * The form that Mintlify printed in 2025: one operation with its references written out, in keywords of its own.
 *
 *     paths:
 *       path: /pets/{id}
 *       method: get
 *       request: { security: […], parameters: { path: { id: { schema: [ … ] } } }, body: { application/json: { schemaArray: [ … ] } } }
 *       response: { '200': { application/json: { schemaArray: [ … ], description: OK } } }
 */
import { type Json, type JsonObject, type MutableObject, emptyObject, isObject } from "../../json.js";
import { ask, infer } from "../marks.js";
import { listAt, made, objectAt, textAt, withKeys, without } from "../shape.js";
import { withDialect } from "../versions.js";

/** Whether a fragment is in this form. */
export function isMintlify2025(root: JsonObject): boolean {
  const paths = objectAt(root, "paths");
  return textAt(paths, "path") !== undefined && textAt(paths, "method") !== undefined;
}

/**
 * The fragment as the specification writes it. What the form lost (version, operationId, tags, names of schemas that it writes
 * out) stays lost.
 *
 * @param title the page's, which is the operation's summary
 */
export function fromMintlify2025(root: JsonObject, title: string | undefined): JsonObject {
  const paths = objectAt(root, "paths") ?? emptyObject();
  const request = objectAt(paths, "request");
  const { requirements, schemes } = securityOf(request);
  const operation = made({
    summary: textAt(paths, "title") ?? title,
    description: textAt(paths, "description"),
    operationId: textAt(paths, "operationId"),
    deprecated: paths["deprecated"] === true ? true : undefined,
    parameters: parametersOf(objectAt(request, "parameters")),
    requestBody: bodyOf(objectAt(request, "body")),
    responses: responsesOf(objectAt(paths, "response")),
    security: requirements,
  });
  const servers = listAt(paths, "servers");
  const method = (textAt(paths, "method") as string).toLowerCase();
  // The form has no method for a webhook; it is sent as POST unless a vendor says otherwise.
  const webhook = method === "webhook";
  const item = keyed(textAt(paths, "path") as string, keyed(webhook ? "post" : method, operation));
  const document = made({
    servers: servers.length > 0 ? servers : undefined,
    [webhook ? "webhooks" : "paths"]: item,
    components: componentsOf(objectAt(root, "components") ?? emptyObject(), schemes),
  });
  return withDialect(document);
}

/** References that lead round in a circle are not written out: their schemas stand among the components. */
function componentsOf(given: JsonObject, schemes: JsonObject): Json | undefined {
  const result = withKeys(given, {});
  const schemas = objectAt(given, "schemas");
  if (schemas !== undefined) result["schemas"] = mapped(schemas);
  if (Object.keys(schemes).length > 0) result["securitySchemes"] = withKeys(objectAt(given, "securitySchemes") ?? emptyObject(), schemes);
  for (const section of Object.keys(result)) if (Object.keys(objectAt(result, section) ?? emptyObject()).length === 0) delete result[section];
  return Object.keys(result).length > 0 ? result : undefined;
}

function mapped(schemas: JsonObject): MutableObject {
  const read = emptyObject();
  for (const name of Object.keys(schemas)) read[name] = schemaOf(schemas[name] as Json);
  return read;
}

function keyed(name: string, value: Json): MutableObject {
  const object = emptyObject();
  object[name] = value;
  return object;
}

const places = ["path", "query", "header", "cookie"] as const;

function parametersOf(parameters: JsonObject | undefined): Json | undefined {
  const list = places.flatMap((place) => {
    const named = objectAt(parameters, place) ?? emptyObject();
    return Object.keys(named).map((name) => parameterOf(name, place, objectAt(named, name) ?? emptyObject()));
  });
  return list.length > 0 ? list : undefined;
}

function parameterOf(name: string, place: string, parameter: JsonObject): Json {
  const schemas = listAt(parameter, "schema").filter(isObject);
  const first = schemas[0] ?? emptyObject();
  return made({
    name,
    in: place,
    required: place === "path" || first["required"] === true ? true : undefined,
    deprecated: first["deprecated"] === true ? true : undefined,
    description: textAt(first, "description"),
    style: parameter["style"],
    explode: parameter["explode"],
    schema: oneOf(schemas.map((schema) => without(schema, "description", "deprecated"))),
  });
}

function bodyOf(body: JsonObject | undefined): Json | undefined {
  if (body === undefined || Object.keys(body).length === 0) return undefined;
  const content = contentOf(body);
  const required = Object.keys(body).some((media) => listAt(objectAt(body, media), "schemaArray").some((schema) => isObject(schema) && schema["required"] === true));
  return made({ description: descriptionOf(body), required: required ? true : undefined, content });
}

/** The form writes the description of a body or an answer into each of its media types. */
function descriptionOf(holder: JsonObject): string | undefined {
  return textAt(holder, "description") ?? Object.keys(holder).flatMap((type) => textAt(objectAt(holder, type), "description") ?? [])[0];
}

function contentOf(media: JsonObject): MutableObject {
  const content = emptyObject();
  for (const type of Object.keys(media)) {
    // `_mintlify/placeholder` stands for an answer without a body.
    if (!type.includes("/") || type.startsWith("_mintlify/")) continue;
    const schemas = listAt(objectAt(media, type), "schemaArray").filter(isObject);
    content[type] = made({ schema: schemas.length > 0 ? oneOf(schemas) : undefined, examples: authored(objectAt(objectAt(media, type), "examples")) });
  }
  return content;
}

/** The platform calls what it made up `example`; every other name is the vendor's. */
function authored(examples: JsonObject | undefined): Json | undefined {
  const kept = without(examples ?? emptyObject(), "example");
  return Object.keys(kept).length > 0 ? kept : undefined;
}

function responsesOf(responses: JsonObject | undefined): MutableObject {
  const result = emptyObject();
  for (const code of Object.keys(responses ?? {})) {
    const response = objectAt(responses, code) ?? emptyObject();
    const content = contentOf(response);
    result[code] = made({ description: descriptionOf(response) ?? "", content: Object.keys(content).length > 0 ? content : undefined });
  }
  return result;
}

/** Several schemas are alternatives: the page shows them as tabs. */
function oneOf(schemas: readonly JsonObject[]): Json {
  const read = schemas.map((schema) => schemaOf(schema) as JsonObject);
  if (read.length === 1) return read[0] as JsonObject;
  return infer(made({ anyOf: read }), "The page shows the alternatives as tabs and does not say whether one or several may hold.");
}

/** Keys of the platform's own, which say nothing or something about the place of the schema. */
const own = ["required", "requiredProperties", "refIdentifier", "examples", "isDeprecated"] as const;

function schemaOf(value: Json): Json {
  if (!isObject(value)) return value;
  const unwrapped = unwrap(value);
  const schema = without(unwrapped, ...own);
  const required = Array.isArray(unwrapped["requiredProperties"]) ? unwrapped["requiredProperties"] : unwrapped["required"];
  if (Array.isArray(required)) schema["required"] = required;
  if (unwrapped["isDeprecated"] === true) schema["deprecated"] = true;
  const sample = listAt(unwrapped, "examples")[0];
  if (sample !== undefined) schema["example"] ??= sample;
  for (const key of ["properties", "patternProperties"]) {
    const properties = objectAt(schema, key);
    if (properties !== undefined) schema[key] = mapped(properties);
  }
  for (const key of ["items", "additionalProperties", "not"]) if (schema[key] !== undefined) schema[key] = schemaOf(schema[key] as Json);
  for (const key of ["allOf", "anyOf", "oneOf"]) if (Array.isArray(schema[key])) schema[key] = listAt(schema, key).map(schemaOf);
  return plainType(schema);
}

/** `allOf` of one member is how the form wraps every property. */
function unwrap(schema: JsonObject): JsonObject {
  const members = listAt(schema, "allOf");
  const only = members[0];
  if (members.length !== 1 || !isObject(only)) return schema;
  const outer = without(schema, "allOf");
  // Beside a `$ref`, other keywords would be lost in OpenAPI 3.0.
  if (only["$ref"] !== undefined && Object.keys(without(outer, ...own)).length > 0) return schema;
  const result = without(unwrap(only));
  for (const key of Object.keys(outer)) if (result[key] === undefined) result[key] = outer[key] as Json;
  return result;
}

/** `enum<string>`, `file` and `any` are words of the platform. */
function plainType(schema: MutableObject): MutableObject {
  const type = schema["type"];
  if (typeof type !== "string") return schema;
  const inner = /^enum<(\w+)>$/.exec(type)?.[1];
  if (inner !== undefined) schema["type"] = inner;
  else if (type === "file") return Object.assign(schema, { type: "string", format: "binary" });
  else if (type === "any") delete schema["type"];
  return schema;
}

interface SecurityForm {
  readonly requirements: Json | undefined;
  readonly schemes: MutableObject;
}

/** Each entry is one way to authenticate; its parameters, by place, are the schemes that it takes together. */
function securityOf(request: JsonObject | undefined): SecurityForm {
  const schemes = emptyObject();
  const requirements = listAt(request, "security").filter(isObject).map((entry) => {
    const requirement = emptyObject();
    const titles = (textAt(entry, "title") ?? "").split(/\s*&\s*/);
    const parameters = objectAt(entry, "parameters") ?? emptyObject();
    const found = ["header", "query", "cookie"].flatMap((place) => {
      const named = objectAt(parameters, place) ?? emptyObject();
      return Object.keys(named).map((name) => ({ place, name, scheme: objectAt(named, name) ?? emptyObject() }));
    });
    for (const [index, { place, name, scheme }] of found.entries()) {
      const title = titles[index] ?? "";
      const known = title === "" ? name : title;
      requirement[known] = [];
      schemes[known] = schemeForms[textAt(scheme, "type") ?? ""]?.(scheme, place, name) ?? scheme;
    }
    return requirement;
  });
  return { requirements: request?.["security"] === undefined ? undefined : requirements, schemes };
}

const whichFlows = "Where does the API give out its tokens, and for which scopes? The page names the kind of the scheme alone.";

/** What the form leaves out of each kind of scheme. */
const schemeForms: Readonly<Record<string, (scheme: JsonObject, place: string, name: string) => JsonObject>> = {
  apiKey: (scheme, place, name) => made({ type: "apiKey", in: place, name, description: scheme["description"] }),
  oauth2: (scheme) => (scheme["flows"] === undefined ? ask(withKeys(scheme, { flows: emptyObject() }), whichFlows) : scheme),
  openIdConnect: (scheme) =>
    scheme["openIdConnectUrl"] === undefined
      ? ask(infer(made({ type: "http", scheme: "bearer", description: scheme["description"] }), "Tokens of OpenID Connect are sent as bearer tokens."), whichFlows)
      : scheme,
};
