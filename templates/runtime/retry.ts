/** Whether and when a call is tried again. */
import type { OperationDescriptor } from "./descriptor.js";
import type { RetryOptions } from "./options.js";

/** Methods that may be repeated without asking (RFC 9110, 9.2.2; QUERY: its draft, 2). */
const idempotent = /^(?:GET|HEAD|PUT|DELETE|OPTIONS|TRACE|QUERY)$/i;
/** Request Timeout, Too Early, Too Many Requests: the server did not act on the request. */
const transient = new Set([408, 425, 429]);

export function retrySettings(retry: RetryOptions | number | false | undefined): Required<RetryOptions> {
  const given = retry === false ? { limit: 0 } : typeof retry === "number" ? { limit: retry } : (retry ?? {});
  return { limit: 2, baseDelayMs: 500, maxDelayMs: 8000, maxRetryAfterMs: 30_000, ...given };
}

/** Repeating cannot do twice what was asked for once. */
export const isRepeatable = (operation: OperationDescriptor, hasIdempotencyKey: boolean): boolean => hasIdempotencyKey || idempotent.test(operation.method);

/** Statuses after which another attempt may go better. */
export const isTransient = (status: number, markedRetryable: boolean): boolean => markedRetryable || transient.has(status) || status >= 500;

/**
 * Milliseconds until the next attempt: what the server asks for, else exponential backoff with full jitter.
 * Undefined: the server asks for more than `maxRetryAfterMs`.
 */
export function retryDelay(settings: Required<RetryOptions>, attempt: number, headers: Headers | undefined, now: number): number | undefined {
  const asked = headers === undefined ? undefined : askedDelay(headers, now);
  if (asked === undefined) return Math.random() * Math.min(settings.maxDelayMs, settings.baseDelayMs * 2 ** attempt);
  return asked > settings.maxRetryAfterMs ? undefined : Math.max(0, asked);
}

/** `retry-after-ms`, `Retry-After` as seconds or date (RFC 9110, 10.2.3), `X-RateLimit-Reset` as seconds from now or as Unix time. */
function askedDelay(headers: Headers, now: number): number | undefined {
  const ms = number(headers.get("retry-after-ms"));
  if (ms !== undefined) return ms;
  const after = headers.get("retry-after");
  if (after !== null) {
    const seconds = number(after);
    if (seconds !== undefined) return seconds * 1000;
    const date = Date.parse(after);
    if (!Number.isNaN(date)) return date - now;
  }
  // Only when the limit is used up does its reset say when to come back.
  const reset = headers.get("x-ratelimit-remaining") === "0" ? number(headers.get("x-ratelimit-reset")) : undefined;
  if (reset === undefined) return undefined;
  return reset < 1e9 ? reset * 1000 : reset < 1e11 ? reset * 1000 - now : reset - now;
}

const number = (text: string | null): number | undefined => (text !== null && /^\s*\d+(?:\.\d+)?\s*$/.test(text) ? Number(text) : undefined);
