/** The document into the model. One bad part is reported and left out; the others go on. */
import type { Report } from "../diagnostics.js";
import type { Identifier } from "../identifier.js";
import { child, isObject, type Pointer } from "../json.js";
import type { SourceDocument } from "../source/document.js";
import type { Api, Callback, Group, NamedSchema, Operation, Schema, Webhook } from "./api.js";
import { eventClaim, formClaim, groupClaim, isComponent, operationClaims, operationPlace, pathWords, schemaClaim, schemaName } from "./claims.js";
import { text } from "./docs.js";
import { endless } from "./endless.js";
import { findForms } from "./forms.js";
import { arrange, referencesOf } from "./graph.js";
import { quote } from "./keywords.js";
import { giveNames, makeLock, packageExports, packageName, type Claim, type NamesLock } from "./names.js";
import { readPaths, readWebhooks, type CallbackDraft, type OperationDraft, type WebhookDraft } from "./operations.js";
import { noPatterns } from "./patterns.js";
import { entries, items, lookUp, type Reading } from "./reading.js";
import { readSchema } from "./schemas.js";
import { readSecurity, readSecuritySchemes, readServers } from "./security.js";
import { compare, readQuestions, survey } from "./survey.js";
import { camel, wordsOf } from "./words.js";

export interface BuildOptions {
  /** The names of the last run; without it every name is made anew. */
  readonly lock?: NamesLock;
  /** What the package is called in code, e.g. `Pristo`. */
  readonly packageIdentifier: string;
  readonly report: Report;
}

export interface Built {
  readonly api: Api;
  /** To be written to `names.lock.json`. */
  readonly lock: NamesLock;
}

/** Builds the model of a normalized document (OpenAPI 3.1 dialect, local references only). */
export function build(document: SourceDocument, options: BuildOptions): Built {
  const { root } = document;
  const surveyed = survey(root);
  const reading: Reading = {
    root,
    report: options.report,
    targets: new Set(),
    unevaluated: surveyed.unevaluated,
    patterns: noPatterns(),
    kinds: new Map(),
  };
  const securitySchemes = readSecuritySchemes(reading);
  const servers = readServers(reading, root["servers"], "/servers") ?? [];
  const security = readSecurity(reading, securitySchemes, root["security"], "/security") ?? [];
  const inherited = { schemes: securitySchemes, security, servers };
  const operations = readPaths(reading, inherited);
  const webhooks = readWebhooks(reading, inherited);
  const drafts = readNamedSchemas(reading);
  const names = nameAll(reading, drafts, operations, webhooks, options);
  const info = isObject(root["info"]) ? root["info"] : {};
  const api: Api = {
    title: text(info["title"]) ?? "",
    version: text(info["version"]) ?? "",
    description: text(info["description"]) ?? "",
    identifier: packageName(options.packageIdentifier),
    servers,
    securitySchemes,
    groups: makeGroups(reading, names, operations),
    webhooks: webhooks.map((webhook) => makeWebhook(names, webhook)),
    schemas: makeSchemas(reading, names, drafts),
    questions: readQuestions(root, surveyed),
  };
  return { api, lock: makeLock(names.given) };
}

/** Components by name, then every other place that a reference leads to, until none is new. */
function readNamedSchemas(reading: Reading): Map<Pointer, Schema> {
  const read = new Map<Pointer, Schema>();
  const components = reading.root["components"];
  const declared = entries(isObject(components) ? components["schemas"] : undefined, "/components/schemas");
  for (const { value, at } of declared) read.set(at, readSchema(reading, value, at));
  // A set's iterator also visits what is added while it runs.
  for (const target of reading.targets) {
    if (read.has(target)) continue;
    read.set(target, readSchema(reading, lookUp(reading.root, target)?.value, target));
  }
  return read;
}

interface Names {
  readonly given: ReadonlyMap<string, Identifier>;
  readonly ids: ReadonlyMap<OperationDraft, { readonly id: string; readonly place: string }>;
}

