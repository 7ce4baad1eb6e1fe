/** Paths, webhooks and callbacks into operations. Identifiers are not given here: a draft lacks them until all places are known. */
import { child, isObject, type Json, type JsonObject, type Pointer } from "../json.js";
import type { Operation, Parameter, RequestBody, SecurityRequirement, SecurityScheme, Server } from "./api.js";
import { readRequestBody, readResponses } from "./contents.js";
import { readDocs, text } from "./docs.js";
import { fitTemplate, readParameters } from "./parameters.js";
import { entries, follow, type Reading } from "./reading.js";
import { readSecurity, readServers } from "./security.js";

/** An operation before it has names. */
export interface OperationDraft extends Omit<Operation, "id" | "identifier" | "typeIdentifier" | "callbacks" | "pagination"> {
  readonly operationId: string | undefined;
  /** The operationId that it shares with others (`normalize/operations.ts` takes it away from all of them). */
  readonly repeatedId: string | undefined;
  /** `x-pagination` as written. Conventions are looked for when all schemas are read. */
  readonly declaredPagination: Json | undefined;
  readonly callbacks: readonly CallbackDraft[];
}

export interface CallbackDraft {
  readonly name: string;
  readonly expression: string;
  readonly operation: OperationDraft;
}

export interface WebhookDraft {
  readonly name: string;
  readonly operation: OperationDraft;
}

interface Inherited {
  readonly schemes: readonly SecurityScheme[];
  readonly security: readonly SecurityRequirement[];
  readonly servers: readonly Server[];
}

/** Fixed fields of a Path Item Object that are operations, in the order in which they are listed. */
const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace", "query"] as const;

/** Every operation of `paths`, by path and method. */
export function readPaths(reading: Reading, inherited: Inherited): OperationDraft[] {
  return entries(reading.root["paths"], "/paths")
    .filter(({ name }) => !name.startsWith("x-"))
    .flatMap(({ name, value, at }) => readPathItem(reading, inherited, name, value, at));
}

/** Every operation of `webhooks`, by name. */
export function readWebhooks(reading: Reading, inherited: Inherited): WebhookDraft[] {
  return entries(reading.root["webhooks"], "/webhooks").flatMap(({ name, value, at }) =>
    readPathItem(reading, inherited, name, value, at).map((operation) => ({ name, operation })),
  );
}

function readPathItem(reading: Reading, inherited: Inherited, path: string, value: Json, at: Pointer): OperationDraft[] {
  const followed = follow(reading, value, at, "path item");
  if (!followed) return [];
  // What stands beside a path item's `$ref` is "undefined" (OAS 3.1, 4.8.9.1): we take it, and it goes before what the target says.
  const layers: Layer[] = isObject(value) && followed.at !== at ? [{ value, at }, followed] : [followed];
  const servers = layers.map((layer) => readServers(reading, layer.value["servers"], child(layer.at, "servers"))).find((list) => list) ?? inherited.servers;
  const item = layers.find((layer) => layer.value["parameters"] !== undefined) ?? followed;
  return fieldsOf(reading, layers).flatMap(({ method, value: node, at: place }): OperationDraft[] => {
    if (!isObject(node)) {
      reading.report("model/wrong-type", place, `The operation ${method} ${path} is not an object.`);
      return [];
    }
    return [readOperation(reading, { ...inherited, servers }, item, method, path, node, place)];
  });
}

interface Layer {
  readonly value: JsonObject;
  readonly at: Pointer;
}

/** The operations of a path item by method, each from the first layer that has it. */
function fieldsOf(reading: Reading, layers: readonly Layer[]): { method: string; value: Json; at: Pointer }[] {
  const found = new Map<string, { method: string; value: Json; at: Pointer }>();
  for (const layer of layers) {
    const own = new Set<string>();
    const named = methods.map((name) => ({ method: name.toUpperCase(), value: layer.value[name], at: child(layer.at, name) }));
    const additional = entries(layer.value["additionalOperations"], child(layer.at, "additionalOperations"));
    for (const { method, value, at } of [...named, ...additional.map(({ name, ...entry }) => ({ method: sentAs(name), ...entry }))]) {
      if (value === undefined) continue;
      if (own.has(method)) reading.report("model/operation-duplicate", at, `There is a ${method} at this path already; this one is left out.`);
      own.add(method);
      if (!found.has(method)) found.set(method, { method, value, at });
    }
  }
  return [...found.values()];
}

