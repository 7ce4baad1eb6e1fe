/** The readers, in the order in which they are asked. The first that gives fragments is the page's. */
import { type DiagnosticCode, Refusal } from "../diagnostics.js";
import type { Fragment, IngestReport } from "./page.js";
import type { View } from "./view.js";

/** Reads the pages of one platform. */
export interface Reader {
  /** What it looks for, for the message when no reader finds anything: "a fence with an OpenAPI fragment". */
  readonly looksFor: string;
  readonly kind: View["kind"];
  /** The fragments of a page; none when the page is another platform's. */
  read(view: View, report: IngestReport): Promise<readonly Fragment[]>;
}

/** Each reader is loaded when a page of its kind comes by. */
const loaders: readonly { readonly kind: View["kind"]; load(): Promise<Reader> }[] = [
  { kind: "document", load: async () => (await import("./read/document.js")).documentReader },
  { kind: "text", load: async () => (await import("./read/fences.js")).fenceReader },
  { kind: "text", load: async () => (await import("./read/html-code.js")).markdownCodeReader },
  { kind: "text", load: async () => (await import("./read/docusaurus.js")).docusaurusReader },
  { kind: "text", load: async () => (await import("./read/mintlify-mdx.js")).mintlifyMdxReader },
  { kind: "text", load: async () => (await import("./read/named.js")).namedDocumentReader },
  { kind: "text", load: async () => (await import("./read/script.js")).scriptReader },
  { kind: "text", load: async () => (await import("./read/starlight-text.js")).starlightTextReader },
  { kind: "html", load: async () => (await import("./read/html-documents.js")).htmlDocumentReader },
  { kind: "html", load: async () => (await import("./read/starlight-html.js")).starlightHtmlReader },
  { kind: "html", load: async () => (await import("./read/html-code.js")).htmlCodeReader },
];

/** @returns no fragments after reporting what was looked for. */
export async function readPage(view: View, report: IngestReport): Promise<readonly Fragment[]> {
  const asked: string[] = [];
  let told = false;
  const noting: IngestReport = (...args) => {
    told = true;
    report(...args);
  };
  for (const { kind, load } of loaders) {
    if (kind !== view.kind) continue;
    const reader = await load();
    const fragments = await guarded(reader, view, noting);
    if (fragments.length > 0) return fragments;
    // A reader that knew the page and said what is wrong with it has the last word.
    if (told) return [];
    asked.push(reader.looksFor);
  }
  const promised = /\.(?:md|mdx|json|ya?ml|txt)$/i.exec(view.page.file.replace(/[?#].*$/, ""))?.[0];
  if (view.kind === "html" && promised !== undefined) {
    report("ingest/wrong-kind", { file: view.page.file }, `The name ends in ${promised}, but the content is an HTML page without a document in it.`);
    return [];
  }
  report("ingest/nothing-usable", { file: view.page.file }, `The page (${kindNames[view.kind]}) has none of what was looked for: ${asked.join("; ")}.`);
  return [];
}

/** A refusal is the reader's last word on the page. */
async function guarded(reader: Reader, view: View, report: IngestReport): Promise<readonly Fragment[]> {
  try {
    return await reader.read(view, report);
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const { code, at, message, help } = error.diagnostic;
    report(code as DiagnosticCode, at, message, help);
    return [];
  }
}

const kindNames: Readonly<Record<View["kind"], string>> = { document: "a document", html: "HTML", text: "text or Markdown" };
