/** What `spread.ts` starts: a lane on a thread of its own. */
import { parentPort, workerData } from "node:worker_threads";
import { drive, type Lane } from "./lane.js";

await drive(workerData as Lane, (index, done) => parentPort?.postMessage([index, done]));