function readOperation(
  reading: Reading,
  inherited: Inherited,
  item: { value: JsonObject; at: Pointer },
  method: string,
  path: string,
  node: JsonObject,
  at: Pointer,
): OperationDraft {
  const declared = readParameters(reading, item, { value: node, at });
  // Webhooks and callbacks are sent by others, whatever fetch does.
  const called = path.startsWith("/");
  const fitting = called ? fitTemplate(reading, path, declared, at) : declared;
  // The client makes a key where the caller gives none.
  const parameters = fitting.map((parameter) => (isIdempotencyHeader(parameter) && parameter.required ? { ...parameter, required: false } : parameter));
  const docs = readDocs(node);
  if (called && forbidden.has(method)) reading.report("model/method-unsendable", at, `fetch refuses to send ${method}: calls of this operation fail.`);
  const body = readRequestBody(reading, node["requestBody"], child(at, "requestBody"));
  return {
    operationId: text(node["operationId"]),
    repeatedId: text(node["x-repeated-operation-id"]),
    method,
    path,
    tags: strings(node["tags"]),
    docs: docs.summary === undefined && docs.description === undefined ? { ...docs, ...words(item.value) } : docs,
    parameters,
    body: called ? sendable(reading, method, body) : body,
    responses: readResponses(reading, node["responses"], child(at, "responses")),
    security: readSecurity(reading, inherited.schemes, node["security"], child(at, "security")) ?? inherited.security,
    servers: readServers(reading, node["servers"], child(at, "servers")) ?? inherited.servers,
    callbacks: readCallbacks(reading, inherited, node["callbacks"], child(at, "callbacks")),
    idempotencyHeader: parameters.find(isIdempotencyHeader)?.name,
    declaredPagination: node["x-pagination"],
    requireOneOf: strings(node["x-require-one-of"]),
    at,
  };
}

/** Fetch Standard, 2.2.1: these are sent in capitals, however they are written. */
const sentAs = (method: string): string => (/^(?:DELETE|GET|HEAD|OPTIONS|POST|PUT)$/i.test(method) ? method.toUpperCase() : method);

/** Fetch Standard, 2.2.1: forbidden methods. */
const forbidden: ReadonlySet<string> = new Set(["CONNECT", "TRACE", "TRACK"]);

/**
 * OpenAPI 3.0 has the body of a GET or HEAD ignored (OAS 3.0.3, 4.7.10.1: where HTTP is vague about it), 3.1 advises against one,
 * and fetch cannot send it (Fetch Standard, Request constructor, 34). Whatever it says of being required, the operation can be
 * called without.
 */
function sendable(reading: Reading, method: string, body: RequestBody | undefined): RequestBody | undefined {
  if (body === undefined || (method !== "GET" && method !== "HEAD")) return body;
  reading.report("model/body-unsendable", body.at, `fetch sends no body with ${method}; it is left out.`);
  return undefined;
}

/** A path item's words are meant for all its operations (OAS 3.1, 4.8.9.1). */
function words(item: JsonObject): { summary: string | undefined; description: string | undefined } {
  return { summary: text(item["summary"]), description: text(item["description"]) };
}

/** `Idempotency-Key` (IETF draft), and the names that were used before it. */
function isIdempotencyHeader({ place, name }: Parameter): boolean {
  return place === "header" && /^(x-)?idempotency-?(key|token)$/i.test(name);
}

function readCallbacks(reading: Reading, inherited: Inherited, value: Json | undefined, at: Pointer): CallbackDraft[] {
  return entries(value, at).flatMap(({ name, value: callback, at: place }) => {
    const found = follow(reading, callback, place, "callback");
    return entries(found?.value, found?.at ?? place)
      .filter(({ name: expression }) => !expression.startsWith("x-"))
      .flatMap(({ name: expression, value: item, at: itemPlace }) =>
        readPathItem(reading, inherited, expression, item, itemPlace).map((operation) => ({ name, expression, operation })),
      );
  });
}

function strings(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
}
