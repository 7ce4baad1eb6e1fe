/** Webhooks and callbacks: calls in the other direction, so that their arguments come out and their answers go in. */
import type { Api, Operation } from "../model/api.js";
import { compareExchange, scopeOf } from "./operations.js";
import type { SchemaComparer } from "./schema/compare.js";

interface Event {
  readonly name: string;
  readonly identifier: string;
  readonly operation: Operation;
}

/** Compares the webhooks, and the callbacks of operations that both sides have. */
export function compareEvents(comparer: SchemaComparer, base: Api, revision: Api): void {
  compareLists(comparer, "webhook", "", base.webhooks, revision.webhooks);
  const after = new Map(operationsOf(revision).map((operation) => [operation.id, operation]));
  for (const old of operationsOf(base)) {
    const now = after.get(old.id);
    if (now) compareLists(comparer, "callback", `${old.id} `, old.callbacks, now.callbacks);
  }
}

const operationsOf = (api: Api): Operation[] => api.groups.flatMap((group) => group.operations);

function compareLists(comparer: SchemaComparer, word: "webhook" | "callback", prefix: string, before: readonly Event[], after: readonly Event[]): void {
  const key = (event: Event): string => `${event.name} ${event.operation.method}`;
  const [old, now] = [new Map(before.map((event) => [key(event), event])), new Map(after.map((event) => [key(event), event]))];
  for (const one of [...new Set([...old.keys(), ...now.keys()])].sort()) {
    const [was, is] = [old.get(one), now.get(one)];
    const label = `${word} ${prefix}${(is ?? was)?.name ?? ""}`;
    if (was && is) compareExchange(scopeOf(comparer, was.operation, is.operation, "out", label));
    else if (is) record(comparer, `${word}-added`, label, is, "revision");
    else if (was) record(comparer, `${word}-removed`, label, was, "base");
  }
}

function record(comparer: SchemaComparer, kind: `${"webhook" | "callback"}-${"added" | "removed"}`, label: string, event: Event, side: "base" | "revision"): void {
  const owner = comparer.journal.owner("operation", label);
  const words = event.identifier;
  comparer.journal.record(owner, { kind, direction: "out", name: event.name, path: [], at: event.operation.at, side, before: side === "base" ? words : "", after: side === "base" ? "" : words });
}
