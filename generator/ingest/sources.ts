/** What a command line or a manifest names → pages. The only place of this stage that reads files and the network. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { readText } from "../source/read.js";
import { type FetchOptions, fetchPage } from "./fetch.js";
import { pageLimits } from "./fences.js";
import type { Diagnostic } from "../diagnostics.js";
import { Refusal } from "../diagnostics.js";
import { load } from "../source/load.js";
import type { Page } from "./page.js";
import { kindOf } from "./view.js";

/** A page with what tells whether it has changed. */
export interface SourcePage {
  readonly page: Page;
  /** Of the bytes, those of further files included. */
  readonly sha256: string;
  /** References into other files that were not followed. */
  readonly unfollowed?: readonly Diagnostic[];
  readonly url: string | undefined;
  readonly etag: string | undefined;
}

export const isUrl = (word: string): boolean => /^https?:\/\//i.test(word);

/**
 * Reads one page: an http(s) address, or a file.
 *
 * @param cwd what file names are relative to
 * @throws Refusal when it cannot be read
 */
export async function readSource(word: string, cwd: string, options: FetchOptions = {}): Promise<SourcePage> {
  if (isUrl(word)) {
    const fetched = await fetchPage(word, options);
    if (fetched === undefined) throw new Error("a page was unchanged without an ETag having been sent");
    return { page: { file: fetched.url, text: fetched.text }, sha256: fetched.sha256, url: fetched.url, etag: fetched.etag };
  }
  const path = resolve(cwd, word);
  const file = relative(cwd, path).replaceAll("\\", "/") || word;
  const text = readText(path, file, pageLimits);
  const hash = createHash("sha256").update(readFileSync(path));
  const bundled = await bundledText(path, file, text);
  for (const other of bundled?.others ?? []) hash.update(other);
  return { page: { file, text: bundled?.text ?? text }, sha256: hash.digest("hex"), url: undefined, etag: undefined, unfollowed: bundled?.unfollowed ?? [] };
}

/** A document of many files as one text, as `generate` reads it; undefined for everything else, of which the readers say what is wrong. */
async function bundledText(path: string, file: string, text: string): Promise<{ readonly text: string; readonly others: readonly string[]; readonly unfollowed: readonly Diagnostic[] } | undefined> {
  if (kindOf(text) !== "document" || !text.includes("$ref")) return undefined;
  const diagnostics: Diagnostic[] = [];
  try {
    const { root, others } = await load(path, { file, limits: pageLimits, diagnostics });
    if (others === undefined) return undefined;
    return { text: JSON.stringify(root), others: [...others.values()].map((other) => other.text), unfollowed: diagnostics };
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}
