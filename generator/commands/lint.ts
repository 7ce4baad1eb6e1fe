/** `specwright lint`: diagnostics only. */
import { resolve } from "node:path";
import { collect } from "../diagnostics.js";
import { normalize } from "../normalize/index.js";
import { load } from "../source/load.js";
import { loadVendor, relativeName, vendorFromInput, vendorNames, type Vendor } from "../vendor.js";
import type { Arguments, ExitCode, Io } from "./command.js";

export async function run({ words, options }: Arguments, io: Io): Promise<ExitCode> {
  const vendors: Vendor[] =
    typeof options["input"] === "string"
      ? [vendorFromInput({ document: resolve(io.cwd, options["input"]), name: "input", out: io.cwd })]
      : await Promise.all((words.length > 0 ? words : vendorNames(io.cwd)).map((name) => loadVendor(io.cwd, name)));
  for (const vendor of vendors) {
    const file = relativeName(io.cwd, vendor.document);
    const { report, found } = collect(file);
    normalize(await load(vendor.document, { file, limits: vendor.limits }), report);
    for (const one of found) io.out(`${one.at.file}: ${one.severity} ${one.code}: ${one.message}\n`);
  }
  return 0;
}
