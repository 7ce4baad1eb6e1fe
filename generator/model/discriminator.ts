/** `discriminator`: which values of a property lead to which member of a union (OAS 3.1, 4.8.25). It never changes what is valid. */
import { child, isObject, type JsonObject, type Pointer } from "../json.js";
import type { Discriminator, Schema } from "./api.js";
import { tagsOf } from "./disjoint.js";
import { quote } from "./keywords.js";
import { entries, lookUp, leadsTo, type Found, type Reading } from "./reading.js";
import type { SchemaContext } from "./schemas.js";

const components = "/components/schemas/";

/**
 * How the members of a union are told apart. Where each member itself demands distinct literals of a property, those are the
 * values, declared or not, and they are exact. Else the declared ones: the mapping's names for a member, or the name of its
 * component. Undefined where there are none; a declaration that does not fit is reported.
 */
export function readDiscriminator(context: SchemaContext, members: readonly Schema[], places: readonly Found[]): Discriminator | undefined {
  const { reading, at, kinds } = context;
  const declared = context.keywords.discriminator;
  const place = child(at, "discriminator");
  const property = declared?.["propertyName"];
  if (declared && typeof property !== "string") reading.report("model/discriminator-unusable", place, "A discriminator needs a propertyName.");
  const tags = (typeof property === "string" ? tagsOf(reading, places, kinds, property) : undefined) ?? tagsOf(reading, places, kinds);
  if (tags) return { ...tags, exact: true };
  return declared && typeof property === "string" ? readDeclared(reading, declared, property, members, place) : undefined;
}

function readDeclared(reading: Reading, declared: JsonObject, property: string, members: readonly Schema[], place: Pointer): Discriminator | undefined {
  const mapped = readMapping(reading, declared, place);
  const values = members.map((member) => {
    if (member.kind !== "ref") return [];
    return mapped.get(member.target) ?? (member.target.startsWith(components) ? [componentName(member.target)] : []);
  });
  const bare = values.findIndex((list) => list.length === 0);
  if (bare < 0) return { property, values, exact: false };
  reading.report("model/discriminator-unusable", place, `Member ${bare + 1} is no component, so no value of ${quote(property)} leads to it.`);
  return undefined;
}

function componentName(target: Pointer): string {
  return target.slice(components.length).replaceAll("~1", "/").replaceAll("~0", "~");
}

/** Pointer of a schema → the names that the mapping has for it, sorted. */
function readMapping(reading: Reading, node: JsonObject, at: Pointer): Map<Pointer, string[]> {
  const mapped = new Map<Pointer, string[]>();
  if (!isObject(node["mapping"])) return mapped;
  for (const { name, value, at: place } of entries(node["mapping"], child(at, "mapping"))) {
    const target = typeof value === "string" ? mappingTarget(reading, value) : undefined;
    if (target === undefined) {
      reading.report("model/discriminator-unusable", place, `The mapping of ${quote(name)} leads to no schema.`);
    } else {
      const names = mapped.get(target);
      if (names) names.push(name);
      else mapped.set(target, [name]);
    }
  }
  return mapped;
}

/**
 * A mapping's value is a component's name or a reference. One that could be both is a name (OAS 3.1, 4.8.25.2); `./Dog.yaml` is
 * taken for the component Dog, for normalization has brought other files into the components.
 */
function mappingTarget(reading: Reading, value: string): Pointer | undefined {
  const named = lookUp(reading.root, child("/components/schemas", value));
  if (named) return named.at;
  if (value.startsWith("#")) return leadsTo(reading, value)?.at;
  const file = value.replace(/^.*\//, "").replace(/\.(json|ya?ml)(#.*)?$/, "");
  return lookUp(reading.root, child("/components/schemas", file))?.at;
}
