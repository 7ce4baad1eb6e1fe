/** A vendor: its folder, and what its manifest says. */
import { existsSync, readdirSync } from "node:fs";
import { join, relative } from "node:path";
import { refuse } from "./diagnostics.js";
import type { Pointer } from "./json.js";
import { type Limits, defaultLimits } from "./source/limits.js";
import { parse } from "./source/parse.js";
import { readText } from "./source/read.js";
import type { Release } from "./source/changelog.js";
import type { Manifest } from "./source/manifest.js";

/** What the emitted package is called. */
export interface PackageInfo {
  /** npm name, e.g. `@specwright/pristo`. */
  readonly packageName: string;
  /** Semver. */
  readonly version: string;
  /** Title for people: `Pristo`. */
  readonly title: string;
  readonly description: string;
  readonly options: TargetOptions;
  /** Hints about credentials, by the name of the security scheme. */
  readonly auth: ReadonlyMap<string, AuthHint>;
  /** What each release changed, the newest first, and the version before the first of them. Absent: there was one version only. */
  readonly releases?: { readonly list: readonly Release[]; readonly first: string | undefined };
}

/** Where a caller finds a credential. */
export interface AuthHint {
  /** The environment variable that examples read it from. */
  readonly env: string | undefined;
  readonly hint: string | undefined;
}

export interface TargetOptions {
  /** Assert `format` in validators (default true), or the list of formats to assert. */
  readonly formats: boolean | readonly string[];
}

/** A diagnostic that the manifest knows about and accepts. */
export interface Waiver {
  readonly code: string;
  /** Only at this place of the document, or below it. */
  readonly at: Pointer | undefined;
  readonly reason: string;
  /** The waiver's own place in the manifest, for the diagnostic that it matches nothing. */
  readonly pointer: Pointer;
}

/** One document to generate from, with everything that was said about it. */
export interface Vendor {
  /** `pristo`: the folder below `specs/`, the folder below `generated/`, what the command line calls it. */
  readonly name: string;
  readonly package: PackageInfo;
  /** The OpenAPI document, on disk. */
  readonly document: string;
  /** Corrections; undefined where there are none. */
  readonly overlay: string | undefined;
  /** The server, for a document that names none. */
  readonly server?: string | undefined;
  /** The manifest; undefined for `--input`. */
  readonly manifest: string | undefined;
  /** Where the names are kept; undefined for `--input`. */
  readonly lock: string | undefined;
  /** The folder of the package. */
  readonly out: string;
  /** Files outside the document's folder (and addresses) that a `$ref` may lead to. */
  readonly allow: readonly string[];
  readonly waivers: readonly Waiver[];
  readonly limits: Limits;
}

const defaultOptions: TargetOptions = { formats: true };

/** The vendors of a project: the folders of `specs/` that hold a manifest, by name. */
export function vendorNames(project: string): string[] {
  const specs = join(project, "specs");
  if (!existsSync(specs)) return [];
  return readdirSync(specs, { withFileTypes: true })
    .filter((entry) => entry.isDirectory() && existsSync(join(specs, entry.name, "vendor.yaml")))
    .map((entry) => entry.name)
    .sort();
}

/**
 * Reads `specs/<name>/vendor.yaml`.
 *
 * @param project the folder that holds `specs/` and `generated/`
 * @throws Refusal when the manifest cannot be read or says something that it cannot say
 */
export async function loadVendor(project: string, name: string): Promise<Vendor> {
  const folder = join(project, "specs", name);
  const path = join(folder, "vendor.yaml");
  const manifest = await readManifest(path, relativeName(project, path));
  const document = join(folder, manifest.document ?? firstThere(folder, ["openapi.yaml", "openapi.yml", "openapi.json"]));
  const overlay = join(folder, manifest.overlay ?? "overlay.yaml");
  return {
    name,
    package: {
      packageName: manifest.package,
      version: manifest.version,
      title: manifest.title,
      description: manifest.description ?? "",
      options: { ...defaultOptions, ...definedOnly(manifest.options ?? {}) },
      auth: new Map(Object.entries(manifest.auth ?? {}).map(([scheme, { env, hint }]) => [scheme, { env, hint }])),
      ...(await readReleases(project, folder)),
    },
    document,
    overlay: manifest.overlay !== undefined || existsSync(overlay) ? overlay : undefined,
    server: manifest.server,
    manifest: path,
    lock: join(folder, "names.lock.json"),
    out: join(project, "generated", name),
    allow: manifest.allow ?? [],
    waivers: (manifest.waivers ?? []).map(({ code, at, reason }, index) => ({ code, at, reason, pointer: `/waivers/${index}` })),
    limits: { ...defaultLimits, ...definedOnly(manifest.limits ?? {}) },
  };
}

async function readReleases(project: string, folder: string): Promise<Pick<PackageInfo, "releases">> {
  const path = join(folder, "changelog.yaml");
  if (!existsSync(path)) return {};
  const { readChangelog } = await import("./source/changelog.js");
  const { releases = [], first } = await readChangelog(path, relativeName(project, path), defaultLimits);
  return { releases: { list: releases, first } };
}

/** A vendor without a folder: one document, a name and where to write. */
export function vendorFromInput(input: { readonly document: string; readonly name: string; readonly out: string; readonly allow?: readonly string[] }): Vendor {
  return {
    name: input.name,
    package: {
      packageName: input.name.startsWith("@") ? input.name : input.name.toLowerCase(),
      version: "0.1.0",
      title: input.name.replace(/^@[^/]*\//, ""),
      description: "",
      options: defaultOptions,
      auth: new Map(),
    },
    document: input.document,
    overlay: undefined,
    manifest: undefined,
    lock: undefined,
    out: input.out,
    allow: input.allow ?? [],
    waivers: [],
    limits: defaultLimits,
  };
}

async function readManifest(path: string, file: string): Promise<Manifest> {
  const text = readText(path, file, defaultLimits);
  const { value } = await parse(text, file, defaultLimits);
  const { manifestSchema, manifestProblem } = await import("./source/manifest.js");
  const result = manifestSchema.safeParse(value);
  if (result.success) return result.data;
  const { locate } = await import("./source/locate.js");
  const { pointer, message } = manifestProblem(result.error);
  throw refuse("vendor/manifest", { file, pointer, ...locate(text, pointer) }, message);
}

function firstThere(folder: string, names: readonly string[]): string {
  return names.find((name) => existsSync(join(folder, name))) ?? (names[0] as string);
}

function definedOnly<T extends object>(object: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
  return Object.fromEntries(Object.entries(object).filter(([, value]) => value !== undefined)) as { [K in keyof T]?: Exclude<T[K], undefined> };
}

/** A path as messages show it: from the working folder, with forward slashes. */
export function relativeName(from: string, path: string): string {
  return relative(from, path).replaceAll("\\", "/") || ".";
}
