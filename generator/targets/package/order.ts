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

/** The order of keys in the shipped `openapi.yaml`. */
export const documentOrder: KeyOrder = (keys) =>
  keys.sort((a, b) => (rank.get(a) ?? last) - (rank.get(b) ?? last) || (a < b ? -1 : a > b ? 1 : 0));
