/**
 * Rendered files → a folder, all or nothing.
 *
 * The package is made whole in a folder beside the old one, then the two change places by renames; the old one is deleted last.
 * A kill at any moment leaves the old package, the new one, or (between the two renames) the old one under its aside name, which
 * the next run puts back before it does anything else.
 */
import { copyFileSync, existsSync, lstatSync, mkdirSync, readFileSync, readdirSync, readlinkSync, renameSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import type { RenderedFile } from "./render.js";

/** The list of what we produced, in the package itself: what is not on it was never ours. */
export const listName = ".specwright-files.json";

export interface Change {
  readonly path: string;
  readonly kind: "added" | "changed" | "removed";
}

/** What writing would change, by path. Empty: nothing. */
export function changes(folder: string, files: readonly RenderedFile[]): Change[] {
  const found: Change[] = [];
  const wanted = withList(files);
  for (const { path, text } of wanted) {
    const old = readOrUndefined(join(folder, path));
    if (old === undefined) found.push({ path, kind: "added" });
    else if (old !== text) found.push({ path, kind: "changed" });
  }
  const kept = new Set(wanted.map((file) => file.path));
  for (const path of produced(folder)) if (!kept.has(path) && existsSync(join(folder, path))) found.push({ path, kind: "removed" });
  return found.sort((a, b) => (a.path < b.path ? -1 : 1));
}

/**
 * Brings a folder to the given files.
 *
 * @returns what changed; nothing is touched when nothing does
 * @throws the file system's error (EACCES, EROFS, ENOSPC …), with the old package whole
 */
export function write(folder: string, files: readonly RenderedFile[]): Change[] {
  recover(folder);
  for (const { path } of files) requireInside(path);
  const found = changes(folder, files);
  if (found.length === 0) return found;
  const next = beside(folder, "next");
  const aside = beside(folder, "old");
  mkdirSync(dirname(folder), { recursive: true });
  rmSync(next, { recursive: true, force: true });
  try {
    // By itself: where a folder cannot be made at all (below /proc), Node's recursive form never returns.
    mkdirSync(next);
    fill(next, files);
    keepForeign(folder, next, new Set([...produced(folder), ...withList(files).map((file) => file.path)]));
    if (existsSync(folder)) renameSync(folder, aside);
    renameSync(next, folder);
  } catch (error) {
    recover(folder);
    rmSync(next, { recursive: true, force: true });
    throw error;
  }
  rescueModules(aside, folder);
  rmSync(aside, { recursive: true, force: true });
  return found;
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

function fill(folder: string, files: readonly RenderedFile[]): void {
  for (const { path, text } of withList(files)) {
    const target = join(folder, path);
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
  }
}

function withList(files: readonly RenderedFile[]): RenderedFile[] {
  const paths = files.map((file) => file.path).sort();
  return [...files, { path: listName, text: `${JSON.stringify({ files: paths }, null, 2)}\n` }];
}

/** What an earlier run produced. A list that is no list of ours counts as empty: then nothing is removed. */
function produced(folder: string): string[] {
  const text = readOrUndefined(join(folder, listName));
  if (text === undefined) return [];
  try {
    const { files } = JSON.parse(text) as { files?: unknown };
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

function readOrUndefined(path: string): string | undefined {
  try {
    return lstatSync(path).isFile() ? readFileSync(path, "utf8") : undefined;
  } catch {
    return undefined;
  }
}
