/** Types only: a vendor's document on its way from text to the normalized form. */
import type { JsonObject, Pointer } from "../json.js";

export interface SourceDocument {
  /** Path for messages, relative to the working folder, with forward slashes. */
  readonly file: string;
  /** The vendor's own text, for positions. */
  readonly text: string;
  /** A tree without prototypes, in which no object stands in two places. After `normalize`: the OpenAPI 3.1 dialect, every `$ref` local. */
  readonly root: JsonObject;
  /** The version the vendor wrote: `2.0`, `3.0.3`, `3.1.0`, `3.2.0`. Schema semantics that differ were already brought to 2020-12. */
  readonly version: string;
  /** Pointer now → pointer in the text, for subtrees that a pass moved or made. Nearest ancestor counts. */
  readonly moved: ReadonlyMap<Pointer, Pointer>;
  /** The other files of a document of many files, as messages name them. A place in one of them is `file#pointer` in `moved`. */
  readonly others?: ReadonlyMap<string, { readonly path: string; readonly text: string }>;
}
