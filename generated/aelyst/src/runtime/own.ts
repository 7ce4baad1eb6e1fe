/** Objects that are keyed by text from elsewhere are read through here: `constructor` and the like are not theirs. */

/** The object's own property of that name, if it has one. */
export function own<Value>(object: { readonly [key: string]: Value } | null | undefined, key: string): Value | undefined {
  return object !== undefined && object !== null && Object.hasOwn(object, key) ? object[key] : undefined;
}
