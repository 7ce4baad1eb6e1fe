/** A limit on the client's side, for APIs that declare one. */
import { sleep } from "./deadline.js";

/** For the option `rateLimit`: at most `requests` are begun within any `perMs` milliseconds; the others wait, in order. */
export function rateLimit(limit: { readonly requests: number; readonly perMs: number }): (signal: AbortSignal | undefined) => Promise<void> {
  const begun: number[] = [];
  return async (signal) => {
    const now = Date.now();
    const earlier = begun[begun.length - limit.requests];
    const start = earlier === undefined ? now : Math.max(now, earlier + limit.perMs);
    begun.push(start);
    if (begun.length > limit.requests) begun.shift();
    if (start === now) return;
    try {
      await sleep(start - now, signal);
    } catch (error) {
      // Nothing was begun: the place goes to the next.
      begun.splice(begun.lastIndexOf(start), 1);
      throw error;
    }
  };
}
