/** Hashes of a package's files. Imports nothing heavy: a run in which nothing has changed looks at nothing else. */
import { createHash } from "node:crypto";

/** The hash of one file. */
export function hashOf(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** The hash of a package, from those of its files by path; in whatever order they were taken. */
export function packageHash(files: ReadonlyMap<string, string>): string {
  const hash = createHash("sha256");
  for (const path of [...files.keys()].sort()) hash.update(`${path}\0${files.get(path)}\0`);
  return hash.digest("hex");
}
