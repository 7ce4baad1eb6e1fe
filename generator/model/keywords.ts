/** The keywords of JSON Schema 2020-12 and OpenAPI 3.1, and the JSON type each must have. What does not fit is reported and left out. */
import { child, isObject, type Json, type JsonObject, type Pointer } from "../json.js";
import type { Reading } from "./reading.js";

export type JsonKind = "string" | "number" | "boolean" | "object" | "array" | "null";

/** A schema's keywords whose values have the type the standard asks for. */
export interface Keywords {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly enum?: readonly Json[];
  readonly const?: Json;
  readonly allOf?: readonly Json[];
  readonly anyOf?: readonly Json[];
  readonly oneOf?: readonly Json[];
  readonly not?: Json;
  readonly if?: Json;
  readonly then?: Json;
  readonly else?: Json;
  readonly properties?: JsonObject;
  readonly patternProperties?: JsonObject;
  readonly additionalProperties?: Json;
  readonly propertyNames?: Json;
  readonly required?: readonly string[];
  readonly minProperties?: number;
  readonly maxProperties?: number;
  readonly dependentRequired?: JsonObject;
  readonly dependentSchemas?: JsonObject;
  readonly dependencies?: JsonObject;
  readonly items?: Json;
  readonly prefixItems?: readonly Json[];
  readonly contains?: Json;
  readonly minContains?: number;
  readonly maxContains?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly uniqueItems?: boolean;
  readonly unevaluatedItems?: Json;
  readonly unevaluatedProperties?: Json;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly exclusiveMinimum?: number;
  readonly exclusiveMaximum?: number;
  readonly multipleOf?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly pattern?: string;
  readonly format?: string;
  readonly contentMediaType?: string;
  readonly contentEncoding?: string;
  readonly readOnly?: boolean;
  readonly writeOnly?: boolean;
  readonly discriminator?: JsonObject;
}

interface Shape {
  /** As in "must be a …". */
  readonly is: string;
  readonly holds: (value: Json) => boolean;
}

const any: Shape = { is: "value", holds: () => true };
const string: Shape = { is: "string", holds: (value) => typeof value === "string" };
const boolean: Shape = { is: "boolean", holds: (value) => typeof value === "boolean" };
const number: Shape = { is: "number", holds: (value) => typeof value === "number" && Number.isFinite(value) };
const positive: Shape = { is: "number above 0", holds: (value) => typeof value === "number" && value > 0 };
const count: Shape = { is: "whole number of 0 or more", holds: (value) => Number.isInteger(value) && (value as number) >= 0 };
const object: Shape = { is: "object", holds: isObject };
const list: Shape = { is: "list", holds: Array.isArray };
const schema: Shape = { is: "schema (an object or a boolean)", holds: (value) => isObject(value) || typeof value === "boolean" };
const schemas: Shape = { is: "list of schemas, not empty", holds: (value) => Array.isArray(value) && value.length > 0 };
const strings: Shape = { is: "list of strings", holds: (value) => Array.isArray(value) && value.every((item) => typeof item === "string") };
const types: Shape = {
  is: 'JSON type ("string", "number", "integer", "boolean", "object", "array", "null") or a list of them',
  holds: isTypeKeyword,
};

const typeNames: ReadonlySet<unknown> = new Set(["string", "number", "integer", "boolean", "object", "array", "null"]);

/** Whether a value can be the value of `type`. */
export function isTypeKeyword(value: Json): boolean {
  return Array.isArray(value) ? value.length > 0 && value.every((name) => typeNames.has(name)) : typeNames.has(value);
}

/** Every keyword we know. `any` for those that are prose, or that the readers of prose check themselves. */
const shapes: ReadonlyMap<string, Shape> = new Map<string, Shape>([
  ["$ref", string],
  ["type", types],
  ["enum", list],
  ["const", any],
  ["allOf", schemas],
  ["anyOf", schemas],
  ["oneOf", schemas],
  ["not", schema],
  ["if", schema],
  ["then", schema],
  ["else", schema],
  ["properties", object],
  ["patternProperties", object],
  ["additionalProperties", schema],
  ["propertyNames", schema],
  ["required", strings],
  ["minProperties", count],
  ["maxProperties", count],
  ["dependentRequired", object],
  ["dependentSchemas", object],
  ["dependencies", object],
  ["items", schema],
  ["prefixItems", schemas],
  ["contains", schema],
  ["minContains", count],
  ["maxContains", count],
  ["minItems", count],
  ["maxItems", count],
  ["uniqueItems", boolean],
  ["unevaluatedItems", schema],
  ["unevaluatedProperties", schema],
  ["minimum", number],
  ["maximum", number],
  ["exclusiveMinimum", number],
  ["exclusiveMaximum", number],
  ["multipleOf", positive],
  ["minLength", count],
  ["maxLength", count],
  ["pattern", string],
  ["format", string],
  ["contentMediaType", string],
  ["contentEncoding", string],
  ["readOnly", boolean],
  ["writeOnly", boolean],
  ["discriminator", object],
  ...["title", "description", "summary", "default", "example", "examples", "deprecated", "xml", "externalDocs"].map(known),
  ...["$defs", "definitions", "$id", "$schema", "$anchor", "$comment", "$vocabulary", "contentSchema"].map(known),
]);

function known(name: string): [string, Shape] {
  return [name, any];
}

/** Keywords that change what is valid and that we cannot follow. */
const unsupported: ReadonlySet<string> = new Set(["$dynamicRef", "$dynamicAnchor", "$recursiveRef", "$recursiveAnchor"]);

/**
 * A schema object's keywords: the object itself, or a copy without the keywords whose values have a wrong type. Those are reported,
 * as are keywords unknown and unsupported.
 */
export function readKeywords(reading: Reading, node: JsonObject, at: Pointer): Keywords {
  const wrong: string[] = [];
  for (const name in node) {
    const value = node[name] as Json;
    const shape = shapes.get(name);
    if (shape?.holds(value)) continue;
    if (shape) {
      wrong.push(name);
      reading.report("model/keyword-type", child(at, name), `${name} must be a ${shape.is}; it is left out.`);
    } else if (unsupported.has(name)) reading.report("model/keyword-unsupported", child(at, name), `${name} is not followed.`);
    else if (!name.startsWith("x-")) reading.report("model/keyword-unknown", child(at, name), `${quote(name)} is no keyword of a schema.`);
  }
  if (wrong.length === 0) return node as Keywords;
  const kept = Object.assign(Object.create(null) as Record<string, Json>, node);
  for (const name of wrong) delete kept[name];
  return kept as Keywords;
}

/** A document's word in a message: on one line, not endless. */
export function quote(name: string): string {
  return JSON.stringify(name.length > 80 ? `${name.slice(0, 79)}…` : name);
}
