/** Regular expressions of a document: used only when they compile and cannot run away. */
import type { Pointer } from "../json.js";
import { isExponential, OutOfSteps, type Steps } from "./ambiguity.js";
import { quote } from "./keywords.js";
import { whyNot, withUnicode } from "./pattern-repair.js";
import type { Reading } from "./reading.js";

/**
 * The pattern to use, with Unicode in mind; undefined where there is none: it is reported at its place and dropped. Each pattern is
 * judged once a document.
 */
export function usablePattern(reading: Reading, pattern: string, at: Pointer): string | undefined {
  let verdict = reading.patterns.verdicts.get(pattern);
  if (verdict === undefined) {
    verdict = judge(reading.patterns, pattern);
    reading.patterns.verdicts.set(pattern, verdict);
  }
  if (verdict.code !== undefined) reading.report(verdict.code, at, `The pattern ${quote(pattern)} ${verdict.what}.`);
  return verdict.use;
}

interface Verdict {
  readonly use: string | undefined;
  readonly code?: "model/pattern-repaired" | "model/pattern-invalid" | "model/pattern-dangerous";
  readonly what?: string;
}

/** What is known about the patterns of one document. */
export interface Patterns {
  readonly verdicts: Map<string, Verdict>;
  /** What may still be spent on checking for backtracking: about a microsecond each, but counted, so that no verdict depends on the machine. */
  readonly steps: Steps;
}

/** A hostile document may bring thousands of patterns that are long to judge; what is left after so many steps is refused unseen. */
const wholeBudget = 5_000_000;
/** What one pattern may take. The patterns of two hundred real documents take less than a fiftieth. */
const budgetOfOne = 500_000;
/** The longest and the deepest pattern that is judged: parsers go as deep as a pattern nests. */
const longest = 4000;
const deepest = 100;

export function noPatterns(): Patterns {
  return { verdicts: new Map(), steps: { left: wholeBudget } };
}

function judge(patterns: Patterns, pattern: string): Verdict {
  const reason = whyNot(pattern, "u");
  if (reason === undefined) return danger(patterns, pattern) ?? { use: pattern };
  const repaired = pattern.length > longest ? undefined : withUnicode(pattern);
  if (repaired === undefined) return { use: undefined, code: "model/pattern-invalid", what: `does not compile: ${reason}` };
  return danger(patterns, repaired) ?? { use: repaired, code: "model/pattern-repaired", what: `compiles without Unicode only (${reason}); it is read as ${quote(repaired)}` };
}

function danger(patterns: Patterns, pattern: string): Verdict | undefined {
  if (!mayExplode(pattern)) return undefined;
  const code = "model/pattern-dangerous";
  const unseen: Verdict = { use: undefined, code, what: "is too large to be checked for backtracking" };
  if (pattern.length > longest || depthOf(pattern) > deepest) return unseen;
  const steps: Steps = { left: Math.min(budgetOfOne, patterns.steps.left) };
  const before = steps.left;
  try {
    return isExponential(pattern, steps) ? { use: undefined, code, what: "takes time that grows exponentially with the length of a text" } : undefined;
  } catch (error) {
    if (error instanceof OutOfSteps) return unseen;
    throw error;
  } finally {
    patterns.steps.left -= before - Math.max(0, steps.left);
  }
}

/** A pattern without what stands for one character: escapes and classes. */
const skeleton = (pattern: string): string => pattern.replace(/\\./gu, "x").replace(/\[[^\]]*\]/g, "x");

function depthOf(pattern: string): number {
  let [depth, most] = [0, 0];
  for (const character of skeleton(pattern)) {
    if (character === "(") most = Math.max(most, ++depth);
    else if (character === ")") depth--;
  }
  return most;
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
 * alternatives) is itself repeated often. Few patterns have one, and only those are worth loading a parser for.
 */
function mayExplode(pattern: string): boolean {
  const open: OpenGroup[] = [{ varied: false, repeats: 0, most: 0 }];
  for (const [token, least, comma, most] of skeleton(pattern).matchAll(/\((?:\?(?:[:=!]|<[^>]*>))?|\)(?:[*+]|\{(\d+)(,?)(\d*)\})?|[*+?|]|\{\d+,\d*\}/g)) {
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
