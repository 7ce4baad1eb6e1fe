/** The formats of a report. */
import type { Comparison } from "../change.js";
import type { Subject } from "./view.js";

type Print = (comparison: Comparison, subject: Subject) => string | Promise<string>;

/** Format → what prints it, loaded when it is wanted. */
export const reports = {
  text: async () => (await import("./text.js")).textReport,
  json: async () => (await import("./json.js")).jsonReport,
  markdown: async () => (await import("./markdown.js")).markdownReport,
  html: async () => (await import("./html.js")).htmlReport,
  github: async () => (await import("./github.js")).githubReport,
} as const satisfies Record<string, () => Promise<Print>>;

export type ReportFormat = keyof typeof reports;

/** Prints a comparison. */
export async function report(format: ReportFormat, comparison: Comparison, subject: Subject): Promise<string> {
  const print: Print = await reports[format]();
  return print(comparison, subject);
}
