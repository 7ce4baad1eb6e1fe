/** `vendor.yaml` as text: what `sync` reads of it and writes back, comments and order kept. */
import { join } from "node:path";
import { isMap, isSeq, parseDocument, type Document, type YAMLMap } from "yaml";
import type { SourcePage } from "../ingest/sources.js";
import type { Remembered } from "./revision.js";

/** The sources that a manifest's text names, as they were when they were last read. */
export function rememberedSources(text: string, vendor: string): Remembered[] {
  return places(parseDocument(text)).flatMap((place) => {
    const [page, url, file] = ["page", "url", "file"].map((key) => stringAt(place, key));
    const from = page ?? url ?? (file === undefined ? undefined : join("specs", vendor, file));
    return from === undefined ? [] : [{ from, sha256: stringAt(place, "sha256"), etag: stringAt(place, "etag") }];
  });
}

/** The manifest with the new version and what the sources were this time. */
export function updatedManifest(text: string, version: string, pages: readonly SourcePage[]): string {
  const document = parseDocument(text);
  document.set("version", version);
  places(document).forEach((place, index) => {
    const page = pages[index];
    if (!page) return;
    place.set("sha256", page.sha256);
    if (page.etag === undefined) place.delete("etag");
    else place.set("etag", page.etag);
  });
  return document.toString({ lineWidth: 0 });
}

/** The entries that name one page each: those of `source.pages`, else `source` itself. */
function places(document: Document): YAMLMap[] {
  const source = document.get("source");
  if (!isMap(source)) return [];
  const pages = source.get("pages");
  return isSeq(pages) ? pages.items.filter((item): item is YAMLMap => isMap(item)) : [source];
}

function stringAt(map: YAMLMap, key: string): string | undefined {
  const value = map.get(key);
  return typeof value === "string" ? value : undefined;
}
