/** The whole way for one vendor: load → overlay → normalize → build → targets → render. Nothing is written here. */
import { readFileSync } from "node:fs";
import { collect, type Diagnostic } from "./diagnostics.js";
import { render, type RenderedFile } from "./emit/render.js";
import type { Api } from "./model/api.js";
import { build } from "./model/build.js";
import type { NamesLock } from "./model/names.js";
import { normalize } from "./normalize/index.js";
import { load } from "./source/load.js";
import type { SourceDocument } from "./source/document.js";
import { filesOf } from "./targets/index.js";
import { relativeName, type Vendor } from "./vendor.js";

/** What a vendor's folder becomes. */
export interface Generated {
  readonly api: Api;
  /** The normalized document. */
  readonly document: SourceDocument;
  readonly files: readonly RenderedFile[];
  /** The names as they are now, to be written beside the document. */
  readonly names: NamesLock;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Generates one vendor's package in memory.
 *
 * @param cwd what the files that diagnostics name are relative to
 * @throws Refusal when the document, the overlay or the lock cannot be read
 */
export async function pipeline(vendor: Vendor, cwd: string): Promise<Generated> {
  const file = relativeName(cwd, vendor.document);
  const { report, found } = collect(file);
  const source = await load(vendor.document, { file, limits: vendor.limits });
  const document = normalize(source, report);
  const { api, names } = build(document, { report, package: vendor.package, lock: readLock(vendor.lock) });
  const files = await render(await filesOf({ api, document, package: vendor.package, report }));
  return { api, document, files, names, diagnostics: found };
}

function readLock(path: string | undefined): NamesLock | undefined {
  return path === undefined ? undefined : (JSON.parse(readFileSync(path, "utf8")) as NamesLock);
}
