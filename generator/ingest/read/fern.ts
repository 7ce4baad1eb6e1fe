/**
 * Fern's Markdown: regenerated from its own model, which turns a credential into a required header parameter, and in its later
 * form writes tags as paths, values of an enum as objects, and the operation's title where the API's belongs:
 *
 *     GET https://api.pets.example/v1/pets/{id}
 *
 *     info: {title: Get a pet, version: endpoint_pets.get}
 *     paths: {/pets/{id}: {get: {operationId: get, tags: [[subpackage_pets]], …}}}
 */
import { type Json, type JsonObject, emptyObject, isObject } from "../../json.js";
import { mapOperations, operationsOf } from "../inherit.js";
import { ask, infer } from "../marks.js";
import { type Role, itemRole, listAt, made, objectAt, roleOf, textAt, withKeys, without } from "../shape.js";
import { serverOf } from "../starlight/sample.js";

/**
 * Gives the credential back its place, the tags and operations their names, and the document its server.
 *
 * @param address where the page says that the operation is called
 */
export function fromFern(given: JsonObject, address: string | undefined): JsonObject {
  const root = withPlainEnums(given, "keywords") as JsonObject;
  const paths = objectAt(root, "paths");
  if (paths === undefined) return root;
  const schemes = withKeys(objectAt(objectAt(root, "components"), "securitySchemes") ?? emptyObject(), schemesOfHeaders(root, paths));
  const mended = mapOperations(paths, (operation) => named(tagged(secured(operation, schemes, root["security"] !== undefined))));
  const tags = listAt(root, "tags").map((tag) => (isObject(tag) ? withKeys(tag, { name: plainTag(tag["name"] as Json) }) : tag));
  const components = Object.keys(schemes).length > 0 ? withKeys(objectAt(root, "components") ?? emptyObject(), { securitySchemes: schemes }) : undefined;
  return withKeys(withInfo(root), {
    servers: root["servers"] ?? serverOfAddress(address, paths),
    tags: tags.length > 0 ? tags : undefined,
    paths: mended,
    components,
  });
}

/** `enum: [{value: a}]` → `enum: [a]`. */
function withPlainEnums(value: Json, role: Role): Json {
  if (role === "data") return value;
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => withPlainEnums(item, itemRole(role)));
  if (!isObject(value)) return value;
  const result = emptyObject();
  for (const key of Object.keys(value)) {
    const item = value[key] as Json;
    const values = role === "keywords" && key === "enum" && Array.isArray(item) ? (item as readonly Json[]) : undefined;
    result[key] = values === undefined ? withPlainEnums(item, roleOf(key, role)) : values.map((each) => (isObject(each) && each["value"] !== undefined ? each["value"] : each));
  }
  return result;
}

/** The title of an operation is no title of its API, and the name of an endpoint no version. */
function withInfo(root: JsonObject): JsonObject {
  const info = objectAt(root, "info");
  if (info === undefined || !/^endpoint_/.test(textAt(info, "version") ?? "")) return root;
  const titles = operationsOf(objectAt(root, "paths") ?? emptyObject()).map(({ operation }) => textAt(operation, "summary"));
  return withKeys(root, { info: without(info, "version", ...(titles.includes(textAt(info, "title")) ? ["title"] : [])) });
}

function serverOfAddress(address: string | undefined, paths: JsonObject): Json | undefined {
  const [path, ...others] = Object.keys(paths);
  const url = address === undefined || path === undefined || others.length > 0 ? undefined : serverOf(address, path);
  return url === undefined ? undefined : [infer(made({ url }), "The address above the operation without the operation's path.")];
}

/** `subpackage_pets` → `pets`; of a path of groups (`[subpackage_a, subpackage_a/b]`) the innermost. */
function plainTag(tag: Json): Json {
  const name = Array.isArray(tag) ? ((tag as readonly Json[]).at(-1) ?? "") : tag;
  return typeof name === "string" ? name.replace(/(^|[./])subpackage_/g, "$1") : name;
}

