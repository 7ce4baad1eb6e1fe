/** The targets, in the order in which their diagnostics are shown. Nobody else imports one. */
import type { OutputFile } from "../emit/file.js";
import { agreementTarget } from "./agreement.js";
import { clientTarget } from "./client.js";
import { docsTarget } from "./docs.js";
import { packageTarget } from "./package.js";
import type { Target, TargetInput } from "./target.js";
import { typesTarget } from "./types.js";
import { validatorsTarget } from "./validators.js";

/** Heavy libraries come with the first file that needs them. */
export const targets: readonly Target[] = [typesTarget, validatorsTarget, agreementTarget, clientTarget, docsTarget, packageTarget];

/** The files of a package, target by target: what one was made of can go before the next one begins. */
export async function* filesOf(input: TargetInput): AsyncGenerator<readonly OutputFile[]> {
  for (const target of targets) yield await target.files(input);
}
