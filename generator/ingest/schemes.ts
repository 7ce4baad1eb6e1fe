/** Security schemes that operations name and no page defines. */
import { type Json, type JsonObject, type MutableObject, emptyObject, isObject } from "../json.js";
import { operationsOf } from "./inherit.js";
import { ask, infer } from "./marks.js";
import type { IngestReport } from "./page.js";
import { listAt, made, objectAt, textAt, withKeys } from "./shape.js";

/** The document with a scheme for each name that is required; what was made up is reported, marked and asked about. */
export function defineSchemes(document: JsonObject, file: string, report: IngestReport): JsonObject {
  const old = textAt(document, "swagger") !== undefined;
  const components = objectAt(document, "components") ?? emptyObject();
  const defined = objectAt(old ? document : components, old ? "securityDefinitions" : "securitySchemes") ?? emptyObject();
  const missing = [...namedSchemes(document)].filter((name) => defined[name] === undefined).sort();
  if (missing.length === 0) return document;
  const schemes = withKeys(defined, {});
  for (const name of missing) {
    report("ingest/undefined-scheme", { file }, `The scheme ${JSON.stringify(name)} is required but not defined.`);
    schemes[name] = placeholder(name, old);
  }
  return withKeys(document, old ? { securityDefinitions: schemes } : { components: withKeys(components, { securitySchemes: schemes }) });
}

function namedSchemes(document: JsonObject): ReadonlySet<string> {
  const operations = ["paths", "webhooks"].flatMap((section) => operationsOf(objectAt(document, section) ?? emptyObject()));
  const requirements: readonly Json[] = [...listAt(document, "security"), ...operations.flatMap(({ operation }) => listAt(operation, "security"))];
  return new Set(requirements.filter(isObject).flatMap((requirement) => Object.keys(requirement)));
}

/** What names of schemes say, the more particular first; a bearer token is what most APIs take. Swagger 2.0 has no word for it. */
const kinds: readonly { readonly form: RegExp; readonly scheme: () => MutableObject; readonly old: () => MutableObject }[] = [
  { form: /basic/i, scheme: () => made({ type: "http", scheme: "basic" }), old: () => made({ type: "basic" }) },
  { form: /bearer|jwt|oauth|token/i, scheme: () => made({ type: "http", scheme: "bearer" }), old: () => made({ type: "apiKey", in: "header", name: "Authorization" }) },
  { form: /api.?key/i, scheme: () => made({ type: "apiKey", in: "header", name: "X-API-Key" }), old: () => made({ type: "apiKey", in: "header", name: "X-API-Key" }) },
  { form: /(?:)/, scheme: () => made({ type: "http", scheme: "bearer" }), old: () => made({ type: "apiKey", in: "header", name: "Authorization" }) },
];

function placeholder(name: string, old: boolean): JsonObject {
  const kind = kinds.find(({ form }) => form.test(name)) as (typeof kinds)[number];
  return ask(infer(kind[old ? "old" : "scheme"](), "The page names the scheme and does not define it."), "How does the API take its credential? Only the scheme's name is known.");
}
