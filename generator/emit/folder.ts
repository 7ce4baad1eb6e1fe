/** What is in `templates/`. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { installed } from "../installed.js";

/** The text of a file below `templates/`. */
export function templateText(path: string): string {
  return readFileSync(join(installed.templates, path), "utf8");
}

/** The names of the files directly in a folder below `templates/`, sorted. */
export function templateFiles(folder: string): string[] {
  return readdirSync(join(installed.templates, folder), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort();
}
