/** `specwright lint`: diagnostics only. */
import { resolve } from "node:path";
import { count } from "../findings.js";
import { spread } from "../spread.js";
import type { Arguments, ExitCode, Format, Io } from "./command.js";
import { selectTasks } from "./select.js";
import { show } from "./show.js";

export async function run(args: Arguments, io: Io): Promise<ExitCode> {
  // Nothing is written, so a document on its own needs no name and no folder.
  const single = args.options["input"] === undefined ? {} : { name: "document", out: resolve(io.cwd, "document") };
  const outcomes = (await spread(selectTasks({ ...args, options: { ...args.options, ...single } }, io), { kind: "lint" })).map(({ outcome }) => outcome);
  const found = outcomes.flatMap(({ diagnostics }) => diagnostics);
  const refused = outcomes.some((outcome) => outcome.refused);
  const format = args.options["format"] as Format;
  show(found, format, refused && format === "text" ? { ...io, out: io.err } : io);
  const { error, warning, info } = count(found);
  if (format === "text") io.out(`${outcomes.length === 1 ? "1 document" : `${outcomes.length} documents`}: ${error} errors, ${warning} warnings, ${info} notes\n`);
  if (refused) return 2;
  return error > 0 || (args.options["strict"] === true && warning > 0) ? 1 : 0;
}
