/** Two versions of an API → what changed, and what that means for a release. */
import type { JsonObject } from "../json.js";
import type { Api } from "../model/api.js";
import { higher, type Bump, type Change, type Comparison } from "./change.js";
import { createJournal } from "./journal.js";
import { compareNames } from "./names.js";
import { compareOperations } from "./operations.js";
import { compareProse } from "./prose.js";
import { createSchemaComparer, finish } from "./schema/compare.js";
import { sideOf } from "./schema/side.js";
import { compareSchemes, type ServiceNote } from "./security.js";
import { compareServers } from "./servers.js";
import { applyWaivers, type ChangeWaiver } from "./waivers.js";
import { compareEvents } from "./webhooks.js";

export interface CompareOptions {
  /** Bumps that a human overruled, by fingerprint. */
  readonly waivers?: readonly ChangeWaiver[];
  /** The normalized documents, for text that the model does not hold. */
  readonly documents?: { readonly base: JsonObject; readonly revision: JsonObject };
}

/**
 * Compares two versions of one API by the rules.
 *
 * @param base what is released
 * @param revision what would be released
 */
export function compareApis(base: Api, revision: Api, { waivers = [], documents }: CompareOptions = {}): Comparison {
  const journal = createJournal();
  const comparer = createSchemaComparer(sideOf(base), sideOf(revision), journal);
  const service = journal.owner("api", "");
  const note: ServiceNote = (kind, { name = "", path, before = "", after = "", at, side = "revision" }) =>
    journal.record(service, { kind, direction: "in", name, path, at, side, before, after });
  compareInfo(base, revision, note);
  compareServers(base, revision, note);
  compareSchemes(base, revision, note);
  compareNames(comparer, base, revision, note);
  compareOperations(comparer, base, revision);
  compareEvents(comparer, base, revision);
  finish(comparer);
  if (documents) compareProse(documents.base, documents.revision, note);
  return { ...summarize(applyWaivers(journal.changes(), waivers)), addresses: new Map([...addressesOf(base), ...addressesOf(revision)]) };
}

const addressesOf = (api: Api): [string, string][] => api.groups.flatMap((group) => group.operations.map((operation): [string, string] => [operation.id, `${operation.method} ${operation.path}`]));

/** The changes together: the highest bump. */
export function summarize(changes: readonly Change[]): Comparison {
  const bump = changes.reduce<Bump>((top, change) => higher(top, change.waived?.bump ?? change.bump), "none");
  return { changes, bump, oldClientFails: changes.some((change) => change.oldClientFails) };
}

function compareInfo(base: Api, revision: Api, note: ServiceNote): void {
  if (base.title !== revision.title) note("title-changed", { path: ["info"], before: base.title, after: revision.title, at: "/info/title" });
  if (base.version !== revision.version) note("version-changed", { path: ["info"], before: base.version, after: revision.version, at: "/info/version" });
  if (base.description !== revision.description) note("docs-changed", { name: "the API", path: ["info"], before: base.description, after: revision.description, at: "/info/description" });
  const tags = new Map(base.groups.map((group) => [group.identifier as string, group]));
  for (const group of revision.groups) {
    const old = tags.get(group.identifier);
    if (old && old.description !== group.description) note("docs-changed", { name: `group ${group.name}`, path: ["groups", group.identifier], before: old.description, after: group.description, at: "/tags" });
  }
}
