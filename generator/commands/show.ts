/** Diagnostics as text for people, as JSON for programs, as annotations for GitHub. */
import type { Diagnostic, Severity } from "../diagnostics.js";
import type { Format, Io } from "./command.js";

const colors: Record<Severity, number> = { error: 31, warning: 33, info: 36 };

/** How many of one code are shown in full before the rest is only counted. */
const shownOfOneCode = 5;

/**
 * Prints diagnostics. In `text` the rest of a long row of one code is counted, unless it is an error; `json` and `github` show all.
 */
export function show(found: readonly Diagnostic[], format: Format, io: Io): void {
  switch (format) {
    case "json":
      return io.out(`${JSON.stringify(found.map(plain), null, 2)}\n`);
    case "github":
      return io.out(found.map(annotation).join(""));
    case "text":
      return io.out(text(found, io.color));
  }
}

function plain({ code, severity, message, at, help }: Diagnostic): object {
  return { code, severity, message, file: at.file, pointer: at.pointer, line: at.line, column: at.column, help };
}

function text(found: readonly Diagnostic[], color: boolean): string {
  const seen = new Map<string, number>();
  let out = "";
  for (const one of found) {
    const number = (seen.get(one.code) ?? 0) + 1;
    seen.set(one.code, number);
    if (one.severity === "error" || number <= shownOfOneCode) out += lines(one, color);
  }
  for (const [code, number] of seen) {
    const hidden = found.some((one) => one.code === code && one.severity === "error") ? 0 : number - shownOfOneCode;
    if (hidden > 0) out += `… and ${hidden} more of ${code} (all of them with --format json)\n`;
  }
  return out;
}

/**
 *   specs/pristo/openapi.yaml:12:5  warning  document/null
 *     `description` is empty (null) where a text is expected; it counts as not given.
 *     Give the value, or remove the key.
 */
function lines({ code, severity, message, at, help }: Diagnostic, color: boolean): string {
  const word = color ? `\u001b[${colors[severity]}m${severity}\u001b[0m` : severity;
  return `${where(at)}  ${word}  ${code}\n  ${clean(message)}\n  ${clean(help)}\n`;
}

function where({ file, line, column, pointer }: Diagnostic["at"]): string {
  if (line !== undefined) return clean(`${file}:${line}:${column ?? 1}`);
  return clean(pointer ? `${file}#${pointer}` : file);
}

/** Text of a document must not steer the terminal. */
function clean(words: string): string {
  // eslint-disable-next-line no-control-regex
  return words.replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u2028-\u202e\u2066-\u2069]/g, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

const levels: Record<Severity, string> = { error: "error", warning: "warning", info: "notice" };

/** A workflow command of GitHub Actions; its values are escaped as the runner asks. */
function annotation({ code, severity, message, at, help }: Diagnostic): string {
  const properties = Object.entries({ file: at.file, line: at.line, col: at.column, title: code })
    .filter(([, value]) => value !== undefined)
    .map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
  return `::${levels[severity]} ${properties.join(",")}::${escapeData(`${message} ${help}`)}\n`;
}

function escapeData(value: string): string {
  return value.replaceAll("%", "%25").replaceAll("\r", "%0D").replaceAll("\n", "%0A");
}

function escapeProperty(value: string): string {
  return escapeData(value).replaceAll(":", "%3A").replaceAll(",", "%2C");
}
