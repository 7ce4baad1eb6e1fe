/** Run when Specwright is built: writes the templates, compiled, into one module. A run compiles none then. */
import { readdirSync, writeFileSync } from "node:fs";
import { templateText } from "./folder.js";
import { installed } from "../installed.js";
import { precompiled } from "./template.js";

const names = readdirSync(installed.templates, { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".hbs"))
  .sort();
const members = names.map((name) => {
  const source = templateText(name);
  return `${JSON.stringify(name)}: { source: ${JSON.stringify(source)}, specification: ${precompiled(source)} },`;
});
writeFileSync(installed.preparedTemplates, `export const prepared = {\n${members.join("\n")}\n};\n`);
