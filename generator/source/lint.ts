/** Redocly's rules, on the document as the overlay left it. The library is heavy: only what needs a lint imports this file. */
import { BaseResolver, lintDocument, loadConfig, type Document, type NormalizedProblem, Source } from "@redocly/openapi-core";
import { type Diagnostic, refuse } from "../diagnostics.js";

/** Nothing is fetched or read: references out of the document were followed, or refused, when it was loaded. */
class NoResolver extends BaseResolver {
  override loadExternalRef(reference: string): Promise<Source> {
    return Promise.reject(new Error(`${reference.slice(0, 100)} is not part of the document`));
  }
}

/** A document to lint, as what can be handed to another thread. */
export interface LintTask {
  /** As messages name it. */
  readonly file: string;
  /** The document as JSON: the rules call methods of their objects, so they get ordinary ones of their own. */
  readonly json: string;
  /** Path of the `redocly.yaml` to use. */
  readonly rules: string;
}

/**
 * Lints a document.
 *
 * @returns diagnostics with the code `lint/<rule>`; their pointers are the document's
 */
export async function lint({ file, json, rules }: LintTask): Promise<Diagnostic[]> {
  const config = await loadConfig({ configPath: rules });
  const document: Document = { source: new Source(file, json), parsed: JSON.parse(json) as unknown };
  try {
    const problems = await lintDocument({ document, config, externalRefResolver: new NoResolver() });
    return problems.filter((problem) => !problem.ignored).map((problem) => diagnostic(problem, file));
  } catch (error) {
    // The rules trust their document; on one with a property called `hasOwnProperty`, say, they fail.
    const reason = error instanceof Error ? (error.message.split("\n", 1)[0] ?? "") : "";
    return [refuse("source/lint-failed", { file }, `The lint stopped: ${reason.slice(0, 200)}.`).diagnostic];
  }
}

function diagnostic({ ruleId, severity, message, location, suggest }: NormalizedProblem, file: string): Diagnostic {
  const pointer = location[0]?.pointer?.replace(/^#\/?/, "/").replace(/^\/$/, "") ?? "";
  const [first] = suggest;
  return {
    code: `lint/${ruleId}`,
    severity: severity === "error" ? "error" : "warning",
    message: message.replaceAll(/\s*\n\s*/g, " ").trim(),
    at: { file, pointer: canonical(pointer) },
    help: first === undefined ? `The rule ${ruleId} of redocly.yaml asks for it; a waiver in vendor.yaml accepts it, with a reason.` : `Did you mean ${first}?`,
  };
}

/** Redocly percent-encodes some characters of its pointers (RFC 6901, 6). */
function canonical(pointer: string): string {
  try {
    return decodeURIComponent(pointer);
  } catch {
    return pointer;
  }
}
