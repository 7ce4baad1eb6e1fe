/** The report as Markdown, for a pull request or a changelog. */
import { codeSpan, escapeMarkdown, md, type Markdown } from "../../emit/prose.js";
import type { Change, Comparison } from "../change.js";
import { bumpInWords, bySection, counts, headline, subjectOf, usersOf, type Subject } from "./view.js";

/** Sections as headings, a list item a change. */
export function markdownReport(comparison: Comparison, subject: Subject): string {
  const parts: Markdown[] = [
    md`# API changes`,
    md`${codeSpan(subject.base, "text")} → ${codeSpan(subject.revision, "text")}: ${escapeMarkdown(counts(comparison))}`,
    md`**${escapeMarkdown(headline(comparison))}**`,
  ];
  if (subject.version) parts.push(md`Version: ${codeSpan(subject.version.from, "text")} → ${codeSpan(subject.version.to, "text")}`);
  for (const { name, changes } of bySection(comparison)) {
    parts.push(md`## ${escapeMarkdown(name)}`, changes.map(changeItem).join("\n") as Markdown);
  }
  return `${parts.join("\n\n")}\n`;
}

function changeItem(change: Change): Markdown {
  const place = [subjectOf(change), change.where].filter(Boolean).join(" › ");
  const lines: Markdown[] = [md`- **${escapeMarkdown(change.title)}** ${codeSpan(place, "text")}`];
  if (change.before !== "" || change.after !== "") lines.push(md`  ${span(change.before)} → ${span(change.after)}`);
  const users = usersOf(change);
  if (users !== "") lines.push(md`  Used by ${escapeMarkdown(users)}.`);
  const fails = change.oldClientFails ? ", old clients fail" : "";
  lines.push(md`  _${escapeMarkdown(bumpInWords(change) + fails)}_: ${ours(change.why)}`);
  if (change.bump === "major" || change.oldClientFails) lines.push(md`  **What to do:** ${ours(change.advice)} ${codeSpan(change.fingerprint, "text")}`);
  return lines.join("  \n") as Markdown;
}

/** The rule table's own sentences are Markdown already: nothing of a document is in them. */
const ours = (text: string): Markdown => text as Markdown;

const longest = 300;

function span(text: string): Markdown {
  const line = text.replace(/\s+/g, " ").trim();
  return line === "" ? ("_nothing_" as Markdown) : codeSpan(line.length > longest ? `${line.slice(0, longest - 1)}…` : line, "text");
}
