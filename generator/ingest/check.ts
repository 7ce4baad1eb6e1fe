/** What must hold in a merged document: references lead somewhere, schemes that are named are defined, operations are there. */
import { type Place, catalogue } from "../diagnostics.js";
import { type JsonObject, type Pointer, emptyObject } from "../json.js";
import { type KnownAnswers, settle } from "./answers.js";
import { allowedNames } from "./component-names.js";
import { operationsOf } from "./inherit.js";
import type { Ingested, IngestReport, Source } from "./page.js";
import { marksOf } from "./marks.js";
import { mendReferences } from "./references.js";
import { defineSchemes } from "./schemes.js";
import { objectAt } from "./shape.js";

/**
 * Mends what does not hold, with a question where that is a guess, and reports it; then reports the marks.
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
  checkOperations(ingested.document, file, noting);
  const referring = defineSchemes(mendReferences(ingested.document, file, noting), file, noting);
  const { document, provenance } = allowedNames({ document: referring, provenance: ingested.provenance }, file, noting);
  if (failed) return undefined;
  const marks = marksOf(document);
  const settled = settle(document, marks, known.answers, known.page);
  const place = (pointer: Pointer): Place => ({ file: sourceOf(pointer, provenance)?.file ?? file, pointer });
  for (const { kind, pointer, text } of marks) if (kind === "x-inferred") report("ingest/inferred", place(pointer), text);
  for (const { pointer, text, before } of settled.open) {
    report("ingest/confirm", place(pointer), before === undefined ? text : `${text} (The page has changed since this was answered with ${JSON.stringify(before)}.)`);
  }
  return { document: settled.document, provenance };
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
