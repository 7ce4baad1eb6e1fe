/** `specwright ingest`: documentation pages, or a vendor's own, as one OpenAPI document. */
import { mkdirSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { refuse } from "../diagnostics.js";
import { yaml } from "../emit/yaml.js";
import { type Answer, pagesHash } from "../ingest/answers.js";
import { collectIngest, ingest } from "../ingest/ingest.js";
import { readingOrder } from "../ingest/order.js";
import { type SourcePage, readSource } from "../ingest/sources.js";
import { vendorNames } from "../vendor.js";
import type { Arguments, ExitCode, Format, Io } from "./command.js";
import { show } from "./show.js";
import { vendorAnswers, vendorSources } from "./sources.js";

export async function run({ words, options }: Arguments, io: Io): Promise<ExitCode> {
  const { sources, answers } = await named(words, io.cwd);
  const { report, found } = collectIngest();
  const page = pagesHash(sources.map(({ sha256 }) => sha256));
  const ingested = await ingest(sources.map((source) => source.page), report, { answers, page });
  const out = options["out"];
  // With the document on the standard output, diagnostics go to the other one.
  show([...sources.flatMap(({ unfollowed = [] }) => unfollowed), ...found], options["format"] as Format, typeof out === "string" ? io : { ...io, out: io.err });
  if (ingested === undefined) return 1;
  const text = yaml(ingested.document, readingOrder);
  if (typeof out === "string") writeWhole(resolve(io.cwd, out), text);
  else io.out(text);
  return 0;
}

/** One word may be a vendor, whose manifest names the pages; all others are pages. */
async function named(words: readonly string[], cwd: string): Promise<{ readonly sources: readonly SourcePage[]; readonly answers: readonly Answer[] }> {
  const [first] = words;
  if (first === undefined) throw refuse("cli/usage", { file: "specwright" }, "ingest takes a vendor, or one or more pages.");
  const vendor = words.length === 1 && vendorNames(cwd).includes(first);
  const pages = vendor ? await vendorSources(cwd, first) : words;
  const sources = await Promise.all(pages.map((word) => readSource(word, cwd)));
  return { sources, answers: vendor ? await vendorAnswers(cwd, first) : [] };
}

/** Beside it first, then renamed: a file is there whole, or as it was. */
function writeWhole(path: string, text: string): void {
  const beside = `${path}.${process.pid}.tmp`;
  try {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(beside, text);
    renameSync(beside, path);
  } catch (error) {
    rmSync(beside, { force: true });
    throw asRefusal(error, path);
  }
}

const reasons: Readonly<Record<string, string>> = { EISDIR: "it is a folder", ENOTDIR: "a part of its path is a file", EEXIST: "a part of its path is a file", EACCES: "it may not be written", EPERM: "it may not be written", EROFS: "its disk may not be written", ENOSPC: "the disk is full" };

function asRefusal(error: unknown, path: string): unknown {
  const code = (error as NodeJS.ErrnoException).code;
  return code === undefined ? error : refuse("cli/usage", { file: path }, `${path} cannot be written: ${reasons[code] ?? code}.`, "Name another file behind --out.");
}

