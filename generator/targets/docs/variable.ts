import { code, key, type Code } from "../../emit/code.js";
import type { Identifier } from "../../identifier.js";
import { isReserved } from "../../model/reserved.js";

/** The variable that samples hold the client in: `pristo` for `Pristo`, `client` where that would be a reserved word. */
export function variableName(identifier: Identifier): Code {
  const name = identifier.charAt(0).toLowerCase() + identifier.slice(1);
  return isReserved(name) ? code`client` : key(name);
}
