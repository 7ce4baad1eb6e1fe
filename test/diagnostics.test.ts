import { expect, test } from "vitest";
import type { Io } from "../generator/commands/command.js";
import { show } from "../generator/commands/show.js";
import { catalogue, collect, type Diagnostic, refuse } from "../generator/diagnostics.js";
import { sorted, waive } from "../generator/findings.js";

test.each(Object.entries(catalogue))("%s says what it is, why, and what to do", (_code, { title, cause, fix, severity }) => {
  for (const text of [title, cause, fix]) expect(text.length).toBeGreaterThan(7);
  expect(title).not.toMatch(/\.$/);
  for (const text of [cause, fix]) expect(text).toMatch(/\.$/);
  expect(["error", "warning", "info"]).toContain(severity);
});

const found: Diagnostic = {
  code: "document/null",
  severity: "warning",
  message: "a, b: 100%\nnext \u001b[31mred \u202ebidi",
  at: { file: "specs/a,b:c.yaml", pointer: "/a", line: 3, column: 5 },
  help: "Do it.",
};

function shown(list: readonly Diagnostic[], format: "text" | "json" | "github"): string {
  let out = "";
  const io: Io = { cwd: "/", out: (text) => (out += text), err: () => undefined, terminal: false, color: false };
  show(list, format, io);
  return out;
}

test("text: place, severity, code; message; help. Nothing of a document steers the terminal", () => {
  expect(shown([found], "text")).toBe("specs/a,b:c.yaml:3:5  warning  document/null\n  a, b: 100%\\u000anext \\u001b[31mred \\u202ebidi\n  Do it.\n");
});

test("text: a long row of one code is counted, errors are not", () => {
  const many = Array.from({ length: 12 }, () => found);
  expect(shown(many, "text")).toContain("… and 7 more of document/null");
  expect(shown(many.map((one) => ({ ...one, severity: "error" })), "text").match(/error/g)).toHaveLength(12);
});

test("json: everything, as data", () => {
  expect(JSON.parse(shown([found], "json"))).toEqual([{ code: "document/null", severity: "warning", message: found.message, file: "specs/a,b:c.yaml", pointer: "/a", line: 3, column: 5, help: "Do it." }]);
});

test("github: an annotation that cannot be broken out of", () => {
  expect(shown([found], "github")).toBe("::warning file=specs/a%2Cb%3Ac.yaml,line=3,col=5,title=document/null::a, b: 100%25%0Anext \u001b[31mred \u202ebidi Do it.\n");
});

test("waivers take what they name, at or below their place; one that takes nothing is an error", () => {
  const { report, found: list } = collect("d.yaml");
  report("document/null", "/a/b", "m");
  report("document/null", "/c", "m");
  const text = "waivers:\n  - code: document/null\n  - code: document/missing\n";
  const waivers = [
    { code: "document/null", at: "/a", reason: "r", pointer: "/waivers/0" },
    { code: "document/missing", at: undefined, reason: "r", pointer: "/waivers/1" },
  ];
  const left = waive(list, waivers, { file: "vendor.yaml", text });
  expect(left.map(({ code, at }) => `${code} ${at.pointer} ${at.line}`)).toEqual(["document/null /c undefined", "vendor/unused-waiver /waivers/1 3"]);
});

test("errors come first, then by place", () => {
  const one = (code: "document/null" | "vendor/manifest", line: number): Diagnostic => refuse(code, { file: "f", line, column: 1 }, "m").diagnostic;
  expect(sorted([one("document/null", 20), one("document/null", 3), one("vendor/manifest", 30)]).map(({ at }) => at.line)).toEqual([30, 3, 20]);
});
