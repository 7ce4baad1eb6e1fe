/** What `lint-beside.ts` starts: lints each document that it is handed. */
import { createRequire } from "node:module";
import { parentPort } from "node:worker_threads";
import { lint, type LintTask } from "./lint.js";

/**
 * The rules about examples compile a validator for each schema, and use most of them once. ajv spends a fifth of the whole
 * lint on taking superfluous variables out of that code. It has an option for that, which Redocly does not hand on.
 */
function leaveCodeAsItIs(): void {
  try {
    const library = createRequire(createRequire(import.meta.url).resolve("@redocly/openapi-core"));
    const { CodeGen } = library("@redocly/ajv/dist/compile/codegen/index.js") as { CodeGen: { prototype: { optimize(): void } } };
    CodeGen.prototype.optimize = () => undefined;
  } catch {
    // Another version may be made otherwise. Then the lint takes longer.
  }
}

leaveCodeAsItIs();
parentPort?.on("message", (task: LintTask) => void lint(task).then((found) => parentPort?.postMessage(found)));
