/** The whole way for one vendor: load → overlay → normalize → build → targets → render. Nothing is written here. */
import { existsSync } from "node:fs";
import { collect, type Diagnostic, refuse, type Report } from "./diagnostics.js";
import { render, type RenderedFile, type RenderedPieces, whole } from "./emit/render.js";
import { isObject } from "./json.js";
import type { Api } from "./model/api.js";
import { build } from "./model/build.js";
import type { NamesLock } from "./model/names.js";
import { normalize } from "./normalize/index.js";
import type { SourceDocument } from "./source/document.js";
import { load } from "./source/load.js";
import { parse } from "./source/parse.js";
import { readText } from "./source/read.js";
import { withServer } from "./source/server.js";
import { relativeName, type Vendor } from "./vendor.js";

/** The model of a vendor, and what was found on the way to it. */
export interface Inspected {
  readonly api: Api;
  /** As loaded and corrected, but for its values: they would stand in memory beside those of `document`. */
  readonly source: Omit<SourceDocument, "root">;
  /** Normalized. */
  readonly document: SourceDocument;
  /** The names as they are now, to be written beside the document. */
  readonly lock: NamesLock;
  /** Files that were read besides the document. */
  readonly others: readonly string[];
  /** Their pointers are those of `document`. */
  readonly diagnostics: readonly Diagnostic[];
  /** What the lint found; its pointers are those of `source`. */
  readonly linted: Promise<readonly Diagnostic[]>;
}

/** What a vendor's folder becomes. */
export interface Generated extends Inspected {
  readonly files: readonly RenderedFile[];
}

/** Judges the corrected document beside everything else. */
export type Lint = (document: SourceDocument) => Promise<Diagnostic[]>;

/**
 * Generates one vendor's package in memory.
 *
 * @param cwd what the files that diagnostics name are relative to
 * @throws Refusal when the document, the overlay or the lock cannot be read
 */
export async function pipeline(vendor: Vendor, cwd: string, lint?: Lint): Promise<Generated> {
  const files: RenderedFile[] = [];
  const inspected = await pipelineInto((file) => void files.push(whole(file)), vendor, cwd, lint);
  return { ...inspected, files };
}

/** The same for somebody who takes the files one by one, and need not hold them all. */
export async function pipelineInto(take: (file: RenderedPieces) => void, vendor: Vendor, cwd: string, lint?: Lint): Promise<Inspected> {
  return way(vendor, cwd, lint, async ({ api, document, report }) => {
    const { filesOf } = await import("./targets/index.js");
    for await (const made of filesOf({ api, document, package: vendor.package, report })) {
      for await (const file of render(made)) take(file);
    }
    return {};
  });
}

/** The way up to the model. */
export async function inspect(vendor: Vendor, cwd: string, lint?: Lint): Promise<Inspected> {
  return way(vendor, cwd, lint, () => Promise.resolve({}));
}

async function way<More>(
  vendor: Vendor,
  cwd: string,
  lint: Lint | undefined,
  onwards: (model: { api: Api; document: SourceDocument; report: Report }) => Promise<More>,
): Promise<Inspected & More> {
  const { report, found } = collect(relativeName(cwd, vendor.document));
  const { source, document, judgement } = await readNormalized(vendor, cwd, found, report, lint);
  const locked = await readLock(vendor, cwd);
  const { api, lock } = build(document, { report, packageIdentifier: vendor.package.title, ...(locked && { lock: locked }) });
  const more = await onwards({ api, document, report });
  return { api, source, document, lock, others: [...(source.others?.values() ?? [])].map(({ path }) => path), diagnostics: found, linted: judgement, ...more };
}

async function readNormalized(vendor: Vendor, cwd: string, found: Diagnostic[], report: Report, lint: Lint | undefined) {
  const corrected = await readDocument(vendor, cwd, found);
  const judgement = lint?.(corrected) ?? Promise.resolve([]);
  // When a later stage throws, nobody waits for the lint any more.
  judgement.catch(() => undefined);
  const { root: _, ...source } = corrected;
  return { source, document: normalize(corrected, report), judgement };
}

/** Loads a vendor's document, applies its overlay, and adds the manifest's server where the document has none. */
export async function readDocument(vendor: Vendor, cwd: string, diagnostics: Diagnostic[]): Promise<SourceDocument> {
  return withServer(await readCorrected(vendor, cwd, diagnostics), vendor.server);
}

async function readCorrected(vendor: Vendor, cwd: string, diagnostics: Diagnostic[]): Promise<SourceDocument> {
  const { limits, allow } = vendor;
  const loaded = await load(vendor.document, { file: relativeName(cwd, vendor.document), limits, allow, diagnostics });
  if (vendor.overlay === undefined) return loaded;
  const { overlay } = await import("./source/overlay.js");
  const corrected = await overlay(loaded, vendor.overlay, relativeName(cwd, vendor.overlay), limits);
  for (const each of corrected.diagnostics) diagnostics.push(each);
  return corrected.document;
}

/** The names of the last run; undefined where there was none. */
async function readLock(vendor: Vendor, cwd: string): Promise<NamesLock | undefined> {
  if (vendor.lock === undefined || !existsSync(vendor.lock)) return undefined;
  const file = relativeName(cwd, vendor.lock);
  const { value } = await parse(readText(vendor.lock, file, vendor.limits), file, vendor.limits);
  const names = isObject(value) && value["version"] === 1 ? value["names"] : undefined;
  if (!isObject(names) || Object.keys(names).some((place) => typeof names[place] !== "string"))
    throw refuse("vendor/lock", { file }, "The file holds no names of places.");
  return { version: 1, names: names as NamesLock["names"] };
}
