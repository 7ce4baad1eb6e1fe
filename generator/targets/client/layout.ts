/** Line breaks as a careful person sets them. */
import { block, code, join, key, type Code } from "../../emit/code.js";

const width = 110;

/** `{ a, b }` where it fits into a line with `before` characters to its left, else a line a member. */
export function object(members: readonly Code[], before = 0): Code {
  if (members.length === 0) return code`{}`;
  const line = code`{ ${join(members, ", ")} }`;
  return fits(line, before) ? line : block("{", members);
}

/** `[a, b]`, or a line an item. */
export function list(items: readonly Code[], before = 0): Code {
  const line = code`[${join(items, ", ")}]`;
  return fits(line, before) ? line : block("[", items);
}

/** `label: value` for each that is there. */
export function present(members: readonly (readonly [label: Code, value: Code | undefined])[]): Code[] {
  return members.flatMap(([label, value]) => (value === undefined ? [] : [code`${label}: ${value}`]));
}

function fits(line: Code, before: number): boolean {
  return line.length + before <= width && !line.includes("\n");
}

const inherited: ReadonlySet<string> = new Set(Object.getOwnPropertyNames(Object.prototype));

/**
 * `name: value` for a name of the document in a record. TypeScript takes what it expects of a member called `constructor` from
 * Object.prototype rather than from the record's index signature, so literals there have to say that they are literals.
 */
export function entry(name: string, value: Code): Code {
  return inherited.has(name) ? code`${key(name)}: ${value} as const` : code`${key(name)}: ${value}`;
}
