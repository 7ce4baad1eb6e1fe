/** `required` in one part of an intersection, the property in another: said once, where the property is declared. */
import type { ObjectSchema, Schema } from "./api.js";
import { noDocs } from "./docs.js";
import { isBare } from "./values.js";

/**
 * `[{ a?: string }, { required: [a] }]` is `[{ a: string }]`. So a property says whether it is there in every part that
 * declares it; and where it is readOnly or writeOnly, that its `required` goes with it (OAS 3.0.4, 4.7.24.2).
 */
export function requireWhereDeclared(parts: readonly Schema[]): readonly Schema[] {
  const objects = parts.filter((part): part is ObjectSchema => part.kind === "object");
  if (objects.length < 2) return parts;
  const required = new Set(objects.flatMap(namesRequired));
  if (required.size === 0) return parts;
  const declared = new Set(objects.flatMap(({ properties }) => properties.map(({ name }) => name)));
  const said = parts.map((part) => (part.kind === "object" ? sayRequired(part, required, declared) : part));
  const left = said.filter((part, index) => part === parts[index] || part.docs !== noDocs || !isBare(part));
  return left.length === 0 ? said.slice(0, 1) : left;
}

function namesRequired({ properties, requiredNames }: ObjectSchema): string[] {
  return [...properties.filter((property) => property.required).map(({ name }) => name), ...requiredNames];
}

/** The part itself where nothing changes. */
function sayRequired(part: ObjectSchema, required: ReadonlySet<string>, declared: ReadonlySet<string>): ObjectSchema {
  const gains = part.properties.some(({ name, required: already }) => !already && required.has(name));
  const loses = part.requiredNames.some((name) => declared.has(name));
  if (!gains && !loses) return part;
  return {
    ...part,
    properties: gains ? part.properties.map((property) => (required.has(property.name) ? { ...property, required: true } : property)) : part.properties,
    requiredNames: loses ? part.requiredNames.filter((name) => !declared.has(name)) : part.requiredNames,
  };
}
