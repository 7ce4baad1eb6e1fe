/** Who in the API is called what: every claim of a document, and the names given to them. */
import type { Identifier } from "../identifier.js";
import { child, type Pointer } from "../json.js";
import type { Schema } from "./api.js";
import { eventClaim, formClaim, groupClaim, operationClaims, operationPlace, pathWords, schemaClaim } from "./claims.js";
import { findForms, type References } from "./forms.js";
import { quote } from "./keywords.js";
import { giveNames, packageExports, type Claim, type NamesLock } from "./names.js";
import type { OperationDraft, WebhookDraft } from "./operations.js";
import type { Reading } from "./reading.js";
import { camel, wordsOf } from "./words.js";

/** The names of all places, and the ids and places of operations. */
export interface Names {
  readonly given: ReadonlyMap<string, Identifier>;
  readonly ids: ReadonlyMap<OperationDraft, { readonly id: string; readonly place: string }>;
}

/** Asks for a name for everything that has one in the package. */
export function nameAll(
  reading: Reading,
  schemas: ReadonlyMap<Pointer, Schema>,
  references: References,
  operations: readonly OperationDraft[],
  webhooks: readonly WebhookDraft[],
  identifier: Identifier,
  lock: NamesLock | undefined,
): Names {
  const ids = giveIds(reading, operations, webhooks);
  const claims: Claim[] = [...schemas.keys()].map(schemaClaim);
  const forms = findForms(schemas, references, operations, webhooks);
  for (const at of forms.write) claims.push(formClaim(at, "Input"));
  for (const at of forms.upload) claims.push(formClaim(at, "Upload"));
  for (const [draft, { id, place }] of ids) claims.push(...operationClaims(draft, id, place));
  for (const [tag, members] of groupsOf(operations)) claims.push(groupClaim(tag, members));
  for (const { name, operation } of webhooks) claims.push(eventClaim(`${ids.get(operation)?.place} event`, "Webhook", [name], operation.method));
  for (const draft of ids.keys()) {
    for (const { name, operation } of draft.callbacks) {
      const owner = ids.get(draft)?.id ?? "";
      claims.push(eventClaim(`${ids.get(operation)?.place} event`, "Callback", [owner, name], operation.method));
    }
  }
  return { given: giveNames(claims, lock, packageExports(identifier)), ids };
}

/**
 * Ids and places of all operations, callbacks and webhooks included. An operationId that several operations carry belongs to
 * none of them: the same id for another operation after a reordering would be worse than a derived one.
 */
function giveIds(reading: Reading, operations: readonly OperationDraft[], webhooks: readonly WebhookDraft[]): Names["ids"] {
  const places = new Map<OperationDraft, string>();
  const owners = new Map<OperationDraft, string[]>();
  const add = (draft: OperationDraft, place: string): void => {
    places.set(draft, place);
    for (const { name, operation } of draft.callbacks) {
      owners.set(operation, [...(draft.operationId === undefined ? pathWords(draft) : [draft.operationId]), name]);
      add(operation, operationPlace(operation, "callback", `${place} ${name}`));
    }
  };
  for (const draft of operations) add(draft, operationPlace(draft));
  for (const { operation } of webhooks) add(operation, operationPlace(operation, "webhook"));

  const declared = counted([...places.keys()].map((draft) => draft.operationId));
  for (const draft of places.keys()) {
    if (draft.operationId === undefined || declared.get(draft.operationId) === 1) continue;
    reading.report("model/operation-id-duplicate", child(draft.at, "operationId"), `Several operations are called ${quote(draft.operationId)}.`);
  }
  const wanted = new Map(
    [...places.keys()].map((draft) => [draft, draft.operationId !== undefined && declared.get(draft.operationId) === 1 ? draft.operationId : derivedId(draft, owners.get(draft))]),
  );
  const taken = counted([...wanted.values()]);
  return new Map(
    [...places].map(([draft, place]) => {
      const id = wanted.get(draft) ?? place;
      return [draft, { id: taken.get(id) === 1 || id === draft.operationId ? id : place.replace(/^operation /, ""), place }];
    }),
  );
}

function counted(ids: readonly (string | undefined)[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const id of ids) if (id !== undefined) counts.set(id, (counts.get(id) ?? 0) + 1);
  return counts;
}

/** `getV1ContactsById` for `GET /v1/contacts/{id}`; `subscribeDone` for the callback `done` of `subscribe`: its own address is an expression. */
function derivedId(draft: OperationDraft, owner: readonly string[] | undefined): string {
  const { words } = wordsOf((owner ?? pathWords(draft)).join(" "));
  return camel(words);
}

/** Operations by their first tag, or `default`. */
export function groupsOf(operations: readonly OperationDraft[]): Map<string, OperationDraft[]> {
  const groups = new Map<string, OperationDraft[]>();
  for (const draft of operations) {
    const tag = draft.tags[0] ?? "default";
    const members = groups.get(tag);
    if (members) members.push(draft);
    else groups.set(tag, [draft]);
  }
  return groups;
}

/** The name of a place. Throws when it has none: `nameAll` asked for all. */
export function identifierOf(names: Names, place: string): Identifier {
  const identifier = names.given.get(place);
  if (identifier === undefined) throw new Error(`No name was given to ${place}`);
  return identifier;
}
