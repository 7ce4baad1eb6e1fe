/** Components of one name on several pages: equal ones are united, different ones are shown and never united. */
import { type Json, type MutableObject, type Pointer, child, emptyObject, isObject } from "../json.js";
import type { Fragment, IngestReport, Source } from "./page.js";
import { placeOf } from "./page.js";
import { compareText, differences, meaning, objectAt, uniteTexts } from "./shape.js";

/** Where components stand: under `components`, and in Swagger 2.0 at the root. */
const swaggerSections = ["definitions", "parameters", "responses", "securityDefinitions"] as const;

export interface MergedComponents {
  /** `components`, or the sections of Swagger 2.0. */
  readonly sections: MutableObject;
  readonly provenance: readonly Source[];
}

interface Entry {
  value: Json;
  readonly from: Fragment[];
}

/** @returns undefined after a conflict, which is reported with both sources. */
export function mergeComponents(fragments: readonly Fragment[], report: IngestReport): MergedComponents | undefined {
  const entries = new Map<Pointer, { readonly steps: readonly string[]; readonly entry: Entry }>();
  let conflict = false;
  for (const fragment of fragments) {
    for (const { steps, value } of componentsOf(fragment)) {
      const pointer = steps.reduce<Pointer>(child, "");
      const known = entries.get(pointer);
      if (known === undefined) entries.set(pointer, { steps, entry: { value, from: [fragment] } });
      else if (!unite(known.entry, value, fragment, pointer, report)) conflict = true;
    }
  }
  return conflict ? undefined : assemble(fragments, entries);
}

function unite(entry: Entry, value: Json, fragment: Fragment, pointer: Pointer, report: IngestReport): boolean {
  if (meaning(entry.value) === meaning(value)) {
    entry.value = uniteTexts(entry.value, value);
    entry.from.push(fragment);
    return true;
  }
  const first = entry.from[0] as Fragment;
  if (first.elided !== fragment.elided) {
    // An illustration gives way to the whole thing.
    const [less, whole] = first.elided ? [first, fragment] : [fragment, first];
    const [shown, given] = first.elided ? [entry.value, value] : [value, entry.value];
    report("ingest/gave-way", { ...placeOf(less), pointer }, `${pointer} is taken from ${whole.page.file}:${whole.span.line}: ${differences(shown, given).join("; ")}.`);
    if (first.elided) entry.from.splice(0, entry.from.length, fragment);
    if (entry.from[0] === fragment) entry.value = value;
    return true;
  }
  const where = `${first.page.file}:${first.span.line}`;
  report(
    "ingest/component-conflict",
    { ...placeOf(fragment), pointer },
    `${pointer} differs from the one at ${where}: ${differences(entry.value, value).join("; ")}.`,
  );
  return false;
}

function componentsOf({ root }: Fragment): { readonly steps: readonly string[]; readonly value: Json }[] {
  const inside = (prefix: readonly string[], section: Json | undefined): { readonly steps: readonly string[]; readonly value: Json }[] =>
    isObject(section) ? Object.keys(section).map((name) => ({ steps: [...prefix, name], value: section[name] as Json })) : [];
  const components = objectAt(root, "components") ?? emptyObject();
  return [
    ...Object.keys(components).flatMap((section) => inside(["components", section], components[section])),
    ...swaggerSections.flatMap((section) => inside([section], root[section])),
  ];
}

/** Sections in the order of the specification's table, names sorted: fragments say nothing about the order of the whole. */
function assemble(fragments: readonly Fragment[], entries: ReadonlyMap<Pointer, { readonly steps: readonly string[]; readonly entry: Entry }>): MergedComponents {
  const sections = emptyObject();
  const single = fragments.length === 1;
  const all = [...entries.values()];
  if (!single) all.sort((a, b) => compareText(a.steps.join("\0"), b.steps.join("\0")));
  for (const { steps, entry } of all) put(sections, steps, entry.value);
  // A section that is empty on every page is still said: `securitySchemes: {}`.
  for (const { root } of fragments) {
    const components = objectAt(root, "components");
    if (components && sections["components"] === undefined && Object.keys(components).length === 0) sections["components"] = components;
  }
  const provenance = all.flatMap(({ steps, entry }) =>
    entry.from.map((fragment) => ({ pointer: steps.reduce<Pointer>(child, ""), file: fragment.page.file, platform: fragment.platform, span: fragment.span })),
  );
  return { sections, provenance };
}

function put(root: MutableObject, steps: readonly string[], value: Json): void {
  let at = root;
  for (const step of steps.slice(0, -1)) {
    const next = at[step];
    const object = isObject(next) ? (next as MutableObject) : emptyObject();
    at[step] = object;
    at = object;
  }
  at[steps.at(-1) as string] = value;
}
