/** Packs each vendor's package as npm would publish it, and installs them all into a folder that knows nothing of us. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Api } from "../../generator/model/api.js";
import type { Vendor } from "../../generator/vendor.js";
import { generated, project, vendors } from "../support/vendors.js";

export interface Consumer {
  /** The folder with `node_modules`. */
  readonly folder: string;
  readonly tarballs: ReadonlyMap<string, string>;
}

/** Runs a program and gives what it printed; throws with that when it fails. */
export function run(command: string, args: readonly string[], cwd: string): string {
  const env = { ...process.env, npm_config_audit: "false", npm_config_fund: "false", npm_config_update_notifier: "false" };
  const { status, stdout, stderr, error } = spawnSync(command, args, { cwd, encoding: "utf8", maxBuffer: 1 << 26, env });
  if (error !== undefined) throw error;
  if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${status}\n${stdout}\n${stderr}`);
  return stdout;
}

export async function prepareConsumer(): Promise<Consumer> {
  const root = mkdtempSync(join(tmpdir(), "specwright-consumer-"));
  const tarballs = new Map<string, string>();
  for (const name of vendors) tarballs.set(name, pack(join(root, "packages", name), (await generated(name)).files));
  const folder = join(root, "consumer");
  mkdirSync(folder);
  writeFileSync(join(folder, "package.json"), JSON.stringify({ private: true, type: "module" }));
  run("npm", ["install", "--prefer-offline", ...tarballs.values()], folder);
  return { folder, tarballs };
}

/** `npm pack`, with the build that it starts. The compiler is ours: a published package is built before it is installed. */
function pack(folder: string, files: readonly { readonly path: string; readonly text: string }[]): string {
  for (const { path, text } of files) {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  }
  symlinkSync(join(project, "node_modules"), join(folder, "node_modules"), "junction");
  run("npm", ["pack"], folder);
  return join(folder, readdirSync(folder).find((file) => file.endsWith(".tgz")) ?? "");
}

/** The programs of a package's documentation, by where they stand. */
export function samplePrograms(folder: string): ReadonlyMap<string, string> {
  const found = new Map<string, string>();
  for (const file of readdirSync(join(folder, "docs")).filter((each) => each.endsWith(".md"))) {
    const page = readFileSync(join(folder, "docs", file), "utf8");
    [...page.matchAll(/^(`{3,})ts\n([\s\S]*?)\n\1$/gm)].forEach((match, index) => found.set(`${file.replace(/\.md$/, "")}-${index}`, match[2] as string));
  }
  return found;
}

/** The pieces of a package's README as programs: what a reader has at hand by then (`args`, `options`, `value`) is declared before them. */
export function readmePrograms(folder: string, { api, vendor }: { readonly api: Api; readonly vendor: Vendor }): ReadonlyMap<string, string> {
  const readme = readFileSync(join(folder, "README.md"), "utf8");
  const operation = api.groups[0]?.operations[0];
  const from = `from ${JSON.stringify(vendor.package.packageName)};`;
  const types = `import type { ${operation?.typeIdentifier}Args as Args, ${api.identifier}Options as Options } ${from}\ndeclare const args: Args;\ndeclare const options: Options;\ndeclare const value: unknown;\n`;
  const client = `import { create${api.identifier}Client, ApiError } ${from}\nconst ${api.identifier.toLowerCase()} = create${api.identifier}Client(options);\n`;
  const blocks = [...readme.matchAll(/^```ts\n([\s\S]*?)\n```$/gm)].map((match) => match[1] as string);
  return new Map(blocks.map((block, index) => [`readme-${index}`, `${types}${block.startsWith("import") ? "" : client}${block}\nexport {};\n`]));
}
