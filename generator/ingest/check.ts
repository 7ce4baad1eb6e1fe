/** What must hold in a merged document: references lead somewhere, schemes that are named are defined, operations are there. */
import { type Place, catalogue } from "../diagnostics.js";
import { type Json, type JsonObject, type Pointer, emptyObject, isObject } from "../json.js";
import { type KnownAnswers, settle } from "./answers.js";
import { operationsOf } from "./inherit.js";
import type { Ingested, IngestReport, Source } from "./page.js";
import { marksOf } from "./marks.js";
import { type Role, itemRole, listAt, objectAt, roleOf, textAt } from "./shape.js";

/**
 * Reports what does not hold, then the marks; mends references with an unescaped slash, of which there is one reading only.
 *
 * @param file what is named for defects of the whole
 * @param known answers of people: their questions leave the document and are not reported
 * @returns undefined when something does not hold
 */
export function check(ingested: Ingested, file: string, known: KnownAnswers, report: IngestReport): Ingested | undefined {
  let failed = false;
  const noting: IngestReport = (code, ...rest) => {
    if (catalogue[code].severity === "error") failed = true;
    report(code, ...rest);
  };
  const document = mendReferences(ingested.document, file, noting);
  checkOperations(document, file, noting);
  checkSchemes(document, file, noting);
  if (failed) return undefined;
  const marks = marksOf(document);
  const settled = settle(document, marks, known.answers, known.page);
  const place = (pointer: Pointer): Place => ({ file: sourceOf(pointer, ingested.provenance)?.file ?? file, pointer });
  for (const { kind, pointer, text } of marks) if (kind === "x-inferred") report("ingest/inferred", place(pointer), text);
  for (const { pointer, text, before } of settled.open) {
    report("ingest/confirm", place(pointer), before === undefined ? text : `${text} (The page has changed since this was answered with ${JSON.stringify(before)}.)`);
  }
  return { ...ingested, document: settled.document };
}

/** The page that an operation or a component comes from. */
function sourceOf(pointer: Pointer, provenance: readonly Source[]): Source | undefined {
  return provenance.find((source) => pointer === source.pointer || pointer.startsWith(`${source.pointer}/`));
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
