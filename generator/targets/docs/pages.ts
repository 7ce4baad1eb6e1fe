import type { Api, Group } from "../../model/api.js";

export const schemasPage = "schemas.md";

/** The Markdown page of each group: `contacts.md`. File names are made of identifiers and differ in more than case. */
export function groupPages(api: Api): ReadonlyMap<Group, string> {
  const taken = new Set([schemasPage]);
  return new Map(
    api.groups.map((group) => {
      const base = group.identifier.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase();
      let file = `${base}.md`;
      for (let count = 2; taken.has(file); count++) file = `${base}-${count}.md`;
      taken.add(file);
      return [group, file] as const;
    }),
  );
}
