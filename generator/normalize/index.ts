/** One dialect: whatever version came in, the stages after this one see OpenAPI 3.1 with JSON Schema 2020-12. */
import type { Report } from "../diagnostics.js";
import type { SourceDocument } from "../source/document.js";
import { dialect } from "./dialect.js";
import { from20 } from "./from20.js";
import { operations } from "./operations.js";
import { pathItems } from "./path-items.js";
import { references } from "./references.js";
import { shape } from "./shape.js";

/** Takes a document and gives another one; reports what it had to leave out or repair. */
export type Pass = (document: SourceDocument, report: Report) => SourceDocument;

/** In this order: each pass may rely on what the ones before it made sure of. */
const passes: readonly Pass[] = [shape, from20, dialect, references, pathItems, operations];

/**
 * Brings a document into the one dialect.
 *
 * @param document as loaded and corrected; it is not changed
 * @returns the OpenAPI 3.1 dialect: every part of the type that its place demands, every `$ref` local and leading somewhere
 */
export function normalize(document: SourceDocument, report: Report): SourceDocument {
  return passes.reduce((current, pass) => pass(current, report), document);
}
