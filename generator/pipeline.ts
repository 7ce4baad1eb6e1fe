/** The whole way for one vendor: load → overlay → normalize → build → targets → render. Nothing is written here. */
import { existsSync } from "node:fs";
import { collect, type Diagnostic, refuse, type Report } from "./diagnostics.js";
import { render, type RenderedFile } from "./emit/render.js";
import { isObject } from "./json.js";
import type { Api } from "./model/api.js";
import { build } from "./model/build.js";
import type { NamesLock } from "./model/names.js";
import { normalize } from "./normalize/index.js";
import type { SourceDocument } from "./source/document.js";
import { load } from "./source/load.js";
import { parse } from "./source/parse.js";
import { readText } from "./source/read.js";
import { filesOf } from "./targets/index.js";
import { relativeName, type Vendor } from "./vendor.js";

/** What a vendor's folder becomes. */
export interface Generated {
  readonly api: Api;
  /** The normalized document. */
  readonly document: SourceDocument;
  readonly files: readonly RenderedFile[];
  /** The names as they are now, to be written beside the document. */
  readonly lock: NamesLock;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Generates one vendor's package in memory.
 *
 * @param cwd what the files that diagnostics name are relative to
 * @throws Refusal when the document, the overlay or the lock cannot be read
 */
export async function pipeline(vendor: Vendor, cwd: string): Promise<Generated> {
  const { api, document, lock, report, diagnostics } = await inspect(vendor, cwd);
  const files = await render(await filesOf({ api, document, package: vendor.package, report }));
  return { api, document, files, lock, diagnostics };
}

/** The first half: the model, and what was found on the way to it. */
export async function inspect(vendor: Vendor, cwd: string): Promise<Omit<Generated, "files"> & { readonly report: Report }> {
  const { report, found } = collect(relativeName(cwd, vendor.document));
  const document = normalize(await readDocument(vendor, cwd, found), report);
  const locked = await readLock(vendor, cwd);
  const { api, lock } = build(document, { report, packageIdentifier: vendor.package.title, ...(locked && { lock: locked }) });
  return { api, document, lock, report, diagnostics: found };
}

/** Loads a vendor's document and applies its overlay. */
export async function readDocument(vendor: Vendor, cwd: string, diagnostics: Diagnostic[]): Promise<SourceDocument> {
  const { limits, allow } = vendor;
  const loaded = await load(vendor.document, { file: relativeName(cwd, vendor.document), limits, allow, diagnostics });
  if (vendor.overlay === undefined) return loaded;
  const { overlay } = await import("./source/overlay.js");
  const corrected = await overlay(loaded, vendor.overlay, relativeName(cwd, vendor.overlay), limits);
  diagnostics.push(...corrected.diagnostics);
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
