/** Rules that contradict one another, found where one schema's own keywords (or the values of its parts) already show it. */
import type { Pointer } from "../json.js";
import type { ArraySchema, NumberSchema, ObjectSchema, Schema } from "./api.js";
import type { Reading } from "./reading.js";
import { canonical } from "./values.js";

/** Reports a schema that no value can satisfy. Only the parts made of this place's own keywords: the others have had their turn. */
export function checkSatisfiable(reading: Reading, schema: Schema, at: Pointer): void {
  if (schema.kind !== "intersection") return checkPart(reading, schema, at);
  for (const part of schema.members) checkPart(reading, part, at);
  if (shareNoValue(schema.members)) reading.report("model/unsatisfiable", at, "The lists of allowed values have no value in common.");
}

function checkPart(reading: Reading, part: Schema, at: Pointer): void {
  if (part.at !== at) return;
  if (part.kind === "union" && part.mode === "any") {
    for (const member of part.members) if (member.at === at) checkKind(reading, member, at);
  } else checkKind(reading, part, at);
}

function checkKind(reading: Reading, kind: Schema, at: Pointer): void {
  const reason = contradiction(kind);
  if (reason !== undefined) reading.report("model/unsatisfiable", at, `No ${kind.kind} fits: ${reason}.`);
}

function shareNoValue(parts: readonly Schema[]): boolean {
  const lists = parts.flatMap((part) => (part.kind === "enum" ? [new Set(part.values.map(canonical))] : []));
  const [first, ...rest] = lists;
  return first !== undefined && rest.length > 0 && ![...first].some((value) => rest.every((list) => list.has(value)));
}

function contradiction(schema: Schema): string | undefined {
  switch (schema.kind) {
    case "number":
      return ofNumber(schema);
    case "string":
    case "binary":
      return above(schema.minLength, schema.maxLength) ? "minLength is above maxLength" : undefined;
    case "array":
      return ofArray(schema);
    case "object":
      return ofObject(schema);
    default:
      return undefined;
  }
}

function above(low: number | undefined, high: number | undefined): boolean {
  return low !== undefined && high !== undefined && low > high;
}

function ofNumber(rules: NumberSchema): string | undefined {
  const low = Math.max(rules.minimum ?? -Infinity, rules.exclusiveMinimum ?? -Infinity);
  const high = Math.min(rules.maximum ?? Infinity, rules.exclusiveMaximum ?? Infinity);
  const open = rules.exclusiveMinimum === low || rules.exclusiveMaximum === high;
  if (low > high || (low === high && open)) return `it would lie between ${low} and ${high}`;
  if (!rules.integer || !Number.isFinite(low) || !Number.isFinite(high)) return undefined;
  const first = Math.ceil(low) + (Math.ceil(low) === rules.exclusiveMinimum ? 1 : 0);
  const last = Math.floor(high) - (Math.floor(high) === rules.exclusiveMaximum ? 1 : 0);
  return first > last ? `no integer lies between ${low} and ${high}` : undefined;
}

function ofArray(rules: ArraySchema): string | undefined {
  const { contains, minItems, maxItems } = rules;
  if (above(minItems, maxItems)) return "minItems is above maxItems";
  if (contains && above(contains.min, contains.max)) return "minContains is above maxContains";
  if (contains && above(contains.min, maxItems)) return "it must contain more items than it may have";
  if (rules.items.kind === "never" && above(minItems, rules.prefix.length)) return "minItems asks for more items than are allowed";
  return undefined;
}

function requiredCount({ properties, requiredNames }: ObjectSchema): number {
  return properties.reduce((count, property) => count + (property.required ? 1 : 0), requiredNames.length);
}

function ofObject(rules: ObjectSchema): string | undefined {
  if (above(rules.minProperties, rules.maxProperties)) return "minProperties is above maxProperties";
  if (rules.maxProperties !== undefined && above(requiredCount(rules), rules.maxProperties)) return "it requires more properties than maxProperties allows";
  const forbidden = rules.properties.find((property) => property.required && property.schema.kind === "never");
  if (forbidden) return `it requires ${JSON.stringify(forbidden.name)}, which has no valid value`;
  if (rules.additional?.kind !== "never") return undefined;
  const unknown = rules.requiredNames.find((name) => !rules.patterns.some(({ pattern }) => new RegExp(pattern, "u").test(name)));
  return unknown === undefined ? undefined : `it requires ${JSON.stringify(unknown)} and allows no such property`;
}
