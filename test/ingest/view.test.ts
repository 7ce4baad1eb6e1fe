import { expect, test } from "vitest";
import { kindOf } from "../../generator/ingest/view.js";

const fence = '\n```json\n{"openapi": "3.1.0"}\n```\n';

test.each([
  ["text", `<div align="center">\n<img src="a.png">\n</div>\n${fence}`],
  ["text", `# Pets\n\n<div>a</div>\n${fence}`],
  ["text", "<div>a</div>\n\n## Get a pet\n\nProse.\n"],
  ["html", '<div class="page">\n<pre>\n# a comment\n</pre></div>'],
  ["html", `<!doctype html><html><body><pre>\n${fence}</pre></body></html>`],
  ["text", `# Info\n\ninfo: see below\n${fence}`],
  ["text", `# Paths\n\npaths: many lead there\n${fence}`],
  ["document", "# Our API\ninfo:\n  title: T\nopenapi: 3.1.0\n"],
  ["document", "info: {title: T}\nopenapi: 3.1.0\n"],
  ["document", "swagger: '2.0'\n"],
  ["document", '{"openapi": "3.1.0"}'],
] as const)("%s: %j", (kind, text) => expect(kindOf(text)).toBe(kind));
