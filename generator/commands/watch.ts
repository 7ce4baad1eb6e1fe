/** `specwright watch`: generates the vendor whose files changed, until it is stopped. A broken state in between is reported and survived. */
import { existsSync, readdirSync, watch } from "node:fs";
import { join, sep } from "node:path";
import { generateOne } from "../job.js";
import { createLinter, type Linter } from "../source/lint-beside.js";
import type { Arguments, ExitCode, Format, Io } from "./command.js";
import { selectTasks, vendorList } from "./select.js";
import { show } from "./show.js";

/** Editors write a file in several steps; what comes within this time is one change. Milliseconds. */
const settle = 80;

export async function run(args: Arguments, io: Io, stop: AbortSignal = interrupted()): Promise<ExitCode> {
  const names = new Set(vendorList(args.words, io.cwd));
  const changed = new Set<string>(names);
  const wake = new Alarm();
  const folders = new Folders(stop, (folder, file) => {
    // The lock is ours: writing it is no reason to start again.
    if (file.startsWith("names.lock.json")) return;
    for (const name of names) if (isBelow(folder, join(io.cwd, "specs", name))) changed.add(name);
    wake.ring();
  });
  stop.addEventListener("abort", () => wake.ring());
  // Kept: to load the lint's library takes longer than to lint most documents.
  const linter = args.options["lint"] === false ? undefined : createLinter();
  io.out(`watching ${[...names].map((name) => `specs/${name}`).join(", ")}\n`);
  while (!stop.aborted) {
    const due = [...changed];
    changed.clear();
    for (const name of due) {
      folders.watch(join(io.cwd, "specs", name));
      await regenerate(name, args, io, linter).catch((error: unknown) => {
        // Even a fault of our own must not end the watch: the next change may well be its end.
        io.err(`${name}: a fault of specwright's own: ${error instanceof Error ? error.message.split("\n", 1)[0] : String(error)}\n`);
      });
    }
    if (changed.size === 0 && !stop.aborted) await wake.rest();
    await new Promise((resolve) => setTimeout(resolve, settle));
  }
  linter?.end();
  return 0;
}

async function regenerate(name: string, args: Arguments, io: Io, linter: Linter | undefined): Promise<void> {
  const start = performance.now();
  const [task] = selectTasks({ words: [name], options: {} }, io);
  if (task === undefined) return;
  const outcome = await generateOne(task, { check: false, lint: linter !== undefined, force: false }, linter);
  show(outcome.diagnostics, args.options["format"] as Format, io);
  const what = outcome.refused ? "not generated; the old package is untouched" : outcome.changes.length === 0 ? "nothing changed" : `${outcome.changes.length} files changed`;
  io.out(`${name}: ${what} (${((performance.now() - start) / 1000).toFixed(2)} s)\n`);
}

/** Watches folders, each by itself: Node's recursive watching loses files that editors replace by renaming (Linux, Node 20). */
class Folders {
  private readonly watched = new Set<string>();

  constructor(
    private readonly stop: AbortSignal,
    private readonly changed: (folder: string, file: string) => void,
  ) {}

  /** Watches a folder and those in it; called again, it finds the new ones. */
  watch(folder: string): void {
    if (!existsSync(folder)) return;
    if (!this.watched.has(folder)) {
      this.watched.add(folder);
      const watcher = watch(folder, { signal: this.stop }, (_event, file) => this.changed(folder, file ?? ""));
      watcher.on("error", () => this.watched.delete(folder));
    }
    for (const entry of readdirSync(folder, { withFileTypes: true })) if (entry.isDirectory()) this.watch(join(folder, entry.name));
  }
}

function isBelow(path: string, folder: string): boolean {
  return path === folder || path.startsWith(folder + sep);
}

/** Wakes the one who rests, or spares the next rest. */
class Alarm {
  private rung = false;
  private wake: (() => void) | undefined;

  ring(): void {
    this.rung = true;
    this.wake?.();
  }

  async rest(): Promise<void> {
    if (!this.rung) await new Promise<void>((resolve) => (this.wake = resolve));
    this.rung = false;
    this.wake = undefined;
  }
}

function interrupted(): AbortSignal {
  const controller = new AbortController();
  process.once("SIGINT", () => controller.abort());
  process.once("SIGTERM", () => controller.abort());
  return controller.signal;
}
