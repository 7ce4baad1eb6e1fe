/** Diagnostics on their way to the reader: given their place in the text, waived, counted and printed. */
import type { Diagnostic, Severity } from "./diagnostics.js";
import { refuse } from "./diagnostics.js";
import type { Pointer } from "./json.js";
import type { SourceDocument } from "./source/document.js";
import { locateAll } from "./source/locate.js";
import type { Waiver } from "./vendor.js";

/**
 * Gives diagnostics of a document the line and column of the vendor's own text. A text is parsed for this, so it is done once, and
 * only when there is something to show.
 */
export function place(found: readonly Diagnostic[], document: Omit<SourceDocument, "root">): Diagnostic[] {
  const origins = found.map((one) => originOf(one, document));
  const wanted = new Map<string, Set<Pointer>>();
  for (const origin of origins) {
    if (origin === undefined) continue;
    const pointers = wanted.get(origin.file);
    if (pointers === undefined) wanted.set(origin.file, new Set([origin.pointer]));
    else pointers.add(origin.pointer);
  }
  const places = new Map([...wanted].map(([file, pointers]) => [file, locateAll(textOf(document, file), pointers)]));
  return found.map((one, index) => {
    const origin = origins[index];
    return origin === undefined ? one : { ...one, at: { ...origin, ...places.get(origin.file)?.get(origin.pointer) } };
  });
}

function textOf(document: Omit<SourceDocument, "root">, file: string): string {
  return file === document.file ? document.text : (document.others?.get(file)?.text ?? "");
}

/** Undefined where a diagnostic has its place already, or is about no place of the document. */
function originOf({ at }: Diagnostic, document: Omit<SourceDocument, "root">): { readonly file: string; readonly pointer: Pointer } | undefined {
  if (at.file !== document.file || at.line !== undefined || at.pointer === undefined) return undefined;
  const original = originalOf(document, at.pointer);
  const hash = original.startsWith("/") ? -1 : original.indexOf("#");
  return hash < 0 ? { file: at.file, pointer: original } : { file: original.slice(0, hash), pointer: original.slice(hash + 1) };
}

/** The place in the text that a part came from: its own entry in `moved`, or its nearest ancestor's. */
function originalOf(document: Omit<SourceDocument, "root">, pointer: Pointer): Pointer {
  for (let end = pointer.length; end > 0; end = pointer.lastIndexOf("/", end - 1)) {
    const then = document.moved.get(pointer.slice(0, end));
    if (then !== undefined) return then + pointer.slice(end);
  }
  return pointer;
}

/**
 * Leaves out what the manifest accepts. A waiver that accepts nothing is itself an error.
 *
 * @param manifest the manifest as messages name it, with its text for positions
 */
export function waive(found: readonly Diagnostic[], waivers: readonly Waiver[], manifest: { readonly file: string; readonly text: string }): Diagnostic[] {
  const used = new Set<Waiver>();
  const left = found.filter((one) => {
    const match = waivers.find((waiver) => waiver.code === one.code && below(one.at.pointer, waiver.at));
    if (match !== undefined) used.add(match);
    return match === undefined;
  });
  const unused = waivers.filter((waiver) => !used.has(waiver));
  const places = unused.length === 0 ? undefined : locateAll(manifest.text, unused.map((waiver) => waiver.pointer));
  for (const { code, at, pointer } of unused) {
    const where = at === undefined ? "" : ` at ${at}`;
    left.push(refuse("vendor/unused-waiver", { file: manifest.file, pointer, ...places?.get(pointer) }, `The waiver of ${code}${where} matches nothing.`).diagnostic);
  }
  return left;
}

function below(pointer: Pointer | undefined, at: Pointer | undefined): boolean {
  return at === undefined || pointer === at || (pointer?.startsWith(`${at}/`) ?? false);
}

const order: Record<Severity, number> = { error: 0, warning: 1, info: 2 };

/** By severity, then file, line and code: a list that does not depend on the order in which stages spoke. */
export function sorted(found: readonly Diagnostic[]): Diagnostic[] {
  const key = (one: Diagnostic): string => [one.at.file, String(one.at.line ?? 0).padStart(9, "0"), one.code, one.at.pointer ?? "", one.message].join("\0");
  const keyed = found.map((one) => ({ one, key: key(one) }));
  keyed.sort((a, b) => order[a.one.severity] - order[b.one.severity] || (a.key < b.key ? -1 : 1));
  return keyed.map(({ one }) => one);
}

/** How many there are of each severity. */
export function count(found: readonly Diagnostic[]): Record<Severity, number> {
  const counts = { error: 0, warning: 0, info: 0 };
  for (const { severity } of found) counts[severity]++;
  return counts;
}
