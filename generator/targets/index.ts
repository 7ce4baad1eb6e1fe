/** The targets, in the order in which their diagnostics are shown. Nobody else imports one. */
import type { OutputFile } from "../emit/file.js";
import type { Target, TargetInput } from "./target.js";

/** Each target is loaded when it is asked for: the heavy libraries come with the targets that need them. */
export const targets: readonly { readonly name: string; readonly load: () => Promise<Target> }[] = [
  { name: "types", load: async () => (await import("./types.js")).typesTarget },
  { name: "validators", load: async () => (await import("./validators.js")).validatorsTarget },
  { name: "agreement", load: async () => (await import("./agreement.js")).agreementTarget },
  { name: "client", load: async () => (await import("./client.js")).clientTarget },
  { name: "docs", load: async () => (await import("./docs.js")).docsTarget },
  { name: "package", load: async () => (await import("./package.js")).packageTarget },
];

/** The files of a package, target by target: what one was made of can go before the next one begins. */
export async function* filesOf(input: TargetInput): AsyncGenerator<readonly OutputFile[]> {
  for (const { load } of targets) yield await (await load()).files(input);
}
