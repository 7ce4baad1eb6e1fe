/** One lane of `spread.ts`: takes tasks from the queue until it is empty. */
import { generateOne, type JobOptions, lintOne } from "./job.js";
import { createLinter } from "./source/lint-beside.js";
import type { Done } from "./spread.js";
import type { Task } from "./task.js";

/** What is to be done with each task. */
export type Order = { readonly kind: "generate"; readonly options: JobOptions } | { readonly kind: "lint" };

/** What the lanes of a run have in common. */
export interface Lane {
  readonly tasks: readonly Task[];
  readonly order: Order;
  /** Indexes of tasks. */
  readonly queue: readonly number[];
  /** How many of the queue are taken: one number that all threads see. */
  readonly taken: Int32Array<SharedArrayBuffer>;
}

/** Does tasks, one after the other, with one linter for all. */
export async function drive({ tasks, order, queue, taken }: Lane, note: (index: number, done: Done) => void): Promise<void> {
  const linter = order.kind === "lint" || order.options.lint ? createLinter() : undefined;
  try {
    for (let next = Atomics.add(taken, 0, 1); next < queue.length; next = Atomics.add(taken, 0, 1)) {
      const index = queue[next] as number;
      const task = tasks[index] as Task;
      const start = performance.now();
      const outcome = await (order.kind === "lint" ? lintOne(task, linter) : generateOne(task, order.options, linter));
      note(index, { outcome, milliseconds: performance.now() - start });
    }
  } finally {
    linter?.end();
  }
}
