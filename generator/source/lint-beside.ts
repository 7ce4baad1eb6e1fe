/** The lint on another thread, so that it costs no time on a machine with a second core, and nothing it does touches this one. */
import { existsSync } from "node:fs";
import { Worker } from "node:worker_threads";
import { type Diagnostic, refuse } from "../diagnostics.js";
import { installed } from "../installed.js";
import type { LintTask } from "./lint.js";

/** Milliseconds for a document, and again for each million characters: some rules never end on a document made for that. */
const patience = 12_000;

/** A linter that gets ready while the document is read. */
export interface Linter {
  /** Lints the document; to be called once at most. */
  lint(task: LintTask): Promise<Diagnostic[]>;
  /** Ends the thread, if it was not needed or not waited for. */
  end(): void;
}

/** Starts the thread. It keeps no program alive before it has something to do. */
export function startLinter(): Linter {
  // Run from the sources (tests do), there is no built worker to start.
  if (!existsSync(installed.lintWorker)) return { lint: async (task) => (await import("./lint.js")).lint(task), end: () => undefined };
  const worker = new Worker(installed.lintWorker);
  worker.unref();
  // What goes wrong before there is a task is told when there is one.
  const fault = new Promise<string>((resolve) => {
    worker.once("error", (error: Error) => resolve((error.message.split("\n", 1)[0] ?? "").slice(0, 200)));
    // After an error this changes nothing; without one, the rules ran out of stack or memory.
    worker.once("exit", () => resolve("it ended without an answer"));
  });
  return {
    end: () => void worker.terminate(),
    lint: (task) =>
      new Promise((resolve) => {
        const failed = (reason: string): void => resolve([refuse("source/lint-failed", { file: task.file }, `The lint stopped: ${reason}.`).diagnostic]);
        const limit = patience + (task.json.length / 1_000_000) * patience;
        const timer = setTimeout(() => {
          failed(`it took longer than ${Math.round(limit / 1000)} s`);
          void worker.terminate();
        }, limit);
        worker.once("message", resolve);
        void fault.then((reason) => {
          clearTimeout(timer);
          failed(reason);
        });
        worker.ref();
        worker.postMessage(task);
      }),
  };
}
