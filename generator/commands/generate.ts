/** `specwright generate`: every vendor's package, written where something changed. */
import { writeFileSync } from "node:fs";
import { write } from "../emit/write.js";
import { place, sorted } from "../findings.js";
import { pipeline } from "../pipeline.js";
import { selectVendors } from "./select.js";
import type { Arguments, ExitCode, Format, Io } from "./command.js";
import { show } from "./show.js";

export async function run(args: Arguments, io: Io): Promise<ExitCode> {
  let code: ExitCode = 0;
  for (const vendor of await selectVendors(args, io)) {
    const { files, diagnostics, document, lock } = await pipeline(vendor, io.cwd);
    const found = sorted(place(diagnostics, document));
    show(found, args.options["format"] as Format, io);
    if (found.some(({ severity }) => severity === "error")) code = 1;
    const changed = write(vendor.out, files);
    if (vendor.lock !== undefined) writeFileSync(vendor.lock, `${JSON.stringify(lock, null, 2)}\n`);
    io.out(`${vendor.name}: ${files.length} files, ${changed.length} changed\n`);
  }
  return code;
}
