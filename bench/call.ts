/** What a call costs beside a bare `fetch` of the same request: same server, same bytes, in turn, in one process. */
import { execFileSync } from "node:child_process";
import { join } from "node:path";
import { buildSync } from "esbuild";
import type { CallFigures } from "./call-process.js";
import { line, median } from "./measure.js";

/** As a package's users run it: compiled, and without the names that a loader of TypeScript keeps for functions at a cost. */
function compiled(root: string, work: string): string {
  const outfile = join(work, "call.mjs");
  buildSync({ entryPoints: [join(root, "bench/call-process.ts")], outfile, bundle: true, format: "esm", platform: "node", target: "es2022" });
  return outfile;
}

/**
 * Medians over several processes: where the engine happens to put its code makes a process faster or slower by some percent,
 * for as long as it lives.
 *
 * @param work a folder for what is compiled
 */
export function benchCall(root: string, work: string): void {
  const program = compiled(root, work);
  const runs = Array.from({ length: 7 }, () => JSON.parse(execFileSync(process.execPath, [program], { encoding: "utf8" })) as CallFigures);
  const of = (pick: (run: CallFigures) => number): number => median(runs.map(pick));
  const tell = (what: string, bare: number, ratio: (run: CallFigures) => number, limit?: number): void => {
    const ratios = runs.map(ratio);
    const range = `  (from ${Math.min(...ratios).toFixed(3)} to ${Math.max(...ratios).toFixed(3)})`;
    console.log(line(what, bare * median(ratios), bare, "µs", limit) + range);
  };
  tell("one call, arguments checked / fetch", of((run) => run.bare), (run) => run.checked, 1.15);
  tell("one call, nothing checked / fetch", of((run) => run.bare), (run) => run.unchecked);
  tell("one call of ten under way, arguments checked / fetch", of((run) => run.bareBusy), (run) => run.checkedBusy);
}
