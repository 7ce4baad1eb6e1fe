/**
 * The official JSON Schema Test Suite as OpenAPI documents. Each group of tests becomes a component schema; its `$ref`s are
 * led to where it now stands.
 */
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { isObject, type Json, type JsonObject } from "../../generator/json.js";

/** Where the suite is looked for: a checkout of json-schema-org/JSON-Schema-Test-Suite. */
export const suiteFolder = resolve(process.env["JSON_SCHEMA_TEST_SUITE"] ?? join(import.meta.dirname, "../../../shared/json-schema-test-suite"));

export const hasSuite = existsSync(join(suiteFolder, "tests/draft2020-12"));

export interface Suite {
  readonly name: string;
  readonly title: string;
  readonly folder: string;
  readonly openapi: "3.1.0" | "3.0.3";
  /** Only these files. */
  readonly files?: readonly string[];
  /** Whether `$defs` move to components of their own. */
  readonly hoist?: true;
}

/** The files of draft 4 whose keywords OpenAPI 3.0 has. */
const core = [
  "additionalProperties", "allOf", "anyOf", "default", "enum", "infinite-loop-detection", "items", "maxItems", "maxLength",
  "maxProperties", "maximum", "minItems", "minLength", "minProperties", "minimum", "multipleOf", "not", "oneOf", "pattern",
  "properties", "ref", "required", "type", "uniqueItems",
];

export const suites: readonly Suite[] = [
  { name: "required", title: "Draft 2020-12, required", folder: "tests/draft2020-12", openapi: "3.1.0" },
  { name: "hoisted", title: "Draft 2020-12, required, `$defs` moved to components", folder: "tests/draft2020-12", openapi: "3.1.0", hoist: true },
  { name: "optional", title: "Draft 2020-12, optional", folder: "tests/draft2020-12/optional", openapi: "3.1.0" },
  { name: "format", title: "Draft 2020-12, optional formats", folder: "tests/draft2020-12/optional/format", openapi: "3.1.0" },
  { name: "openapi-3.0", title: "Draft 4 as OpenAPI 3.0, core", folder: "tests/draft4", openapi: "3.0.3", files: core, hoist: true },
  { name: "openapi-3.0-format", title: "Draft 4 as OpenAPI 3.0, optional formats", folder: "tests/draft4/optional/format", openapi: "3.0.3", hoist: true },
];

export interface Test {
  readonly description: string;
  readonly data: Json;
  readonly valid: boolean;
}

export interface Group {
  readonly file: string;
  readonly description: string;
  /** The component under test. */
  readonly component: string;
  readonly components: JsonObject;
  readonly tests: readonly Test[];
}

export interface Loaded {
  readonly groups: readonly Group[];
  /** What no self-contained OpenAPI document can say, by reason: number of tests. */
  readonly outOfScope: ReadonlyMap<string, number>;
}

type Written = { readonly description: string; readonly schema: Json; readonly tests: readonly Test[] };

/** The groups of a suite that an OpenAPI document can hold. */
export function loadSuite(suite: Suite): Loaded {
  const folder = join(suiteFolder, suite.folder);
  const names = readdirSync(folder).filter((name) => name.endsWith(".json")).sort().map((name) => name.slice(0, -".json".length));
  const groups: Group[] = [];
  const outOfScope = new Map<string, number>();
  for (const file of names.filter((name) => suite.files?.includes(name) ?? true)) {
    const written = JSON.parse(readFileSync(join(folder, `${file}.json`), "utf8")) as Written[];
    written.forEach(({ description, schema, tests }, index) => {
      if (suite.name === "hoisted" && !(isObject(schema) && "$defs" in schema)) return;
      // `format.json` says that format is an annotation; the validators assert it, as the optional suite does.
      const reason = file === "format" ? "format as an annotation" : unsayable(schema, suite.openapi);
      if (reason !== undefined) {
        outOfScope.set(reason, (outOfScope.get(reason) ?? 0) + tests.length);
        return;
      }
      const component = `${pascal(file)}Case${index}`;
      groups.push({ file, description, component, components: componentsOf(schema, component, suite), tests });
    });
  }
  return { groups, outOfScope };
}

