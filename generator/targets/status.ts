/** A response's status in code. */
import { code, key, type Code } from "../emit/code.js";

/** The status as a key: `200`, `"4XX"`, `default`. */
export function statusKey(status: string): Code {
  return /^[1-9][0-9]*$/.test(status) ? code`${Number(status)}` : key(status);
}