function tagged(operation: JsonObject): JsonObject {
  return operation["tags"] === undefined ? operation : withKeys(operation, { tags: listAt(operation, "tags").map(plainTag) });
}

/** The platform's names (`list`, `get`) are unique in their group only. */
function named(operation: JsonObject): JsonObject {
  const id = textAt(operation, "operationId");
  const tag = listAt(operation, "tags")[0];
  if (id === undefined || typeof tag !== "string" || plainWord(id).startsWith(plainWord(tag))) return operation;
  const operationId = `${tag.replace(/[^A-Za-z0-9]+/g, "_")}_${id}`;
  return infer(withKeys(operation, { operationId }), `The page names the operation ${JSON.stringify(id)} inside ${JSON.stringify(tag)}.`);
}

const plainWord = (text: string): string => text.replace(/[^A-Za-z0-9]/g, "").toLowerCase();

/** Moves credentials from the parameters into the operation's security. */
function secured(operation: JsonObject, schemes: JsonObject, rootSecured: boolean): JsonObject {
  if (rootSecured || operation["security"] !== undefined) return operation;
  const requirement = emptyObject();
  const rest = listAt(operation, "parameters").filter((parameter) => {
    const scheme = schemeFor(parameter, schemes);
    if (scheme !== undefined) requirement[scheme] = [];
    return scheme === undefined;
  });
  const names = Object.keys(requirement);
  if (names.length === 0) return operation;
  const evidence = `The page gives the credential of ${names.join(" and of ")} as a required header parameter.`;
  return infer(withKeys(without(operation, "parameters"), { parameters: rest.length > 0 ? rest : undefined, security: [requirement] }), evidence);
}

/** The scheme whose header a required parameter is. */
function schemeFor(parameter: Json, schemes: JsonObject): string | undefined {
  const name = requiredHeader(parameter)?.toLowerCase();
  return name === undefined ? undefined : Object.keys(schemes).find((key) => headerOf(objectAt(schemes, key)) === name);
}

const headerOf = (scheme: JsonObject | undefined): string | undefined =>
  textAt(scheme, "type") === "apiKey" ? (textAt(scheme, "in") === "header" ? textAt(scheme, "name")?.toLowerCase() : undefined) : "authorization";

function requiredHeader(parameter: Json): string | undefined {
  return isObject(parameter) && textAt(parameter, "in") === "header" && parameter["required"] === true ? textAt(parameter, "name") : undefined;
}

/** Schemes for headers that carry a credential by their name, where the page has lost the schemes. */
function schemesOfHeaders(root: JsonObject, paths: JsonObject): Record<string, Json> {
  const schemes = emptyObject();
  const known = objectAt(objectAt(root, "components"), "securitySchemes");
  if (root["security"] !== undefined || (known !== undefined && Object.keys(known).length > 0)) return schemes;
  for (const { operation } of operationsOf(paths)) {
    if (operation["security"] !== undefined) continue;
    for (const parameter of listAt(operation, "parameters")) {
      const header = requiredHeader(parameter);
      if (header === undefined || !/^authorization$|(?:^|-)(?:api-?key|(?:api|auth|access)-?token)$/i.test(header)) continue;
      const [name, scheme] = schemeOfHeader(header, textAt(parameter as JsonObject, "description") ?? "");
      schemes[name] = ask(infer(scheme, `The page has the required header ${header} and no scheme.`), `Is ${header} a credential?`);
    }
  }
  return schemes;
}

function schemeOfHeader(header: string, description: string): readonly [name: string, scheme: JsonObject] {
  if (header.toLowerCase() !== "authorization") return [header, made({ type: "apiKey", in: "header", name: header })];
  const word = /\b(bearer|basic)\b/i.exec(description)?.[1]?.toLowerCase();
  return word === undefined ? [header, made({ type: "apiKey", in: "header", name: header })] : [`${word}Auth`, made({ type: "http", scheme: word })];
}
