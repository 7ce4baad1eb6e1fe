/** Time limits and cancellation, without a timer or a listener left behind. */

export interface Deadline {
  readonly signal: AbortSignal | undefined;
  /** Whether it was the time limit that aborted. */
  expired(): boolean;
  /** Stops the clock; the parents' abort is still passed on. */
  stopClock(): void;
  /** Ends it all: no timer, no listeners. */
  end(): void;
}

/** A signal that follows its parents and the time limit. `ms` of 0, Infinity or undefined: no limit. */
export function startDeadline(parents: readonly (AbortSignal | undefined)[], ms: number | undefined): Deadline {
  const signals = parents.filter((parent) => parent !== undefined);
  const limited = ms !== undefined && ms > 0 && ms < 2 ** 31;
  const nothing = (): void => undefined;
  if (!limited && signals.length <= 1) return { signal: signals[0], expired: () => false, stopClock: nothing, end: nothing };

  const controller = new AbortController();
  let expired = false;
  const follow = (event: Event): void => controller.abort((event.target as AbortSignal).reason);
  const expire = (): void => {
    expired = true;
    controller.abort(new DOMException("The time limit has passed", "TimeoutError"));
  };
  const timer = limited ? setTimeout(expire, ms) : undefined;
  for (const signal of signals) {
    if (signal.aborted) controller.abort(signal.reason);
    signal.addEventListener("abort", follow, { once: true });
  }
  return {
    signal: controller.signal,
    expired: () => expired,
    stopClock: () => clearTimeout(timer),
    end() {
      clearTimeout(timer);
      for (const signal of signals) signal.removeEventListener("abort", follow);
    },
  };
}

/** Waits, unless the signal is aborted first: then rejects with its reason. */
export function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const stop = (): void => {
      clearTimeout(timer);
      reject(signal?.reason as Error);
    };
    const timer = setTimeout(() => {
      signal?.removeEventListener("abort", stop);
      resolve();
    }, ms);
    if (signal?.aborted === true) stop();
    else signal?.addEventListener("abort", stop, { once: true });
  });
}

/** The promise, unless the signal is aborted first: then rejects with its reason, and the promise goes on without anybody waiting. */
export function orAborted<Value>(promise: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  if (signal === undefined) return promise;
  let stop = (): void => undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason as Error);
    if (signal.aborted) stop();
    else signal.addEventListener("abort", stop, { once: true });
  });
  return Promise.race([promise, aborted]).finally(() => signal.removeEventListener("abort", stop));
}
