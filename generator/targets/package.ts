/**
 * Everything of a package that is not generated code or documentation: what npm needs, the README, the document itself, and
 * the runtime.
 */
import { templateFiles } from "../emit/folder.js";
import { prose } from "../emit/markdown.js";
import type { OutputFile } from "../emit/file.js";
import { yamlPieces } from "../emit/yaml.js";
import { changelogView } from "./package/changelog.js";
import { documentOrder } from "./package/order.js";
import { packageJson, tsconfig } from "./package/manifest.js";
import { readmeView } from "./package/readme.js";
import type { Target } from "./target.js";

export const packageTarget: Target = {
  name: "package",
  async files(input): Promise<readonly OutputFile[]> {
    const reader = prose();
    return [
      { kind: "text", path: "package.json", text: packageJson(input.package) },
      { kind: "text", path: "tsconfig.json", text: tsconfig },
      { kind: "copy", path: "LICENSE", from: "package/LICENSE" },
      { kind: "template", path: "README.md", template: "package/README.md.hbs", view: () => readmeView(input, reader) },
      { kind: "template", path: "CHANGELOG.md", template: "package/CHANGELOG.md.hbs", view: () => changelogView(input.package) },
      { kind: "text", path: "openapi.yaml", text: yamlPieces(input.document.root, documentOrder) },
      ...templateFiles("runtime")
        .filter((name) => name.endsWith(".ts"))
        .map((name): OutputFile => ({ kind: "copy", path: `src/runtime/${name}`, from: `runtime/${name}` })),
    ];
  },
};
