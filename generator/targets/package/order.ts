import type { KeyOrder } from "../../emit/yaml.js";

// What a reader looks for first, wherever it stands; the rest by name. The vendor's order is not kept: a document whose keys
// were moved about is the same document, and gives the same bytes.
const first = [
  "$ref", "openapi", "jsonSchemaDialect", "info", "title", "version", "name", "in", "url", "servers", "security", "tags",
  "operationId", "summary", "description", "deprecated", "parameters", "requestBody", "required", "responses", "headers", "content",
  "paths", "webhooks", "components", "schema", "type", "format", "enum", "const", "properties", "items",
];
const rank = new Map(first.map((name, index) => [name, index]));
const last = first.length;

/** The order of keys in the shipped `openapi.yaml`. Most objects have few keys, which are put in order in place: the list's own sort makes two more lists for each. */
export const documentOrder: KeyOrder = (keys) => {
  if (keys.length > 40) return keys.sort(compare);
  for (let end = 1; end < keys.length; end++) {
    const key = keys[end] as string;
    let at = end;
    for (; at > 0 && compare(keys[at - 1] as string, key) > 0; at--) keys[at] = keys[at - 1] as string;
    keys[at] = key;
  }
  return keys;
};

function compare(left: string, right: string): number {
  return (rank.get(left) ?? last) - (rank.get(right) ?? last) || (left < right ? -1 : left > right ? 1 : 0);
}
