/** Lists and objects of code: on one line while they are short. */
import { block, code, join, type Code } from "../../emit/code.js";

const widest = 100;

/** `[A, B]` or `{ a: A }`, or a line a member. */
export function bracketed(open: "[" | "{", members: readonly Code[]): Code {
  const line = join(members, ", ");
  if (members.length === 0 || line.length > widest || line.includes("\n")) return block(open, members);
  return open === "[" ? code`[${line}]` : code`{ ${line} }`;
}
