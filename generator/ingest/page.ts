/** Types only: documentation pages on their way to one OpenAPI document. */
import type { DiagnosticCode, Place } from "../diagnostics.js";
import type { JsonObject, Pointer } from "../json.js";

/** One page as it was read: a file, or the answer of a URL. */
export interface Page {
  /** For messages and provenance: a path relative to the working folder, or the URL. */
  readonly file: string;
  readonly text: string;
}

/** Who rendered a page. `document` is no page at all but an OpenAPI document; `fence` an unknown platform with a fragment in a fence. */
export type Platform =
  | "document"
  | "gitbook"
  | "mintlify"
  | "mintlify-2025"
  | "mintlify-mdx"
  | "readme"
  | "fern"
  | "apidog"
  | "docusaurus-openapi"
  | "redoc"
  | "scalar"
  | "swagger-ui"
  | "elements"
  | "starlight-text"
  | "starlight-html"
  | "fence";

/** Where on its page a fragment stands. */
export interface Span {
  /** Offset of the first character, 0-based. */
  readonly start: number;
  /** Offset after the last character. */
  readonly end: number;
  /** 1-based. */
  readonly line: number;
}

/** A piece of an OpenAPI document, as one page gives it. */
export interface Fragment {
  readonly page: Page;
  readonly platform: Platform;
  readonly span: Span;
  /** `openapi` or `swagger`, `paths` and so on; null-prototype objects throughout. Without `openapi` when the page gives no version. */
  readonly root: JsonObject;
  /** The fragment leaves out parts on purpose (`...`): it illustrates, and gives way to whole ones. */
  readonly elided: boolean;
}

/** Reports at a place of a page; severity and the general fix come from the catalogue. */
export type IngestReport = (code: DiagnosticCode, at: Place, message: string, help?: string) => void;

/** Where one operation, or one component, comes from. */
export interface Source {
  /** Of the ingested document: `/paths/~1contacts/post`. */
  readonly pointer: Pointer;
  readonly file: string;
  readonly platform: Platform;
  readonly span: Span;
}

/** What came out of one or several pages. */
export interface Ingested {
  readonly document: JsonObject;
  /** Sorted by pointer, file and span. */
  readonly provenance: readonly Source[];
}

/** The place of a fragment for a diagnostic. */
export function placeOf(fragment: Pick<Fragment, "page" | "span">): Place {
  return { file: fragment.page.file, line: fragment.span.line };
}
