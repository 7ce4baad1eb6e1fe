/**
 * Prose with holes. A template loops and asks whether something is there; everything else is decided in the view, whose
 * strings are finished: escaped for the very place they go to (`emit/prose.ts`). So nothing is escaped here, and a name
 * that the view does not have is an error instead of a gap.
 */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import type Handlebars from "handlebars";
import { installed } from "../installed.js";
import { library } from "../library.js";

/** Fills a template: `render("package/README.md.hbs", view)`. */
export type Render = (template: string, view: object) => string;

/**
 * A printer of templates. Handlebars is loaded with the first template, and each template is read and made once.
 *
 * @param folder the folder that templates are named from
 * @returns a function that throws when a template is not there, or asks for something that its view does not have
 */
export async function templates(folder: string = installed.templates): Promise<Render> {
  const { prepared = {} } = existsSync(installed.preparedTemplates) ? ((await import(pathToFileURL(installed.preparedTemplates).href)) as { prepared: Record<string, Prepared> }) : {};
  const compiled = new Map<string, Template>();
  return (template, view) => {
    let made = compiled.get(template);
    if (made === undefined) compiled.set(template, (made = compile(readFileSync(join(folder, template), "utf8"), prepared[template])));
    return inOnePiece(made(view));
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

// No template asks for @index and the like, which would cost an object for each turn of a loop (`data`).
const options = { strict: true, noEscape: true, knownHelpersOnly: true, preventIndent: true, data: false } as const;

type Library = typeof Handlebars;
type Template = ReturnType<Library["template"]>;

/** A template as Handlebars' compiler leaves it for its runtime, beside the text that it was made of. */
export interface Prepared {
  readonly source: string;
  readonly specification: Parameters<Library["template"]>[0];
}

// Where a hole or a helper stands in its template: three objects made each time. Template text stands in strings, its quotes escaped.
const position = String.raw`\{"line":\d+,"column":\d+\}`;
const place = new RegExp(`, ?(?:"loc":)?\\{"start":${position},"end":${position}\\}`, "g");

/** A template as the text of an expression, for the runtime. What a view does not have is reported by its name, without its line. */
export function precompiled(source: string): string {
  return (handlebars("handlebars").precompile(source, options) as string).replace(place, "");
}

/** To compile takes three times as long as everything else about templates: only for one that changed since the build. */
function compile(source: string, made: Prepared | undefined): Template {
  // An instance of our own: helpers and partials that somebody registers elsewhere in the process are not ours.
  if (made?.source === source) return handlebars("handlebars/runtime").create().template(made.specification);
  return handlebars("handlebars").create().compile(source, options);
}

function handlebars(entry: "handlebars" | "handlebars/runtime"): Library {
  return library(entry);
}
