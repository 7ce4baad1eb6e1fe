/** One document → one package on disk; prints what it took as one line of JSON. */
import { mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { Refusal } from "../../generator/diagnostics.js";
import { pipeline } from "../../generator/pipeline.js";
import { vendorFromInput } from "../../generator/vendor.js";

const [file = "", out = ""] = process.argv.slice(2);
const start = performance.now();

async function run(): Promise<object> {
  const vendor = vendorFromInput({ document: file, name: "corpus", out });
  const { api, files, diagnostics } = await pipeline(vendor, dirname(file));
  for (const { path, text } of files) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), text);
  }
  const codes: Record<string, number> = {};
  for (const { code } of diagnostics) codes[code] = (codes[code] ?? 0) + 1;
  writeFileSync(join(out, "diagnostics.json"), JSON.stringify(diagnostics, null, 1));
  writeFileSync(join(out, "schemas.json"), JSON.stringify(api.schemas.map(({ at, identifier }) => [at, identifier])));
  return {
    ended: "generated",
    operations: api.groups.reduce((count, group) => count + group.operations.length, 0),
    schemas: api.schemas.length,
    codes,
  };
}

const outcome = await run().catch((error: unknown) =>
  error instanceof Refusal
    ? { ended: "refused", message: error.diagnostic.message, operations: 0, schemas: 0, codes: { [error.diagnostic.code]: 1 } }
    : { ended: "crashed", message: error instanceof Error ? (error.stack ?? error.message).slice(0, 800) : String(error), operations: 0, schemas: 0, codes: {} },
);
const seconds = (performance.now() - start) / 1000;
console.log(JSON.stringify({ ...outcome, seconds, peak: process.resourceUsage().maxRSS / 1024 }));
