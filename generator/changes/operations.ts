/** Which operation of the base is which of the revision, and what happened to it. */
import type { Api, Group, Operation } from "../model/api.js";
import { compareBody } from "./body.js";
import type { Direction } from "./change.js";
import type { Owner } from "./journal.js";
import { compareParameters } from "./parameters.js";
import { compareResponses } from "./responses.js";
import type { Kind } from "./rules.js";
import { compareSecurity } from "./security.js";
import { compareOperationServers } from "./servers.js";
import type { SchemaComparer } from "./schema/compare.js";
import { prose, sameWording } from "./schema/docs.js";

export interface Placed {
  readonly group: Group;
  readonly operation: Operation;
}

/** What is said about a change beside its kind; all of it has a default. */
export interface Said {
  /** The operation's id where nothing else is named. */
  readonly name?: string;
  /** Steps below the operation. */
  readonly path?: readonly string[];
  readonly before?: string;
  readonly after?: string;
  readonly at?: string | undefined;
  /** Which document `at` points into; the revision where it is not said. */
  readonly side?: "base" | "revision";
  readonly direction?: Direction;
}

/** A pair of operations under comparison. */
export interface OperationScope {
  readonly comparer: SchemaComparer;
  readonly owner: Owner;
  readonly before: Operation;
  readonly after: Operation;
  /** Whether the operation names servers of its own. */
  readonly own: { readonly before: boolean; readonly after: boolean };
  /** Which way the arguments go: `in` for an operation that we call, `out` for a webhook that is called. */
  readonly call: Direction;
  /** Records a change about the operation; `path` are steps below it. */
  readonly note: (kind: Kind, said: Said) => void;
}

/** Compares all operations of two APIs. */
export function compareOperations(comparer: SchemaComparer, base: Api, revision: Api): void {
  const own = (before: Operation, after: Operation): OperationScope["own"] => ({ before: before.servers !== base.servers, after: after.servers !== revision.servers });
  const [old, now] = [placed(base), placed(revision)];
  const { pairs, gone, come } = match(old, now);
  for (const [before, after] of pairs) comparePair(comparer, before, after, own(before.operation, after.operation));
  for (const { operation } of gone) whole(comparer, "operation-removed", operation, "base");
  for (const { operation } of come) whole(comparer, "operation-added", operation, "revision");
}

const placed = (api: Api): Placed[] =>
  api.groups.flatMap((group) => group.operations.map((operation) => ({ group, operation }))).sort((one, other) => (one.operation.id < other.operation.id ? -1 : 1));

/** By id; what is left by method and path, whatever the path's parameters are called. */
function match(before: readonly Placed[], after: readonly Placed[]): { pairs: [Placed, Placed][]; gone: Iterable<Placed>; come: Iterable<Placed> } {
  const pairs: [Placed, Placed][] = [];
  const gone = new Set(before);
  const come = new Set(after);
  for (const key of [({ operation }: Placed): string => operation.id, ({ operation }: Placed): string => blankAddress(operation)]) {
    const byKey = new Map([...come].map((one) => [key(one), one]));
    for (const old of gone) {
      const now = byKey.get(key(old));
      if (!now || !come.has(now)) continue;
      pairs.push([old, now]);
      gone.delete(old), come.delete(now);
    }
  }
  return { pairs, gone, come };
}

const blankAddress = (operation: Operation): string => `${operation.method} ${operation.path.replace(/\{[^}]*\}/g, "{}")}`;

/** `GET /v1/contacts`. */
export const address = (operation: Operation): string => `${operation.method} ${operation.path}`;

function whole(comparer: SchemaComparer, kind: Kind, operation: Operation, side: "base" | "revision"): void {
  const owner = comparer.journal.owner("operation", operation.id);
  const words = address(operation);
  comparer.journal.record(owner, { kind, direction: "in", name: operation.id, path: [], at: operation.at, side, before: side === "base" ? words : "", after: side === "base" ? "" : words });
}

