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
const wholeBudget = 30_000;
const budgetOfOne = 2_000;

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

/**
 * Whether a pattern could backtrack exponentially at all: only where a repeated group holds another repetition, an option or an
 * alternative. Few patterns do, and only those are worth loading the checker.
 */
function mayExplode(pattern: string): boolean {
  const plain = pattern.replace(/\\./gu, "x").replace(/\[[^\]]*\]/g, "x");
  const varied: boolean[] = [false];
  for (const [token] of plain.matchAll(/\((?:\?(?:[:=!]|<[^>]*>))?|\)(?:[*+]|\{\d*,?\d*\})?|[*+?|]|\{\d+,\d*\}/g)) {
    if (token.startsWith("(")) varied.push(false);
    else if (token.startsWith(")")) {
      const inside = varied.pop() ?? false;
      if (inside && token.length > 1) return true;
      varied[varied.length - 1] ||= inside || token.length > 1;
    } else varied[varied.length - 1] = true;
  }
  return false;
}

/**
 * Asks recheck: its analysis of automata, which is exact, and where that cannot follow (assertions, back references) its search for
 * an attack. Its build for browsers is used, which starts no process. Polynomial time is let pass: `\s+$` is everywhere.
 */
function isExponential(pattern: string): boolean {
  // Loaded when needed: 3 MB that most documents never ask for.
  const { checkSync } = createRequire(import.meta.url)("recheck/lib/browser.js") as typeof import("recheck");
  const exact = checkSync(pattern, "u", { checker: "automaton", timeout: budgetOfOne });
  const answer = exact.status === "unknown" ? checkSync(pattern, "u", { checker: "auto", timeout: budgetOfOne }) : exact;
  return answer.status === "vulnerable" && answer.complexity.type === "exponential";
}
