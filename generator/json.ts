/** What JSON can say. Objects that come from a document have no prototype (see `source/load.ts`), so reading a key is always an own read. */
export type Json = string | number | boolean | null | readonly Json[] | JsonObject;

/** An object of a document. `object["toString"]` is what the document says, or undefined. */
export interface JsonObject {
  readonly [name: string]: Json;
}

/** Whether a value is an object, and neither null nor a list. */
export function isObject(value: unknown): value is JsonObject {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** A JSON pointer (RFC 6901) as the document's diagnostics and `moved` use it: `""` is the root, `/paths/~1a/get` an operation. */
export type Pointer = string;

/** One step further: `child("/paths", "/a")` is `/paths/~1a`. */
export function child(pointer: Pointer, step: string | number): Pointer {
  const text = String(step);
  // Few steps have anything to escape, and a large document has a million of them.
  return `${pointer}/${text.includes("~") || text.includes("/") ? text.replaceAll("~", "~0").replaceAll("/", "~1") : text}`;
}

/** The steps of a pointer, unescaped. */
export function steps(pointer: Pointer): string[] {
  if (pointer === "") return [];
  const parts = pointer.slice(1).split("/");
  return pointer.includes("~") ? parts.map((step) => step.replaceAll("~1", "/").replaceAll("~0", "~")) : parts;
}

/** An object of a document while it is being made or changed by the pass that owns it. */
export interface MutableObject {
  [name: string]: Json;
}

/**
 * An empty object without a prototype, for names that a document chooses: `__proto__` is a key like any other.
 * (Made by `setPrototypeOf` and not by `Object.create(null)`, which gives V8's slow dictionaries: walks take twice as long.)
 */
export function emptyObject(): MutableObject {
  return Object.setPrototypeOf({}, null) as MutableObject;
}

/** A copy that shares nothing with the value. */
export function copyOf(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(copyOf);
  if (!isObject(value)) return value;
  const object = emptyObject();
  for (const name in value) object[name] = copyOf(value[name] as Json);
  return object;
}

/** An object without a prototype from pairs; the last of a repeated name counts. */
export function objectFrom(pairs: Iterable<readonly [name: string, value: Json]>): MutableObject {
  const object = emptyObject();
  for (const [name, value] of pairs) object[name] = value;
  return object;
}
