/**
 * Whether anything has changed since the last run, by content alone: what went in (the vendor's folder, the generator itself, options)
 * and what came out. Imports nothing heavy: a run in which nothing has changed ends here.
 */
import { createHash } from "node:crypto";
import { closeSync, existsSync, mkdirSync, openSync, readdirSync, readFileSync, readSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Diagnostic } from "./diagnostics.js";
import { packageHash } from "./emit/hash.js";
import { installed } from "./installed.js";

/** What a run left behind, so that the next one can say the same without doing it again. */
export interface Remembered {
  readonly operations: number;
  readonly schemas: number;
  readonly files: number;
  readonly diagnostics: readonly Diagnostic[];
}

/** The lint's verdict on a document, before waivers. Pointers are the corrected document's. */
export interface Linted {
  /** The hash of the files that the document was read from: while it is the same, so is most likely `key`, which is known later. */
  readonly files: string;
  /** The hash of the corrected document, the rules and whatever else decides. */
  readonly key: string;
  readonly found: readonly Diagnostic[];
}

interface State {
  readonly inputs: string;
  /** Files outside the vendor's folder that were read, by path from the working folder. */
  readonly others: readonly string[];
  readonly outputs: string;
  readonly remembered: Remembered;
}

/** Where a vendor's files are. */
export interface Places {
  /** The vendor's folder; undefined for a document on its own. */
  readonly folder: string | undefined;
  readonly document: string;
  readonly out: string;
  readonly lock: string | undefined;
  /** The project's own `redocly.yaml`, there or not. */
  readonly rules: string;
  /** Where the state is kept. */
  readonly state: string;
  /** Where the lint's verdict is kept: apart, as a run in which nothing has changed need not read it. */
  readonly verdict: string;
}

/** The options of a run that decide about its output or its diagnostics. */
export function optionsKey({ lint }: { readonly lint: boolean }): string {
  return JSON.stringify({ lint });
}

/** @param written the hash of the package as it was written */
export function remember(places: Places, inputs: string, written: string, others: readonly string[], remembered: Remembered): void {
  const state: State = { inputs, others, outputs: outputs(places, written), remembered };
  mkdirSync(dirname(places.state), { recursive: true });
  writeFileSync(places.state, JSON.stringify(state));
}

/**
 * What the last run found, if it would find the same again and its output is still there as it left it.
 *
 * @param options what else decides about the output
 */
export function unchanged(places: Places, options: string): Remembered | undefined {
  const state = readState(places.state);
  if (state === undefined || !existsSync(places.out)) return undefined;
  return state.inputs === inputsOf(places, options, state.others) && state.outputs === outputs(places, hashOfPackage(places.out)) ? state.remembered : undefined;
}

/** Keeps the lint's verdict for {@link lastLint}. */
export function rememberLint(places: Places, linted: Linted): void {
  mkdirSync(dirname(places.verdict), { recursive: true });
  writeFileSync(places.verdict, JSON.stringify(linted));
}

/** What the lint found when it last came to an end. */
export function lastLint(places: Places): Linted | undefined {
  try {
    const linted = JSON.parse(readFileSync(places.verdict, "utf8")) as Linted;
    return Array.isArray(linted.found) ? linted : undefined;
  } catch {
    return undefined;
  }
}

/** The key of a verdict. @param task what the lint is handed */
export function lintKey({ file, json, rules }: { readonly file: string; readonly json: string; readonly rules: string }): string {
  const hash = createHash("sha256").update(`${file}\0${json}\0`);
  // The version of the linter is pinned there.
  for (const path of [rules, installed.manifest]) addFile(hash, path);
  return hash.digest("hex");
}

/** The hash of everything that decides about the output. */
export function inputsOf(places: Places, options: string, others: readonly string[]): string {
  const hash = createHash("sha256");
  hash.update(`${options}\0${generatorHash()}\0`);
  if (places.folder !== undefined) addFolder(hash, places.folder, (path) => path !== places.lock);
  else addFile(hash, places.document);
  for (const path of [places.rules, ...others]) addFile(hash, path);
  return hash.digest("hex");
}

/** The hash of files, there or not. */
export function hashOfFiles(paths: readonly string[]): string {
  const hash = createHash("sha256");
  for (const path of paths) addFile(hash, path);
  return hash.digest("hex");
}

function outputs(places: Places, written: string): string {
  const hash = createHash("sha256").update(written);
  if (places.lock !== undefined) addFile(hash, places.lock);
  return hash.digest("hex");
}

/** The hash of the package that is on disk. */
function hashOfPackage(folder: string): string {
  const list = ".specwright-files.json";
  return packageHash(new Map([list, ...listed(join(folder, list))].map((path) => [path, hashOfFile(join(folder, path))])));
}

function listed(list: string): string[] {
  try {
    const { files } = JSON.parse(readFileSync(list, "utf8")) as { files?: unknown };
    return Array.isArray(files) ? files.filter((path) => typeof path === "string") : [];
  } catch {
    return [];
  }
}

/** The generator's own code, its templates, and the versions that it is pinned to. */
function generatorHash(): string {
  const hash = createHash("sha256");
  addFolder(hash, installed.code, (path) => !path.endsWith(".d.ts") && !path.endsWith(".map"));
  addFolder(hash, installed.templates, () => true);
  addFile(hash, installed.manifest);
  addFile(hash, installed.rules);
  return hash.digest("hex");
}

type Hash = ReturnType<typeof createHash>;

function addFolder(hash: Hash, folder: string, wanted: (path: string) => boolean): void {
  const entries = readdirSync(folder, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1));
  for (const entry of entries) {
    const path = join(folder, entry.name);
    if (entry.isDirectory()) {
      hash.update(`${entry.name}/\0`);
      addFolder(hash, path, wanted);
    } else if (wanted(path)) {
      hash.update(`${entry.name}\0`);
      addFile(hash, path);
    }
  }
}

function addFile(hash: Hash, path: string): void {
  hash.update(`${hashOfFile(path)}\0`);
}

/** Where files are read to, again and again: ten megabytes of fresh memory cost more than to read and to hash them. */
let memory: Buffer | undefined;

/** The hash of a file's bytes; a missing file counts as what it is: none. */
function hashOfFile(path: string): string {
  const hash = createHash("sha256");
  let file: number | undefined;
  try {
    file = openSync(path, "r");
    const chunk = (memory ??= Buffer.allocUnsafeSlow(1 << 18));
    for (let size = readSync(file, chunk); size > 0; size = readSync(file, chunk)) hash.update(chunk.subarray(0, size));
    return hash.digest("hex");
  } catch {
    return "none";
  } finally {
    if (file !== undefined) closeSync(file);
  }
}

function readState(path: string): State | undefined {
  try {
    const state = JSON.parse(readFileSync(path, "utf8")) as State;
    return typeof state.inputs === "string" && typeof state.outputs === "string" && Array.isArray(state.others) ? state : undefined;
  } catch {
    return undefined;
  }
}
