/** One dialect: whatever version came in, the stages after this one see OpenAPI 3.1 with JSON Schema 2020-12. */
import type { Report } from "../diagnostics.js";
import type { Pointer } from "../json.js";
import type { SourceDocument } from "../source/document.js";
import { dialect } from "./dialect.js";
import { from20 } from "./from20.js";
import { operations } from "./operations.js";
import { pathItems } from "./path-items.js";
import { references } from "./references.js";
import { translate } from "./relocate.js";
import { shape } from "./shape.js";

/** Takes a document and gives another one; reports what it had to leave out or repair, by places of the document it was given. */
export type Pass = (document: SourceDocument, report: Report) => SourceDocument;

/** In this order: each pass may rely on what the ones before it made sure of. */
const passes: readonly Pass[] = [shape, from20, dialect, references, pathItems, operations];

/**
 * Brings a document into the one dialect.
 *
 * @param document as loaded and corrected; its values are taken over and changed, since a second tree beside them would double what is
 *   held of a large document
 * @returns the OpenAPI 3.1 dialect: every part of the type that its place demands, every `$ref` local and leading somewhere
 */
export function normalize(document: SourceDocument, report: Report): SourceDocument {
  const said: Said[] = [];
  const normal = passes.reduce((current, pass) => {
    const tell: Report = (code, at, message, help) => void said.push({ report: [code, at, message, help], original: translate(current.moved, at) });
    return pass(current, tell);
  }, document);
  return { ...normal, moved: tellAll(said, normal.moved, report) };
}

interface Said {
  readonly report: Parameters<Report>;
  /** The place in the text. */
  readonly original: Pointer;
}

/** A place that a later pass moved or removed has no place now: it gets one that nothing stands at, and that leads back all the same. */
function tellAll(said: readonly Said[], moved: ReadonlyMap<Pointer, Pointer>, report: Report): ReadonlyMap<Pointer, Pointer> {
  const known = new Map(moved);
  for (const { report: [code, at, message, help], original } of said) {
    const place = translate(moved, at) === original ? at : `/x-specwright-gone${at}`;
    if (place !== at) known.set(place, original);
    report(code, place, message, help);
  }
  return known;
}
