/** `discriminator`: which values of a property lead to which member of a union (OAS 3.1, 4.8.25). It never changes what is valid. */
import { child, isObject, type JsonObject, type Pointer } from "../json.js";
import type { Discriminator, Schema } from "./api.js";
import { quote } from "./keywords.js";
import { entries, resolve, type Reading } from "./reading.js";

const components = "/components/schemas/";

/**
 * The values of each member: the mapping's names for it, else the name of its component. Undefined, with a diagnostic, where
 * a member has no value. Whether the values are exact is found out when all schemas are read (`simplify.ts`).
 */
export function readDiscriminator(reading: Reading, node: JsonObject, members: readonly Schema[], at: Pointer): Discriminator | undefined {
  const place = child(at, "discriminator");
  const property = node["propertyName"];
  if (typeof property !== "string") {
    reading.report("model/discriminator-unusable", place, "A discriminator needs a propertyName.");
    return undefined;
  }
  const mapped = readMapping(reading, node, place);
  const values = members.map((member) => {
    if (member.kind !== "ref") return [];
    const names = mapped.get(member.target);
    if (names) return names;
    return member.target.startsWith(components) ? [componentName(member.target)] : [];
  });
  const bare = values.findIndex((list) => list.length === 0);
  if (bare >= 0) {
    reading.report("model/discriminator-unusable", place, `Member ${bare + 1} is no component, so no value of ${quote(property)} leads to it.`);
    return undefined;
  }
  return { property, values, exact: false };
}

function componentName(target: Pointer): string {
  return target.slice(components.length).replaceAll("~1", "/").replaceAll("~0", "~");
}

/** Pointer of a schema → the names that the mapping has for it, sorted. A mapping's value is a component's name or a reference. */
function readMapping(reading: Reading, node: JsonObject, at: Pointer): Map<Pointer, string[]> {
  const mapped = new Map<Pointer, string[]>();
  if (!isObject(node["mapping"])) return mapped;
  for (const { name, value, at: place } of entries(node["mapping"], child(at, "mapping"))) {
    const target = typeof value === "string" ? mappingTarget(reading, value) : undefined;
    if (target === undefined) {
      reading.report("model/discriminator-unusable", place, `The mapping of ${quote(name)} leads to no schema.`);
    } else {
      mapped.set(target, [...(mapped.get(target) ?? []), name]);
    }
  }
  return mapped;
}

/** A name that is also a component's is that component (OAS 3.1, 4.8.25.2: "it is RECOMMENDED to treat the value as a schema name"). */
function mappingTarget(reading: Reading, value: string): Pointer | undefined {
  const named = resolve(reading.root, `#${encodeURI(child("/components/schemas", value)).replaceAll("#", "%23")}`);
  if (named) return named.at;
  const relative = value.startsWith("#") ? value : `#/components/schemas/${value.replace(/^\.\//, "").replace(/\.(json|ya?ml)$/, "")}`;
  return resolve(reading.root, relative)?.at;
}
