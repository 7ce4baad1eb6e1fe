/** The forms of a report, with a document that would like to be more than text. */
import MarkdownReader from "markdown-it";
import { expect, test } from "vitest";
import type { Comparison } from "../../generator/changes/change.js";
import { report } from "../../generator/changes/report/index.js";
import { compareEdit } from "./document.js";
import type { Draft } from "./read.js";

const hostile = `"><script>alert(1)</script>\n::error::x\u001b[31m --> {{evil}} | \` </style>`;

async function comparison(): Promise<Comparison> {
  return compareEdit((draft) => {
    const order = draft["components"]!["schemas"]!["Order"]!;
    order["properties"]![hostile] = { type: "string" } as unknown as Draft;
    order["properties"]!["total"]!["description"] = hostile as unknown as Draft;
    delete draft["paths"]!["/orders/{id}"]!["get"];
  });
}

const subject = { base: "old.yaml", revision: "new.yaml", version: { from: "1.0.0", to: "2.0.0" } };

test("text: sections, places, what to do; no control characters", async () => {
  const text = await report("text", await comparison(), subject);
  expect(text).toContain("Version: 1.0.0 → 2.0.0");
  expect(text).toMatch(/^Breaking \(1\)$/m);
  expect(text).toContain("Operation getOrder was removed");
  expect(text).toContain("do      Remove the calls");
  expect(text).not.toContain("\u001b");
});

test("json: everything, as data", async () => {
  const found = JSON.parse(await report("json", await comparison(), subject)) as { bump: string; changes: { kind: string }[]; version: object };
  expect(found).toMatchObject({ bump: "major", oldClientFails: true, version: subject.version });
  expect(found.changes.map(({ kind }) => kind)).toContain("operation-removed");
});

test("markdown: no raw HTML of the document", async () => {
  const text = await report("markdown", await comparison(), subject);
  expect(text).toMatch(/^## Breaking$/m);
  // As a reader that lets raw HTML through would show it.
  const shown = new MarkdownReader({ html: true }).render(text);
  expect(shown).not.toMatch(/<script|<\/style/i);
  expect(shown).toContain("&lt;script&gt;");
});

test("html: one page without network, text as text", async () => {
  const page = await report("html", await comparison(), subject);
  expect(page).toContain("default-src 'none'");
  expect(page.match(/<script/g)).toHaveLength(1);
  expect(page.match(/<\/style>/g)).toHaveLength(1);
  expect(page).not.toMatch(/(?:src|href)="(?:https?:)?\/\//);
  expect(page).toContain("Operation getOrder was removed");
});

test("github: one command a line, whatever a text holds", async () => {
  const lines = (await report("github", await comparison(), subject)).trimEnd().split("\n");
  expect(lines.every((line) => /^::(error|warning|notice) /.test(line))).toBe(true);
  expect(lines.some((line) => line.startsWith("::error file=old.yaml,title=Operation getOrder was removed"))).toBe(true);
});

test("nothing changed: said in every form", async () => {
  const none: Comparison = { changes: [], bump: "none", oldClientFails: false };
  for (const format of ["text", "markdown", "html", "github"] as const) expect(await report(format, none, subject)).toContain("no changes");
});
