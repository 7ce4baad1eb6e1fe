/** The report for programs. The keys are a contract: they may grow, and never change their meaning. */
import type { Comparison } from "../change.js";
import type { Subject } from "./view.js";

/** JSON with a line end. */
export function jsonReport(comparison: Comparison, subject: Subject): string {
  const { base, revision, version } = subject;
  const { bump, oldClientFails, changes } = comparison;
  return `${JSON.stringify({ base, revision, ...(version && { version }), bump, oldClientFails, changes }, null, 2)}\n`;
}
