/** Names of components that the specification forbids (OpenAPI 3.1.1, 4.8.7.1: letters, digits, `.`, `-` and `_`). */
import { type Json, type JsonObject, type Pointer, child, emptyObject, isObject } from "../json.js";
import type { Ingested, IngestReport } from "./page.js";
import { mapReferences, refTo, stepsOf } from "./references.js";
import { compareText, listAt, objectAt, textAt, withKeys } from "./shape.js";

/** Schemes are named in requirements, not by reference, and what a user of the package gives is keyed by them: they stay. */
const sections = ["schemas", "responses", "parameters", "examples", "requestBodies", "headers", "links", "callbacks", "pathItems"] as const;

/** Section → name → the name that takes its place. */
type Renamed = ReadonlyMap<string, ReadonlyMap<string, string>>;

/** The document with names that are allowed, and everything that refers to them. */
export function allowedNames({ document, provenance }: Ingested, file: string, report: IngestReport): Ingested {
  const components = objectAt(document, "components") ?? emptyObject();
  const renamed: Renamed = new Map(sections.map((section) => [section, renamings(Object.keys(objectAt(components, section) ?? {}))]));
  if ([...renamed.values()].every(({ size }) => size === 0)) return { document, provenance };
  for (const names of renamed.values()) {
    for (const [name, other] of names) report("ingest/repaired", { file }, `The component ${JSON.stringify(name)} is called ${other}: a name has letters, digits, dots, hyphens and underscores.`);
  }
  const referring = withMappings(mapReferences(document, (ref, holder) => withKeys(holder, { $ref: renamedRef(ref, renamed) })), renamed) as JsonObject;
  return {
    document: withKeys(referring, { components: renamedSections(objectAt(referring, "components") ?? emptyObject(), renamed) }),
    provenance: provenance.map((source) => ({ ...source, pointer: renamedPointer(source.pointer, renamed) })),
  };
}

function renamings(names: readonly string[]): ReadonlyMap<string, string> {
  const forbidden = names.filter((name) => !/^[A-Za-z0-9._-]+$/.test(name)).sort(compareText);
  const taken = new Set(names);
  return new Map(forbidden.map((name) => {
    const other = freeName(allowedName(name), taken);
    taken.add(other);
    return [name, other];
  }));
}

/** `Result«List«Pet»»` → `Result_List_Pet`; letters of other scripts by their number, so that names of them stay apart. */
function allowedName(name: string): string {
  const spelled = name.replace(/[^\x00-\x7f]/gu, (char) => (/[\p{L}\p{N}]/u.test(char) ? `_u${(char.codePointAt(0) as number).toString(16)}_` : " "));
  return spelled.replace(/_*[^A-Za-z0-9._-]+_*|__+/g, "_").replace(/^_+|_+$/g, "") || "Component";
}

function freeName(wanted: string, taken: ReadonlySet<string>): string {
  if (!taken.has(wanted)) return wanted;
  for (let number = 2; ; number++) if (!taken.has(`${wanted}_${number}`)) return `${wanted}_${number}`;
}

function renamedRef(ref: string, renamed: Renamed): string {
  if (!ref.startsWith("#/")) return ref;
  const [root, section = "", name = "", ...rest] = stepsOf(ref);
  const other = root === "components" ? renamed.get(section)?.get(name) : undefined;
  return other === undefined ? ref : refTo(["components", section, other, ...rest]);
}

function renamedPointer(pointer: Pointer, renamed: Renamed): Pointer {
  const ref = renamedRef(`#${pointer}`, renamed);
  return ref === `#${pointer}` ? pointer : stepsOf(ref).reduce<Pointer>(child, "");
}

function renamedSections(components: JsonObject, renamed: Renamed): JsonObject {
  const result = withKeys(components, {});
  for (const [section, names] of renamed) {
    const given = objectAt(components, section);
    if (given === undefined || names.size === 0) continue;
    const entries = emptyObject();
    for (const name of Object.keys(given)) entries[names.get(name) ?? name] = given[name] as Json;
    result[section] = entries;
  }
  return result;
}

/** A discriminator's values are names of schemas unless its mapping says otherwise (OpenAPI 3.1.1, 4.8.25): the old name stays the value. */
function withMappings(value: Json, renamed: Renamed): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => withMappings(item, renamed));
  if (!isObject(value)) return value;
  const result = emptyObject();
  for (const key of Object.keys(value)) result[key] = withMappings(value[key] as Json, renamed);
  const discriminator = objectAt(result, "discriminator");
  if (textAt(discriminator, "propertyName") !== undefined) result["discriminator"] = mapped(discriminator as JsonObject, value, renamed);
  return result;
}

function mapped(discriminator: JsonObject, schema: JsonObject, renamed: Renamed): JsonObject {
  const given = objectAt(discriminator, "mapping") ?? emptyObject();
  const names = renamed.get("schemas") ?? new Map<string, string>();
  const mapping = emptyObject();
  for (const key of Object.keys(given)) {
    const target = textAt(given, key) ?? "";
    mapping[key] = names.has(target) ? refTo(["components", "schemas", names.get(target) as string]) : target.startsWith("#/") ? renamedRef(target, renamed) : (given[key] as Json);
  }
  const said = new Set(Object.values(mapping));
  const members = [...listAt(schema, "oneOf"), ...listAt(schema, "anyOf")].flatMap((member) => (isObject(member) ? (textAt(member, "$ref") ?? []) : []));
  for (const [name, other] of names) {
    const ref = refTo(["components", "schemas", other]);
    if (members.includes(ref) && !said.has(ref)) mapping[name] = ref;
  }
  return Object.keys(mapping).length === 0 ? discriminator : withKeys(discriminator, { mapping });
}
