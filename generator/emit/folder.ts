/** Where templates are, and what is in there. */
import { readFileSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

/** `templates/` of this installation: beside `generator/` in the source tree, beside `dist/` when it is built. */
export function templatesFolder(): string {
  return fileURLToPath(new URL("../../templates", import.meta.url));
}

/** The text of a file below `templates/`. */
export function templateText(path: string): string {
  return readFileSync(join(templatesFolder(), path), "utf8");
}

/** The names of the files directly in a folder below `templates/`, sorted. */
export function templateFiles(folder: string): string[] {
  return readdirSync(join(templatesFolder(), folder), { withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name)
    .sort();
}
