/** Documents of the tests → models. */
import { readFileSync } from "node:fs";
import { parse, stringify } from "yaml";
import { compareApis } from "../../generator/changes/compare.js";
import type { Comparison } from "../../generator/changes/change.js";
import type { NamesLock } from "../../generator/model/names.js";
import { build, type Built } from "../../generator/model/build.js";
import { normalize } from "../../generator/normalize/index.js";
import type { SourceDocument } from "../../generator/source/document.js";
import { defaultLimits } from "../../generator/source/limits.js";
import { loadText } from "../../generator/source/load.js";

export interface Version extends Built {
  readonly document: SourceDocument;
}

/** The model of a document's text. */
export async function versionOf(text: string, lock?: NamesLock, packageIdentifier = "Probe"): Promise<Version> {
  const source = await loadText(text, { file: "openapi.yaml", limits: defaultLimits });
  const document = normalize(source, () => undefined);
  return { document, ...build(document, { report: () => undefined, packageIdentifier, ...(lock && { lock }) }) };
}

/** Compares two texts, the second under the names of the first where `locked`. */
export async function compareTexts(base: string, revision: string, { locked = false } = {}): Promise<Comparison> {
  const before = await versionOf(base);
  const after = await versionOf(revision, locked ? before.lock : undefined);
  return compareApis(before.api, after.api, { documents: { base: before.document.root, revision: after.document.root } });
}

/** The two documents of a folder of pairs. */
export function readPair(folder: string): { base: string; revision: string } {
  return { base: readFileSync(`${folder}/base.yaml`, "utf8"), revision: readFileSync(`${folder}/revision.yaml`, "utf8") };
}

/** `major, old clients fail`. */
export function verdict({ bump, oldClientFails }: Pick<Comparison, "bump" | "oldClientFails">): string {
  return oldClientFails ? `${bump}, old clients fail` : bump;
}

/** Applies an edit to a YAML text and gives the text again. */
export function edit(text: string, change: (document: Draft) => void): string {
  const document = parse(text) as Draft;
  change(document);
  return stringify(document, { aliasDuplicateObjects: false });
}

/** A document under edit: the tests know what they reach into. */
export type Draft = { [key: string]: Draft };
