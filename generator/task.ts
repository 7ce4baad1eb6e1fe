/** What is to be generated, before anything of it is read. Imports nothing heavy. */
import { join } from "node:path";
import type { Places } from "./state.js";

/** A vendor of the project, by name; or one document on its own. */
export interface Task {
  readonly name: string;
  /** Absolute. */
  readonly cwd: string;
  /** `--input`: the document, the package's folder, and what its references may lead to besides its own folder. Absolute. */
  readonly single: { readonly document: string; readonly out: string; readonly allow: readonly string[] } | undefined;
}

/** Where a task's files are. */
export function placesOf({ name, cwd, single }: Task): Places {
  const rules = join(cwd, "redocly.yaml");
  if (single !== undefined) {
    const { document, out } = single;
    return { rules, folder: undefined, document, out, lock: undefined, state: join(out, ".specwright-state.json"), verdict: join(out, ".specwright-lint.json") };
  }
  const folder = join(cwd, "specs", name);
  return {
    rules,
    folder,
    document: join(folder, "openapi.yaml"),
    out: join(cwd, "generated", name),
    lock: join(folder, "names.lock.json"),
    state: join(cwd, ".specwright", `${name}.json`),
    verdict: join(cwd, ".specwright", "lint", `${name}.json`),
  };
}
