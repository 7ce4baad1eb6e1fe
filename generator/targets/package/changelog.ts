/** The view of CHANGELOG.md: releases with their sections, each change one item with what to do. */
import { codeSpan, escapeMarkdown, md, type Markdown } from "../../emit/prose.js";
import type { PackageInfo } from "../../vendor.js";

export interface ChangelogView {
  readonly releases: readonly { readonly version: Markdown; readonly sections: readonly { readonly title: Markdown; readonly items: readonly Markdown[] }[] }[];
  /** The version that nothing is said about, because it was the first. */
  readonly first: Markdown;
}

/** Documentation changes are counted: their text is in the documentation. */
export function changelogView({ version, releases }: PackageInfo): ChangelogView {
  const list = (releases?.list ?? []).map((release) => ({
    version: escapeMarkdown(release.version),
    sections: release.sections.map(({ title, changes }) => ({
      title: escapeMarkdown(title),
      items: title === "Documentation" && changes.length > 5 ? [md`Text changed in ${changes.length} places.`] : changes.map(item),
    })),
  }));
  return { releases: list, first: escapeMarkdown(releases?.first ?? version) };
}

type Entry = NonNullable<PackageInfo["releases"]>["list"][number]["sections"][number]["changes"][number];

/** `Property \`name\` became required (createThing › body › name): optional → required. What to do.` */
function item({ title, place, before, after, advice }: Entry): Markdown {
  const sides = before !== undefined || after !== undefined ? md`: ${side(before)} → ${side(after)}` : md``;
  const note = advice === undefined ? md`` : md`. **What to do:** ${escapeMarkdown(advice)}`;
  return md`${escapeMarkdown(title)} (${codeSpan(place, "text")})${sides}${note}`;
}

const side = (text: string | undefined): Markdown => (text === undefined ? md`nothing` : codeSpan(text.replace(/\s+/g, " "), "text"));
