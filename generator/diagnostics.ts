/**
 * What a run found. A code is stable and has title, cause and fix in the catalogue; an undocumented code does not compile.
 */
import type { Pointer } from "./json.js";

export type Severity = "error" | "warning" | "info";

export interface CatalogueEntry {
  readonly title: string;
  readonly cause: string;
  readonly fix: string;
  readonly severity: Severity;
}

/** The codes, by stage. Add a row here before reporting a new code. */
export const catalogue = {
  "source/unreadable": {
    title: "The document cannot be read",
    cause: "The file is missing, is a folder, or may not be opened.",
    fix: "Check the path in vendor.yaml or on the command line.",
    severity: "error",
  },
} as const satisfies Record<string, CatalogueEntry>;

export type DiagnosticCode = keyof typeof catalogue;

export interface Diagnostic {
  readonly code: DiagnosticCode | `lint/${string}`;
  readonly severity: Severity;
  /** What is wrong, in one sentence with the names of the case. */
  readonly message: string;
  readonly at: Place;
  /** What to do about it, in this case. */
  readonly help: string;
}

export interface Place {
  readonly file: string;
  /** Pointer into the vendor's own text, where there is one. */
  readonly pointer?: Pointer;
  /** 1-based. Filled in when a diagnostic is shown (`source/locate.ts`). */
  readonly line?: number;
  readonly column?: number;
}

/** The only sink: `report(code, pointer, message, help?)`; severity and the general fix come from the catalogue. Pointers are the normalized document's. */
export type Report = (code: DiagnosticCode, at: Pointer, message: string, help?: string) => void;