function nameAll(
  reading: Reading,
  schemas: ReadonlyMap<Pointer, Schema>,
  operations: readonly OperationDraft[],
  webhooks: readonly WebhookDraft[],
  { lock, packageIdentifier }: BuildOptions,
): Names {
  const identifier = packageName(packageIdentifier);
  const ids = giveIds(reading, operations, webhooks);
  const claims: Claim[] = [...schemas.keys()].map(schemaClaim);
  const forms = findForms(schemas, operations, webhooks);
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
  const add = (draft: OperationDraft, place: string): void => {
    places.set(draft, place);
    for (const { name, operation } of draft.callbacks) add(operation, operationPlace(operation, "callback", `${place} ${name}`));
  };
  for (const draft of operations) add(draft, operationPlace(draft));
  for (const { operation } of webhooks) add(operation, operationPlace(operation, "webhook"));

  const counts = new Map<string, number>();
  for (const draft of places.keys()) {
    if (draft.operationId !== undefined) counts.set(draft.operationId, (counts.get(draft.operationId) ?? 0) + 1);
  }
  const ids = new Map<OperationDraft, { id: string; place: string }>();
  for (const [draft, place] of places) {
    const { operationId } = draft;
    const alone = operationId !== undefined && counts.get(operationId) === 1;
    if (operationId !== undefined && !alone) {
      reading.report("model/operation-id-duplicate", child(draft.at, "operationId"), `Several operations are called ${operationId}.`);
    }
    ids.set(draft, { id: alone ? operationId : derivedId(draft), place });
  }
  return ids;
}

/** `getV1ContactsById` for `GET /v1/contacts/{id}`. */
function derivedId(draft: OperationDraft): string {
  const { words } = wordsOf(pathWords(draft).join(" "));
  return camel(words);
}

/** Operations by their first tag, or `default`. */
function groupsOf(operations: readonly OperationDraft[]): Map<string, OperationDraft[]> {
  const groups = new Map<string, OperationDraft[]>();
  for (const draft of operations) {
    const tag = draft.tags[0] ?? "default";
    const members = groups.get(tag);
    if (members) members.push(draft);
    else groups.set(tag, [draft]);
  }
  return groups;
}

function makeGroups(reading: Reading, names: Names, operations: readonly OperationDraft[]): Group[] {
  const described = new Map<string, string>();
  for (const { value } of items(reading.root["tags"], "/tags")) {
    if (isObject(value) && typeof value["name"] === "string") described.set(value["name"], text(value["description"]) ?? "");
  }
  const byTag = groupsOf(operations);
  return [...byTag.keys()].sort().map((name) => ({
    name,
    identifier: identifierOf(names, `group ${name}`),
    description: described.get(name) ?? "",
    operations: (byTag.get(name) ?? []).map((draft) => makeOperation(names, draft)),
  }));
}

function identifierOf(names: Names, place: string): Identifier {
  const identifier = names.given.get(place);
  if (identifier === undefined) throw new Error(`No name was given to ${place}`);
  return identifier;
}

function makeOperation(names: Names, draft: OperationDraft): Operation {
  const { id, place } = names.ids.get(draft) ?? { id: "", place: "" };
  const { operationId: _, callbacks, ...rest } = draft;
  return {
    ...rest,
    id,
    identifier: identifierOf(names, place),
    typeIdentifier: identifierOf(names, `${place} types`),
    callbacks: callbacks.map((callback) => makeCallback(names, callback)),
  };
}

function makeCallback(names: Names, draft: CallbackDraft): Callback {
  const identifier = identifierOf(names, `${names.ids.get(draft.operation)?.place} event`);
  return { name: draft.name, identifier, expression: draft.expression, operation: makeOperation(names, draft.operation) };
}

function makeWebhook(names: Names, draft: WebhookDraft): Webhook {
  const identifier = identifierOf(names, `${names.ids.get(draft.operation)?.place} event`);
  return { name: draft.name, identifier, operation: makeOperation(names, draft.operation) };
}

function makeSchemas(reading: Reading, names: Names, drafts: ReadonlyMap<Pointer, Schema>): NamedSchema[] {
  const places = [...drafts.keys()].sort((a, b) => compare(schemaName(a), schemaName(b)) || compare(a, b));
  const rank = new Map(places.map((at, index) => [at, index]));
  const references = new Map(
    places.map((at) => [at, [...referencesOf(drafts.get(at) as Schema)].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0))]),
  );
  const { order, cyclic } = arrange(references);
  for (const at of endless(drafts, cyclic)) {
    reading.report("model/recursion-endless", at, `Every value of ${quote(schemaName(at))} would have to hold another one, without end.`);
  }
  return order.map((at) => ({
    name: schemaName(at),
    identifier: identifierOf(names, at),
    writeIdentifier: names.given.get(`${at} Input`),
    uploadIdentifier: names.given.get(`${at} Upload`),
    schema: drafts.get(at) as Schema,
    cyclic: cyclic.has(at),
    component: isComponent(at),
    at,
  }));
}
