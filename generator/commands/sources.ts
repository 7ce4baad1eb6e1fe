/** The pages that a vendor's manifest names, and the answers beside it. */
import { existsSync } from "node:fs";
import { join, relative } from "node:path";
import { refuse } from "../diagnostics.js";
import { isObject } from "../json.js";
import { type Answer, answersOf } from "../ingest/answers.js";
import { listAt, objectAt, textAt } from "../ingest/shape.js";
import { defaultLimits } from "../source/limits.js";
import { parse } from "../source/parse.js";
import { readText } from "../source/read.js";

/**
 * Addresses and files (relative to the project), in the order of the manifest: `source.pages`, else `source.page`,
 * `source.url` or `source.file`.
 *
 * @throws Refusal when the manifest names none
 */
export async function vendorSources(project: string, name: string): Promise<string[]> {
  const path = join(project, "specs", name, "vendor.yaml");
  const file = relative(project, path).replaceAll("\\", "/");
  const { value } = await parse(readText(path, file, defaultLimits), file, defaultLimits);
  const source = isObject(value) ? objectAt(value, "source") : undefined;
  const pages = listAt(source, "pages").filter(isObject);
  const named = (pages.length > 0 ? pages : source === undefined ? [] : [source]).flatMap((page) => {
    const local = textAt(page, "file");
    return textAt(page, "page") ?? textAt(page, "url") ?? (local === undefined ? [] : join("specs", name, local));
  });
  if (named.length === 0) throw refuse("vendor/manifest", { file, pointer: "/source" }, "The manifest names no page and no file that the document comes from.");
  return named;
}

/** The answers of `specs/<name>/answers.yaml`; none where there is no such file. */
export async function vendorAnswers(project: string, name: string): Promise<Answer[]> {
  const path = join(project, "specs", name, "answers.yaml");
  if (!existsSync(path)) return [];
  const file = relative(project, path).replaceAll("\\", "/");
  return answersOf((await parse(readText(path, file, defaultLimits), file, defaultLimits)).value);
}
