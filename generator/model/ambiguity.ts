/**
 * Whether a regular expression can take exponential time: where its automaton has a state that leads back to itself in two ways over
 * one text (Weber and Seidl 1991, "EDA"), each turn doubles the ways that a backtracking matcher tries before it gives up.
 */
import type { CharSet, JS, NoParent, Concatenation, Element } from "refa";
import { library } from "../library.js";

type Alternatives = readonly NoParent<Concatenation>[];

/** What a judgement may cost and has cost, in steps: counted, so that the verdict is the same on every machine. */
export interface Steps {
  left: number;
}

/** More steps were needed than there are. */
export class OutOfSteps extends Error {}

/**
 * Judges a pattern that compiles with the `u` flag.
 *
 * @throws OutOfSteps
 */
export function isExponential(pattern: string, steps: Steps): boolean {
  // Loaded when needed: few documents have a pattern that must be judged.
  const { JS: js } = library<{ readonly JS: typeof JS }>("refa");
  const parser = js.Parser.fromLiteral(new RegExp(pattern, "u"));
  const { expression } = parser.parse({ backreferences: "unknown", maxBackreferenceWords: 0, assertions: "parse", simplify: false });
  const automaton: Automaton = { sets: [], follow: [], assertions: 0, turns: mostTurns, steps };
  const whole = alternatives(automaton, expression.alternatives);
  // What may end anywhere in a loop never fails there, so nothing is tried twice.
  const canFail = automaton.assertions > (pattern.startsWith("^") ? 1 : 0);
  return isAmbiguous(automaton, canFail ? new Set() : new Set(whole.last.keys()));
}

// ---------------------------------------------------------------------------------------------- the automaton (Glushkov's)

/** Each place of the pattern that takes a character is a state: what it takes, and which states come after it, in how many ways. */
interface Automaton {
  readonly sets: CharSet[];
  readonly follow: Ways[];
  assertions: number;
  /** How many more turns of counted groups are written out. */
  turns: number;
  readonly steps: Steps;
}

/** State → in how many ways; two stands for more. */
type Ways = Map<number, number>;

/** A part of the pattern: in how many ways it matches nothing, and where it begins and ends. */
interface Part {
  readonly nothing: number;
  readonly first: Ways;
  readonly last: Ways;
}

const empty: Part = { nothing: 1, first: new Map(), last: new Map() };

/** Repeated characters are written out up to this often: enough to tell a fixed number from a varying one. */
const mostCopies = 12;

/** Groups with more turns than this, all together, count as repeated without end: thirty turns may take as long as endless ones. */
const mostTurns = 10;

function alternatives(automaton: Automaton, list: Alternatives): Part {
  const parts = list.map(({ elements }) => elements.reduce<Part>((part, element) => sequence(automaton, part, partOf(automaton, element)), empty));
  return {
    nothing: atMostTwo(parts.reduce((sum, { nothing }) => sum + nothing, 0)),
    first: merged(automaton, ...parts.map(({ first }) => first)),
    last: merged(automaton, ...parts.map(({ last }) => last)),
  };
}

function partOf(automaton: Automaton, element: NoParent<Element>): Part {
  switch (element.type) {
    case "CharacterClass":
      return character(automaton, element.characters);
    case "Alternation":
      return alternatives(automaton, element.alternatives);
    case "Quantifier":
      return repeated(automaton, element.alternatives, element.min, element.max);
    case "Assertion":
      // It takes nothing, and is matched by itself.
      automaton.assertions++;
      alternatives(automaton, element.alternatives);
      return empty;
    case "Unknown":
      return empty;
  }
}

function character(automaton: Automaton, set: CharSet): Part {
  spend(automaton.steps, 1);
  const state = automaton.sets.push(set) - 1;
  automaton.follow.push(new Map());
  return { nothing: 0, first: new Map([[state, 1]]), last: new Map([[state, 1]]) };
}

function repeated(automaton: Automaton, list: Alternatives, min: number, max: number): Part {
  if (max === 0) return empty;
  const isCharacter = list.length === 1 && list[0]?.elements.length === 1 && list[0].elements[0]?.type === "CharacterClass";
  const once = (): Part => alternatives(automaton, list);
  if (max === 1) return min === 1 ? once() : optional(once());
  const isCounted = max !== Infinity && (isCharacter || max <= automaton.turns);
  if (isCounted && !isCharacter) automaton.turns -= max;
  const fixed = copies(automaton, Math.min(isCounted || isCharacter ? min : 0, mostCopies), once);
  if (isCounted) {
    const varying = Array.from({ length: Math.min(max - min, mostCopies) }).reduce<Part>((rest) => optional(sequence(automaton, once(), rest)), empty);
    return sequence(automaton, fixed, varying);
  }
  const turn = once();
  connect(automaton, turn.last, turn.first);
  const isOptional = isCharacter || min === 0;
  return sequence(automaton, fixed, isOptional ? optional(turn) : { ...turn, nothing: Math.min(1, turn.nothing) });
}

