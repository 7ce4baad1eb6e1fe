/** Generates a case's folder in memory, the way the command line does. */
import { existsSync } from "node:fs";
import { basename, join } from "node:path";
import { type Diagnostic, Refusal } from "../../generator/diagnostics.js";
import { place } from "../../generator/findings.js";
import { vendorFromInput, type Vendor } from "../../generator/vendor.js";
import type { RenderedFile } from "../../generator/emit/render.js";
import { pipeline } from "../../generator/pipeline.js";

const inputs = ["openapi.yaml", "openapi.json"];

export async function generateCase(folder: string): Promise<{ readonly files: readonly RenderedFile[]; readonly diagnostics: readonly Diagnostic[] }> {
  try {
    const { document, files, diagnostics } = await pipeline(vendorOf(folder), folder);
    return { files, diagnostics: place(diagnostics, document) };
  } catch (error) {
    if (error instanceof Refusal) return { files: [], diagnostics: [error.diagnostic] };
    throw error;
  }
}

function vendorOf(folder: string): Vendor {
  const document = inputs.map((file) => join(folder, file)).find((path) => existsSync(path)) ?? join(folder, "openapi.yaml");
  const overlay = join(folder, "overlay.yaml");
  return { ...vendorFromInput({ document, name: basename(folder), out: folder }), overlay: existsSync(overlay) ? overlay : undefined };
}

/** One line a diagnostic, as the golden files hold them. */
export function formatDiagnostics(diagnostics: readonly Diagnostic[]): string {
  return diagnostics
    .map(({ at, severity, code, message }) => `${at.file}:${at.line ?? 1}:${at.column ?? 1} ${severity} ${code} ${message}\n`)
    .sort()
    .join("");
}