/** One document with all the groups. */
export function documentOf(groups: readonly Group[], openapi: string): string {
  const schemas: Record<string, Json> = Object.create(null) as Record<string, Json>;
  for (const { components } of groups) for (const [name, schema] of Object.entries(components)) schemas[name] = schema;
  return JSON.stringify({ openapi, info: { title: "JSON Schema Test Suite", version: "1.0.0" }, paths: {}, components: { schemas } });
}

const pascal = (text: string): string =>
  text.split(/[^A-Za-z0-9]+/).filter(Boolean).map((word) => (word[0] ?? "").toUpperCase() + word.slice(1)).join("");

// ---------------------------------------------------------------------------------------------- walking

const single = ["additionalProperties", "additionalItems", "items", "contains", "not", "if", "then", "else", "propertyNames", "unevaluatedItems", "unevaluatedProperties", "contentSchema"];
const lists = ["allOf", "anyOf", "oneOf", "prefixItems", "items"];
const maps = ["properties", "patternProperties", "$defs", "definitions", "dependentSchemas", "dependencies"];
const data = ["enum", "const", "default", "examples", "example", "required", "type", "dependentRequired"];

const bare = (entries: Iterable<readonly [string, Json]>): JsonObject => {
  const object = Object.create(null) as Record<string, Json>;
  for (const [name, value] of entries) object[name] = value;
  return object;
};

/** Rebuilds a schema from the inside out. Objects below unknown keywords count as schemas: a `$ref` may lead there. */
function rewrite(schema: Json, change: (schema: Record<string, Json>) => Json): Json {
  if (!isObject(schema)) return schema;
  const inside = ([name, value]: readonly [string, Json]): readonly [string, Json] => {
    if (data.includes(name)) return [name, value];
    if (maps.includes(name) && isObject(value)) return [name, bare(Object.entries(value).map(([key, member]) => [key, rewrite(member, change)]))];
    if (lists.includes(name) && Array.isArray(value)) return [name, value.map((member: Json) => rewrite(member, change))];
    return [name, rewrite(value, change)];
  };
  return change(bare(Object.entries(schema).map(inside)) as Record<string, Json>);
}

/** Every object schema at a place for schemas, with whether it is the root. */
function visit(schema: Json, look: (schema: JsonObject, isRoot: boolean) => void, isRoot = true): void {
  if (!isObject(schema)) return;
  look(schema, isRoot);
  for (const [name, value] of Object.entries(schema)) {
    if (lists.includes(name) && Array.isArray(value)) for (const member of value as Json[]) visit(member, look, false);
    else if (single.includes(name)) visit(value, look, false);
    else if (maps.includes(name) && isObject(value)) for (const member of Object.values(value)) visit(member, look, false);
  }
}

// ---------------------------------------------------------------------------------------------- scope

