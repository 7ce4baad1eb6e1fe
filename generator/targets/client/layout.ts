/** Line breaks as a careful person sets them. */
import { block, code, join, key, type Code } from "../../emit/code.js";

const width = 110;

/** `{ a, b }` where it fits into a line with `before` characters to its left, else a line a member. */
export function object(members: readonly Code[], before = 0): Code {
  if (members.length === 0) return code`{}`;
  return fit(members, before) ? code`{ ${join(members, ", ")} }` : block("{", members);
}

/** `[a, b]`, or a line an item. */
export function list(items: readonly Code[], before = 0): Code {
  return fit(items, before - 2) ? code`[${join(items, ", ")}]` : block("[", items);
}

/** `label: value` for each that is there. */
export function present(members: Readonly<Record<string, Code | undefined>>): Code[] {
  const found: Code[] = [];
  for (const label in members) {
    const value = members[label];
    if (value !== undefined) found.push(code`${key(label)}: ${value}`);
  }
  return found;
}

/** Whether the parts fit into one line between braces with a blank at either side. */
function fit(parts: readonly Code[], before: number): boolean {
  const length = parts.reduce((sum, part) => sum + part.length + 2, 2);
  return length + before <= width && !parts.some((part) => part.includes("\n"));
}

const inherited: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/**
 * `name: value` for a name of the document in a record. TypeScript takes what it expects of a member called `constructor` from
 * Object.prototype rather than from the record's index signature, so literals there have to say that they are literals.
 */
export function entry(name: string, value: Code): Code {
  return inherited.has(name) ? code`${key(name)}: ${value} as const` : code`${key(name)}: ${value}`;
}
