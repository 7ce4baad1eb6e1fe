/** Schemas as 2.0 and 3.0 wrote them → JSON Schema 2020-12. In place: the tree is the shape check's own copy. */
import type { Report } from "../diagnostics.js";
import { emptyObject, isObject, type Json, type JsonObject, type MutableObject } from "../json.js";
import type { SourceDocument } from "../source/document.js";
import { type Path, pointerOf, walk } from "../source/walk.js";
import { enumOfItsType } from "./enum-type.js";

export function dialect(document: SourceDocument, report: Report): SourceDocument {
  const old = document.version === "2.0" || document.version.startsWith("3.0");
  const say = (code: Parameters<Report>[0], path: Path, message: string): void => report(code, pointerOf(path), message);
  walk(document.root, "root", (kind, node, path) => {
    if (kind === "encoding" && document.version.startsWith("3.0")) return partWithoutStyle(node as MutableObject, path);
    if (kind !== "schema") return;
    const schema = node as MutableObject;
    if (old && typeof schema["$ref"] === "string") return dropSiblings(schema, path, say);
    if (schema["example"] !== undefined) example(schema);
    if (Array.isArray(schema["items"])) tuple(schema);
    if (typeof schema["exclusiveMinimum"] === "boolean") exclusive(schema, "exclusiveMinimum", "minimum", path, say);
    if (typeof schema["exclusiveMaximum"] === "boolean") exclusive(schema, "exclusiveMaximum", "maximum", path, say);
    if (typeof schema["discriminator"] === "string") discriminator(schema);
    if (schema["nullable"] !== undefined || schema["x-nullable"] !== undefined) nullable(schema, old, path, say);
    if (schema["enum"] !== undefined) enumOfItsType(schema, path, document, report);
  });
  const root = document.root as MutableObject;
  if (old) root["openapi"] = "3.1.0";
  return document;
}

/** In 3.0 a style is for urlencoded bodies alone, and SHALL be ignored elsewhere (OAS 3.0.4, Encoding Object); 3.1 has it for multipart, too. */
function partWithoutStyle(encoding: MutableObject, path: Path): void {
  if (!/^multipart\//i.test(String(path.at(-3)))) return;
  for (const field of ["style", "explode", "allowReserved"]) delete encoding[field];
}

type Say = (code: Parameters<Report>[0], path: Path, message: string) => void;

/** Prose beside a `$ref` changes nothing that is valid, and is often the only description of a property. */
const harmless = new Set(["$ref", "description", "summary", "title", "example", "examples", "externalDocs", "deprecated", "xml"]);

function dropSiblings(schema: MutableObject, path: Path, say: Say): void {
  const dropped: string[] = [];
  for (const key of Object.keys(schema)) {
    if (key === "$ref" || key === "description" || key === "summary" || key.startsWith("x-")) continue;
    if (!harmless.has(key)) dropped.push(key);
    delete schema[key];
  }
  if (dropped.length > 0) say("schema/ref-siblings", path, `Beside a $ref, ${dropped.map((key) => `\`${key.slice(0, 40)}\``).join(", ")} is ignored.`);
}

/** `example` → `examples`, a list (OAS 3.1, 4.8.24: `example` is deprecated in favour of it). */
function example(schema: MutableObject): void {
  const given = schema["examples"];
  const list = Array.isArray(given) ? (given as readonly Json[]) : [];
  schema["examples"] = [schema["example"] as Json, ...list];
  delete schema["example"];
}

/** Drafts before 2020-12: `items` as a list is `prefixItems`, and `additionalItems` is `items`. */
function tuple(schema: MutableObject): void {
  const items = schema["items"] as readonly Json[];
  const additional = schema["additionalItems"];
  if (items.length > 0) schema["prefixItems"] = items;
  if (additional === undefined) delete schema["items"];
  else schema["items"] = additional;
  delete schema["additionalItems"];
}

/** Draft 4: `exclusiveMinimum: true` makes `minimum` exclusive. */
function exclusive(schema: MutableObject, keyword: string, limit: string, path: Path, say: Say): void {
  const on = schema[keyword] === true;
  const value = schema[limit];
  delete schema[keyword];
  if (!on) return;
  if (typeof value !== "number") return say("schema/exclusive-limit", path, `\`${keyword}: true\` has no \`${limit}\` beside it.`);
  schema[keyword] = value;
  delete schema[limit];
}

/** Swagger 2.0: the name of the property alone. */
function discriminator(schema: MutableObject): void {
  const object = emptyObject();
  object["propertyName"] = schema["discriminator"] as Json;
  schema["discriminator"] = object;
}

/**
 * `nullable: true` adds null to the `type` beside it (OAS 3.0.3, 4.7.24.1); `enum` still decides for itself. Beside `allOf`, `oneOf`
 * or `anyOf` without a `type` the standard gives it no effect, and everybody who writes it means that null is allowed.
 */
function nullable(schema: MutableObject, old: boolean, path: Path, say: Say): void {
  const on = schema["nullable"] === true || schema["x-nullable"] === true;
  delete schema["nullable"];
  delete schema["x-nullable"];
  if (!on) return;
  const { type } = schema;
  if (!old) say("schema/nullable", path, "`nullable: true` is no keyword of 3.1; null is allowed.");
  if (typeof type === "string") schema["type"] = type === "null" ? type : [type, "null"];
  else if (Array.isArray(type)) schema["type"] = type.includes("null") ? type : [...(type as readonly Json[]), "null"];
  else if (typeof schema["$ref"] === "string" || combined.some((keyword) => schema[keyword] !== undefined)) {
    if (old) say("schema/nullable", path, "`nullable: true` has no `type` beside it; null is allowed.");
    orNull(schema);
  }
}

const combined = ["allOf", "anyOf", "oneOf", "enum", "const", "not", "if"];
const prose = new Set(["title", "description", "summary", "default", "examples", "deprecated", "readOnly", "writeOnly", "externalDocs"]);

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
  const listed: Json | undefined = onlyList(inner, "anyOf") ?? onlyList(inner, "oneOf");
  if (listed !== undefined) {
    const keyword = inner["anyOf"] === undefined ? "oneOf" : "anyOf";
    schema[keyword] = [...(listed as readonly Json[]), none];
    if (inner["discriminator"] !== undefined) schema["discriminator"] = inner["discriminator"];
  } else schema["anyOf"] = [inner, none];
}

/** The list of a keyword that stands alone (but for its discriminator) and has no null in it yet. */
function onlyList(schema: JsonObject, keyword: string): readonly Json[] | undefined {
  const list = schema[keyword];
  if (!Array.isArray(list) || Object.keys(schema).some((key) => key !== keyword && key !== "discriminator")) return undefined;
  return (list as readonly Json[]).some((item) => isObject(item) && item["type"] === "null") ? undefined : (list as readonly Json[]);
}
