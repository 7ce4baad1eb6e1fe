/** A script that an HTML page is drawn by, as a file of its own: `swagger-ui-init.js`, `swagger-initializer.js`. */
import type { Reader } from "../readers.js";
import { embedded, reportNamed, scriptHints } from "./script-hints.js";

export const scriptReader: Reader = {
  looksFor: "a script that holds or names a document (Swagger UI, Redoc, Scalar)",
  kind: "text",
  async read({ page, blocks }, report) {
    // A page that explains how to set such a script up shows one, too.
    if (blocks.some(({ kind }) => kind === "heading" || kind === "fence") || !/[({]\s*$/m.test(page.text)) return [];
    const hints = scriptHints(page.text);
    for (const hint of hints) {
      const root = await embedded(hint, page);
      if (root !== undefined) return [{ page, platform: hint.platform, span: { start: 0, end: page.text.length, line: 1 }, root, elided: false }];
    }
    const named = hints.find(({ addresses }) => addresses !== undefined);
    if (named !== undefined) reportNamed(named, page, 1, undefined, report);
    return [];
  },
};
