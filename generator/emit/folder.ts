import { fileURLToPath } from "node:url";

/** `templates/` of this installation: beside `generator/` in the source tree, beside `dist/` when it is built. */
export function templatesFolder(): string {
  return fileURLToPath(new URL("../../templates", import.meta.url));
}
