/** Sources of docusaurus-openapi-docs (`.api.mdx`): the front matter's `api` is the operation as JSON, deflated, in base64. */
import { promisify } from "node:util";
import { inflate, unzip } from "node:zlib";
import { type Json, type JsonObject, emptyObject, isObject } from "../../json.js";
import { parse } from "../../source/parse.js";
import { Refusal } from "../../diagnostics.js";
import { pageLimits } from "../fences.js";
import { frontMatter } from "../markdown.js";
import type { IngestReport, Page } from "../page.js";
import type { Reader } from "../readers.js";
import { listAt, made, objectAt, textAt, without } from "../shape.js";
import { withDialect } from "../versions.js";

/** What the packed object holds beside the operation. */
const beside = ["method", "path", "servers", "securitySchemes", "info", "postman", "jsonRequestBodyExample", "proxy", "context"] as const;

export const docusaurusReader: Reader = {
  looksFor: "front matter with a packed `api` (docusaurus-openapi-docs)",
  kind: "text",
  async read({ page }, report) {
    const packed = packedApi(page.text);
    if (packed === undefined) return [];
    const api = await unpack(packed, page, report);
    const method = textAt(api, "method");
    const path = textAt(api, "path");
    if (api === undefined || method === undefined || path === undefined) return [];
    const span = { start: 0, end: page.text.length, line: 1 };
    return [{ page, platform: "docusaurus-openapi", span, root: documentOf(api, method, path), elided: false }];
  },
};

/** The line is found without a YAML parser: the value is one long word. */
function packedApi(text: string): string | undefined {
  const matter = frontMatter(text);
  if (matter === undefined) return undefined;
  return /^api: *["']?([A-Za-z0-9+/=]{40,})["']? *$/m.exec(matter)?.[1];
}

async function unpack(packed: string, page: Page, report: IngestReport): Promise<JsonObject | undefined> {
  const bytes = Buffer.from(packed, "base64");
  const options = { maxOutputLength: pageLimits.bytes };
  try {
    const text = await promisify(unzip)(bytes, options).catch(() => promisify(inflate)(bytes, options));
    const { value } = await parse(text.toString("utf8"), page.file, pageLimits);
    return isObject(value) ? value : undefined;
  } catch (error) {
    const reason = error instanceof Refusal ? error.diagnostic.message : "it cannot be unpacked.";
    report("ingest/fragment-syntax", { file: page.file, line: 1 }, `The front matter's \`api\` is not what it should be: ${reason}`);
    return undefined;
  }
}

function documentOf(api: JsonObject, method: string, path: string): JsonObject {
  const schemes = objectAt(api, "securitySchemes");
  const servers = listAt(api, "servers");
  const item = emptyObject();
  item[method.toLowerCase()] = without(api, ...beside);
  const paths = emptyObject();
  paths[path] = item;
  const info = api["info"] as Json | undefined;
  return withDialect(
    made({
      info,
      servers: servers.length > 0 ? servers : undefined,
      paths,
      components: schemes && Object.keys(schemes).length > 0 ? made({ securitySchemes: schemes }) : undefined,
    }),
  );
}
