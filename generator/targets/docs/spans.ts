/** Short texts about types and bounds, before it is decided whether they become Markdown or HTML. */
import type { Identifier } from "../../identifier.js";

/** `say`: words of ours. `code`: the document's text, shown as it is. `schema`: a link to a named schema. */
export type Span = { readonly say: string } | { readonly code: string } | { readonly schema: Identifier };
export type Phrase = readonly Span[];

/** ``phrase`at most ${say("5")} items` ``: the words are ours, what is in the holes is a span or a phrase. */
export function phrase(strings: TemplateStringsArray, ...holes: readonly (Span | Phrase)[]): Phrase {
  const spans: Span[] = [];
  for (let index = 0; index < strings.length; index++) {
    const words = strings[index] as string;
    if (words !== "") spans.push({ say: words });
    const hole = holes[index];
    if (hole === undefined) continue;
    if (isPhrase(hole)) for (const span of hole) spans.push(span);
    else spans.push(hole);
  }
  return spans;
}

/** The document's text in a phrase. */
export const code = (text: string | number): Span => ({ code: String(text) });

/** Phrases with a word of ours between them. */
export function list(phrases: readonly Phrase[], separator: ", " | " or " | " and " | "; "): Phrase {
  const spans: Span[] = [];
  phrases.forEach((each, index) => {
    if (index > 0) spans.push({ say: separator });
    for (const span of each) spans.push(span);
  });
  return spans;
}

function isPhrase(hole: Span | Phrase): hole is Phrase {
  return Array.isArray(hole);
}
