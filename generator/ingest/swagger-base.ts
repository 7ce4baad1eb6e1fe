/** Swagger 2.0 has one host and one base path for a document (2.0, Swagger Object); pages of one vendor may have several. */
import { type JsonObject, emptyObject, type Json } from "../json.js";
import { type Fragment, type IngestReport, placeOf } from "./page.js";
import { objectAt, textAt, withKeys, without } from "./shape.js";

/**
 * Brings fragments to one base: where their base paths differ, these become part of the paths.
 *
 * @returns undefined when their hosts differ, which the version has no words for
 */
export function oneBase(fragments: readonly Fragment[], report: IngestReport): readonly Fragment[] | undefined {
  const speaking = fragments.filter(({ root }) => textAt(root, "swagger") !== undefined && objectAt(root, "paths") !== undefined);
  const other = speaking.find(({ root }) => host(root) !== host((speaking[0] as Fragment).root));
  if (other !== undefined) {
    const first = speaking[0] as Fragment;
    report("ingest/host-conflict", placeOf(other), `The fragment is of the host ${host(other.root)}, the one at ${first.page.file}:${first.span.line} of ${host(first.root)}.`);
    return undefined;
  }
  if (new Set(speaking.map(({ root }) => base(root))).size < 2) return fragments;
  return fragments.map((fragment) => (speaking.includes(fragment) ? { ...fragment, root: withBaseInPaths(fragment.root) } : fragment));
}

const host = (root: JsonObject): string => textAt(root, "host") ?? "its page";
const base = (root: JsonObject): string => (textAt(root, "basePath") ?? "").replace(/\/+$/, "");

function withBaseInPaths(root: JsonObject): JsonObject {
  const given = objectAt(root, "paths") ?? emptyObject();
  const paths = emptyObject();
  for (const path of Object.keys(given)) paths[path.startsWith("/") ? `${base(root)}${path}` : path] = given[path] as Json;
  return withKeys(without(root, "basePath"), { paths });
}
