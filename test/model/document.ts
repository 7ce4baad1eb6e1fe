/** Documents for the tests of the model: plain JSON, copied as `source/load` gives it, without prototypes. */
import type { SourceDocument } from "../../generator/source/document.js";
import type { Json, JsonObject } from "../../generator/json.js";
import type { DiagnosticCode, Report } from "../../generator/diagnostics.js";
import { build, type Built } from "../../generator/model/build.js";
import type { NamesLock } from "../../generator/model/names.js";

export function bare(value: Json): Json {
  if (Array.isArray(value)) return value.map(bare);
  if (typeof value !== "object" || value === null) return value;
  const copy: Record<string, Json> = Object.create(null) as Record<string, Json>;
  for (const name of Object.keys(value)) copy[name] = bare((value as JsonObject)[name] as Json);
  return copy;
}

export function documentOf(root: unknown): SourceDocument {
  return { file: "test.yaml", text: "", root: bare(root as Json) as JsonObject, version: "3.1.0", moved: new Map() };
}

export interface Reported {
  readonly code: DiagnosticCode;
  readonly at: string;
  readonly message: string;
}

/** Builds a document of which only the parts of interest are given. */
export function built(parts: object, lock?: NamesLock): Built & { reported: Reported[] } {
  const reported: Reported[] = [];
  const report: Report = (code, at, message) => void reported.push({ code, at, message });
  const root = { openapi: "3.1.0", info: { title: "Test", version: "1" }, paths: {}, ...parts };
  return { ...build(documentOf(root), { packageIdentifier: "test", report, ...(lock ? { lock } : {}) }), reported };
}
