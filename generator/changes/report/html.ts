/** The report as one page: no network, nothing of the document raw, usable without script. */
import { createHash } from "node:crypto";
import { templateText } from "../../emit/folder.js";
import { escapeHtml, type Html } from "../../emit/prose.js";
import { templates } from "../../emit/template.js";
import type { Change, Comparison } from "../change.js";
import { bumpInWords, bySection, bySubject, counts, headline, usersOf, type Subject } from "./view.js";

/** The whole page. */
export async function htmlReport(comparison: Comparison, subject: Subject): Promise<string> {
  const style = templateText("changes/report.css");
  const script = templateText("changes/report.js");
  const render = await templates();
  return render("changes/report.html.hbs", {
    style,
    styleHash: hash(style),
    script,
    scriptHash: hash(script),
    base: escapeHtml(subject.base),
    revision: escapeHtml(subject.revision),
    version: subject.version ? { from: escapeHtml(subject.version.from), to: escapeHtml(subject.version.to) } : undefined,
    headline: escapeHtml(headline(comparison)),
    bump: comparison.bump,
    counts: escapeHtml(counts(comparison)),
    sections: bySection(comparison).map(({ name, changes }) => ({ name: escapeHtml(name), slug: slug(name), count: changes.length })),
    subjects: bySubject(comparison).map(({ name, changes }, index) => ({
      name: escapeHtml(name),
      address: escapeHtml(comparison.addresses?.get(name) ?? ""),
      anchor: `s${index}`,
      count: changes.length,
      changes: changes.map((change) => changeView(change, name)),
    })),
  });
}

const hash = (text: string): string => `sha256-${createHash("sha256").update(text).digest("base64")}`;
const slug = (name: string): string => name.toLowerCase().replaceAll(" ", "-");

function changeView(change: Change, subject: string): Readonly<Record<string, Html | string | boolean | undefined>> {
  const [before, after] = marked(change.before, change.after);
  return {
    title: escapeHtml(change.title),
    section: escapeHtml(change.section),
    slug: slug(change.section),
    find: escapeHtml([subject, change.title, change.where, change.kind, ...change.operations].join(" ").toLowerCase()),
    where: escapeHtml(change.where),
    at: escapeHtml(`${change.side}: ${change.at || "/"}`),
    sides: change.before !== "" || change.after !== "",
    before,
    after,
    users: escapeHtml(usersOf(change, 12)),
    bump: escapeHtml(bumpInWords(change)),
    fails: change.oldClientFails,
    why: withCode(change.why),
    advice: change.bump === "major" || change.oldClientFails ? withCode(change.advice) : undefined,
    fingerprint: change.fingerprint,
  };
}

/** The rule table's own sentences: what stands between backticks is code. */
const withCode = (text: string): Html => text.split("`").map((part, index) => (index % 2 === 1 ? `<code>${escapeHtml(part)}</code>` : escapeHtml(part))).join("") as Html;

/** Both texts, with what differs between their common start and end marked. */
function marked(before: string, after: string): [Html, Html] {
  if (before === "" || after === "") return [escapeHtml(before), escapeHtml(after)];
  const [one, other] = [before.split(wordEdge), after.split(wordEdge)];
  let start = 0;
  while (start < Math.min(one.length, other.length) && one[start] === other[start]) start++;
  let end = 0;
  while (end < Math.min(one.length, other.length) - start && one.at(-1 - end) === other.at(-1 - end)) end++;
  const print = (words: readonly string[], tag: "del" | "ins"): Html => {
    const middle = words.slice(start, words.length - end).join("");
    const inside = middle === "" ? "" : `<${tag}>${escapeHtml(middle)}</${tag}>`;
    return `${escapeHtml(words.slice(0, start).join(""))}${inside}${escapeHtml(words.slice(words.length - end).join(""))}` as Html;
  };
  return [print(one, "del"), print(other, "ins")];
}

const wordEdge = /(?<=\s)|(?=\s)/;
