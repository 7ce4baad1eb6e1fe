/** Short ways to write the rows of the rule table. */
import type { Felt, Verdict } from "./change.js";

const maker =
  (bump: Verdict["bump"], oldClientFails: boolean) =>
  (felt: Felt, why: string, advice: string): Verdict => ({ bump, oldClientFails, felt, why, advice });

/** Code breaks, and so does a client that stays as it is. */
export const majorForAll = maker("major", true);
/** Code breaks when it upgrades; a client that stays as it is goes on working. */
export const major = maker("major", false);
/** Code compiles, and a client that stays as it is may fail. */
export const minorUpgrade = maker("minor", true);
export const minor = maker("minor", false);
export const patchUpgrade = maker("patch", true);
export const patch = maker("patch", false);

/** For what asks nothing of anybody. */
export const nothing = "Nothing to do.";
