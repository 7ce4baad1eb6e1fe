/** What `lint-beside.ts` starts: lints the document that it was handed and ends. */
import { parentPort, workerData } from "node:worker_threads";
import { lint, type LintTask } from "./lint.js";

parentPort?.postMessage(await lint(workerData as LintTask));
