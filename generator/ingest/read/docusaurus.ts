/**
 * Sources of docusaurus-openapi-docs (`.api.mdx`): the front matter's `api` is the operation, as JSON or as deflated JSON in
 * base64, on one line or folded over several:
 *
 *     ---
 *     title: Add a pet
 *     api: eJztVk1v2zAM…
 *     ---
 */
import { promisify } from "node:util";
import { inflate, unzip } from "node:zlib";
import { type Json, type JsonObject, emptyObject, isObject } from "../../json.js";
import { parse } from "../../source/parse.js";
import { Refusal } from "../../diagnostics.js";
import { pageLimits } from "../fences.js";
import { frontMatter } from "../markdown.js";
import type { IngestReport, Page } from "../page.js";
import type { Reader } from "../readers.js";
import { infer } from "../marks.js";
import { jsonTextFrom } from "../script.js";
import { type Role, isDocumentation, itemRole, listAt, made, objectAt, roleOf, textAt, withKeys, without } from "../shape.js";
import { jsonOf } from "../starlight/sample.js";
import { withDialect } from "../versions.js";

/** What the packed object holds beside the operation. */
const beside = ["method", "path", "servers", "securitySchemes", "info", "postman", "jsonRequestBodyExample", "proxy", "context", "extensions"] as const;

export const docusaurusReader: Reader = {
  looksFor: "front matter with an operation as `api` (docusaurus-openapi-docs)",
  kind: "text",
  async read({ page }, report) {
    const matter = frontMatter(page.text) ?? "";
    const api = await apiOf(matter, page, report);
    const method = textAt(api, "method");
    const path = textAt(api, "path");
    if (api === undefined || method === undefined || path === undefined) return [];
    const span = { start: 0, end: page.text.length, line: 1 };
    return [{ page, platform: "docusaurus-openapi", span, root: documentOf(api, method, path, titleOf(matter)), elided: false }];
  },
};

/** The value is found without a YAML parser: it is JSON, or one long word. */
async function apiOf(matter: string, page: Page, report: IngestReport): Promise<JsonObject | undefined> {
  const plain = /^api: *(?=\{)/m.exec(matter);
  if (plain !== null) return parsed(() => Promise.resolve(jsonTextFrom(matter, plain.index) ?? "{"), page, report);
  const folded = /^api: *[>|][-+]? *\n((?:[ \t]+[A-Za-z0-9+/=]+ *(?:\n|$))+)/m.exec(matter)?.[1]?.replace(/\s+/g, "");
  const packed = folded ?? /^api: *["']?([A-Za-z0-9+/=]{40,})["']? *$/m.exec(matter)?.[1];
  return packed === undefined ? undefined : parsed(() => unpacked(packed), page, report);
}

function titleOf(matter: string): string | undefined {
  const title = /^title: *(.*?) *$/m.exec(matter)?.[1] ?? "";
  const text = title.startsWith('"') ? jsonOf(title) : title.replace(/^'(.*)'$/, "$1").replaceAll("''", "'");
  return typeof text === "string" && text !== "" ? text : undefined;
}

async function unpacked(packed: string): Promise<string> {
  const bytes = Buffer.from(packed, "base64");
  const options = { maxOutputLength: pageLimits.bytes };
  const text = await promisify(unzip)(bytes, options).catch(() => promisify(inflate)(bytes, options));
  return text.toString("utf8");
}

async function parsed(text: () => Promise<string>, page: Page, report: IngestReport): Promise<JsonObject | undefined> {
  try {
    const { value } = await parse(await text(), page.file, pageLimits);
    return isObject(value) ? value : undefined;
  } catch (error) {
    const reason = error instanceof Refusal ? error.diagnostic.message : "it cannot be unpacked.";
    report("ingest/fragment-syntax", { file: page.file, line: 1 }, `The front matter's \`api\` is not what it should be: ${reason}`);
    return undefined;
  }
}

function documentOf(given: JsonObject, method: string, path: string, title: string | undefined): JsonObject {
  const api = withoutCircles(given, "keywords") as JsonObject;
  const schemes = objectAt(api, "securitySchemes");
  const servers = listAt(api, "servers");
  const item = emptyObject();
  // The platform's word for a webhook, which has no method here; it is sent as POST unless a vendor says otherwise.
  const webhook = method.toLowerCase() === "event";
  item[webhook ? "post" : method.toLowerCase()] = withKeys(without(api, ...beside), { summary: api["summary"] ?? title, ...extensionsOf(api) });
  const paths = emptyObject();
  paths[path] = item;
  const info = api["info"] as Json | undefined;
  return withDialect(
    made({
      info,
      servers: servers.length > 0 ? servers : undefined,
      [webhook ? "webhooks" : "paths"]: paths,
      components: schemes && Object.keys(schemes).length > 0 ? made({ securitySchemes: schemes }) : undefined,
    }),
  );
}

/** The vendor's extensions, which the platform collects as `[{key: x-internal, value: true}]`. */
function extensionsOf(api: JsonObject): Record<string, Json> {
  const found = emptyObject();
  for (const extension of listAt(api, "extensions").filter(isObject)) {
    const key = textAt(extension, "key");
    if (key?.startsWith("x-") && extension["value"] !== undefined) found[key] = extension["value"];
  }
  return found;
}

/** References are written out; where one leads back to itself, `circular(Pet)` stands in place of the schema. */
function withoutCircles(value: Json, role: Role): Json {
  if (role === "data") return value;
  if (typeof value === "string" && /^circular\(.*\)$/.test(value)) return infer(emptyObject(), `The page ends here with ${JSON.stringify(value)}: the schema holds itself.`);
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => withoutCircles(item, itemRole(role)));
  if (!isObject(value)) return value;
  const result = emptyObject();
  for (const key of Object.keys(value)) result[key] = isDocumentation(key, role) ? (value[key] as Json) : withoutCircles(value[key] as Json, roleOf(key, role));
  return result;
}
