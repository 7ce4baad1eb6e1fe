/** Pointer → line and column of a text. Parsed with positions only when a diagnostic is shown: nobody pays for it otherwise. */
import type { Event } from "js-yaml";
import { type Pointer, steps } from "../json.js";
import { library } from "../library.js";
import { walkJson } from "./locate-json.js";
import { type LineColumn, positions } from "./position.js";

export type { LineColumn } from "./position.js";

/**
 * The place of a pointer in a JSON or YAML text; of its nearest ancestor that is written there, when it is not written itself.
 * An object's member is where its key stands, a list's item where its value starts.
 */
export function locate(text: string, pointer: Pointer): LineColumn | undefined {
  return locateAll(text, [pointer]).get(pointer);
}

/** The places of many pointers, in one walk. */
export function locateAll(text: string, pointers: Iterable<Pointer>): Map<Pointer, LineColumn> {
  const wanted = [...new Set(pointers)];
  const offsets = offsetsOf(text, wanted);
  const places = positions(text, offsets.values());
  const found = new Map<Pointer, LineColumn>();
  for (const pointer of wanted) {
    const place = places.get(offsets.get(pointer) ?? -1);
    if (place !== undefined) found.set(pointer, place);
  }
  return found;
}

/** A tree of the wanted pointers' steps: the walk goes down only where somebody looks. */
export interface Wanted {
  readonly below: Map<string, Wanted>;
  readonly pointers: Pointer[];
}

/** Says where something wanted stands. */
export type Mark = (wanted: Wanted | undefined, offset: number) => void;

function wantedTree(pointers: readonly Pointer[]): Wanted {
  const root: Wanted = { below: new Map(), pointers: [] };
  for (const pointer of pointers) {
    let node = root;
    for (const step of steps(pointer)) {
      let next = node.below.get(step);
      if (next === undefined) node.below.set(step, (next = { below: new Map(), pointers: [] }));
      node = next;
    }
    node.pointers.push(pointer);
  }
  return root;
}

interface Frame {
  readonly wanted: Wanted | undefined;
  readonly list: boolean;
  index: number;
  /** What the key that was just read leads to. Undefined: the next scalar is a key. */
  next: { readonly wanted: Wanted | undefined } | undefined;
}

function offsetsOf(text: string, pointers: readonly Pointer[]): Map<Pointer, number> {
  const found = new Map<Pointer, number>();
  const mark: Mark = (wanted, offset) => {
    if (wanted === undefined) return;
    for (const pointer of wanted.pointers) if (!found.has(pointer)) found.set(pointer, offset);
    for (const below of wanted.below.values()) markAll(below, offset);
  };
  // What lies below gets its ancestor's place first, and its own when the walk comes to it.
  const inherited = new Map<Pointer, number>();
  const markAll = (wanted: Wanted, offset: number): void => {
    for (const pointer of wanted.pointers) inherited.set(pointer, offset);
    for (const below of wanted.below.values()) markAll(below, offset);
  };
  const tree = wantedTree(pointers);
  if (!walkJson(text, tree, mark)) walkYaml(text, tree, mark);
  for (const [pointer, offset] of inherited) if (!found.has(pointer)) found.set(pointer, offset);
  return found;
}

function walkYaml(text: string, root: Wanted, mark: Mark): void {
  const { EVENT_ID, getScalarValue, parseEvents } = library<typeof import("js-yaml")>("js-yaml");
  // A text that is neither JSON nor YAML has no places.
  const events = (): Event[] => {
    try {
      return parseEvents(text, { maxDepth: 1000 });
    } catch {
      return [];
    }
  };
  const stack: Frame[] = [];
  let started = false;
  const enter = (offset: number): Wanted | undefined => {
    const frame = stack.at(-1);
    if (frame === undefined) {
      if (started) return undefined;
      started = true;
      mark(root, offset);
      return root;
    }
    if (frame.list) {
      const wanted = frame.wanted?.below.get(String(frame.index++));
      mark(wanted, offset);
      return wanted;
    }
    const next = frame.next;
    frame.next = undefined;
    return next?.wanted;
  };
  for (const event of events()) {
    if (event.type === EVENT_ID.MAPPING || event.type === EVENT_ID.SEQUENCE)
      stack.push({ wanted: enter(event.start), list: event.type === EVENT_ID.SEQUENCE, index: 0, next: undefined });
    else if (event.type === EVENT_ID.POP) stack.pop();
    else if (event.type === EVENT_ID.SCALAR || event.type === EVENT_ID.ALIAS) {
      const frame = stack.at(-1);
      const offset = event.type === EVENT_ID.SCALAR ? event.valueStart : event.anchorStart;
      if (frame && !frame.list && frame.next === undefined) {
        const name = event.type === EVENT_ID.SCALAR ? getScalarValue(text, event) : "";
        const wanted = frame.wanted?.below.get(name);
        mark(wanted, offset);
        frame.next = { wanted };
      } else enter(offset);
    }
  }
}

