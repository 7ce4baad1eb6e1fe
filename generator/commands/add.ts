/** `specwright add`: a new vendor's folder, made whole from pages or documents, or not at all. */
import { existsSync, mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { basename, join, relative, resolve } from "node:path";
import { refuse } from "../diagnostics.js";
import { yaml } from "../emit/yaml.js";
import { answersFile, pagesHash, settle } from "../ingest/answers.js";
import { collectIngest, ingest } from "../ingest/ingest.js";
import { marksOf } from "../ingest/marks.js";
import { readingOrder } from "../ingest/order.js";
import type { Ingested } from "../ingest/page.js";
import { listAt, made, objectAt, textAt } from "../ingest/shape.js";
import { type SourcePage, readSource } from "../ingest/sources.js";
import { type Json, type JsonObject, type MutableObject, emptyObject, isObject } from "../json.js";
import type { Arguments, ExitCode, Format, Io } from "./command.js";
import { show } from "./show.js";

export async function run({ words, options }: Arguments, io: Io): Promise<ExitCode> {
  const [name, ...pages] = words;
  if (name === undefined || pages.length === 0) throw refuse("cli/usage", { file: "specwright" }, "add takes the vendor's name, then one or more pages or documents.");
  const folder = join(io.cwd, "specs", vendorName(name));
  if (existsSync(folder)) throw refuse("ingest/exists", { file: relative(io.cwd, folder) }, `There is a folder specs/${name} already; nothing was written.`);
  const sources = await Promise.all(pages.map((page) => readSource(page, io.cwd)));
  const { report, found } = collectIngest();
  const ingested = await ingest(sources.map(({ page }) => page), report);
  show([...sources.flatMap(({ unfollowed = [] }) => unfollowed), ...found], options["format"] as Format, io);
  if (ingested === undefined) return 1;
  const files = vendorFiles(name, ingested, sources, io.cwd);
  writeFolder(folder, files);
  io.out(`${name}: specs/${name}/ with ${[...files.keys()].join(", ")}\nNext: look at openapi.yaml, write corrections into overlay.yaml, then run specwright generate ${name}\n`);
  return 0;
}

/** A name that is a folder, a package and a word of the command line. */
function vendorName(name: string): string {
  if (/^[a-z0-9][a-z0-9-]{0,63}$/.test(name)) return name;
  throw refuse("cli/usage", { file: "specwright" }, `A vendor's name has small letters, digits and hyphens; ${JSON.stringify(name.slice(0, 80))} does not.`);
}

/** The files of a vendor's folder, by name. */
export function vendorFiles(name: string, { document, provenance }: Ingested, sources: readonly SourcePage[], cwd: string): Map<string, string> {
  const hash = pagesHash(sources.map(({ sha256 }) => sha256));
  const { open } = settle(document, marksOf(document), [], hash);
  const platforms = [...new Set(provenance.map(({ platform }) => platform))].sort();
  const files = new Map([
    ["openapi.yaml", yaml(document, readingOrder)],
    ["vendor.yaml", yaml(manifest(name, document, sources, platforms, cwd), readingOrder)],
    ["overlay.yaml", overlay(titleOf(name))],
  ]);
  if (open.length > 0) files.set("answers.yaml", `${answersHead}${yaml(answersFile([], open, hash), readingOrder)}`);
  return files;
}

const answersHead = "# What the pages cannot settle. Write an answer behind `answer:`; it holds until the page changes.\n";

const titleOf = (name: string): string => name.split("-").map((word) => word.slice(0, 1).toUpperCase() + word.slice(1)).join(" ");

function manifest(name: string, document: JsonObject, sources: readonly SourcePage[], platforms: readonly string[], cwd: string): Json {
  const server = listAt(document, "servers").find(isObject);
  const url = textAt(server, "url");
  const schemes = objectAt(objectAt(document, "components"), "securitySchemes") ?? emptyObject();
  return made({
    package: `@specwright/${name}`,
    version: "0.1.0",
    title: titleOf(name),
    description: `Typed client for the ${titleOf(name)} API.`,
    source: sourceOf(name, sources, platforms, cwd),
    server: url !== undefined && /^https?:\/\/[^{}]+$/.test(url) ? url : undefined,
    auth: Object.keys(schemes).length > 0 ? hints(name, Object.keys(schemes)) : undefined,
    waivers: [],
  });
}

function sourceOf(name: string, sources: readonly SourcePage[], platforms: readonly string[], cwd: string): Json {
  const [only] = sources;
  const platform = platforms.join(", ");
  if (sources.length === 1 && only !== undefined) return made({ platform, sha256: only.sha256, ...place(only, name, cwd) });
  return made({ platform, pages: sources.map((source) => made({ sha256: source.sha256, ...place(source, name, cwd) })) });
}

/** A page by its address, or by its file, relative to the vendor's folder. A file outside the project is somebody's copy. */
function place(source: SourcePage, name: string, cwd: string): Record<string, Json> {
  if (source.url !== undefined) return { page: source.url };
  const path = resolve(cwd, source.page.file);
  if (relative(cwd, path).startsWith("..")) return { note: `Read from a saved copy, ${basename(path)}; the hash is that copy's.` };
  return { file: relative(join(cwd, "specs", name), path).replaceAll("\\", "/") };
}

function hints(name: string, schemes: readonly string[]): MutableObject {
  const result = emptyObject();
  for (const [index, scheme] of schemes.entries()) {
    const env = `${name.toUpperCase().replaceAll("-", "_")}_TOKEN${index === 0 ? "" : `_${index + 1}`}`;
    result[scheme] = made({ env, hint: `The credential of your ${titleOf(name)} account.` });
  }
  return result;
}

function overlay(title: string): string {
  const head = "# Corrections to the document, one action each with its reason (https://spec.openapis.org/overlay/v1.0.0.html).\n";
  const root = made({ overlay: "1.0.0", info: made({ title: `Corrections to the ${title} document`, version: "1.0.0" }), extends: "openapi.yaml", actions: [] });
  return `${head}${yaml(root, readingOrder)}`;
}

/** Written beside and renamed: the folder is there whole, or not at all. */
function writeFolder(folder: string, files: ReadonlyMap<string, string>): void {
  mkdirSync(join(folder, ".."), { recursive: true });
  const beside = `${folder}.${process.pid}.tmp`;
  try {
    mkdirSync(beside);
    for (const [file, text] of files) writeFileSync(join(beside, file), text);
    renameSync(beside, folder);
  } catch (error) {
    rmSync(beside, { recursive: true, force: true });
    throw error;
  }
}
