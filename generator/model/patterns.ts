/** Regular expressions of a document: used only when they compile and cannot run away. */
import type { Pointer } from "../json.js";
import { quote } from "./keywords.js";
import type { Reading } from "./reading.js";

/** Whether a pattern can be used; if not it is reported at its place and dropped. Each pattern is judged once a document. */
export function usablePattern(reading: Reading, pattern: string, at: Pointer): boolean {
  const known = reading.patterns.get(pattern);
  if (known !== undefined) return known;
  const usable = judge(reading, pattern, at);
  reading.patterns.set(pattern, usable);
  return usable;
}

function judge(reading: Reading, pattern: string, at: Pointer): boolean {
  try {
    new RegExp(pattern, "u");
  } catch (error) {
    const reason = error instanceof Error ? error.message.split(": ").at(-1) : "";
    reading.report("model/pattern-invalid", at, `The pattern ${quote(pattern)} does not compile: ${reason}.`);
    return false;
  }
  const danger = reading.judgePattern(pattern);
  if (danger === undefined) return true;
  reading.report("model/pattern-dangerous", at, `The pattern ${quote(pattern)} ${danger}.`);
  return false;
}
