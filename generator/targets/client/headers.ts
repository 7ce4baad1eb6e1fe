/** How the runtime decodes a response header, and what that gives. */
import { code, type Code } from "../../emit/code.js";
import type { Json, Pointer } from "../../json.js";
import type { ArraySchema, NamedSchema, ObjectSchema, Parameter, Schema } from "../../model/api.js";
import { isJsonMediaType } from "../../model/contents.js";
import { schemaAt } from "../../model/graph.js";

export interface HeaderDecoding {
  /** `type` of the descriptor; undefined for text. */
  readonly decode: Code | undefined;
  /** `items` of the descriptor. */
  readonly items: Code | undefined;
  /** The TypeScript type of the decoded value. */
  readonly type: Code;
}

type Named = ReadonlyMap<Pointer, NamedSchema>;

const text: HeaderDecoding = { decode: undefined, items: undefined, type: code`string` };

/** A header's decoding by its schema; anything that is not plainly of one kind stays text. */
export function headerDecoding(header: Parameter, named: Named): HeaderDecoding {
  if (header.mediaType !== undefined) return isJsonMediaType(header.mediaType) ? { decode: code`"json"`, items: undefined, type: code`unknown` } : text;
  const value = plainly(header.schema, named);
  if (value === undefined || value === "text") return text;
  if (typeof value === "string") return { decode: scalars[value], items: undefined, type: code`${identifiers[value]}` };
  if (value.kind === "array") {
    const { items, type } = scalar(value.items, named);
    return { decode: code`"array"`, items, type: code`${type}[]` };
  }
  const { items, type } = scalar(value.additional ?? value.properties[0]?.schema, named);
  const uniform = value.properties.every((property) => scalar(property.schema, named).type === type);
  return { decode: code`"object"`, items: uniform ? items : undefined, type: code`{ [key: string]: ${uniform ? type : identifiers.text} }` };
}

const scalars = { number: code`"number"`, boolean: code`"boolean"` };
const identifiers = { number: code`number`, boolean: code`boolean`, text: code`string` };

function scalar(schema: Schema | undefined, named: Named): { items: Code | undefined; type: Code } {
  const value = schema && plainly(schema, named);
  return value === "number" || value === "boolean" ? { items: scalars[value], type: identifiers[value] } : { items: undefined, type: identifiers.text };
}

type Plain = "number" | "boolean" | "text" | ArraySchema | ObjectSchema;

/** Whether a parameter is plainly no list and no object. */
export const isScalar = (schema: Schema, named: Named): boolean => typeof plainly(schema, named) === "string";

function plainValue(value: Json): Plain | undefined {
  if (typeof value === "object") return undefined;
  return typeof value === "string" ? "text" : (typeof value as "number" | "boolean");
}

/** What a schema comes down to: with references followed, and without null, which as a header is none. Undefined: to several things. */
function plainly(schema: Schema, named: Named, depth = 0): Plain | undefined {
  // A schema that leads back to itself is no header.
  if (depth > 16) return undefined;
  const one = (found: readonly (Plain | undefined)[]): Plain | undefined => (found.every((other) => other === found[0]) ? found[0] : undefined);
  switch (schema.kind) {
    case "number":
    case "boolean":
      return schema.kind;
    case "string":
      return "text";
    case "array":
    case "object":
      return schema;
    case "enum":
      return one(schema.values.filter((value) => value !== null).map(plainValue));
    case "ref":
      return plainly(schemaAt(named, schema.target).schema, named, depth + 1);
    case "union":
      return one(schema.members.filter((member) => member.kind !== "null").map((member) => plainly(member, named, depth + 1)));
    case "intersection":
      return one(schema.members.filter((member) => member.kind !== "unknown").map((member) => plainly(member, named, depth + 1)));
    case "unevaluated":
      return plainly(schema.schema, named, depth + 1);
    default:
      return undefined;
  }
}
