/** What a module uses of other modules, noted while it is printed. */
import type { Code } from "../../emit/code.js";
import type { ImportLine } from "../../emit/file.js";

/** The modules of a package, as they import each other. */
export type PackageModule = "./client.js" | "./errors.js" | "./runtime/index.js" | "./types.js" | "./validators.js" | "./webhooks.js";

/** Collects imports. Both methods give the name back, so that they stand where the name is printed. */
export class Imports {
  readonly #values = new Map<PackageModule, Set<string>>();
  readonly #types = new Map<PackageModule, Set<string>>();

  /** A function, constant or class. */
  value(from: PackageModule, name: Code): Code {
    return note(this.#values, from, name);
  }

  type(from: PackageModule, name: Code): Code {
    return note(this.#types, from, name);
  }

  lines(): ImportLine[] {
    const values = [...this.#values].map(([from, names]) => ({ from, names: [...names] }));
    const types = [...this.#types].map(([from, names]) => ({ from, types: [...names] }));
    return [...values, ...types];
  }
}

function note(section: Map<PackageModule, Set<string>>, from: PackageModule, name: Code): Code {
  const names = section.get(from);
  if (names) names.add(name);
  else section.set(from, new Set([name]));
  return name;
}
