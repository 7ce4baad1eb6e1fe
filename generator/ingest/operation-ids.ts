/** operationIds are unique in a document (OpenAPI 3.1.1, 4.8.10); pages of different operations may still repeat one. */
import { type JsonObject, child } from "../json.js";
import { mapOperations } from "./inherit.js";
import { ask } from "./marks.js";
import type { IngestReport, Source } from "./page.js";
import { textAt, withKeys } from "./shape.js";

/** The first of a repeated id (by path and method) keeps it; the others get method and path behind it, and a question. */
export function uniqueOperationIds(paths: JsonObject, provenance: readonly Source[], report: IngestReport): JsonObject {
  const taken = new Map<string, string>();
  return mapOperations(paths, (operation, _item, path, method) => {
    const id = textAt(operation, "operationId");
    if (id === undefined) return operation;
    const place = `${method.toUpperCase()} ${path}`;
    const first = taken.get(id);
    if (first === undefined) {
      taken.set(id, place);
      return operation;
    }
    const other = freeId(`${id}_${method}_${words(path)}`, taken);
    taken.set(other, place);
    const pointer = child(child("/paths", path), method);
    const source = provenance.find((each) => each.pointer === pointer);
    report("ingest/duplicate-operation-id", { file: source?.file ?? "", line: source?.span.line ?? 1, pointer }, `${first} and ${place} both have the operationId ${JSON.stringify(id)}; the second becomes ${JSON.stringify(other)}.`);
    return ask(withKeys(operation, { operationId: other }), `What is this operation called? The page gives it the operationId of ${first}.`);
  });
}

const words = (path: string): string => path.replace(/[^A-Za-z0-9]+/g, "_").replace(/^_|_$/g, "");

function freeId(wanted: string, taken: ReadonlyMap<string, string>): string {
  if (!taken.has(wanted)) return wanted;
  for (let number = 2; ; number++) if (!taken.has(`${wanted}_${number}`)) return `${wanted}_${number}`;
}
