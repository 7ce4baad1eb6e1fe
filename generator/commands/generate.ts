/** `specwright generate`: every vendor's package, written where something changed. */
import { resolve } from "node:path";
import { write } from "../emit/write.js";
import { pipeline } from "../pipeline.js";
import { loadVendor, vendorFromInput, vendorNames, type Vendor } from "../vendor.js";
import type { Arguments, ExitCode, Io } from "./command.js";

export async function run(args: Arguments, io: Io): Promise<ExitCode> {
  for (const vendor of await vendorsOf(args, io)) {
    const { files, diagnostics } = await pipeline(vendor, io.cwd);
    for (const found of diagnostics) io.out(`${found.at.file}: ${found.severity} ${found.code}: ${found.message}\n`);
    const changed = write(vendor.out, files);
    io.out(`${vendor.name}: ${files.length} files, ${changed.length} changed\n`);
  }
  return 0;
}

async function vendorsOf({ words, options }: Arguments, io: Io): Promise<Vendor[]> {
  const { input, name, out } = options;
  if (typeof input === "string" && typeof name === "string" && typeof out === "string")
    return [vendorFromInput({ document: resolve(io.cwd, input), name, out: resolve(io.cwd, out) })];
  const names = words.length > 0 ? words : vendorNames(io.cwd);
  return Promise.all(names.map((vendor) => loadVendor(io.cwd, vendor)));
}
