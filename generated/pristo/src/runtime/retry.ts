/** Whether and when a call is tried again. */
import type { OperationDescriptor } from "./descriptor.js";
import type { RetryOptions } from "./options.js";

/** Methods that may be repeated without asking (RFC 9110, 9.2.2; QUERY: its draft, 2). */
const idempotent = /^(?:GET|HEAD|PUT|DELETE|OPTIONS|TRACE|QUERY)$/i;
/** Request Timeout, Too Early, Too Many Requests: the server did not act on the request. */
const transient = [408, 425, 429];

/** The settings of a client with those of a call over them. `false` and a number say how often, and leave the rest as it is. */
export function retrySettings(...given: readonly (RetryOptions | number | false | undefined)[]): Required<RetryOptions> {
  const settings = { limit: 2, baseDelayMs: 500, maxDelayMs: 8000, maxRetryAfterMs: 30_000 };
  for (const one of given) Object.assign(settings, typeof one === "object" || one === undefined ? one : { limit: Number(one) });
  return settings;
}

/** Repeating cannot do twice what was asked for once. An idempotency key is always sent where the operation has a header for it. */
export const isRepeatable = (operation: OperationDescriptor): boolean => operation.idempotencyHeader !== undefined || idempotent.test(operation.method);

/** Statuses after which another attempt may go better. */
export const isTransient = (status: number, marked: boolean | undefined): boolean => (marked === true && status >= 300) || transient.includes(status) || status >= 500;

/**
 * Milliseconds until the next attempt: what the server asks for, else exponential backoff with full jitter.
 * Undefined: the server asks for more than `maxRetryAfterMs`.
 */
export function retryDelay(settings: Required<RetryOptions>, attempt: number, answer: Pick<Response, "status" | "headers"> | undefined, now: number): number | undefined {
  const asked = answer === undefined ? undefined : askedDelay(answer, now);
  if (asked === undefined) return Math.random() * Math.min(settings.maxDelayMs, settings.baseDelayMs * 2 ** attempt);
  return asked > settings.maxRetryAfterMs ? undefined : asked;
}

/** `retry-after-ms`, `Retry-After` as seconds or date (RFC 9110, 10.2.3), `X-RateLimit-Reset` as seconds from now or as Unix time. What is past asks for nothing. */
function askedDelay({ status, headers }: Pick<Response, "status" | "headers">, now: number): number | undefined {
  const number = (name: string): number | undefined => (/^\d+(?:\.\d+)?$/.test(headers.get(name) ?? "") ? Number(headers.get(name)) : undefined);
  const ms = number("retry-after-ms");
  if (ms !== undefined) return ms;
  const seconds = number("retry-after");
  if (seconds !== undefined) return seconds * 1000;
  // Only when the limit is used up does its reset say when to come back.
  const reset = (status === 429 || number("x-ratelimit-remaining") === 0) && number("x-ratelimit-reset");
  const time = Date.parse(headers.get("retry-after") ?? "") || (reset ? (reset < 1e9 ? now + reset * 1000 : reset < 1e11 ? reset * 1000 : reset) : 0);
  return time > now ? time - now : undefined;
}
