/** How the runtime decodes a response header, and what that gives. */
import { code, type Code } from "../../emit/code.js";
import type { Parameter, Schema } from "../../model/api.js";
import { isJsonMediaType } from "../../model/contents.js";

export interface HeaderDecoding {
  /** `type` of the descriptor; undefined for text. */
  readonly decode: Code | undefined;
  /** `items` of the descriptor. */
  readonly items: Code | undefined;
  /** The TypeScript type of the decoded value. */
  readonly type: Code;
}

const text: HeaderDecoding = { decode: undefined, items: undefined, type: code`string` };

/** A header's decoding by its schema; anything that is not plainly of one kind stays text. */
export function headerDecoding(header: Parameter): HeaderDecoding {
  if (header.mediaType !== undefined) return isJsonMediaType(header.mediaType) ? { decode: code`"json"`, items: undefined, type: code`unknown` } : text;
  const { schema } = header;
  switch (schema.kind) {
    case "number":
      return { decode: code`"number"`, items: undefined, type: code`number` };
    case "boolean":
      return { decode: code`"boolean"`, items: undefined, type: code`boolean` };
    case "array": {
      const { items, type } = scalar(schema.items);
      return { decode: code`"array"`, items, type: code`${type}[]` };
    }
    case "object": {
      const { items, type } = scalar(schema.additional ?? schema.properties[0]?.schema);
      const uniform = schema.properties.every((property) => scalar(property.schema).type === type);
      return { decode: code`"object"`, items: uniform ? items : undefined, type: code`{ [key: string]: ${uniform ? type : code`string`} }` };
    }
    default:
      return text;
  }
}

function scalar(schema: Schema | undefined): { items: Code | undefined; type: Code } {
  if (schema?.kind === "number") return { items: code`"number"`, type: code`number` };
  if (schema?.kind === "boolean") return { items: code`"boolean"`, type: code`boolean` };
  return { items: undefined, type: code`string` };
}
