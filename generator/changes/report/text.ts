/** The report for a terminal. */
import { visible } from "../../emit/prose.js";
import type { Change, Comparison } from "../change.js";
import { bumpInWords, bySection, counts, headline, subjectOf, usersOf, type Subject } from "./view.js";

/** The whole report, with a line end. Control characters of the document are gone. */
export function textReport(comparison: Comparison, subject: Subject): string {
  const lines = [`${subject.base} → ${subject.revision}: ${counts(comparison)}`, headline(comparison)];
  if (subject.version) lines.push(`Version: ${subject.version.from} → ${subject.version.to}`);
  for (const { name, changes } of bySection(comparison)) {
    lines.push("", `${name} (${changes.length})`);
    for (const change of changes) lines.push(...changeLines(change));
  }
  return `${lines.map((line) => visible(line).trimEnd()).join("\n")}\n`;
}

function changeLines(change: Change): string[] {
  const where = [subjectOf(change), change.where].filter(Boolean).join(" › ");
  const lines = [`  ${change.title}`, `    at      ${where}  (${change.side} ${change.at || "/"})`];
  if (change.before !== "" || change.after !== "") lines.push(`    was     ${oneLine(change.before)}`, `    is      ${oneLine(change.after)}`);
  const users = usersOf(change);
  if (users !== "") lines.push(`    used by ${users}`);
  lines.push(`    ${bumpInWords(change)}${change.oldClientFails ? ", old clients fail" : ""}: ${change.why}`);
  if (change.bump === "major" || change.oldClientFails) lines.push(`    do      ${change.advice}`, `    waive   ${change.fingerprint}`);
  return lines;
}

const longest = 200;

function oneLine(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  return line === "" ? "(nothing)" : line.length > longest ? `${line.slice(0, longest - 1)}…` : line;
}
