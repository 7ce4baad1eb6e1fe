/** What targets produced → text. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { OutputFile, Pour } from "./file.js";
import { installed } from "../installed.js";
import { modulePieces } from "./module.js";
import { templates, type Render } from "./template.js";

/** A file as it will be on disk. */
export interface RenderedFile {
  /** Relative to the package, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/**
 * The same, its text in pieces. In one piece, a text of ten megabytes with a single character beyond Latin-1 takes two bytes for each
 * of its characters, and is put together and encoded accordingly; and all of it is there at a time.
 */
export interface RenderedPieces {
  readonly path: string;
  readonly pour: Pour;
}

/** The file with its text in one piece. */
export function whole({ path, pour }: RenderedPieces): RenderedFile {
  const pieces: string[] = [];
  pour((piece) => void pieces.push(piece));
  return { path, text: pieces.join("") };
}

/** A text that is there already. */
const pouring = (text: string): Pour => (put) => put(text);

/** Prints file after file, so that what one is made of goes before the next one comes. The printers' libraries are loaded with the first file that needs one. */
export async function* render(files: readonly OutputFile[]): AsyncGenerator<RenderedPieces> {
  let fill: Render | undefined;
  const pourOf = async (file: OutputFile): Promise<Pour> => {
    switch (file.kind) {
      case "module":
        return modulePieces(file);
      case "template":
        return pouring((fill ??= await templates())(file.template, file.view()));
      case "series": {
        const filler = (fill ??= await templates());
        return (put) => {
          for (const { template, view } of file.parts()) put(filler(template, view));
        };
      }
      case "text":
        return typeof file.text === "string" ? pouring(file.text) : file.text;
      case "copy":
        return pouring(await readFile(join(installed.templates, file.from), "utf8"));
    }
  };
  for (const file of files) yield { path: file.path, pour: await pourOf(file) };
}
