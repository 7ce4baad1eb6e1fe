import { readFileSync, statSync } from "node:fs";
import { refuse } from "../diagnostics.js";
import type { Limits } from "./limits.js";

/**
 * Reads a file as strict UTF-8, without its byte order mark.
 *
 * @param path on disk
 * @param file as messages name it
 */
export function readText(path: string, file: string, limits: Limits): string {
  let bytes: Buffer;
  try {
    const size = statSync(path).size;
    if (size > limits.bytes) throw refuse("source/too-large", { file }, `The file has ${size} bytes; the limit is ${limits.bytes}.`);
    bytes = readFileSync(path);
  } catch (error) {
    const code = (error as NodeJS.ErrnoException).code;
    if (code === undefined) throw error;
    throw refuse("source/unreadable", { file }, reasons.get(code) ?? `The file cannot be read (${code}).`);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw refuse("source/not-utf8", { file }, "The file is not UTF-8.");
  }
}

const reasons = new Map([
  ["ENOENT", "There is no such file."],
  ["EISDIR", "That is a folder, not a file."],
  ["EACCES", "The file may not be read."],
]);
