/** argv → one command. The only place that knows exit codes, argv and the process. */
import { readFileSync } from "node:fs";
import type { Arguments, CommandModule, ExitCode, Io } from "./commands/command.js";
import { Refusal } from "./diagnostics.js";
import { installed } from "./installed.js";
import { library } from "./library.js";

const { Command, CommanderError, Option } = library<typeof import("commander")>("commander");

interface CommandLine {
  readonly usage: string;
  readonly summary: string;
  readonly options: readonly (readonly [flags: string, description: string])[];
  readonly examples: readonly string[];
  readonly load: () => Promise<CommandModule>;
  /** What is shown, and how: diagnostics as text, JSON or annotations, unless the command has a report of its own. */
  readonly formats?: readonly string[];
}

const reportFormats = ["text", "json", "markdown", "html", "github"];

const strict = ["--strict", "count warnings as errors"] as const;

/** The commands, in the order of the help. */
const commands: readonly CommandLine[] = [
  {
    usage: "generate [vendor...]",
    summary: "generate packages: all vendors, or those that are named",
    options: [
      ["--input <file>", "one document, without a vendor folder (with --name and --out)"],
      ["--name <name>", "the package's name, with --input"],
      ["--out <dir>", "the package's folder, with --input"],
      ["--check", "write nothing; exit 1 and list what would change"],
      ["--force", "generate even if nothing has changed"],
      ["--no-lint", "leave the lint out"],
      ["--allow <path...>", "folders or addresses outside the document's folder that a $ref may lead to, with --input"],
      ["--shard <i/n>", "only the i-th of n parts of the vendors"],
      strict,
    ],
    examples: ["specwright generate", "specwright generate pristo --check", "specwright generate --input openapi.yaml --name acme --out packages/acme"],
    load: () => import("./commands/generate.js"),
  },
  {
    usage: "lint [vendor...]",
    summary: "show diagnostics only",
    options: [["--input <file>", "one document, without a vendor folder"], ["--allow <path...>", "folders or addresses outside the document's folder that a $ref may lead to, with --input"], strict],
    examples: ["specwright lint", "specwright lint --input openapi.yaml --format github"],
    load: () => import("./commands/lint.js"),
  },
  {
    usage: "ingest <vendor-or-page...>",
    summary: "read documentation pages (files or addresses) into one OpenAPI document",
    options: [["--out <file>", "write the document to a file instead of the standard output"]],
    examples: ["specwright ingest contacts.md --out openapi.yaml", "specwright ingest https://docs.example.com/contacts.md", "specwright ingest pristo"],
    load: () => import("./commands/ingest.js"),
  },
  {
    usage: "add <vendor> <page-or-document...>",
    summary: "make a vendor's folder from documentation pages or a document",
    options: [],
    examples: ["specwright add acme https://docs.acme.com/api/contacts.md", "specwright add acme openapi.json"],
    load: () => import("./commands/add.js"),
  },
  {
    usage: "diff <base> [revision...]",
    summary: "compare two documents, or a vendor's document with its source, and classify every change",
    options: [["--out <file>", "write the report to a file"]],
    examples: ["specwright diff old.yaml new.yaml", "specwright diff pristo", "specwright diff pristo contacts.md --format html --out changes.html"],
    load: () => import("./commands/diff.js"),
    formats: reportFormats,
  },
  {
    usage: "sync [vendor...]",
    summary: "read the vendors' sources again, show what changed, and make the release that follows from it",
    options: [
      ["--dry-run", "write nothing"],
      ["--accept", "release breaking changes, and operations that have vanished, too"],
      ["--out <file>", "write the report to a file (with several vendors: a folder)"],
    ],
    examples: ["specwright sync", "specwright sync pristo --dry-run", "specwright sync --accept --format markdown --out changes"],
    load: () => import("./commands/sync.js"),
    formats: reportFormats,
  },
  {
    usage: "init",
    summary: "write a first vendor and the lint's rules into an empty project",
    options: [],
    examples: ["specwright init && specwright generate"],
    load: () => import("./commands/init.js"),
  },
  {
    usage: "watch [vendor...]",
    summary: "generate a vendor whenever its files change",
    options: [["--no-lint", "leave the lint out"]],
    examples: ["specwright watch", "specwright watch pristo"],
    load: () => import("./commands/watch.js"),
  },
];

/**
 * Runs one command line.
 *
 * @param argv without node and the script
 */
export async function main(argv: readonly string[], io: Io): Promise<ExitCode> {
  let code: ExitCode = 0;
  const program = new Command("specwright")
    .description("Turns the documents in which vendors describe their HTTP APIs into typed TypeScript packages.")
    .version(version(), "-V, --version", "show the version")
    .exitOverride()
    .configureOutput({ writeOut: io.out, writeErr: io.err });
  for (const line of commands) {
    const command = program.command(line.usage).description(line.summary);
    for (const [flags, description] of line.options) command.option(flags, description);
    command.addOption(new Option("--format <format>", line.formats ? "the report's form" : "how diagnostics are shown").choices(line.formats ?? ["text", "json", "github"]).default("text"));
    command.addHelpText("after", `\nExamples:\n${line.examples.map((example) => `  ${example}`).join("\n")}`);
    command.action(async () => {
      const { run } = await line.load();
      code = await run({ words: command.args, options: command.opts<Arguments["options"]>() }, io);
    });
  }
  try {
    await program.parseAsync(argv, { from: "user" });
    return code;
  } catch (error) {
    return failed(error, io);
  }
}

function version(): string {
  return (JSON.parse(readFileSync(installed.manifest, "utf8")) as { readonly version: string }).version;
}

function failed(error: unknown, io: Io): ExitCode {
  if (error instanceof CommanderError) return error.exitCode === 0 ? 0 : 2;
  if (error instanceof Refusal) {
    const { code, message, help, at } = error.diagnostic;
    // A refusal of the command line itself has no file but the command.
    const file = at.file === "" || at.file === "specwright" || message.includes(at.file) ? "" : `${at.file}: `;
    io.err(`specwright: ${file}${message} (${code})\n${help}\n`);
    return 2;
  }
  const message = error instanceof Error ? error.message : String(error);
  io.err(`specwright: a fault of its own: ${message.split("\n", 1)[0] ?? ""}\nPlease report it with the document that led to it; SPECWRIGHT_DEBUG=1 shows where it happened.\n`);
  if (process.env["SPECWRIGHT_DEBUG"] && error instanceof Error) io.err(`${error.stack ?? ""}\n`);
  return 2;
}

/** The process's own streams and folder. */
export function processIo(): Io {
  return {
    cwd: process.cwd(),
    out: (text) => process.stdout.write(text),
    err: (text) => process.stderr.write(text),
    terminal: process.stderr.isTTY === true,
    color: process.stdout.isTTY === true && !process.env["NO_COLOR"],
  };
}
