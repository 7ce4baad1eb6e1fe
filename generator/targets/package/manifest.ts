/** `package.json` and `tsconfig.json` of an emitted package. */
import type { PackageInfo } from "../../vendor.js";

/** What emitted code imports, and nothing else. openapi-fetch is pinned: it is reached through one file that knows this version. */
const dependencies = { "openapi-fetch": "0.17.0", zod: "^4.6.0" };

const entry = (name: string): object => ({ types: `./dist/${name}.d.ts`, default: `./dist/${name}.js` });

/** The text of `package.json`. */
export function packageJson(info: PackageInfo): string {
  return json({
    name: info.packageName,
    version: info.version,
    ...(info.description === "" ? {} : { description: info.description }),
    license: "MIT",
    type: "module",
    sideEffects: false,
    exports: {
      ".": entry("index"),
      "./types": entry("types"),
      "./validators": entry("validators"),
      "./package.json": "./package.json",
    },
    files: ["dist", "src", "docs", "openapi.yaml", "CHANGELOG.md"],
    engines: { node: ">=20.19.0" },
    scripts: { build: "tsc -p tsconfig.json", prepack: "npm run build" },
    dependencies,
    devDependencies: { typescript: "^5.9.0" },
  });
}

/** Declarations with their maps beside each module; the sources are shipped, so that maps lead somewhere. */
export const tsconfig = json({
  compilerOptions: {
    target: "es2022",
    lib: ["es2023", "dom", "dom.iterable"],
    module: "nodenext",
    moduleResolution: "nodenext",
    types: [],
    rootDir: "src",
    outDir: "dist",
    declaration: true,
    declarationMap: true,
    sourceMap: true,
    strict: true,
    exactOptionalPropertyTypes: true,
    noUncheckedIndexedAccess: true,
    noUnusedLocals: true,
    verbatimModuleSyntax: true,
    isolatedModules: true,
    skipLibCheck: true,
  },
  include: ["src"],
});

function json(value: object): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}