/** The scope of a pair of operations. */
export function scopeOf(comparer: SchemaComparer, before: Operation, after: Operation, call: Direction, label = after.id): OperationScope {
  const owner = comparer.journal.owner("operation", label);
  const note: OperationScope["note"] = (kind, said) => {
    const { name = label, path = [], before: was = "", after: is = "", at = after.at, side = "revision", direction = "in" } = said;
    comparer.journal.record(owner, { kind, direction, name, path, at, side, before: was, after: is });
  };
  const own = { before: false, after: false };
  return { comparer, owner, before, after, call, note, own };
}

function comparePair(comparer: SchemaComparer, old: Placed, now: Placed, own: OperationScope["own"]): void {
  const { operation: before } = old;
  const { operation: after } = now;
  const scope = { ...scopeOf(comparer, before, after, "in"), own };
  compareNames(scope, old.group, now.group);
  compareAddress(scope);
  compareMarks(scope);
  compareOperationServers(scope);
  compareSecurity(scope);
  compareExchange(scope);
}

/** Arguments and answers: what an operation and a webhook have in common. */
export function compareExchange(scope: OperationScope): void {
  compareParameters(scope);
  compareBody(scope);
  compareResponses(scope);
}

function compareNames({ before, after, note }: OperationScope, from: Group, to: Group): void {
  if (before.identifier !== after.identifier) note("operation-renamed", { name: before.id, before: before.identifier, after: after.identifier });
  else if (before.id !== after.id) note("operation-id-changed", { name: before.id, before: before.id, after: after.id });
  if (from.identifier !== to.identifier) note("operation-regrouped", { before: from.identifier, after: to.identifier });
  else if (before.tags.join("\n") !== after.tags.join("\n")) note("operation-tags-changed", { before: before.tags.join(", "), after: after.tags.join(", ") });
}

/** The address is where the call goes by default: moving a common part from the server's URL into the paths changes nothing. */
function compareAddress({ before, after, note }: OperationScope): void {
  const [old, now] = [fullPath(before), fullPath(after)];
  if (before.method === after.method && old.blank === now.blank) return;
  if (before.method === after.method && before.path.replace(/\{[^}]*\}/g, "{}") === after.path.replace(/\{[^}]*\}/g, "{}")) return;
  note("operation-moved", { before: address(before), after: address(after) });
}

/** Path of the first server's URL and of the operation together, with and without the names of parameters. */
export function fullPath(operation: Operation): { readonly path: string; readonly blank: string } {
  const server = (operation.servers[0]?.url ?? "").replace(/^[a-z][a-z0-9+.-]*:\/\/[^/]*/i, "").replace(/\/+$/, "");
  const path = server + operation.path;
  return { path, blank: path.replace(/\{[^}]*\}/g, "{}") };
}

function compareMarks(scope: OperationScope): void {
  const { before, after, note } = scope;
  const [old, now] = [before.docs, after.docs];
  if (old.deprecated !== now.deprecated) note(now.deprecated ? "operation-deprecated" : "operation-undeprecated", {});
  if (!sameWording(old, now)) note("docs-changed", { before: prose(old), after: prose(now) });
  if ((before.idempotencyHeader ?? "") !== (after.idempotencyHeader ?? "")) {
    note("idempotency-changed", { before: before.idempotencyHeader ?? "", after: after.idempotencyHeader ?? "" });
  }
  comparePagination(scope);
  compareRequireOneOf(scope);
}

function comparePagination({ before, after, note }: OperationScope): void {
  const [old, now] = [JSON.stringify(before.pagination), JSON.stringify(after.pagination)];
  if (old === now) return;
  const words = { before: before.pagination?.kind ?? "", after: after.pagination?.kind ?? "" };
  if (!before.pagination) note("pagination-added", words);
  else note(after.pagination ? "pagination-changed" : "pagination-removed", words);
}

function compareRequireOneOf({ before, after, note }: OperationScope): void {
  const [old, now] = [new Set(before.requireOneOf), new Set(after.requireOneOf)];
  const words = { before: [...old].join(", "), after: [...now].join(", ") };
  const tightened = now.size > 0 && (old.size === 0 || [...old].some((name) => !now.has(name)));
  if (tightened) note("require-one-of-tightened", words);
  else if (old.size > 0 && (now.size === 0 || now.size > old.size)) note("require-one-of-loosened", words);
}
