/** One page or several, read, as plain values that a test compares. */
import { collectIngest, ingest } from "../../generator/ingest/ingest.js";
import type { Json, JsonObject } from "../../generator/json.js";

export interface Read {
  /** Empty when none came out. */
  readonly document: JsonObject;
  readonly codes: readonly string[];
  readonly messages: readonly string[];
  readonly platforms: readonly string[];
}

export async function read(text: string, file = "page.md"): Promise<Read> {
  return readAll([text], file);
}

/** @param file the name of each page; of several pages, their number stands before it */
export async function readAll(texts: readonly string[], file = "page.md"): Promise<Read> {
  const { report, found } = collectIngest();
  const result = await ingest(texts.map((text, index) => ({ file: texts.length > 1 ? `${index}.${file}` : file, text })), report);
  return {
    document: JSON.parse(JSON.stringify(result?.document ?? {})) as JsonObject,
    codes: found.map(({ code }) => code),
    messages: found.map(({ message }) => message),
    platforms: [...new Set(result?.provenance.map(({ platform }) => platform))],
  };
}

/** What stands at a path of keys. */
export const at = (value: Json | undefined, ...path: readonly (string | number)[]): Json | undefined =>
  path.reduce<Json | undefined>((object, step) => (object as Record<string, Json> | undefined)?.[String(step)], value);
