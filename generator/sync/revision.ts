/** What a vendor says now: pages or a document, read again → the text of one OpenAPI document. */
import type { Diagnostic } from "../diagnostics.js";
import { refuse } from "../diagnostics.js";
import { yaml } from "../emit/yaml.js";
import { type Answer, answersFile, pagesHash, settle } from "../ingest/answers.js";
import { type FetchOptions, fetchPage } from "../ingest/fetch.js";
import { collectIngest, ingest } from "../ingest/ingest.js";
import { marksOf } from "../ingest/marks.js";
import { readingOrder } from "../ingest/order.js";
import { isUrl, readSource, type SourcePage } from "../ingest/sources.js";
import { kindOf } from "../ingest/view.js";
import type { Json } from "../json.js";

/** A source as the manifest remembers it. */
export interface Remembered {
  /** Address, or file from the working folder. */
  readonly from: string;
  readonly sha256: string | undefined;
  readonly etag: string | undefined;
}

export interface Revision {
  readonly text: string;
  readonly pages: readonly SourcePage[];
  /** The list of questions for `answers.yaml`; undefined where the source is a document, which asks none. */
  readonly answers: Json | undefined;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Reads the sources; what has not changed by its ETag is not sent again.
 *
 * @returns undefined when none of them has changed
 * @throws Refusal when one cannot be read
 */
export async function readAgain(sources: readonly Remembered[], cwd: string, options: FetchOptions = {}): Promise<SourcePage[] | undefined> {
  const read = await Promise.all(sources.map((source) => readOnce(source, cwd, options)));
  const same = read.every((page, index) => page === undefined || page.sha256 === sources[index]?.sha256);
  if (same) return undefined;
  // A document is made of all its pages, so one that has not changed is needed again beside one that has.
  return Promise.all(read.map((page, index) => page ?? readSource(sources[index]?.from ?? "", cwd, options)));
}

async function readOnce({ from, etag, sha256 }: Remembered, cwd: string, options: FetchOptions): Promise<SourcePage | undefined> {
  if (!isUrl(from)) return readSource(from, cwd, options);
  const fetched = await fetchPage(from, { ...options, ...(etag !== undefined && sha256 !== undefined && { etag }) });
  return fetched && { page: { file: fetched.url, text: fetched.text }, sha256: fetched.sha256, url: fetched.url, etag: fetched.etag };
}

/**
 * Pages → a document's text. A single OpenAPI document stays as it is, comments and all.
 *
 * @throws Refusal when the pages hold nothing usable
 */
export async function revisionOf(pages: readonly SourcePage[], answers: readonly Answer[] = []): Promise<Revision> {
  const only = pages.length === 1 ? pages[0] : undefined;
  if (only && kindOf(only.page.text) === "document") return { text: only.page.text, pages, answers: undefined, diagnostics: [] };
  const { report, found } = collectIngest();
  const ingested = await ingest(pages.map(({ page }) => page), report);
  if (ingested === undefined) {
    const fault = found.find(({ severity }) => severity === "error");
    throw refuse(fault && !fault.code.startsWith("lint/") ? (fault.code as "ingest/nothing-usable") : "ingest/nothing-usable", fault?.at ?? { file: only?.page.file ?? "" }, fault?.message ?? "The pages hold no operation.");
  }
  const hash = pagesHash(pages.map(({ sha256 }) => sha256));
  const { document, open } = settle(ingested.document, marksOf(ingested.document), answers, hash);
  return { text: yaml(document, readingOrder), pages, answers: answersFile(answers, open, hash), diagnostics: found };
}
