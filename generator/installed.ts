/**
 * Where the parts of this installation are, as paths on disk. This module stands at the root of `generator/`, and its code at that
 * of `dist/`, whatever file the build puts it in: what it names is found from both.
 */
import { fileURLToPath } from "node:url";

const from = (path: string): string => fileURLToPath(new URL(path, import.meta.url));

export const installed = {
  /** The folder of the generator's own code. */
  code: from("."),
  manifest: from("../package.json"),
  /** The rules of the lint for vendors that have none of their own. */
  rules: from("../redocly.yaml"),
  templates: from("../templates"),
  /** The templates that were compiled when Specwright was built. */
  preparedTemplates: from("../dist/prepared.js"),
  /** The scripts of threads: of the lint, and of vendors beside one another. None in the source tree. */
  lintWorker: from("lint-worker.js"),
  laneWorker: from("lane-worker.js"),
};
