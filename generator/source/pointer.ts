import { child, isObject, type Json, type JsonObject, type Pointer, steps } from "../json.js";

/** A value and where it really stands: steps through a reference lead on at its target. */
export interface Target {
  readonly at: Pointer;
  readonly value: Json;
}

const maximumHops = 1000;

/** The pointer of a local reference (`#/a/b`), percent-escapes decoded once (RFC 6901, 6). Undefined for every other reference. */
export function localPointer(reference: string): Pointer | undefined {
  if (reference !== "#" && !reference.startsWith("#/")) return undefined;
  try {
    return decodeURIComponent(reference.slice(1));
  } catch {
    return undefined;
  }
}

/** What stands at a pointer. Own keys only; a step through an object with a local `$ref` goes on at what that leads to. */
export function valueAt(root: JsonObject, pointer: Pointer, hops = 0): Target | undefined {
  let found: Target = { at: "", value: root };
  for (const step of steps(pointer)) {
    let next = member(found, step);
    if (next === undefined && hops < maximumHops && isObject(found.value) && typeof found.value["$ref"] === "string") {
      const through = localPointer(found.value["$ref"]);
      const target = through === undefined ? undefined : valueAt(root, through, hops + 1);
      next = target && member(target, step);
    }
    if (next === undefined) return undefined;
    found = next;
  }
  return found;
}

function member({ at, value }: Target, step: string): Target | undefined {
  if (Array.isArray(value)) {
    const item = /^(0|[1-9]\d*)$/.test(step) ? (value as readonly Json[])[Number(step)] : undefined;
    return item === undefined ? undefined : { at: child(at, step), value: item };
  }
  if (!isObject(value) || !Object.hasOwn(value, step)) return undefined;
  return { at: child(at, step), value: value[step] as Json };
}
