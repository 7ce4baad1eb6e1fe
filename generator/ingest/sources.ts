/** What a command line or a manifest names → pages. The only place of this stage that reads files and the network. */
import { createHash } from "node:crypto";
import { readFileSync } from "node:fs";
import { relative, resolve } from "node:path";
import { readText } from "../source/read.js";
import { type FetchOptions, fetchPage } from "./fetch.js";
import { pageLimits } from "./fences.js";
import type { Page } from "./page.js";

/** A page with what tells whether it has changed. */
export interface SourcePage {
  readonly page: Page;
  /** Of the bytes. */
  readonly sha256: string;
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
  return { page: { file, text }, sha256: createHash("sha256").update(readFileSync(path)).digest("hex"), url: undefined, etag: undefined };
}
