/** Seeded chance, and JSON values changed by it. */

export interface Random {
  /** A whole number from 0 up to, without, the limit. */
  below(limit: number): number;
}

/** Numbers that are the same for the same seed, on every machine (a linear congruence by Knuth, its high bits). */
export function random(seed: number): Random {
  let state = BigInt(seed);
  return {
    below: (limit) => {
      state = (state * 6364136223846793005n + 1442695040888963407n) & 0xffff_ffff_ffff_ffffn;
      return Number((state >> 33n) % BigInt(Math.max(1, limit)));
    },
  };
}

type Path = readonly (string | number)[];

/** One place of a value dropped, added to, given another type, or made longer or shorter. The value itself is left as it is. */
export function mutate(value: unknown, chance: Random): unknown {
  const places = placesOf(value, []);
  const place = places[chance.below(places.length)] ?? [];
  const change = changes[chance.below(changes.length)] ?? retype;
  return changedAt(value, place, (inner) => change(inner, chance));
}

function placesOf(value: unknown, path: Path): Path[] {
  if (typeof value !== "object" || value === null) return [path];
  const entries: [string | number, unknown][] = Array.isArray(value) ? value.map((item, index) => [index, item]) : Object.entries(value);
  return [path, ...entries.flatMap(([key, inner]) => placesOf(inner, [...path, key]))];
}

function changedAt(value: unknown, [key, ...rest]: Path, change: (inner: unknown) => unknown): unknown {
  if (key === undefined) return change(value);
  if (Array.isArray(value)) return value.map((item: unknown, index) => (index === key ? changedAt(item, rest, change) : item));
  return Object.fromEntries(Object.entries(value as object).map(([name, inner]) => [name, name === key ? changedAt(inner, rest, change) : inner]));
}

type Change = (value: unknown, chance: Random) => unknown;

// Not among them: whole numbers beyond 2^53 (refused by design, see docs/conformance.md), and names of the prototype, which ajv
// takes for evaluated properties (they have tests of their own).
const others: readonly unknown[] = [null, true, 0, -1, 1.5, 4294967296, "", "text", "2026-01-31", "\u{1f600}", [], [null], {}, { extra: 1 }];
const names = ["extra", "x-extra", "", "type", "id", "value", "0"];

const pick = <T>(list: readonly T[], chance: Random): T => list[chance.below(list.length)] as T;

const retype: Change = (_, chance) => structuredClone(pick(others, chance));

const drop: Change = (value, chance) => {
  if (Array.isArray(value)) return value.toSpliced(chance.below(value.length), 1);
  if (typeof value === "object" && value !== null) {
    const kept = Object.entries(value);
    kept.splice(chance.below(kept.length), 1);
    return Object.fromEntries(kept);
  }
  return retype(value, chance);
};

const add: Change = (value, chance) => {
  if (Array.isArray(value)) return [...value, value.length > 0 && chance.below(2) === 0 ? pick(value, chance) : retype(value, chance)];
  if (typeof value === "object" && value !== null) return Object.fromEntries([...Object.entries(value), [pick(names, chance), retype(value, chance)]]);
  return retype(value, chance);
};

const extend: Change = (value, chance) => {
  if (typeof value === "string") return pick([`${value}x`, `${value}\n`, ` ${value}`, value.slice(1), value.toUpperCase(), value.repeat(3), `${value}\u{1f600}`], chance);
  if (typeof value === "number") return pick([value + 1, value - 1, -value, value * 1000, value + 0.5], chance);
  if (typeof value === "boolean") return !value;
  return add(value, chance);
};

const changes: readonly Change[] = [drop, add, retype, extend, extend];