/** Why a group cannot be said by a document that stands alone, or undefined. */
function unsayable(schema: Json, openapi: Suite["openapi"]): string | undefined {
  const reasons = new Set<string>();
  visit(schema, (part, isRoot) => {
    const { $ref } = part;
    if (typeof $ref === "string" && /^[^#]/.test($ref)) reasons.add("remote reference");
    if (openapi === "3.1.0") {
      for (const keyword of ["$id", "$anchor", "$dynamicRef", "$dynamicAnchor", "$vocabulary"]) if (keyword in part) reasons.add(keyword);
      if (typeof part["$schema"] === "string" && !/draft\/2020-12\/schema#?$/.test(part["$schema"])) reasons.add("another dialect");
      if (typeof $ref === "string" && /^#[^/]/.test($ref)) reasons.add("$anchor");
      return;
    }
    if (typeof part["id"] === "string" || (typeof $ref === "string" && /^#[^/]/.test($ref))) reasons.add("id");
    if (!isRoot && isObject(part["definitions"])) reasons.add("nested definitions");
    for (const keyword of ["patternProperties", "dependencies"]) if (keyword in part) reasons.add(keyword);
    if (Array.isArray(part["items"])) reasons.add("list of items");
    else if ("additionalItems" in part) reasons.add("additionalItems");
  });
  return reasons.size === 0 ? undefined : [...reasons].sort().join(", ");
}

// ---------------------------------------------------------------------------------------------- components

/** The group's schema, and its definitions where they move, as components. */
function componentsOf(schema: Json, component: string, suite: Suite): JsonObject {
  const based = rewrite(schema, (part) => {
    delete part["$schema"];
    if (typeof part["$ref"] === "string") part["$ref"] = `#/components/schemas/${component}${part["$ref"].slice(1)}`;
    return part;
  });
  const components = suite.hoist ? hoisted(based, component) : bare([[component, based]]);
  if (suite.openapi === "3.1.0") return components;
  return bare(Object.entries(components).map(([name, value]) => [name, rewrite(value, toOpenApi30)]));
}

/** `#/components/schemas/Name/$defs/x` becomes `#/components/schemas/NameDefX`; a pointer into a definition stays one. */
function hoisted(schema: Json, component: string): JsonObject {
  if (!isObject(schema)) return bare([[component, schema]]);
  const moved = new Map<string, string>();
  const definitions: [string, Json][] = [];
  for (const keyword of ["$defs", "definitions"]) {
    const inside = schema[keyword];
    if (!isObject(inside)) continue;
    for (const [name, definition] of Object.entries(inside)) {
      let target = `${component}Def${pascal(name)}`;
      while (definitions.some(([other]) => other === target)) target += "X";
      moved.set(`${keyword}/${name}`, target);
      definitions.push([target, definition]);
    }
  }
  const lead = (part: Record<string, Json>): Json => {
    const [, keyword, name = "", rest = ""] = (typeof part["$ref"] === "string" && /^#\/components\/schemas\/[^/]+\/(\$defs|definitions)\/([^/]*)(.*)$/.exec(part["$ref"])) || [];
    const target = moved.get(`${keyword}/${decodeURIComponent(name).replaceAll("~1", "/").replaceAll("~0", "~")}`);
    if (target !== undefined) part["$ref"] = `#/components/schemas/${target}${rest}`;
    return part;
  };
  const root = bare(Object.entries(schema).filter(([name]) => name !== "$defs" && name !== "definitions"));
  return bare([[component, root] as const, ...definitions].map(([name, value]) => [name, rewrite(value, lead)]));
}

/** What draft 4 says in words that OpenAPI 3.0 has not. */
function toOpenApi30(schema: Record<string, Json>): Json {
  if (typeof schema["$ref"] === "string") return bare([["$ref", schema["$ref"]]]);
  delete schema["$comment"];
  const { type } = schema;
  if (type === "null") {
    delete schema["type"];
    schema["enum"] = [null];
  } else if (Array.isArray(type)) {
    delete schema["type"];
    const types = (type as string[]).filter((one) => one !== "null");
    const isNullable = types.length < type.length;
    if (types.length === 1) {
      schema["type"] = types[0] as string;
      if (isNullable) schema["nullable"] = true;
    } else {
      const branches: Json[] = types.map((one) => (one === "array" ? { type: one, items: {} } : { type: one }));
      if (isNullable) branches.push({ enum: [null] });
      if (schema["anyOf"]) schema["allOf"] = [...((schema["allOf"] as Json[] | undefined) ?? []), { anyOf: branches }];
      else schema["anyOf"] = branches;
    }
  }
  if (schema["type"] === "array" && schema["items"] === undefined) schema["items"] = {};
  return schema;
}
