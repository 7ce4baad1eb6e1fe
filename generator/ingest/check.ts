/** What must hold in a merged document: references lead somewhere, schemes that are named are defined, operations are there. */
import { type Json, type JsonObject, emptyObject, isObject } from "../json.js";
import { operationsOf } from "./inherit.js";
import type { Ingested, IngestReport } from "./page.js";
import { marksOf } from "./marks.js";
import { type Role, itemRole, listAt, objectAt, roleOf, textAt } from "./shape.js";

/** Reports what does not hold; mends references with an unescaped slash, of which there is one reading only. */
export function check(ingested: Ingested, report: IngestReport): Ingested {
  const file = ingested.provenance[0]?.file ?? "";
  const document = mendReferences(ingested.document, file, report);
  checkOperations(document, file, report);
  checkSchemes(document, file, report);
  for (const { kind, pointer, text } of marksOf(document)) {
    report(kind === "x-confirm" ? "ingest/confirm" : "ingest/inferred", { file, pointer }, text);
  }
  return { ...ingested, document };
}

function checkOperations(document: JsonObject, file: string, report: IngestReport): void {
  const paths = objectAt(document, "paths");
  const webhooks = objectAt(document, "webhooks");
  if (operationsOf(paths ?? emptyObject()).length + operationsOf(webhooks ?? emptyObject()).length > 0) return;
  report("ingest/nothing-usable", { file }, "The fragments define no operation.");
}

function checkSchemes(document: JsonObject, file: string, report: IngestReport): void {
  const defined = objectAt(objectAt(document, "components"), "securitySchemes") ?? objectAt(document, "securityDefinitions") ?? emptyObject();
  const named = new Set<string>();
  const collect = (requirements: readonly Json[]): void => {
    for (const requirement of requirements) if (isObject(requirement)) for (const name of Object.keys(requirement)) named.add(name);
  };
  collect(listAt(document, "security"));
  for (const { operation } of operationsOf(objectAt(document, "paths") ?? emptyObject())) collect(listAt(operation, "security"));
  for (const name of [...named].sort()) {
    if (defined[name] === undefined) report("ingest/undefined-scheme", { file }, `The scheme ${JSON.stringify(name)} is required but not defined.`);
  }
}

/** Walks every local `$ref`; one that leads nowhere is tried with its last slashes read as part of the name. */
function mendReferences(document: JsonObject, file: string, report: IngestReport): JsonObject {
  const told = new Set<string>();
  const visit = (value: Json, role: Role): Json => {
    if (role === "data") return value;
    if (Array.isArray(value)) return (value as readonly Json[]).map((item) => visit(item, itemRole(role)));
    if (!isObject(value)) return value;
    const result = emptyObject();
    for (const key of Object.keys(value)) result[key] = visit(value[key] as Json, key === "examples" ? "data" : roleOf(key, role));
    const ref = role === "names" ? undefined : textAt(value, "$ref");
    if (ref?.startsWith("#/") && resolve(document, ref.slice(2).split("/")) === undefined) {
      const mended = unescapedSlash(document, ref);
      if (mended !== undefined) result["$ref"] = mended;
      if (!told.has(ref)) {
        told.add(ref);
        if (mended === undefined) report("ingest/unresolved-reference", { file }, `Nothing stands at ${ref}.`);
        else report("ingest/repaired", { file }, `${ref} is read as ${mended}.`);
      }
    }
    return result;
  };
  return visit(document, "keywords") as JsonObject;
}

function resolve(document: JsonObject, path: readonly string[]): Json | undefined {
  let at: Json | undefined = document;
  for (const step of path) {
    const name = decoded(step).replaceAll("~1", "/").replaceAll("~0", "~");
    at = Array.isArray(at) ? (at as readonly Json[])[Number(name)] : isObject(at) ? at[name] : undefined;
    if (at === undefined) return undefined;
  }
  return at;
}

function decoded(step: string): string {
  try {
    return decodeURIComponent(step);
  } catch {
    return step;
  }
}

/** `#/components/schemas/a/b` → `#/components/schemas/a~1b`, where only that is defined. */
function unescapedSlash(document: JsonObject, ref: string): string | undefined {
  const [, root, section, ...rest] = ref.split("/");
  if (root === undefined || section === undefined || rest.length < 1) return undefined;
  const name = decoded(rest.join("/"));
  if (objectAt(objectAt(document, root), section)?.[name] === undefined) return undefined;
  return `#/${root}/${section}/${name.replaceAll("~", "~0").replaceAll("/", "~1")}`;
}
