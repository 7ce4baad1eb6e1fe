import type { Api, Group } from "../../model/api.js";

export const schemasPage = "schemas.md";

/** Names that are devices on Windows, with any extension. */
const device = /^(con|prn|aux|nul|com\d|lpt\d)$/;

/** The Markdown page of each group: `contacts.md`. File names are made of identifiers, differ in more than case and work on every system. */
export function groupPages(api: Api): ReadonlyMap<Group, string> {
  const taken = new Set([schemasPage]);
  return new Map(
    api.groups.map((group) => {
      const words = group.identifier.replace(/([a-z0-9])([A-Z])/g, "$1-$2").toLowerCase();
      const base = device.test(words) ? `${words}-group` : words;
      let file = `${base}.md`;
      for (let count = 2; taken.has(file); count++) file = `${base}-${count}.md`;
      taken.add(file);
      return [group, file] as const;
    }),
  );
}
