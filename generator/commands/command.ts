/** Types only: what `cli.ts` hands to a command, and what it expects back. */

/** 0: fine. 1: the run found something (errors in the document, drift, a breaking change). 2: it could not run. */
export type ExitCode = 0 | 1 | 2;

export type Format = "text" | "json" | "github";

/** Where a command reads and writes. Tests hand over their own. */
export interface Io {
  /** The folder that holds `specs/` and `generated/`, and that messages are relative to. Absolute. */
  readonly cwd: string;
  /** Results: diagnostics, tables, documents. The text's line ends are the caller's. */
  readonly out: (text: string) => void;
  /** Progress and faults. */
  readonly err: (text: string) => void;
  /** Whether `err` is a terminal, so that a progress line may be rewritten. */
  readonly terminal: boolean;
  /** Whether colours are wanted (a terminal, and not NO_COLOR). */
  readonly color: boolean;
}

/** What was on the command line: the words, and the options by their camelCase name. */
export interface Arguments {
  readonly words: readonly string[];
  readonly options: { readonly [name: string]: string | boolean | readonly string[] | undefined };
}

/**
 * A command's module, `commands/<name>.ts`, has one export: `run`. It is loaded when the command is called. It says what is
 * wrong through diagnostics (a `Refusal` that it throws is shown and ends in 2); whatever else it throws is our own bug.
 */
export interface CommandModule {
  readonly run: (args: Arguments, io: Io) => Promise<ExitCode>;
}
