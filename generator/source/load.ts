/** A file on disk → a document. The only place that reads what a vendor wrote. */
import { realpathSync } from "node:fs";
import { type Diagnostic, type Place, refuse } from "../diagnostics.js";
import { type Json, type JsonObject, isObject } from "../json.js";
import type { SourceDocument } from "./document.js";
import type { Limits } from "./limits.js";
import { locate } from "./locate.js";
import { parse } from "./parse.js";
import { readText } from "./read.js";

export interface LoadOptions {
  /** As messages name the file. */
  readonly file: string;
  readonly limits: Limits;
  /** Folders and addresses outside the document's own folder that a `$ref` may lead to. */
  readonly allow?: readonly string[];
  /** Told about what was read although it breaks a rule. */
  readonly diagnostics?: Diagnostic[];
}

/**
 * Reads a document with everything that it refers to.
 *
 * @throws Refusal for everything that cannot be read as an OpenAPI document of a known version
 */
export async function load(path: string, options: LoadOptions): Promise<SourceDocument> {
  const { limits, allow = [], diagnostics } = options;
  const { document, refersOutside } = await read(readText(path, options.file, limits), options);
  if (!refersOutside) return document;
  const [{ bundle }, { Files }] = await Promise.all([import("./bundle.js"), import("./files.js")]);
  const main = { ...document, path: realpathSync(path) };
  const files = new Files(main, allow, limits);
  const { root, moved, diagnostics: found } = await bundle(main, files);
  for (const each of found) diagnostics?.push(each);
  const others = new Map((await files.others()).map((other) => [other.file, { path: other.path, text: other.text }]));
  return { ...document, root, moved, others };
}

/** Whether any `$ref` of a document, wherever it stands, does not begin with `#`. */
function hasReferenceOutside(root: Json): boolean {
  const open: Json[] = [root];
  for (let next = open.pop(); next !== undefined; next = open.pop()) {
    if (Array.isArray(next)) (next as readonly Json[]).forEach((item) => void (typeof item === "object" && item !== null && open.push(item)));
    else if (isObject(next)) {
      const reference = next["$ref"];
      if (typeof reference === "string" && !reference.startsWith("#")) return true;
      for (const name in next) {
        const member = next[name] as Json;
        if (typeof member === "object" && member !== null) open.push(member);
      }
    }
  }
  return false;
}

/**
 * The same for a document that is not on disk (an answer of a URL, the result of `ingest`). References to other files lead nowhere.
 *
 * @throws Refusal as `load` does
 */
export async function loadText(text: string, options: Omit<LoadOptions, "allow">): Promise<SourceDocument> {
  return (await read(text, options)).document;
}

async function read(text: string, { file, limits, diagnostics }: Omit<LoadOptions, "allow">): Promise<{ readonly document: SourceDocument; readonly refersOutside: boolean }> {
  const parsed = await parse(text, file, limits);
  if (parsed.broken !== undefined) diagnostics?.push(parsed.broken);
  const { root, version } = openapi(parsed.value, text, file, diagnostics);
  const identified = /\$(id|anchor)\b/.test(text);
  if (identified) (await import("./identify.js")).identify(root);
  // Identifying resolves references that were written as addresses.
  const refersOutside = identified || parsed.refersOutside === undefined ? hasReferenceOutside(root) : parsed.refersOutside;
  return { document: { file, text, root, version, moved: new Map() }, refersOutside };
}

const supported = /^(2\.0|3\.[012](\.\d+)?(-[\w.]+)?)$/;

/** The version that is certainly meant: without quotes, YAML reads a number; Swagger has no patch versions. */
function readAs(key: string, said: Json): Json | undefined {
  if (typeof said === "number") return numbers.get(`${key} ${said}`);
  return key === "swagger" && typeof said === "string" && /^2\.0\.\d+$/.test(said) ? "2.0" : said;
}

const numbers = new Map<string, string>([
  ["swagger 2", "2.0"],
  ["openapi 3", "3.0"],
  ["openapi 3.1", "3.1"],
  ["openapi 3.2", "3.2"],
]);

function openapi(value: Json, text: string, file: string, diagnostics: Diagnostic[] = []): { readonly root: JsonObject; readonly version: string } {
  if (!isObject(value)) throw refuse("source/not-openapi", { file, line: 1, column: 1 }, "The file holds a list or a single value, not an object.");
  const { swagger, openapi } = value;
  if (swagger !== undefined && openapi !== undefined)
    throw refuse("source/two-versions", { file, pointer: "/swagger", ...locate(text, "/swagger") }, "The document says both `swagger` and `openapi`.");
  const key = swagger === undefined ? "openapi" : "swagger";
  const said = value[key];
  if (said === undefined) throw refuse("source/not-openapi", { file, line: 1, column: 1 }, "The document has neither `openapi` nor `swagger`.");
  const place = (): Place => ({ file, pointer: `/${key}`, ...locate(text, `/${key}`) });
  const version = readAs(key, said);
  if (typeof version !== "string" || !supported.test(version) || (version === "2.0") !== (key === "swagger"))
    throw refuse("source/version", place(), `\`${key}\` is ${JSON.stringify(said).slice(0, 40)}.`);
  if (version !== said) diagnostics.push(refuse("source/version-read", place(), `\`${key}\` is ${JSON.stringify(said).slice(0, 40)} and is read as "${version}".`).diagnostic);
  return { root: value, version };
}
