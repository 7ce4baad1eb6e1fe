/** `specwright lint`: diagnostics only. */
import { resolve } from "node:path";
import { place, sorted } from "../findings.js";
import { inspect } from "../pipeline.js";
import type { Arguments, ExitCode, Format, Io } from "./command.js";
import { selectVendors } from "./select.js";
import { show } from "./show.js";

export async function run(args: Arguments, io: Io): Promise<ExitCode> {
  // Nothing is written, so a document on its own needs no name and no folder.
  const options = { ...args.options, ...(args.options["input"] === undefined ? {} : { name: "document", out: resolve(io.cwd, "document") }) };
  let code: ExitCode = 0;
  for (const vendor of await selectVendors({ ...args, options }, io)) {
    const { document, diagnostics } = await inspect(vendor, io.cwd);
    const found = sorted(place(diagnostics, document));
    show(found, args.options["format"] as Format, io);
    if (found.some(({ severity }) => severity === "error")) code = 1;
  }
  return code;
}
