/** `specwright generate`: every vendor's package, written where something changed. */
import type { JobOptions, Outcome } from "../job.js";
import { optionsKey, unchanged } from "../state.js";
import { placesOf, type Task } from "../task.js";
import type { Arguments, ExitCode, Format, Io } from "./command.js";
import { selectTasks } from "./select.js";

interface Row extends Outcome {
  readonly milliseconds: number;
  readonly unchanged: boolean;
}

export async function run(args: Arguments, io: Io): Promise<ExitCode> {
  const options = { check: args.options["check"] === true, lint: args.options["lint"] !== false, force: args.options["force"] === true };
  const tasks = selectTasks(args, io);
  const same = tasks.map((task) => (options.force ? undefined : asBefore(task, options)));
  const changed = tasks.filter((_, index) => same[index] === undefined);
  const fresh = changed.length === 0 ? [] : await generated(changed, options, io);
  const rows = same.map((row) => row ?? (fresh.shift() as Row));
  await tell(rows, args, io);
  return exitCode(rows, args);
}

/** The row of a vendor for which nothing has changed since the last run. */
function asBefore(task: Task, options: JobOptions): Row | undefined {
  const start = performance.now();
  const same = unchanged(placesOf(task), optionsKey(options));
  return same && { name: task.name, ...same, changes: [], refused: false, unchanged: true, milliseconds: performance.now() - start };
}

async function generated(tasks: readonly Task[], options: JobOptions, io: Io): Promise<Row[]> {
  const { spread } = await import("../spread.js");
  const open = new Set(tasks.map(({ name }) => name));
  const report = (): void => progress(io, open.size === 0 ? "" : `${tasks.length - open.size} of ${tasks.length}, to do: ${[...open].join(", ").slice(0, 60)}`);
  report();
  const done = await spread(tasks, { kind: "generate", options }, (index) => {
    open.delete((tasks[index] as Task).name);
    report();
  });
  return done.map(({ outcome, milliseconds }) => ({ ...outcome, unchanged: false, milliseconds }));
}

async function tell(rows: readonly Row[], args: Arguments, io: Io): Promise<void> {
  const found = rows.flatMap(({ diagnostics }) => diagnostics);
  const format = args.options["format"] as Format;
  if (found.length > 0 || format === "json") {
    const { show } = await import("./show.js");
    // Why a run failed is what a caller looks for on the error stream.
    const failed = rows.some((one) => one.refused || hasFaults(one, args));
    show(found, format, failed && format === "text" ? { ...io, out: io.err } : io);
  }
  if (format === "json") return;
  for (const { changes, refused } of rows) {
    if (args.options["check"] !== true || refused) continue;
    for (const { kind, path } of changes) io.out(`${kind.padEnd(8)} ${path}\n`);
  }
  if (args.options["check"] === true && rows.some(({ changes }) => changes.length > 0)) {
    io.out(`The packages do not belong to their documents; \`specwright generate${args.words.map((word) => ` ${word}`).join("")}\` brings them up to date.\n`);
  }
  io.out(table(rows));
}

/** Exit codes: 2 where a vendor could not be read or written, 1 where something was found, else 0. */
function exitCode(rows: readonly Row[], args: Arguments): ExitCode {
  if (rows.some(({ refused }) => refused)) return 2;
  if (args.options["check"] === true && rows.some(({ changes }) => changes.length > 0)) return 1;
  return rows.some((one) => hasFaults(one, args)) ? 1 : 0;
}

function hasFaults({ diagnostics }: Row, args: Arguments): boolean {
  return diagnostics.some((one) => counts(one, args.options["strict"] === true));
}

/** The lint's verdict on a document does not make a run fail that wrote a working package; `specwright lint` and `--strict` do. */
function counts({ code, severity }: Outcome["diagnostics"][number], strict: boolean): boolean {
  return strict ? severity !== "info" : severity === "error" && !code.startsWith("lint/");
}

const headings = ["vendor", "operations", "schemas", "files", "changed", "errors", "warnings", "notes", "time"];

function table(rows: readonly Row[]): string {
  const cells = rows.map(({ name, operations, schemas, files, changes, diagnostics, refused, unchanged: same, milliseconds }) => {
    const count = (severity: string): string => String(diagnostics.filter((one) => one.severity === severity).length);
    const change = refused ? "failed" : same ? "nothing" : changes.length === 0 ? "nothing" : String(changes.length);
    const figures = refused ? ["-", "-", "-"] : [operations, schemas, files].map(String);
    return [name, ...figures, change, count("error"), count("warning"), count("info"), `${(milliseconds / 1000).toFixed(2)} s`];
  });
  const widths = headings.map((heading, column) => Math.max(heading.length, ...cells.map((line) => (line[column] ?? "").length)));
  const line = (values: readonly string[]): string =>
    values.map((value, column) => (column === 0 ? value.padEnd(widths[column] ?? 0) : value.padStart(widths[column] ?? 0))).join("  ").trimEnd();
  return `${[headings, ...cells].map(line).join("\n")}\n`;
}

/** One line on a terminal, rewritten; elsewhere nothing, since the table says it all at the end. */
function progress(io: Io, text: string): void {
  if (io.terminal) io.err(`\r\u001b[2K${text}`);
}
