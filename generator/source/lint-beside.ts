/** The lint on another thread, so that it costs no time on a machine with a second core, and nothing it does touches this one. */
import { existsSync } from "node:fs";
import { type Diagnostic, refuse } from "../diagnostics.js";
import { installed } from "../installed.js";
import { library } from "../library.js";
import type { LintTask } from "./lint.js";

/** Milliseconds for a document, and again for each million characters: some rules never end on a document made for that. */
const patience = 12_000;

/** Lints documents on one thread, which is started with the first. */
export interface Linter {
  /** Starts the thread, so that it gets ready while the document is read. */
  prepare(): void;
  /** Lints a document; one at a time. */
  lint(task: LintTask): Promise<Diagnostic[]>;
  /** Gives up a document that nobody waits for any more. */
  stop(): void;
  /** Ends the thread, whatever it is doing. */
  end(): void;
}

/** A linter. Its thread keeps no program alive unless it has something to do. */
export function createLinter(): Linter {
  // Run from the sources (tests do), there is no built worker to start.
  if (!existsSync(installed.lintWorker)) return { prepare: none, lint: async (task) => (await import("./lint.js")).lint(task), stop: none, end: none };
  let thread: Thread | undefined;
  const end = (): void => {
    thread?.end();
    thread = undefined;
  };
  return {
    prepare: () => void (thread ??= startThread()),
    end,
    stop: () => void (thread?.isBusy() && end()),
    async lint(task) {
      const used = (thread ??= startThread());
      const limit = patience + (task.json.length / 1_000_000) * patience;
      const found = await Promise.race([used.ask(task), after(limit)]);
      if (Array.isArray(found)) return found;
      // Where it was stopped, there may be another by now.
      if (thread === used) end();
      return [refuse("source/lint-failed", { file: task.file }, `The lint stopped: ${found}.`).diagnostic];
    },
  };
}

const none = (): void => undefined;

interface Thread {
  /** The diagnostics of a document, or why there are none. */
  ask(task: LintTask): Promise<Diagnostic[] | string>;
  isBusy(): boolean;
  end(): void;
}

function startThread(): Thread {
  const { Worker } = library<typeof import("node:worker_threads")>("node:worker_threads");
  const worker = new Worker(installed.lintWorker);
  worker.unref();
  // What goes wrong before there is a task is told when there is one.
  const fault = new Promise<string>((resolve) => {
    worker.once("error", (error: Error) => resolve((error.message.split("\n", 1)[0] ?? "").slice(0, 200)));
    // After an error this changes nothing; without one, the rules ran out of stack or memory.
    worker.once("exit", () => resolve("it ended without an answer"));
  });
  let busy = false;
  return {
    end: () => void worker.terminate(),
    isBusy: () => busy,
    async ask(task) {
      busy = true;
      const found = new Promise<Diagnostic[]>((resolve) => worker.once("message", resolve));
      worker.ref();
      worker.postMessage(task);
      try {
        return await Promise.race([found, fault]);
      } finally {
        busy = false;
        worker.unref();
      }
    },
  };
}

/** Says so when the time is over. The timer keeps no program alive: the thread does, while it works. */
function after(milliseconds: number): Promise<string> {
  return new Promise((resolve) => setTimeout(() => resolve(`it took longer than ${Math.round(milliseconds / 1000)} s`), milliseconds).unref());
}
