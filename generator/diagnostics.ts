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
  "source/not-utf8": {
    title: "The file is not UTF-8",
    cause: "JSON and YAML documents of OpenAPI are UTF-8; the bytes of this file are not.",
    fix: "Save the file as UTF-8.",
    severity: "error",
  },
  "source/empty": {
    title: "The document is empty",
    cause: "The file has no content besides white space and comments.",
    fix: "Check that the download was complete.",
    severity: "error",
  },
  "source/syntax": {
    title: "The file is neither JSON nor YAML",
    cause: "The parser stopped: the file is cut off, or was edited by hand with a slip.",
    fix: "Mend the place that is named, or download the file again.",
    severity: "error",
  },
  "source/duplicate-key": {
    title: "A key is given twice in one object",
    cause: "JSON and YAML let only one of them count, and readers differ in which.",
    fix: "Remove one of the two.",
    severity: "error",
  },
  "source/key": {
    title: "A key of an object is no text",
    cause: "YAML allows lists and objects as keys; OpenAPI does not.",
    fix: "Give the key as plain text.",
    severity: "error",
  },
  "source/tag": {
    title: "A YAML tag is not allowed here",
    cause: "OpenAPI documents hold what JSON can say: only !!str, !!int, !!float, !!bool, !!null, !!seq and !!map are read.",
    fix: "Remove the tag, or write the value as JSON would.",
    severity: "error",
  },
  "source/alias": {
    title: "A YAML alias leads nowhere, or into itself",
    cause: "The anchor is missing, stands later in the file, or contains the alias.",
    fix: "Define the anchor before its alias, or use $ref for recursive structures.",
    severity: "error",
  },
  "source/too-large": {
    title: "The document is larger than the limit",
    cause: "Bytes, values after the expansion of aliases, nesting, the length of a name or the size of an enum is beyond what an API needs.",
    fix: "Split the document, or raise the limit that is named under `limits` in vendor.yaml.",
    severity: "error",
  },
  "source/not-openapi": {
    title: "The file is not an OpenAPI document",
    cause: "The root has neither `openapi` nor `swagger`, or is not an object.",
    fix: "Point at the file that starts with `openapi: 3.x.y` or `swagger: \"2.0\"`.",
    severity: "error",
  },
  "source/version": {
    title: "The document's version is not supported",
    cause: "Read are Swagger 2.0 and OpenAPI 3.0, 3.1 and 3.2.",
    fix: "Convert the document to one of these versions.",
    severity: "error",
  },
  "source/two-versions": {
    title: "The document says both `swagger` and `openapi`",
    cause: "Only one of the two can be true, and they mean different things by the same words.",
    fix: "Remove the one that does not apply.",
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

/** Ends the work on one document: it cannot be read, or reading on would be unsafe. Carries the one diagnostic that says why. */
export class Refusal extends Error {
  override readonly name = "Refusal";

  constructor(readonly diagnostic: Diagnostic) {
    super(diagnostic.message);
  }
}

/** A refusal with severity and, unless given, help from the catalogue. */
export function refuse(code: DiagnosticCode, at: Place, message: string, help?: string): Refusal {
  const entry = catalogue[code];
  return new Refusal({ code, severity: entry.severity, message, at, help: help ?? entry.fix });
}

/** Collects what the stages report about one document. */
export interface Collector {
  readonly report: Report;
  readonly found: Diagnostic[];
}

/** @param file what diagnostics name as their file. */
export function collect(file: string): Collector {
  const found: Diagnostic[] = [];
  const report: Report = (code, pointer, message, help) => {
    const entry = catalogue[code];
    found.push({ code, severity: entry.severity, message, at: { file, pointer }, help: help ?? entry.fix });
  };
  return { report, found };
}
