/** Regular expressions of a document: used only when they compile and cannot run away. */
import { createRequire } from "node:module";
import type { Pointer } from "../json.js";
import { quote } from "./keywords.js";
import type { Reading } from "./reading.js";

/** Whether a pattern can be used; if not it is reported at its place and dropped. Each pattern is judged once a document. */
export function usablePattern(reading: Reading, pattern: string, at: Pointer): boolean {
  let problem = reading.patterns.problems.get(pattern);
  if (problem === undefined) {
    problem = judge(reading.patterns, pattern);
    reading.patterns.problems.set(pattern, problem);
  }
  if (problem === null) return true;
  reading.report(problem.code, at, `The pattern ${quote(pattern)} ${problem.what}.`);
  return false;
}

interface Problem {
  readonly code: "model/pattern-invalid" | "model/pattern-dangerous";
  readonly what: string;
}

/** What is known about the patterns of one document. */
export interface Patterns {
  /** Pattern → its problem, or null when it is fine. */
  readonly problems: Map<string, Problem | null>;
  /** Milliseconds that may still be spent on checking for backtracking. */
  budget: number;
}

/** A hostile document may bring thousands of patterns that are slow to judge; what is left after this time is refused unseen. */
const wholeBudget = 20_000;
/** What one pattern may take. Those that run away are found out in a tenth of it; those that take all of it are long and harmless. */
const budgetOfOne = 400;

export function noPatterns(): Patterns {
  return { problems: new Map(), budget: wholeBudget };
}

function judge(patterns: Patterns, pattern: string): Problem | null {
  try {
    new RegExp(pattern, "u");
  } catch (error) {
    const reason = error instanceof Error ? error.message.split(": ").at(-1) : "";
    return { code: "model/pattern-invalid", what: `does not compile: ${reason}` };
  }
  if (!mayExplode(pattern)) return null;
  const code = "model/pattern-dangerous";
  if (patterns.budget <= 0) return { code, what: "was not checked for backtracking, for the time for that is used up" };
  const start = performance.now();
  const explodes = isExponential(pattern);
  patterns.budget -= performance.now() - start;
  return explodes ? { code, what: "takes time that grows exponentially with the length of a text" } : null;
}

/** What stands in an open group: whether it can match in more than one way, and how often such parts are repeated in a row. */
interface OpenGroup {
  varied: boolean;
  repeats: number;
  /** The most of the alternatives that are closed. */
  most: number;
}

const harmless = 10;

/**
 * Whether a pattern could backtrack exponentially at all: only where a part that can match in several ways (a repetition, an option,
 * alternatives) is itself repeated often. Few patterns have one, and only those are worth loading the checkers.
 */
function mayExplode(pattern: string): boolean {
  const plain = pattern.replace(/\\./gu, "x").replace(/\[[^\]]*\]/g, "x");
  const open: OpenGroup[] = [{ varied: false, repeats: 0, most: 0 }];
  for (const [token, least, comma, most] of plain.matchAll(/\((?:\?(?:[:=!]|<[^>]*>))?|\)(?:[*+]|\{(\d+)(,?)(\d*)\})?|[*+?|]|\{\d+,\d*\}/g)) {
    const group = open[open.length - 1] as OpenGroup;
    if (token.startsWith("(")) open.push({ varied: false, repeats: 0, most: 0 });
    else if (token.startsWith(")") && open.length > 1) {
      open.pop();
      const outer = open[open.length - 1] as OpenGroup;
      const times = least === undefined ? (token.length > 1 ? Infinity : 1) : comma === "" ? Number(least) : most === "" ? Infinity : Number(most);
      const inside = Math.max(group.most, group.repeats);
      outer.repeats += times === 1 ? inside : group.varied ? times * Math.max(1, inside) : 0;
      outer.varied ||= group.varied || token.length > 1;
      if (outer.repeats > harmless) return true;
    } else {
      group.varied = true;
      if (token === "|") {
        group.most = Math.max(group.most, group.repeats);
        group.repeats = 0;
      }
    }
  }
  return false;
}

/**
 * Asks scslre, which sees at once what repetitions do to one another, and then recheck, whose analysis of automata also sees through
 * alternatives but takes its time (its build for browsers, which starts no process). A pattern that neither can condemn is used.
 * Polynomial time is let pass: `\s+$` is everywhere.
 */
function isExponential(pattern: string): boolean {
  // Loaded when needed: 5 MB that most documents never ask for.
  const load = createRequire(import.meta.url);
  const { analyse } = load("scslre") as typeof import("scslre");
  const { reports } = analyse(new RegExp(pattern, "u"), { reportTypes: { Move: false } });
  if (reports.some((report) => report.exponential)) return true;
  const { checkSync } = load("recheck/lib/browser.js") as typeof import("recheck");
  const judge = (source: string, checker: "auto" | "automaton"): ReturnType<typeof checkSync> => checkSync(source, "u", { checker, timeout: budgetOfOne });
  let answer = judge(pattern, "automaton");
  // Assertions and back references are beyond automata.
  if (answer.status === "unknown" && answer.error.kind === "unsupported") answer = judge(pattern, "auto");
  // Without endless repetition a pattern counts as safe there, however long it takes: repeated groups are taken as endless.
  else if (answer.status === "safe" && answer.complexity.type === "safe") answer = judge(pattern.replace(/\)\{\d+(,\d*)?\}/g, ")*"), "automaton");
  return answer.status === "vulnerable" && answer.complexity.type === "exponential";
}
