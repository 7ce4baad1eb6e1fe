/** Pages → one OpenAPI document, with where everything comes from. The whole way, on one screen. */
import type { Diagnostic } from "../diagnostics.js";
import { catalogue } from "../diagnostics.js";
import { type KnownAnswers, noAnswers } from "./answers.js";
import { check } from "./check.js";
import { speakingOfTheApi } from "./instructions.js";
import { merge } from "./merge.js";
import type { Fragment, Ingested, IngestReport, Page } from "./page.js";
import { readPage } from "./readers.js";
import { redact } from "./redact.js";
import { viewOf } from "./view.js";

/**
 * Reads documentation pages, or documents, into one document.
 *
 * @param pages in any order: the result does not depend on it
 * @param report hears what was concluded, mended, left out and wrong; an error means that no document comes out
 * @param known answers of people to questions that the pages leave open
 * @returns undefined when a page cannot be used or two contradict each other
 */
export async function ingest(pages: readonly Page[], report: IngestReport, known: KnownAnswers = noAnswers): Promise<Ingested | undefined> {
  let failed = false;
  const noting: IngestReport = (code, ...rest) => {
    if (catalogue[code].severity === "error") failed = true;
    report(code, ...rest);
  };
  const views = await Promise.all(pages.map(viewOf));
  const fragments = (await Promise.all(views.map((view) => readPage(view, noting)))).flat();
  if (failed || fragments.length === 0) return undefined;
  const merged = merge(fragments.map((fragment) => redact(speakingOfTheApi(fragment, noting), noting)), noting);
  if (merged === undefined) return undefined;
  return check(merged, (fragments[0] as Fragment).page.file, known, noting);
}

/** A report that collects, and what it collected. */
export function collectIngest(): { readonly report: IngestReport; readonly found: Diagnostic[] } {
  const found: Diagnostic[] = [];
  const report: IngestReport = (code, at, message, help) => {
    const entry = catalogue[code];
    found.push({ code, severity: entry.severity, message, at, help: help ?? entry.fix });
  };
  return { report, found };
}
