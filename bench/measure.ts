/** Runs whole processes in turn and compares what they used: ratios within one run hold when a machine's speed drifts. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const hook = fileURLToPath(new URL("./usage-hook.js", import.meta.url));

/** CPU and wall time in seconds, peak memory in MiB. `wall` counts from outside, process start included. */
export interface Usage {
  readonly cpu: number;
  readonly wall: number;
  readonly peak: number;
}

/** A node program with its arguments; `before` runs uncounted each time (an empty output folder, say). */
export interface Command {
  readonly name: string;
  readonly args: readonly string[];
  readonly cwd?: string;
  readonly before?: () => void;
  /** Exit codes that count as having done the work. Default: 0. */
  readonly codes?: readonly number[];
}

/** Runs one command once. Throws with its output when it fails. */
export function once(command: Command): Usage {
  command.before?.();
  const folder = mkdtempSync(join(tmpdir(), "bench-"));
  const file = join(folder, "usage.json");
  const start = process.hrtime.bigint();
  const run = spawnSync(process.execPath, ["--import", hook, ...command.args], {
    cwd: command.cwd ?? process.cwd(),
    env: { ...process.env, USAGE_FILE: file, NO_COLOR: "1" },
    encoding: "utf8",
    maxBuffer: 1 << 28,
  });
  const wall = Number(process.hrtime.bigint() - start) / 1e9;
  if (!(command.codes ?? [0]).includes(run.status ?? -1)) {
    throw new Error(`${command.name} ended with ${run.status ?? run.signal}:\n${(run.stderr + run.stdout).slice(-2000)}`);
  }
  const inside = JSON.parse(readFileSync(file, "utf8")) as Usage;
  rmSync(folder, { recursive: true });
  return { cpu: inside.cpu, wall, peak: inside.peak };
}

export const median = (values: readonly number[]): number => {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length >> 1;
  return sorted.length % 2 === 1 ? (sorted[middle] as number) : ((sorted[middle - 1] as number) + (sorted[middle] as number)) / 2;
};

export interface Comparison {
  readonly ours: Usage;
  readonly theirs: Usage;
  /** Medians of the ratios pair by pair. */
  readonly ratio: Usage;
}

/** Runs two commands in turn, `runs` times each after one uncounted pair, and gives medians. */
export function compare(ours: Command, theirs: Command, runs = 3): Comparison {
  once(ours);
  once(theirs);
  const pairs = Array.from({ length: runs }, () => [once(ours), once(theirs)] as const);
  const of = (pick: (pair: readonly [Usage, Usage]) => Usage): Usage => ({
    cpu: median(pairs.map((pair) => pick(pair).cpu)),
    wall: median(pairs.map((pair) => pick(pair).wall)),
    peak: median(pairs.map((pair) => pick(pair).peak)),
  });
  return {
    ours: of(([a]) => a),
    theirs: of(([, b]) => b),
    ratio: of(([a, b]) => ({ cpu: a.cpu / b.cpu, wall: a.wall / b.wall, peak: a.peak / b.peak })),
  };
}

/** One line of a result: what, the two figures, their ratio, the limit it is held against. */
export function line(what: string, ours: number, theirs: number, unit: string, limit?: number): string {
  const ratio = ours / theirs;
  const verdict = limit === undefined ? "" : ratio <= limit ? `  (at most ${limit}: yes)` : `  (at most ${limit}: NO)`;
  return `${what.padEnd(64)} ${ours.toFixed(2).padStart(9)} / ${theirs.toFixed(2).padStart(9)} ${unit.padEnd(4)} = ${ratio.toFixed(3)}${verdict}`;
}
