/** What a vendor sends to its users: webhooks, and the callbacks of operations. */
import type { Identifier } from "../identifier.js";
import type { Api, Operation } from "./api.js";

export interface SentRequest {
  /** `newPet` of a webhook, `subscribe.onEvent` of a callback: the operation's id and the callback's name. */
  readonly name: string;
  /** The beginning of the payload's type: `NewPet` in `NewPetWebhook`, `SubscribeOnEvent` in `SubscribeOnEventCallback`. */
  readonly identifier: Identifier;
  readonly kind: "Webhook" | "Callback";
  readonly operation: Operation;
}

/** Webhooks first, then the callbacks of all operations in their order. */
export function sentRequests(api: Api): SentRequest[] {
  const operations = api.groups.flatMap((group) => group.operations);
  return [
    ...api.webhooks.map(({ name, identifier, operation }) => ({ name, identifier, kind: "Webhook" as const, operation })),
    ...[...operations, ...api.webhooks.map(({ operation }) => operation)].flatMap(callbacksOf),
  ];
}

function callbacksOf({ id, callbacks }: Operation): SentRequest[] {
  return callbacks.flatMap(({ name, identifier, operation }) => [{ name: `${id}.${name}`, identifier, kind: "Callback" as const, operation }, ...callbacksOf(operation)]);
}
