/** Fragments of one OpenAPI version. A 3.1 fragment read as 3.0 would lose meaning, so 3.0 goes up. */
import { type Json, type JsonObject, isObject } from "../json.js";
import { from30 } from "./from30.js";
import type { Fragment, IngestReport } from "./page.js";
import { placeOf } from "./page.js";
import { compareText, textAt, withKeys } from "./shape.js";

/**
 * Brings all fragments to one version: the newest patch of the one they share, 3.1 when 3.0 and 3.1 are mixed. A fragment
 * without a version takes the others'.
 *
 * @returns undefined when Swagger 2.0 and OpenAPI 3 are mixed, which is reported.
 */
export function oneVersion(fragments: readonly Fragment[], report: IngestReport): readonly Fragment[] | undefined {
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
  return fragments.map((fragment) => withVersion(old.includes(fragment) ? { ...fragment, root: from30(fragment.root) as JsonObject } : fragment, newest));
}

/**
 * A document that a page showed without its version: what only 3.1 can say (`string | null`, `const`, webhooks) makes it 3.1, `nullable`
 * makes it 3.0; one that says neither takes the version of the other pages.
 */
export function withDialect(document: JsonObject): JsonObject {
  if (document["webhooks"] !== undefined || says(document, only31)) return withKeys(from30(document) as JsonObject, { openapi: "3.1.0" });
  return says(document, (object) => object["nullable"] === true) ? withKeys(document, { openapi: "3.0.3" }) : document;
}

const only31 = (object: JsonObject): boolean =>
  Array.isArray(object["type"]) || object["type"] === "null" || object["const"] !== undefined || typeof object["exclusiveMinimum"] === "number" || typeof object["exclusiveMaximum"] === "number";

function says(value: Json, test: (object: JsonObject) => boolean): boolean {
  if (Array.isArray(value)) return (value as readonly Json[]).some((item) => says(item, test));
  if (!isObject(value)) return false;
  return test(value) || Object.keys(value).some((key) => key !== "example" && says(value[key] as Json, test));
}

const isOld = (root: JsonObject): boolean => (textAt(root, "openapi") ?? "").startsWith("3.0");

function withVersion(fragment: Fragment, version: Json): Fragment {
  return fragment.root["openapi"] === version ? fragment : { ...fragment, root: withKeys(fragment.root, { openapi: version }) };
}
