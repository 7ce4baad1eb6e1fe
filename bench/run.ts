/**
 * `npm run bench [-- part…]`: what the work costs, as ratios to public tools on the same document in the same run.
 *
 *   validators what emitted validators cost to import and to run, beside ajv
 *   generate   the full job on GitHub's document, beside openapi-typescript (types only) and Redocly's generator
 *   vendors    the four vendors, cold, beside openapi-typescript run once for each
 *   unchanged  a run in which nothing changed, beside `node -e 0`
 *   growth     GitHub's document merged three times over, beside itself once
 *   check      the compiler over all that is emitted for GitHub's document, and over a user's 20 calls, beside types alone
 *   bundle     one call and twenty calls, bundled and compressed
 *   call       a call over loopback, beside a bare fetch of the same request
 *   import     the cold import of the package, beside zod's own
 */
import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { benchCall } from "./call.js";
import { compare, line, once, type Command } from "./measure.js";
import { benchBundle, benchCheck, benchImport } from "./package.js";
import { benchValidators } from "./validators.js";

const root = resolve(fileURLToPath(new URL("..", import.meta.url)));
const work = join(tmpdir(), "specwright-bench");
const cli = join(root, "bin/specwright.js");
const require = createRequire(import.meta.url);
const github = require.resolve("@octokit/openapi/generated/api.github.com.json");
const peerTypes = join(root, "node_modules/openapi-typescript/bin/cli.js");
const peerClient = join(root, "node_modules/@redocly/cli/bin/cli.js");

const fresh = (folder: string) => () => {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
};

const ours = (input: string, out: string, ...more: string[]): Command => ({
  name: "specwright generate",
  args: [cli, "generate", "--input", input, "--name", "bench", "--out", out, "--force", ...more],
  before: fresh(out),
});

const types = (input: string): Command => {
  const out = join(work, "types");
  return { name: "openapi-typescript", args: [peerTypes, input, "-o", join(out, "schema.ts")], before: fresh(out), cwd: work };
};

const redocly = (input: string): Command => {
  const out = join(work, "redocly");
  return {
    name: "redocly generate-client",
    args: [peerClient, "generate-client", input, "--output", join(out, "client.ts"), "--generator", "typescript", "--generator", "zod", "--docs"],
    before: fresh(out),
    cwd: work,
  };
};

const parts: Record<string, () => void | Promise<void>> = {
  validators: () => benchValidators((text) => console.log(text)),
  generate() {
    const bare = compare(ours(github, join(work, "ours"), "--no-lint"), types(github));
    console.log(line("GitHub, full job without lint / openapi-typescript", bare.ours.cpu, bare.theirs.cpu, "s", 0.55));
    console.log(line("  wall", bare.ours.wall, bare.theirs.wall, "s"));
    console.log(line("  peak memory", bare.ours.peak, bare.theirs.peak, "MiB", 1));
    const linted = compare(ours(github, join(work, "ours")), types(github), 1);
    console.log(line("GitHub, full job with lint / openapi-typescript, wall", linted.ours.wall, linted.theirs.wall, "s", 1));
    const peer = compare(ours(github, join(work, "ours"), "--no-lint"), redocly(github), 1);
    console.log(line("GitHub, full job without lint / redocly generate-client", peer.ours.cpu, peer.theirs.cpu, "s"));
    console.log(line("  peak memory", peer.ours.peak, peer.theirs.peak, "MiB"));
  },

  vendors() {
    const vendors = readdirSync(join(root, "specs")).filter((name) => existsSync(join(root, "specs", name, "openapi.yaml")));
    const copy = join(work, "vendors");
    fresh(copy)();
    const all = once({ name: "warm", args: ["-e", "0"] });
    const run = compare(
      { name: "specwright generate", args: [cli, "generate", "--force"], cwd: root },
      { name: "nothing", args: ["-e", "0"] },
      3,
    );
    const each = vendors.map((name) => once(types(join(root, "specs", name, "openapi.yaml"))));
    const sum = each.reduce((total, usage) => total + usage.wall, 0);
    console.log(line(`${vendors.length} vendors, cold, with lint / openapi-typescript for each, wall`, run.ours.wall, sum, "s", 1.5));
    console.log(line("  node itself, of that", all.wall, run.ours.wall, "s"));
  },

  unchanged() {
    once({ name: "specwright generate", args: [cli, "generate"], cwd: root });
    const run = compare(
      { name: "specwright generate", args: [cli, "generate"], cwd: root },
      { name: "node -e 0", args: ["-e", "0"] },
      9,
    );
    console.log(line("nothing changed / node -e 0, wall", run.ours.wall, run.theirs.wall, "s", 3));
    console.log(line("  cpu", run.ours.cpu, run.theirs.cpu, "s"));
  },

  growth() {
    const triple = join(work, "github-3.json");
    writeFileSync(triple, JSON.stringify(threefold(JSON.parse(readFileSync(github, "utf8")))));
    const run = compare(ours(triple, join(work, "ours3"), "--no-lint"), ours(github, join(work, "ours"), "--no-lint"), 3);
    console.log(line("GitHub three times over / once", run.ours.cpu, run.theirs.cpu, "s", 3.3));
    console.log(line("  peak memory", run.ours.peak, run.theirs.peak, "MiB"));
  },

  check() {
    once(types(github));
    benchCheck(githubPackage(), join(work, "types"), (text) => console.log(text));
  },

  bundle: () => benchBundle(githubPackage(), (text) => console.log(text)),
  call: () => benchCall(root, work),

  import: () => benchImport(githubPackage(), (text) => console.log(text)),
};

/** GitHub's document generated, once for all parts that look at the package. */
function githubPackage(): string {
  const folder = join(work, "package");
  if (!existsSync(join(folder, "src"))) once(ours(github, folder, "--no-lint"));
  return folder;
}

type Tree = { [name: string]: unknown };

/** The document merged with two copies of itself whose paths, operationIds and components have other names. */
function threefold(document: Tree): Tree {
  const copies = ["", "-b", "-c"].map((suffix) => {
    const text = JSON.stringify(document).replaceAll(/"#\/components\/(\w+)\/([^"]+)"/g, (_, kind, name) => JSON.stringify(`#/components/${kind}/${name}${suffix}`));
    return { suffix, copy: JSON.parse(text) as Tree };
  });
  const paths: Tree = {};
  const components: Tree = {};
  for (const { suffix, copy } of copies) {
    for (const [path, item] of Object.entries(copy["paths"] as Tree)) {
      for (const operation of Object.values(item as Tree)) {
        if (typeof operation === "object" && operation !== null && "operationId" in operation) operation.operationId = `${String(operation.operationId)}${suffix}`;
      }
      paths[suffix === "" ? path : `/${suffix.slice(1)}${path}`] = item;
    }
    for (const [kind, members] of Object.entries(copy["components"] as Tree)) {
      const merged = (components[kind] ??= {}) as Tree;
      for (const [name, member] of Object.entries(members as Tree)) merged[name + (kind === "securitySchemes" ? "" : suffix)] = member;
    }
  }
  return { ...document, paths, components };
}

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !(name in parts));
if (unknown.length > 0) {
  console.error(`no such part: ${unknown.join(", ")}; there are ${Object.keys(parts).join(", ")}`);
  process.exit(2);
}
mkdirSync(work, { recursive: true });
rmSync(join(work, "package"), { recursive: true, force: true });
for (const [name, part] of Object.entries(parts)) {
  if (asked.length === 0 || asked.includes(name)) await part();
}
