/** Vendors over the machine's processors: lanes, each on a thread, that take the next task from one queue. */
import { existsSync, statSync } from "node:fs";
import { availableParallelism } from "node:os";
import { installed } from "./installed.js";
import type { Outcome } from "./job.js";
import { drive, type Lane, type Order } from "./lane.js";
import { library } from "./library.js";
import { placesOf, type Task } from "./task.js";

/** Each lane has a heap of its own, and a thread for the lint: beyond so many, memory ends before processors do. */
const mostLanes = 8;
/** A thread loads the generator anew, which takes as long as small documents of so many bytes together. */
const bytesALane = 400_000;

/** What became of a task, and the milliseconds it took. */
export interface Done {
  readonly outcome: Outcome;
  readonly milliseconds: number;
}

/**
 * Does every task, on as many threads as are of use. Nothing one vendor does reaches another.
 *
 * @param tell hears of each task, by its index, as soon as it is done
 * @returns what became of each, in the order of the tasks
 * @throws for a fault of Specwright's own
 */
export async function spread(tasks: readonly Task[], order: Order, tell: (index: number) => void = () => undefined): Promise<Done[]> {
  const sizes = tasks.map((task) => sizeOf(placesOf(task).document));
  // The longest first: the others fill what time is left beside it.
  const queue = tasks.map((_, index) => index).sort((a, b) => (sizes[b] ?? 0) - (sizes[a] ?? 0));
  const lane: Lane = { tasks, order, queue, taken: new Int32Array(new SharedArrayBuffer(4)) };
  const done: Done[] = [];
  const note = (index: number, one: Done): void => {
    done[index] = one;
    tell(index);
  };
  const total = sizes.reduce((sum, size) => sum + size, 0);
  const others = Array.from({ length: lanesFor(tasks.length, total) - 1 }, () => beside(lane, note));
  await Promise.all([drive(lane, note), ...others]);
  return done;
}

function lanesFor(tasks: number, bytes: number): number {
  // Run from the sources (tests do), there is no built worker to start.
  if (!existsSync(installed.laneWorker)) return 1;
  return Math.max(1, Math.min(tasks, availableParallelism(), mostLanes, Math.ceil(bytes / bytesALane)));
}

function sizeOf(path: string): number {
  return statSync(path, { throwIfNoEntry: false })?.size ?? 0;
}

/** A lane on a thread of its own; ends when the queue does. */
function beside(lane: Lane, note: (index: number, done: Done) => void): Promise<void> {
  return new Promise((resolve, reject) => {
    const { Worker } = library<typeof import("node:worker_threads")>("node:worker_threads");
    const worker = new Worker(installed.laneWorker, { workerData: lane });
    worker.on("message", ([index, done]: [number, Done]) => note(index, done));
    worker.once("error", reject);
    worker.once("exit", (code) => (code === 0 ? resolve() : reject(new Error(`A lane ended with ${code}.`))));
  });
}
