import type { OutputFile } from "../../generator/emit/file.js";
import { render, type RenderedFile, whole } from "../../generator/emit/render.js";

/** All files at once. */
export async function renderAll(files: readonly OutputFile[]): Promise<RenderedFile[]> {
  const all: RenderedFile[] = [];
  for await (const file of render(files)) all.push(whole(file));
  return all;
}
