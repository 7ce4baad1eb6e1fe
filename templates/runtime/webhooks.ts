/** Requests that a vendor sends to its users: proved genuine, read, checked. */
import type { ValidationIssue, WebhookDescriptor } from "./descriptor.js";
import { issuesText, SpecwrightError } from "./errors.js";
import { parseJson } from "./json.js";
import { essence, matchEntry } from "./media.js";
import { check } from "./validate.js";

/** A webhook request that is not to be trusted or not to be understood. */
export class WebhookError extends SpecwrightError {
  override readonly name: string = "WebhookError";
  /** Which of the two: answer 401 for `signature`, 400 for `payload`. */
  readonly reason: "signature" | "payload";
  readonly issues: readonly ValidationIssue[];

  constructor(webhook: string, reason: "signature" | "payload", message: string, issues: readonly ValidationIssue[] = [], options?: ErrorOptions) {
    super(webhook, message, options);
    this.reason = reason;
    this.issues = issues;
  }
}

/** Any server's request: one of fetch's, or the raw body and the header fields of another framework. */
export type WebhookRequest = Request | { readonly body: string | Uint8Array<ArrayBuffer>; readonly headers: Headers | { readonly [name: string]: string | readonly string[] | undefined } };

/** Throws an `Error` that says why the request is not genuine. */
export type WebhookVerifier = (body: Uint8Array<ArrayBuffer>, headers: Headers) => Promise<void> | void;

/**
 * The payload of a webhook. `verify` has to be chosen: `standardWebhooks(secret)`, a function of your own, or `"unverified"`.
 * Throws `WebhookError`.
 *
 * @typeParam Payload stated by the generated code
 */
export async function parseWebhook<Payload>(webhook: WebhookDescriptor, request: WebhookRequest, options: { readonly verify: WebhookVerifier | "unverified"; readonly validate?: "throw" | "off" }): Promise<Payload> {
  const headers = headersOf(request);
  const body = request instanceof Request ? new Uint8Array(await request.arrayBuffer()) : typeof request.body === "string" ? new TextEncoder().encode(request.body) : request.body;
  if (options.verify !== "unverified") {
    try {
      await options.verify(body, headers);
    } catch (error) {
      throw new WebhookError(webhook.name, "signature", `not genuine: ${error instanceof Error ? error.message : "refused"}`, [], { cause: error });
    }
  }
  // A webhook that is declared without a body sends none.
  if (body.length === 0 && webhook.bodyless === true) return undefined as Payload;
  const payload = read(webhook, new TextDecoder().decode(body));
  const mediaType = essence(headers.get("content-type") ?? "application/json");
  // What calls itself something else was read as JSON, and so it is checked as that.
  const makes = options.validate === "off" ? [] : (webhook.validators ?? []).flatMap((table) => (matchEntry(table, mediaType) ?? matchEntry(table, "application/json") ?? Object.entries(table)[0])?.[1] ?? []);
  const [issues = [], ...others] = makes.map((make) => check(make, payload));
  if (issues.length > 0 && others.every((other) => other.length > 0)) throw new WebhookError(webhook.name, "payload", issuesText("body", issues, payload), issues);
  return payload as Payload;
}

function headersOf(request: WebhookRequest): Headers {
  if (request instanceof Request || request.headers instanceof Headers) return request.headers as Headers;
  return new Headers(Object.entries(request.headers).flatMap(([name, value]) => (value === undefined ? [] : [[name, typeof value === "string" ? value : value.join(", ")] as [string, string]])));
}

function read(webhook: WebhookDescriptor, text: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    throw new WebhookError(webhook.name, "payload", "the body is not JSON", [], { cause: error });
  }
}

/**
 * Signatures of the Standard Webhooks scheme: HMAC-SHA256 over `id.timestamp.body`, in the field `webhook-signature` as
 * `v1,<base64>` (several during a change of secrets). Compared by WebCrypto, in constant time.
 *
 * @param secret as the vendor shows it (`whsec_…` or the base64 alone); several while they are being changed
 * @param options.toleranceMs how far the timestamp may be from now, so that requests cannot be replayed; default 5 minutes
 */
export function standardWebhooks(secret: string | readonly string[], options: { readonly toleranceMs?: number; readonly now?: () => number } = {}): WebhookVerifier {
  const secrets = typeof secret === "string" ? [secret] : secret;
  return async (body, headers) => {
    const id = headers.get("webhook-id");
    const timestamp = headers.get("webhook-timestamp");
    const signatures = (headers.get("webhook-signature") ?? "").split(/[\s]+/).filter((part) => part.startsWith("v1,")).map((part) => part.slice(3));
    if (id === null || timestamp === null || !/^\d+$/.test(timestamp) || signatures.length === 0) throw new Error("webhook-id, webhook-timestamp or webhook-signature is missing");
    if (Math.abs((options.now ?? Date.now)() - Number(timestamp) * 1000) > (options.toleranceMs ?? 300_000)) throw new Error("the timestamp is too far from now");
    const signed = await new Blob([`${id}.${timestamp}.`, body]).arrayBuffer();
    const keys = decoded(secrets.map((one) => one.replace(/^whsec_/, "")), "no secret");
    const proofs = decoded(signatures, "no signature");
    for (const bytes of keys) {
      const key = await crypto.subtle.importKey("raw", bytes, { name: "HMAC", hash: "SHA-256" }, false, ["verify"]);
      for (const proof of proofs) if (await crypto.subtle.verify("HMAC", key, proof, signed)) return;
    }
    throw new Error("no signature fits");
  };
}

/** Those that are base64: one that is not says nothing of the others beside it. An empty key would be one that anybody has. */
function decoded(texts: readonly string[], none: string): Uint8Array<ArrayBuffer>[] {
  const found = texts.flatMap((text) => {
    try {
      return text === "" ? [] : [Uint8Array.from(atob(text), (character) => character.charCodeAt(0))];
    } catch {
      return [];
    }
  });
  if (found.length === 0) throw new Error(`${none} is base64`);
  return found;
}
