/** A vendor's released document against a new text: both through the same overlay, names and options. */
import { compareApis } from "../changes/compare.js";
import type { Comparison } from "../changes/change.js";
import type { Diagnostic } from "../diagnostics.js";
import type { Api } from "../model/api.js";
import { inspect } from "../pipeline.js";
import type { Vendor } from "../vendor.js";
import { changelogOf } from "./changelog.js";

export interface Compared {
  readonly comparison: Comparison;
  /** What the new version has to say that the old one had not: by code and place. */
  readonly fresh: readonly Diagnostic[];
  readonly operations: { readonly before: number; readonly after: number; readonly gone: readonly string[] };
}

/**
 * Compares two vendors, of which one is the other with another document.
 *
 * @param cwd what each one's files are named from
 */
export async function compareVendors(base: { vendor: Vendor; cwd: string }, revision: { vendor: Vendor; cwd: string }): Promise<Compared> {
  const [before, after] = [await inspect(base.vendor, base.cwd), await inspect(revision.vendor, revision.cwd)];
  const { waivers = [] } = await changelogOf(base.vendor, base.cwd);
  const comparison = compareApis(before.api, after.api, { waivers, documents: { base: before.document.root, revision: after.document.root } });
  const known = new Set(before.diagnostics.map(keyOf));
  const ids = idsOf(after.api);
  const gone = comparison.changes.filter((change) => change.kind === "operation-removed").flatMap((change) => change.operations);
  return {
    comparison,
    fresh: after.diagnostics.filter((found) => !known.has(keyOf(found))),
    operations: { before: idsOf(before.api).length, after: ids.length, gone },
  };
}

const keyOf = ({ code, at, message }: Diagnostic): string => `${code} ${at.pointer ?? ""} ${message}`;
const idsOf = (api: Api): string[] => api.groups.flatMap((group) => group.operations.map((operation) => operation.id));
