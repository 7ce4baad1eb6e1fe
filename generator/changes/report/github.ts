/** The report as annotations of a GitHub Actions run. */
import { visible } from "../../emit/prose.js";
import type { Change, Comparison } from "../change.js";
import { counts, headline, subjectOf, type Subject } from "./view.js";

/** One command a change that somebody has to know of, and one for the rest. */
export function githubReport(comparison: Comparison, subject: Subject): string {
  const told = comparison.changes.filter((change) => change.bump === "major" || change.oldClientFails);
  const version = subject.version ? ` Version ${subject.version.from} → ${subject.version.to}.` : "";
  const lines = [...told.map((change) => annotation(change, subject)), `::notice title=${property("API changes")}::${data(`${counts(comparison)}. ${headline(comparison)}${version}`)}`];
  return `${lines.join("\n")}\n`;
}

function annotation(change: Change, subject: Subject): string {
  const level = change.bump === "major" ? "error" : "warning";
  const file = change.side === "base" ? subject.base : subject.revision;
  const place = [subjectOf(change), change.where].filter(Boolean).join(" › ");
  const text = `${place}: ${change.before || "(nothing)"} → ${change.after || "(nothing)"}. ${change.why} ${change.advice} (${change.fingerprint})`;
  return `::${level} file=${property(file)},title=${property(change.title)}::${data(text)}`;
}

// The escapes of the runner's command format: a raw line end would end the command, and the next line could be one.
const data = (text: string): string => visible(text).replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
const property = (text: string): string => data(text).replaceAll(":", "%3A").replaceAll(",", "%2C");
