/** Run when Specwright is built: writes the templates, compiled, into one module beside this one. A run compiles none then. */
import { readdirSync, writeFileSync } from "node:fs";
import { templatesFolder, templateText } from "./folder.js";
import { precompiled, preparedModule } from "./template.js";

const names = readdirSync(templatesFolder(), { recursive: true, encoding: "utf8" })
  .map((path) => path.replaceAll("\\", "/"))
  .filter((path) => path.endsWith(".hbs"))
  .sort();
const members = names.map((name) => {
  const source = templateText(name);
  return `${JSON.stringify(name)}: { source: ${JSON.stringify(source)}, specification: ${precompiled(source)} },`;
});
writeFileSync(preparedModule, `export const prepared = {\n${members.join("\n")}\n};\n`);
