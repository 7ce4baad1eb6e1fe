/** Fragments of one OpenAPI version. A 3.1 fragment read as 3.0 would lose meaning, so 3.0 goes up. */
import type { Json, JsonObject } from "../json.js";
import type { Fragment, IngestReport } from "./page.js";
import { placeOf } from "./page.js";
import { compareText, textAt, withKeys } from "./shape.js";

/**
 * Brings all fragments to one version: the newest patch of the one they share, 3.1 when 3.0 and 3.1 are mixed. A fragment
 * without a version takes the others'.
 *
 * @returns undefined when Swagger 2.0 and OpenAPI 3 are mixed, which is reported.
 */
export async function oneVersion(fragments: readonly Fragment[], report: IngestReport): Promise<readonly Fragment[] | undefined> {
  const swagger = fragments.find(({ root }) => textAt(root, "swagger") !== undefined);
  const versioned = fragments.filter(({ root }) => textAt(root, "openapi") !== undefined);
  const first = versioned[0];
  if (swagger !== undefined && first !== undefined) {
    report("ingest/swagger-mixed", placeOf(swagger), `The fragment is Swagger 2.0, the one at ${first.page.file}:${first.span.line} is OpenAPI 3.`);
    return undefined;
  }
  if (swagger !== undefined) return fragments;
  const newest = versioned.map(({ root }) => textAt(root, "openapi") as string).sort(compareText).at(-1) ?? "3.0.3";
  const old = newest.startsWith("3.0") ? [] : versioned.filter(({ root }) => isOld(root));
  if (old.length === 0) return fragments.map((fragment) => withVersion(fragment, newest));
  report("ingest/mixed-versions", placeOf(old[0] as Fragment), `${old.length} of ${fragments.length} fragments are OpenAPI 3.0, the others ${newest}: the 3.0 ones were converted.`);
  const { from30 } = await import("./from30.js");
  return fragments.map((fragment) => withVersion(old.includes(fragment) ? { ...fragment, root: from30(fragment.root) as JsonObject } : fragment, newest));
}

const isOld = (root: JsonObject): boolean => (textAt(root, "openapi") ?? "").startsWith("3.0");

function withVersion(fragment: Fragment, version: Json): Fragment {
  return fragment.root["openapi"] === version ? fragment : { ...fragment, root: withKeys(fragment.root, { openapi: version }) };
}
