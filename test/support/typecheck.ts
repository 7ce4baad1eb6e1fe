/** Compiles emitted packages with the flags that the project promises, with the real compilers. */
import { spawnSync } from "node:child_process";
import { existsSync, symlinkSync, writeFileSync } from "node:fs";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";

const root = resolve(fileURLToPath(new URL("../..", import.meta.url)));
const compilers = { "5.9": "node_modules/typescript/bin/tsc", "7": "node_modules/typescript7/bin/tsc" } as const;

/**
 * Type-checks every module below a folder.
 *
 * @returns what the compiler prints; nothing when all is well
 */
export function typecheck(folder: string, version: keyof typeof compilers, include: readonly string[] = ["**/*.ts"]): string {
  const modules = join(folder, "node_modules");
  if (!existsSync(modules)) symlinkSync(join(root, "node_modules"), modules, "junction");
  const config = join(folder, `tsconfig.check-${version}.json`);
  writeFileSync(
    config,
    JSON.stringify({
      compilerOptions: {
        target: "es2022",
        lib: ["es2022", "dom", "dom.iterable"],
        module: "nodenext",
        moduleResolution: "nodenext",
        types: [],
        strict: true,
        exactOptionalPropertyTypes: true,
        noUncheckedIndexedAccess: true,
        verbatimModuleSyntax: true,
        isolatedModules: true,
        noUnusedLocals: true,
        skipLibCheck: true,
        noEmit: true,
      },
      include,
      exclude: ["node_modules", "**/node_modules"],
    }),
  );
  const manifest = join(folder, "package.json");
  if (!existsSync(manifest)) writeFileSync(manifest, JSON.stringify({ private: true, type: "module" }));
  const run = spawnSync(process.execPath, ["--max-old-space-size=6000", join(root, compilers[version]), "-p", config, "--pretty", "false"], {
    encoding: "utf8",
    maxBuffer: 1 << 26,
  });
  return (run.stdout + run.stderr).replaceAll(`${folder}/`, "").trim();
}
