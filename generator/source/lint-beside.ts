/** The lint on another thread, so that it costs no time on a machine with a second core, and nothing it does touches this one. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import { type Diagnostic, refuse } from "../diagnostics.js";
import type { LintTask } from "./lint.js";

/** Milliseconds for a document, and again for each million characters: some rules never end on a document made for that. */
const patience = 12_000;

/** Starts a lint; the answer comes when it is done. */
export function lintBeside(task: LintTask): Promise<Diagnostic[]> {
  const script = new URL("./lint-worker.js", import.meta.url);
  // Run from the sources (tests do), there is no built worker to start.
  if (!existsSync(fileURLToPath(script))) return import("./lint.js").then(({ lint }) => lint(task));
  return new Promise((resolve) => {
    const failed = (reason: string): void => resolve([refuse("source/lint-failed", { file: task.file }, `The lint stopped: ${reason}.`).diagnostic]);
    const worker = new Worker(script, { workerData: task });
    const limit = patience + (task.json.length / 1_000_000) * patience;
    const timer = setTimeout(() => {
      failed(`it took longer than ${Math.round(limit / 1000)} s`);
      void worker.terminate();
    }, limit);
    worker.once("message", resolve);
    worker.once("error", (error: Error) => failed((error.message.split("\n", 1)[0] ?? "").slice(0, 200)));
    // After a message this changes nothing; without one, the rules ran out of stack or memory.
    worker.once("exit", () => {
      clearTimeout(timer);
      failed("it ended without an answer");
    });
  });
}
