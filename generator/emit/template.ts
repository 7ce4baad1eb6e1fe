/**
 * Prose with holes. A template loops and asks whether something is there; everything else is decided in the view, whose
 * strings are finished: escaped for the very place they go to (`emit/prose.ts`). So nothing is escaped here, and a name
 * that the view does not have is an error instead of a gap.
 */
import { readFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import type { TemplateDelegate } from "handlebars";
import { templatesFolder } from "./folder.js";

/** Fills a template: `render("package/README.md.hbs", view)`. */
export type Render = (template: string, view: object) => Promise<string>;

/**
 * A printer of templates. Handlebars is loaded with the first template, and each template is read and compiled once.
 *
 * @param folder the folder that templates are named from
 * @returns a function that throws when a template asks for something that its view does not have
 */
export function templates(folder: string = templatesFolder()): Render {
  const compiled = new Map<string, Promise<TemplateDelegate>>();
  return async (template, view) => {
    let made = compiled.get(template);
    if (made === undefined) compiled.set(template, (made = compile(join(folder, template))));
    return inOnePiece((await made)(view));
  };
}

/**
 * V8 keeps a text that was put together as the tree of its pieces, several times its size for a page of small ones, until somebody
 * asks for a character.
 */
function inOnePiece(text: string): string {
  text.charCodeAt(0);
  return text;
}

async function compile(path: string): Promise<TemplateDelegate> {
  const source = await readFile(path, "utf8");
  // By `require`: an import looks through the library's text for its exports first, which takes longer than to load it.
  const handlebars = createRequire(import.meta.url)("handlebars") as typeof import("handlebars");
  // An instance of our own: helpers and partials that somebody registers elsewhere in the process are not ours.
  return handlebars.create().compile(source, {
    strict: true,
    noEscape: true,
    knownHelpersOnly: true,
    preventIndent: true,
    // No template asks for @index and the like, which would cost an object for each turn of a loop.
    data: false,
  });
}
