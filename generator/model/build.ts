/** The document into the model. One bad part is reported and left out; the others go on. */
import type { Report } from "../diagnostics.js";
import { isObject, type Pointer } from "../json.js";
import type { SourceDocument } from "../source/document.js";
import type { Api, Callback, Group, NamedSchema, Operation, Pagination, Schema, Webhook } from "./api.js";
import { isComponent, schemaName } from "./claims.js";
import { text } from "./docs.js";
import { endless } from "./endless.js";
import type { References } from "./forms.js";
import { arrange, referencesOf } from "./graph.js";
import { quote } from "./keywords.js";
import { makeLock, packageName, type NamesLock } from "./names.js";
import { groupsOf, identifierOf, nameAll, type Names } from "./naming.js";
import { readPaths, readWebhooks, type CallbackDraft, type OperationDraft, type WebhookDraft } from "./operations.js";
import { paginationOf } from "./pagination.js";
import { noPatterns } from "./patterns.js";
import { entries, items, lookUp, type Reading } from "./reading.js";
import { readSchema } from "./schemas.js";
import { readSecurity, readSecuritySchemes, readServers } from "./security.js";
import { compare, readQuestions, survey } from "./survey.js";

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
    found: new Map(),
    kinds: new Map(),
  };
  const securitySchemes = readSecuritySchemes(reading);
  const servers = readServers(reading, root["servers"], "/servers") ?? [];
  const security = readSecurity(reading, securitySchemes, root["security"], "/security") ?? [];
  const inherited = { schemes: securitySchemes, security, servers };
  const operations = readPaths(reading, inherited);
  const webhooks = readWebhooks(reading, inherited);
  const drafts = readNamedSchemas(reading);
  const identifier = packageName(options.packageIdentifier);
  const references = sortedReferences(drafts);
  const names = nameAll(reading, drafts, references, operations, webhooks, identifier, options.lock);
  const given: Given = { names, pages: new Map(operations.map((draft) => [draft, paginationOf(reading, draft, drafts)])) };
  const info = isObject(root["info"]) ? root["info"] : {};
  const api: Api = {
    title: text(info["title"]) ?? "",
    version: text(info["version"]) ?? "",
    description: text(info["description"]) ?? "",
    identifier,
    servers,
    securitySchemes,
    groups: makeGroups(reading, given, operations),
    webhooks: webhooks.map((webhook) => makeWebhook(given, webhook)),
    schemas: makeSchemas(reading, names, drafts, references),
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

/** What operations get when all else is read: names, and their pages. */
interface Given {
  readonly names: Names;
  readonly pages: ReadonlyMap<OperationDraft, Pagination | undefined>;
}

function makeGroups(reading: Reading, given: Given, operations: readonly OperationDraft[]): Group[] {
  const described = new Map<string, string>();
  for (const { value } of items(reading.root["tags"], "/tags")) {
    if (isObject(value) && typeof value["name"] === "string") described.set(value["name"], text(value["description"]) ?? "");
  }
  const byTag = groupsOf(operations);
  return [...byTag.keys()].sort().map((name) => ({
    name,
    identifier: identifierOf(given.names, `group ${name}`),
    description: described.get(name) ?? "",
    operations: (byTag.get(name) ?? []).map((draft) => makeOperation(given, draft)),
  }));
}

function makeOperation(given: Given, draft: OperationDraft): Operation {
  const { names } = given;
  const { id, place } = names.ids.get(draft) ?? { id: "", place: "" };
  const { operationId: _, repeatedId: __, declaredPagination: ___, callbacks, ...rest } = draft;
  return {
    ...rest,
    id,
    identifier: identifierOf(names, place),
    typeIdentifier: identifierOf(names, `${place} types`),
    pagination: given.pages.get(draft),
    callbacks: callbacks.map((callback) => makeCallback(given, callback)),
  };
}

function makeCallback(given: Given, draft: CallbackDraft): Callback {
  const { names } = given;
  const identifier = identifierOf(names, `${names.ids.get(draft.operation)?.place} event`);
  return { name: draft.name, identifier, expression: draft.expression, operation: makeOperation(given, draft.operation) };
}

function makeWebhook(given: Given, draft: WebhookDraft): Webhook {
  const { names } = given;
  const identifier = identifierOf(names, `${names.ids.get(draft.operation)?.place} event`);
  return { name: draft.name, identifier, operation: makeOperation(given, draft.operation) };
}

/** What each named schema refers to, all in the order of names, then of places. */
function sortedReferences(drafts: ReadonlyMap<Pointer, Schema>): References {
  const names = new Map([...drafts.keys()].map((at) => [at, schemaName(at)]));
  const places = [...drafts.keys()].sort((a, b) => compare(names.get(a) ?? "", names.get(b) ?? "") || compare(a, b));
  const rank = new Map(places.map((at, index) => [at, index]));
  return new Map(places.map((at) => [at, [...referencesOf(drafts.get(at) as Schema)].sort((a, b) => (rank.get(a) ?? 0) - (rank.get(b) ?? 0))]));
}

function makeSchemas(reading: Reading, names: Names, drafts: ReadonlyMap<Pointer, Schema>, references: References): NamedSchema[] {
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
