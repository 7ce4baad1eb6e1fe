/** A vendor's `changelog.yaml`: read, added to, written. */
import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Comparison } from "../changes/change.js";
import { bySection, subjectOf } from "../changes/report/view.js";
import { yaml } from "../emit/yaml.js";
import type { Json } from "../json.js";
import { changelogName, readChangelog, type Changelog, type Release } from "../source/changelog.js";
import { relativeName, type Vendor } from "../vendor.js";

/** The changelog in a vendor's folder; empty where there is none. */
export async function changelogOf(vendor: Vendor, cwd: string): Promise<Changelog> {
  const path = join(dirname(vendor.manifest ?? vendor.document), changelogName);
  if (vendor.manifest === undefined || !existsSync(path)) return {};
  return readChangelog(path, relativeName(cwd, path), vendor.limits);
}

/** The changelog with one release more. Documentation is one line: its text is in the document itself. */
export function withRelease(changelog: Changelog, comparison: Comparison, version: string, from: string): Changelog {
  const release: Release = { version, bump: comparison.bump, sections: bySection(comparison).map(({ name, changes }) => ({ title: name, changes: changes.map(entry) })) };
  return { ...changelog, releases: [release, ...(changelog.releases ?? [])], first: changelog.first ?? from };
}

const longest = 400;
const cut = (text: string): string => (text.length > longest ? `${text.slice(0, longest - 1)}…` : text);

function entry(change: Comparison["changes"][number]): Release["sections"][number]["changes"][number] {
  const asks = change.bump === "major" || change.oldClientFails;
  return {
    title: change.title,
    place: [subjectOf(change), change.where].filter(Boolean).join(" › "),
    ...(change.before !== "" && { before: cut(change.before) }),
    ...(change.after !== "" && { after: cut(change.after) }),
    ...(asks && { advice: change.advice, fingerprint: change.fingerprint }),
  };
}

/** The file's text. */
export function changelogText(changelog: Changelog): string {
  const head = "# What each release changed, written by `specwright sync`. A waiver overrules the bump of one change, with a reason.\n";
  return `${head}${yaml(changelog as unknown as Json, (keys) => keys)}`;
}