const copies = (automaton: Automaton, count: number, once: () => Part): Part =>
  Array.from({ length: count }).reduce<Part>((part) => sequence(automaton, part, once()), empty);

/** A matcher gives up an optional turn that took nothing (ECMA-262, 22.2.2.3.1), so there is one way to take nothing. */
const optional = (part: Part): Part => ({ ...part, nothing: 1 });

function sequence(automaton: Automaton, left: Part, right: Part): Part {
  connect(automaton, left.last, right.first);
  return {
    nothing: atMostTwo(left.nothing * right.nothing),
    first: merged(automaton, left.first, times(right.first, left.nothing)),
    last: merged(automaton, right.last, times(left.last, right.nothing)),
  };
}

function connect({ follow, steps }: Automaton, from: Ways, to: Ways): void {
  spend(steps, from.size * to.size);
  for (const [state, ways] of from) for (const [next, more] of to) add(follow[state] ?? new Map<number, number>(), next, ways * more);
}

function merged({ steps }: Automaton, ...lists: readonly Ways[]): Ways {
  const all: Ways = new Map();
  for (const list of lists) {
    spend(steps, list.size);
    for (const [state, ways] of list) add(all, state, ways);
  }
  return all;
}

const times = (ways: Ways, factor: number): Ways => (factor === 0 ? new Map() : new Map([...ways].map(([state, count]) => [state, atMostTwo(count * factor)])));
const add = (ways: Ways, state: number, more: number): unknown => ways.set(state, atMostTwo((ways.get(state) ?? 0) + more));
const atMostTwo = (count: number): number => Math.min(2, count);

function spend(steps: Steps, count: number): void {
  steps.left -= count;
  if (steps.left < 0) throw new OutOfSteps();
}

// ---------------------------------------------------------------------------------------------- two ways back

/**
 * Walks pairs of states that one text leads to from one state. Where such a pair meets again inside the loop that it came from,
 * there are two ways around the loop.
 *
 * @param harmless loops through these states are no trouble
 */
function isAmbiguous(automaton: Automaton, harmless: ReadonlySet<number>): boolean {
  const { sets, follow, steps } = automaton;
  const loops = loopsOf(automaton);
  const spared = new Set([...harmless].map((state) => loops[state]));
  const next = follow.map((ways, state) => [...ways].filter(([to]) => loops[to] === loops[state] && !spared.has(loops[state])));
  if (next.some((ways) => ways.some(([, count]) => count > 1))) return true;
  const waiting: [number, number][] = sets.map((_, state) => [state, state]);
  const seen = new Set<number>();
  for (let pair = waiting.pop(); pair; pair = waiting.pop()) {
    const [left, right] = pair;
    for (const [one] of next[left] ?? []) {
      for (const [other] of next[right] ?? []) {
        spend(steps, 1);
        if (one === other && left !== right) return true;
        const key = one < other ? one * sets.length + other : other * sets.length + one;
        if (one === other || seen.has(key) || sets[one]?.isDisjointWith(sets[other] as CharSet)) continue;
        seen.add(key);
        waiting.push([one, other]);
      }
    }
  }
  return false;
}

/** State → a number that it shares with the states of its loops (strongly connected components, by Kosaraju). */
function loopsOf({ follow, steps }: Automaton): readonly number[] {
  const into: number[][] = follow.map(() => []);
  for (const [state, ways] of follow.entries()) for (const to of ways.keys()) into[to]?.push(state);
  const order: number[] = [];
  walk(follow.map((ways) => [...ways.keys()]), follow.keys(), steps, () => undefined, (state) => void order.push(state));
  const loops: number[] = [];
  walk(into, order.reverse(), steps, (state, root) => void (loops[state] = root), () => undefined);
  return loops;
}

/** Depth first, each state once. */
function walk(edges: readonly (readonly number[])[], roots: Iterable<number>, steps: Steps, enter: (state: number, root: number) => void, leave: (state: number) => void): void {
  const seen = new Set<number>();
  for (const root of roots) {
    if (seen.has(root)) continue;
    const path: { readonly state: number; at: number }[] = [];
    const open = (state: number): void => {
      seen.add(state);
      enter(state, root);
      path.push({ state, at: 0 });
    };
    open(root);
    for (let here = path.at(-1); here; here = path.at(-1)) {
      spend(steps, 1);
      const to = edges[here.state]?.[here.at++];
      if (to === undefined) leave((path.pop() as { state: number }).state);
      else if (!seen.has(to)) open(to);
    }
  }
}
