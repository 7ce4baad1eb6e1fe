/** The files that references lead to: found, judged by where they really are, read once. */
import { realpathSync } from "node:fs";
import { dirname, relative, resolve, sep } from "node:path";
import { Refusal } from "../diagnostics.js";
import type { Json } from "../json.js";
import type { Limits } from "./limits.js";
import { parse } from "./parse.js";
import { readText } from "./read.js";

/** A file of the document. */
export interface DocumentFile {
  /** The real path: symbolic links followed. */
  readonly path: string;
  /** As messages name it. */
  readonly file: string;
  readonly text: string;
  readonly root: Json;
}

/** A file, or why there is none. The reason never holds a word of any file. */
export type FoundFile = DocumentFile | { readonly refused: string };

const maximumFiles = 2000;

/** Opens files for one document. */
export class Files {
  private readonly opened = new Map<string, Promise<FoundFile>>();
  private readonly roots: readonly string[];
  private bytes: number;

  /** @param allow further folders (absolute) and addresses that may be read */
  constructor(
    private readonly main: DocumentFile,
    private readonly allow: readonly string[],
    private readonly limits: Limits,
  ) {
    this.roots = [dirname(main.path), ...allow.filter((path) => !isAddress(path)).flatMap(realOrNone)];
    this.bytes = main.text.length;
    this.opened.set(main.path, Promise.resolve(main));
  }

  /** Every file that was read besides the document itself, by path. */
  async others(): Promise<DocumentFile[]> {
    const all = await Promise.all(this.opened.values());
    return all.filter((found): found is DocumentFile => !("refused" in found) && found !== this.main).sort((a, b) => (a.path < b.path ? -1 : 1));
  }

  /** @param name the reference up to its `#`, percent-escapes decoded */
  open(from: DocumentFile, name: string): Promise<FoundFile> {
    const place = isAddress(from.path) && !isAddress(name) ? new URL(name, from.path).href : name;
    if (isAddress(place)) return this.address(place);
    if (/^[a-z][a-z0-9+.-]*:/i.test(name) || name.startsWith("//")) return refused("only files and, where allowed, http addresses are read");
    if (name.startsWith("/") || name.includes("\\") || name.includes("\0")) return refused("a reference must be relative, with forward slashes");
    const path = resolve(dirname(from.path), name);
    const [real] = realOrNone(path);
    // What lies outside is not even looked for: whether it is there is nobody's business.
    if (!this.roots.some((root) => isBelow(path, root) || (real !== undefined && isBelow(real, root)))) return refused(outside);
    if (real === undefined) return refused("there is no such file");
    if (!this.roots.some((root) => isBelow(real, root))) return refused(outside);
    return this.once(real, () => Promise.resolve(readText(real, this.nameOf(real), this.limits)), this.nameOf(real));
  }

  private address(url: string): Promise<FoundFile> {
    if (!this.allow.some((allowed) => isAddress(allowed) && isBelowAddress(url, allowed))) return refused("addresses are not read unless they are allowed by name");
    return this.once(url, () => download(url, this.limits), url);
  }

  private once(path: string, text: () => Promise<string>, file: string): Promise<FoundFile> {
    const known = this.opened.get(path);
    if (known !== undefined) return known;
    if (this.opened.size >= maximumFiles) return refused(`the document has more than ${maximumFiles} files`);
    const made = this.read(path, text, file);
    this.opened.set(path, made);
    return made;
  }

  private async read(path: string, text: () => Promise<string>, file: string): Promise<FoundFile> {
    try {
      const read = await text();
      this.bytes += read.length;
      if (this.bytes > this.limits.bytes) return { refused: `the document's files have more than ${this.limits.bytes} bytes together` };
      const { value } = await parse(read, file, this.limits);
      return { path, file, text: read, root: value };
    } catch (error) {
      if (error instanceof Refusal) return { refused: `the file cannot be read (${error.diagnostic.code}${error.diagnostic.at.line === undefined ? "" : `, line ${error.diagnostic.at.line}`})` };
      throw error;
    }
  }

  private nameOf(path: string): string {
    const folder = dirname(this.main.file);
    const inFolder = relative(dirname(this.main.path), path).replaceAll("\\", "/");
    return folder === "." ? inFolder : `${folder}/${inFolder}`;
  }
}

const outside = "it leads out of the document's folder; `allow` in vendor.yaml (or --allow) names further folders that may be read";

function refused(reason: string): Promise<FoundFile> {
  return Promise.resolve({ refused: reason });
}

function isAddress(name: string): boolean {
  return /^https?:\/\//i.test(name);
}

/** The same scheme, host and port, and a path below: `https://example.com` allows neither `https://example.com.evil.net` nor `https://example.com@evil.net`. */
function isBelowAddress(url: string, allowed: string): boolean {
  if (!URL.canParse(url) || !URL.canParse(allowed)) return false;
  const [there, root] = [new URL(url), new URL(allowed)];
  return there.origin === root.origin && there.username === "" && there.password === "" && (there.pathname === root.pathname || there.pathname.startsWith(root.pathname.replace(/\/?$/, "/")));
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder.endsWith(sep) ? folder : folder + sep);
}

function realOrNone(path: string): string[] {
  try {
    return [realpathSync(path)];
  } catch {
    return [];
  }
}

async function download(url: string, limits: Limits): Promise<string> {
  const { refuse } = await import("../diagnostics.js");
  const answer = await fetch(url, { redirect: "error", signal: AbortSignal.timeout(30_000) }).catch(() => undefined);
  if (!answer?.ok) throw refuse("source/unreadable", { file: url }, "The address cannot be read.");
  const bytes = await answer.arrayBuffer();
  if (bytes.byteLength > limits.bytes) throw refuse("source/too-large", { file: url }, "The answer is too large.");
  return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
}
