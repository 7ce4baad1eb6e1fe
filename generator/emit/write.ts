/**
 * Rendered files → a folder, all or nothing.
 *
 * Files are taken one by one, so that the text of each can go when it is on disk: together they are most of a large package's memory.
 * The package is made whole in a folder beside the old one, then the two change places by renames; the old one is deleted last.
 * A kill at any moment leaves the old package, the new one, or (between the two renames) the old one under its aside name, which
 * the next run puts back before it does anything else.
 */
import { copyFileSync, existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, readlinkSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { hashOf, packageHash } from "./hash.js";
import type { Pour } from "./file.js";
import type { RenderedFile, RenderedPieces } from "./render.js";

/** The list of what we produced, in the package itself: what is not on it was never ours. */
export const listName = ".specwright-files.json";

export interface Change {
  readonly path: string;
  readonly kind: "added" | "changed" | "removed";
}

/** What became of a package. */
export interface Written {
  /** By path. Empty: nothing changed, and nothing was touched. */
  readonly changes: readonly Change[];
  /** The hash of all files as they are to be, made while their bytes were at hand. */
  readonly hash: string;
}

/** Takes the files of a package, each once. */
export interface Sink {
  /** The next file. Throws the file system's error, or one of our own for a path that leads out of the package. */
  add(file: RenderedPieces): void;
  /** After the last file: puts them in place. */
  finish(): Written;
  /** Instead of `finish`, when something went wrong: the old package stays as it is. */
  abandon(): void;
}

/** Only says what writing would change. */
export function comparison(folder: string): Sink {
  const compared = compare(folder);
  return { add: (file) => void compared.add(file), finish: () => compared.finish(), abandon: () => undefined };
}

/**
 * Brings a folder to the files it is given.
 *
 * @throws the file system's error (EACCES, EROFS, ENOSPC …), with the old package whole
 */
export function writing(folder: string): Sink {
  recover(folder);
  const compared = compare(folder);
  const next = beside(folder, "next");
  let begun = false;
  const begin = (): void => {
    begun = true;
    mkdirSync(dirname(folder), { recursive: true });
    rmSync(next, { recursive: true, force: true });
    // By itself: where a folder cannot be made at all (below /proc), Node's recursive form never returns.
    mkdirSync(next);
  };
  return {
    add(file) {
      requireInside(file.path);
      const bytes = compared.add(file);
      if (bytes === undefined) return;
      if (!begun) begin();
      put(next, file.path, bytes);
    },
    finish() {
      const { changes: found, hash, list, same } = compared.finish();
      if (found.length === 0) return { changes: found, hash };
      if (!begun) begin();
      if (list.bytes !== undefined) put(next, listName, list.bytes);
      for (const path of same) keep(folder, next, path);
      exchange(folder, next, list.paths);
      return { changes: found, hash };
    },
    abandon() {
      recover(folder);
      if (begun) rmSync(next, { recursive: true, force: true });
    },
  };
}

/** What writing would change, by path. Empty: nothing. */
export function changes(folder: string, files: readonly RenderedFile[]): Change[] {
  return pour(comparison(folder), files);
}

/** Brings a folder to the given files; returns and throws what `writing` does. */
export function write(folder: string, files: readonly RenderedFile[]): Change[] {
  return pour(writing(folder), files);
}

function pour(sink: Sink, files: readonly RenderedFile[]): Change[] {
  try {
    for (const { path, text } of files) sink.add({ path, pour: (put) => put(text) });
    return [...sink.finish().changes];
  } catch (error) {
    sink.abandon();
    throw error;
  }
}

/** Compares files with a folder's, byte by byte: to decode what is there takes longer than everything else here. */
function compare(folder: string) {
  const found: Change[] = [];
  const paths: string[] = [];
  const same: string[] = [];
  const hashes = new Map<string, string>();
  const encode = encoder();
  /** The bytes of a file that is not there, or not as it is to be; good until the next. */
  const differing = ({ path, pour }: RenderedPieces): Buffer | undefined => {
    const old = bytesOrUndefined(join(folder, path));
    const bytes = encode(pour);
    hashes.set(path, hashOf(bytes));
    if (old?.equals(bytes)) return void same.push(path);
    found.push({ path, kind: old === undefined ? "added" : "changed" });
    return bytes;
  };
  return {
    add(file: RenderedPieces): Buffer | undefined {
      paths.push(file.path);
      return differing(file);
    },
    finish() {
      const bytes = differing({ path: listName, pour: (put) => put(`${JSON.stringify({ files: paths.sort() }, null, 2)}\n`) });
      const wanted = new Set([...paths, listName]);
      for (const path of produced(folder)) if (!wanted.has(path) && existsSync(join(folder, path))) found.push({ path, kind: "removed" });
      return { changes: found.sort((a, b) => (a.path < b.path ? -1 : 1)), hash: packageHash(hashes), list: { paths: wanted, bytes }, same };
    },
  };
}

/**
 * Encodes pieces as UTF-8; those of ASCII alone, nearly all, are copied as they are. Each result stands where the last one stood: fresh
 * memory for every file costs more than to fill it.
 */
function encoder(): (pour: Pour) => Buffer {
  // What is never written to takes no memory.
  let memory = Buffer.allocUnsafeSlow(1 << 24);
  return (pour) => {
    let size = 0;
    pour((piece) => {
      const length = Buffer.byteLength(piece);
      if (size + length > memory.length) {
        const larger = Buffer.allocUnsafeSlow(2 * (size + length));
        memory.copy(larger, 0, 0, size);
        memory = larger;
      }
      memory.write(piece, size, length, length === piece.length ? "latin1" : "utf8");
      size += length;
    });
    return memory.subarray(0, size);
  };
}

/** The new package into the place of the old one. */
function exchange(folder: string, next: string, wanted: ReadonlySet<string>): void {
  const aside = beside(folder, "old");
  keepForeign(folder, next, new Set([...produced(folder), ...wanted]));
  if (existsSync(folder)) renameSync(folder, aside);
  renameSync(next, folder);
  rescueModules(aside, folder);
  rmSync(aside, { recursive: true, force: true });
}

/** Puts an interrupted run right: the old package is back in its place, and what was half made is gone. */
export function recover(folder: string): void {
  const aside = beside(folder, "old");
  if (!existsSync(aside)) return;
  if (!existsSync(folder)) renameSync(aside, folder);
  else {
    rescueModules(aside, folder);
    rmSync(aside, { recursive: true, force: true });
  }
}

function beside(folder: string, word: "next" | "old"): string {
  return join(dirname(folder), `.${basename(folder)}.specwright-${word}`);
}

function put(folder: string, path: string, bytes: Buffer): void {
  const target = join(folder, path);
  mkdirSync(dirname(target), { recursive: true });
  writeFileSync(target, bytes);
}

function keep(from: string, to: string, path: string): void {
  mkdirSync(dirname(join(to, path)), { recursive: true });
  copyFileSync(join(from, path), join(to, path));
}

/** What an earlier run produced. A list that is no list of ours counts as empty: then nothing is removed. */
function produced(folder: string): string[] {
  const bytes = bytesOrUndefined(join(folder, listName));
  if (bytes === undefined) return [];
  try {
    const { files } = JSON.parse(bytes.toString()) as { files?: unknown };
    return Array.isArray(files) ? files.filter((path): path is string => typeof path === "string" && isInside(path)) : [];
  } catch {
    return [];
  }
}

// Moved whole at the end instead of copied: large, and not worth keeping over a crash between two renames.
const heavy = new Set(["node_modules", "dist"]);

function rescueModules(from: string, to: string): void {
  for (const name of heavy) if (existsSync(join(from, name)) && !existsSync(join(to, name))) renameSync(join(from, name), join(to, name));
}

/** Copies what was never ours. */
function keepForeign(from: string, to: string, ours: ReadonlySet<string>, prefix = ""): void {
  if (!existsSync(from)) return;
  for (const entry of readdirSync(from, { withFileTypes: true })) {
    const path = prefix + entry.name;
    if (ours.has(path) || (prefix === "" && heavy.has(entry.name))) continue;
    const [source, target] = [join(from, entry.name), join(to, entry.name)];
    if (entry.isDirectory()) keepForeign(source, target, ours, `${path}/`);
    else {
      mkdirSync(to, { recursive: true });
      if (entry.isSymbolicLink()) symlinkSync(readlinkSync(source), target);
      else copyFileSync(source, target);
    }
  }
}

function isInside(path: string): boolean {
  return /^[^/\\:\0]+(\/[^/\\:\0]+)*$/.test(path) && !path.split("/").some((part) => part === "." || part === "..");
}

/** A target that names a path outside the package is our own bug. */
function requireInside(path: string): void {
  if (!isInside(path)) throw new Error(`a target produced a path outside the package: ${JSON.stringify(path)}`);
}

function bytesOrUndefined(path: string): Buffer | undefined {
  try {
    return lstatSync(path).isFile() ? readFileSync(path) : undefined;
  } catch {
    return undefined;
  }
}
