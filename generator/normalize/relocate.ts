/** Keeps account of parts that a pass moves, so that references follow and diagnostics lead back. */
import type { Pointer } from "../json.js";

/** The place that a pointer has on the other side of a table of moves: the nearest ancestor decides. */
export function translate(moves: ReadonlyMap<Pointer, Pointer>, pointer: Pointer): Pointer {
  for (let end = pointer.length; ; end = pointer.lastIndexOf("/", end - 1)) {
    const to = moves.get(pointer.slice(0, end));
    if (to !== undefined) return to + pointer.slice(end);
    if (end <= 0) return pointer;
  }
}

/**
 * Joins a document's account with that of a pass.
 *
 * @param before place now → place in the text
 * @param moves place after the pass → place before it
 */
export function joinMoves(before: ReadonlyMap<Pointer, Pointer>, moves: ReadonlyMap<Pointer, Pointer>): Map<Pointer, Pointer> {
  const joined = new Map(before);
  for (const [now, then] of moves) joined.set(now, translate(before, then));
  return joined;
}
