/** What targets produced → text. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { OutputFile } from "./file.js";
import { installed } from "../installed.js";
import { modulePieces } from "./module.js";
import { templates } from "./template.js";

/** A file as it will be on disk. */
export interface RenderedFile {
  /** Relative to the package, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/**
 * The same, its text in pieces. In one piece, a text of ten megabytes with a single character beyond Latin-1 takes two bytes for each
 * of its characters, and is put together and encoded accordingly.
 */
export interface RenderedPieces {
  readonly path: string;
  readonly pieces: readonly string[];
}

/** The file with its text in one piece. */
export function whole({ path, pieces }: RenderedPieces): RenderedFile {
  return { path, text: pieces.join("") };
}

/** Prints file after file, so that what one is made of goes before the next one comes. The printers' libraries are loaded with the first file that needs one. */
export async function* render(files: readonly OutputFile[]): AsyncGenerator<RenderedPieces> {
  const renderTemplate = templates();
  const piecesOf = async (file: OutputFile): Promise<readonly string[]> => {
    switch (file.kind) {
      case "module":
        return modulePieces(file);
      case "template":
        return [await renderTemplate(file.template, file.view())];
      case "series": {
        const pieces: string[] = [];
        for (const { template, view } of file.parts()) pieces.push(await renderTemplate(template, view));
        return pieces;
      }
      case "text":
        return typeof file.text === "string" ? [file.text] : file.text;
      case "copy":
        return [await readFile(join(installed.templates, file.from), "utf8")];
    }
  };
  for (const file of files) yield { path: file.path, pieces: await piecesOf(file) };
}
