/** Diagnostics on their way to the reader: given their place in the text, waived, counted and printed. */
import type { Diagnostic, Severity } from "./diagnostics.js";
import { refuse } from "./diagnostics.js";
import type { Pointer } from "./json.js";
import type { SourceDocument } from "./source/document.js";
import { locateAll } from "./source/locate.js";
import type { Waiver } from "./vendor.js";

/**
 * Gives diagnostics of a document the line and column of the vendor's own text. The text is parsed for this, so it is done once, and
 * only when there is something to show.
 */
export function place(found: readonly Diagnostic[], document: SourceDocument): Diagnostic[] {
  const open = found.filter(({ at }) => at.file === document.file && at.line === undefined && at.pointer !== undefined);
  const original = new Map(open.map(({ at }) => [at.pointer as Pointer, originalOf(document, at.pointer as Pointer)]));
  const places = original.size === 0 ? new Map<Pointer, never>() : locateAll(document.text, original.values());
  return found.map((one) => {
    const from = one.at.file === document.file && one.at.line === undefined && one.at.pointer !== undefined ? original.get(one.at.pointer) : undefined;
    return from === undefined ? one : { ...one, at: { file: one.at.file, pointer: from, ...places.get(from) } };
  });
}

/** The place in the text that a part came from: its own entry in `moved`, or its nearest ancestor's. */
function originalOf(document: SourceDocument, pointer: Pointer): Pointer {
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
