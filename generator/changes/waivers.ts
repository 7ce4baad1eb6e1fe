/** What a human decided against the rules: one change, by fingerprint, with a reason. */
import type { Bump, Change } from "./change.js";

export interface ChangeWaiver {
  /** Twelve hex digits, as every report shows them. */
  readonly fingerprint: string;
  readonly bump: Bump;
  readonly reason: string;
}

/** The changes, those that a waiver names with its bump and reason beside the rule's. */
export function applyWaivers(changes: readonly Change[], waivers: readonly ChangeWaiver[]): Change[] {
  const byFingerprint = new Map(waivers.map((waiver) => [waiver.fingerprint, waiver]));
  return changes.map((change) => {
    const waiver = byFingerprint.get(change.fingerprint);
    return waiver ? { ...change, waived: { bump: waiver.bump, reason: waiver.reason } } : change;
  });
}

/** The bump that counts. */
export const effectiveBump = (change: Change): Bump => change.waived?.bump ?? change.bump;
