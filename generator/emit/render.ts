/** What targets produced → text. */
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { OutputFile } from "./file.js";
import { templatesFolder } from "./folder.js";
import { templates } from "./template.js";

/** A file as it will be on disk. */
export interface RenderedFile {
  /** Relative to the package, with forward slashes. */
  readonly path: string;
  readonly text: string;
}

/** Prints file after file, so that what one is made of goes before the next one comes. The printers' libraries are loaded with the first file that needs one. */
export async function* render(files: readonly OutputFile[]): AsyncGenerator<RenderedFile> {
  const renderTemplate = templates();
  const textOf = async (file: OutputFile): Promise<string> => {
    switch (file.kind) {
      case "module":
        return (await import("./module.js")).printModule(file);
      case "template":
        return renderTemplate(file.template, file.view());
      case "text":
        return file.text;
      case "copy":
        return readFile(join(templatesFolder(), file.from), "utf8");
    }
  };
  for (const file of files) yield { path: file.path, text: await textOf(file) };
}
