/** Time limits and cancellation, without a timer or a listener left behind. */

export interface Deadline {
  readonly signal: AbortSignal | undefined;
  /** Whether it was the time limit that aborted. */
  expired(): boolean;
  /** Ends the time limit. `following`: the parents' abort is still passed on, for a stream that goes on being read. */
  end(following?: boolean): void;
}

const endless: Deadline = { signal: undefined, expired: () => false, end: () => undefined };

/** A signal that follows its parents and the time limit. `ms` of 0, Infinity or undefined: no limit. */
export function startDeadline(parent: AbortSignal | undefined, ms: number | undefined): Deadline {
  // Longer timers than setTimeout can hold would fire at once.
  if (ms === undefined || ms <= 0 || ms >= 2 ** 31) return parent === undefined ? endless : { ...endless, signal: parent };
  const controller = new AbortController();
  let expired = false;
  const follow = (): void => controller.abort(parent?.reason);
  const timer = setTimeout(() => {
    expired = true;
    controller.abort(new DOMException("no answer in time", "TimeoutError"));
  }, ms);
  if (parent?.aborted === true) follow();
  parent?.addEventListener("abort", follow, { once: true });
  return {
    signal: controller.signal,
    expired: () => expired,
    end(following = false) {
      clearTimeout(timer);
      if (!following) parent?.removeEventListener("abort", follow);
    },
  };
}

/** The promise, unless the signal is aborted first: then rejects with its reason, and nobody waits for the promise any more. */
export function orAborted<Value>(promise: Promise<Value>, signal: AbortSignal | undefined): Promise<Value> {
  return signal === undefined ? promise : race(promise, signal);
}

async function race<Value>(promise: Promise<Value>, signal: AbortSignal): Promise<Value> {
  let stop: (() => void) | undefined;
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason as Error);
    if (signal.aborted) stop();
    signal.addEventListener("abort", stop);
  });
  try {
    return await Promise.race([promise, aborted]);
  } finally {
    if (stop !== undefined) signal.removeEventListener("abort", stop);
  }
}

/** Waits, unless the signal is aborted first: then rejects with its reason. */
export async function sleep(ms: number, signal: AbortSignal | undefined): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  try {
    await orAborted(new Promise<void>((resolve) => (timer = setTimeout(resolve, ms))), signal);
  } finally {
    clearTimeout(timer);
  }
}
