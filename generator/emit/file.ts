/** Types only: what a target hands to the disk. */
import type { StatementStructures } from "ts-morph";
import type { Code } from "./code.js";

export type OutputFile = ModuleFile | TemplateFile | SeriesFile | TextFile | CopyFile;

/** A TypeScript module. Statements are printed code (a very long one as its lines), or ts-morph structures where a structure reads better. */
export interface ModuleFile {
  readonly kind: "module";
  /** Relative to the package, with forward slashes. */
  readonly path: string;
  /** The module's own doc comment, already through `docComment`. */
  readonly header?: Code;
  readonly imports: readonly ImportLine[];
  readonly statements: readonly Statement[];
}

/** A printed statement: its code, or its lines. */
export type Printed = Code | readonly Code[];

export type Statement = Printed | StatementStructures;

/** Merged and sorted per module by the printer; only names that are used should be given. */
export interface ImportLine {
  readonly from: string;
  readonly names?: readonly string[];
  readonly types?: readonly string[];
  /** `import * as NAMESPACE from "…"`. */
  readonly namespace?: string;
}

/** Prose with holes: a Handlebars template below `templates/` and a view of finished strings, made when the page is: many pages are large. */
export interface TemplateFile {
  readonly kind: "template";
  readonly path: string;
  /** Relative to `templates/`, e.g. `package/README.md.hbs`. */
  readonly template: string;
  readonly view: () => object;
}

/** A long page: templates filled one after the other. Each view is made when its turn comes, and goes with it. */
export interface SeriesFile {
  readonly kind: "series";
  readonly path: string;
  readonly parts: () => Iterable<Pick<TemplateFile, "template"> & { readonly view: object }>;
}

/** Finished text (JSON, YAML); a large one is made piece by piece while it is written. */
export interface TextFile {
  readonly kind: "text";
  readonly path: string;
  readonly text: string | Pour;
}

/** Hands over a text in pieces, each of which can go when the next one comes. */
export type Pour = (put: (piece: string) => void) => void;

/** A file of `templates/` that never varies, copied byte for byte. */
export interface CopyFile {
  readonly kind: "copy";
  readonly path: string;
  /** Relative to `templates/`, e.g. `runtime/client.ts`. */
  readonly from: string;
}
