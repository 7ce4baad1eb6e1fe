/** The lint on another thread, so that it costs no time on a machine with a second core, and nothing it does touches this one. */
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { Worker } from "node:worker_threads";
import type { Diagnostic } from "../diagnostics.js";
import type { LintTask } from "./lint.js";

/** Starts a lint; the answer comes when it is done. */
export function lintBeside(task: LintTask): Promise<Diagnostic[]> {
  const script = new URL("./lint-worker.js", import.meta.url);
  // Run from the sources (tests do), there is no built worker to start.
  if (!existsSync(fileURLToPath(script))) return import("./lint.js").then(({ lint }) => lint(task));
  return new Promise((resolve, reject) => {
    const worker = new Worker(script, { workerData: task });
    worker.once("message", resolve);
    worker.once("error", reject);
    worker.once("exit", (code) => {
      if (code !== 0) reject(new Error(`the lint ended with ${code}`));
    });
  });
}
