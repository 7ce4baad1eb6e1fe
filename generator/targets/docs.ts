/**
 * `docs/`: one HTML page that needs no network, a Markdown page a group and one for the schemas, and `llms.txt`. The HTML page of
 * a large API is its contents: everything in one page would be ten megabytes that nobody scrolls through.
 */
import { createHash } from "node:crypto";
import { templateText } from "../emit/folder.js";
import { prose } from "../emit/markdown.js";
import type { OutputFile } from "../emit/file.js";
import { escapeMarkdown, type Html } from "../emit/prose.js";
import type { Api, Group, NamedSchema } from "../model/api.js";
import { docsContext, type DocsContext } from "./docs/context.js";
import { briefWords, operationWords, samples, type OperationWords, type Sample } from "./docs/operation.js";
import { groupPages, schemasPage } from "./docs/pages.js";
import { anchor, htmlPrinter, markdownPrinter, type Printer } from "./docs/printer.js";
import { briefView, entryView, operationView, schemaView, schemaWordsOf } from "./docs/view.js";
import type { Target } from "./target.js";

/** More operations and schemas than this are listed in the HTML page; the details are in the Markdown pages. */
const mostOnOnePage = 500;

export const docsTarget: Target = {
  name: "docs",
  async files(input): Promise<readonly OutputFile[]> {
    const { api } = input;
    const context = docsContext(input);
    const reader = prose();
    const markdown = markdownPrinter(reader, schemasPage);
    const pages = groupPages(api);
    const schemas = [...api.schemas].sort((a, b) => (a.identifier < b.identifier ? -1 : 1));
    const whole = isOnOnePage(api);
    const groups = api.groups.map((group) => ({ group, words: wordsOf(group, context, whole), file: pages.get(group) ?? "" }));
    return [
      ...groups.map((each): OutputFile => ({ kind: "template", path: `docs/${each.file}`, template: "docs/group.md.hbs", view: () => groupView(api, each.group, each.words(), markdown) })),
      ...(api.schemas.length === 0 ? [] : [schemasFile(context, schemas, markdownPrinter(reader, ""))]),
      { kind: "template", path: "docs/index.html", template: "docs/index.html.hbs", view: () => pageView(context, groups, schemas, whole, htmlPrinter(reader)) },
      { kind: "template", path: "docs/llms.txt", template: "docs/llms.txt.hbs", view: () => llmsView(context, groups, markdown) },
    ];
  },
};

function isOnOnePage(api: Api): boolean {
  return api.groups.reduce((sum, { operations }) => sum + operations.length, api.schemas.length) <= mostOnOnePage;
}

/**
 * What is said of a group's operations. Of a small API all is shown twice, so it is kept; of a large one it is made when its page is,
 * since all of it together would be a good part of the memory.
 */
function wordsOf(group: Group, context: DocsContext, kept: boolean): () => readonly OperationWords[] {
  const make = (): OperationWords[] => group.operations.map((operation) => operationWords(group, operation, context));
  const words = kept ? make() : undefined;
  return () => words ?? make();
}

function groupView<T extends string>(api: Api, group: Group, words: readonly OperationWords[], print: Printer<T>): GroupView {
  const operations = words.map((each) => operationView(api, group, each, print));
  return { title: print.text(group.name), description: print.prose(group.description), contents: operations, operations };
}

interface GroupView {
  readonly title: string;
  readonly description: string;
  readonly contents: readonly object[];
  readonly operations: readonly object[];
}

function schemasFile<T extends string>({ package: info, words }: DocsContext, schemas: readonly NamedSchema[], print: Printer<T>): OutputFile {
  const parts = function* (): Generator<{ template: string; view: object }> {
    yield { template: "docs/schemas.md.hbs", view: { title: print.text(info.title) } };
    for (const schema of schemas) yield { template: "docs/schema.md.hbs", view: schemaView(schemaWordsOf(schema, words), print) };
  };
  return { kind: "series", path: `docs/${schemasPage}`, parts };
}

/** A group with what is said of its operations, and its Markdown page. */
interface GroupWords {
  readonly group: Group;
  readonly words: () => readonly OperationWords[];
  readonly file: string;
}

function pageView(context: DocsContext, groups: readonly GroupWords[], schemas: readonly NamedSchema[], whole: boolean, print: Printer<Html>): object {
  const { api, package: info, words } = context;
  const style = templateText("docs/page.css");
  const script = templateText("docs/page.js");
  const brief = ({ group, file }: GroupWords): object => ({
    title: print.text(group.name),
    description: "",
    operations: group.operations.map((operation) => briefView(api, group, briefWords(operation, context), print, file)),
  });
  return {
    title: print.text(info.title),
    description: print.prose(info.description || api.description),
    packageName: print.text(info.packageName),
    version: print.text(info.version),
    apiVersion: print.text(api.version),
    servers: print.phrase(api.servers.flatMap((server, index) => [...(index === 0 ? [] : [{ say: ", " }]), { code: server.url }])),
    groups: groups.map((each) => (whole ? groupView(api, each.group, each.words(), print) : brief(each))),
    names: schemas.map((schema) => ({ name: print.text(schema.identifier), find: anchor(schema.identifier), href: `${whole ? "#schema-" : `${schemasPage}#`}${anchor(schema.identifier)}` })),
    schemas: whole ? schemas.map((schema) => schemaView(schemaWordsOf(schema, words), print)) : [],
    style,
    script,
    styleHash: contentHash(style),
    scriptHash: contentHash(script),
  };
}

/** What a Content-Security-Policy calls a script or a style of the page itself. */
function contentHash(text: string): string {
  return `sha256-${createHash("sha256").update(text).digest("base64")}`;
}

function llmsView<T extends string>(context: DocsContext, groups: readonly GroupWords[], print: Printer<T>): object {
  const { api, package: info } = context;
  const sample = firstSample(context);
  return {
    title: print.text(info.title),
    description: print.line(info.description || api.description),
    packageName: print.code(info.packageName),
    sample: sample === undefined ? "" : print.block(sample.program, "ts"),
    groups: groups.map(({ group, file }) => ({ title: print.text(group.name), file, operations: group.operations.map((operation) => entryView(operation, print)) })),
    pages: [
      ...groups.map(({ group, file }) => ({ title: print.text(group.name), file, about: print.text(`${group.operations.length} ${group.operations.length === 1 ? "operation" : "operations"}: parameters, bodies, answers, samples`) })),
      ...(api.schemas.length === 0 ? [] : [{ title: escapeMarkdown("Schemas"), file: schemasPage, about: escapeMarkdown("the named types") }]),
    ],
  };
}

function firstSample(context: DocsContext): Sample | undefined {
  for (const group of context.api.groups) {
    for (const operation of group.operations) {
      const [sample] = samples(group, operation, context);
      if (sample !== undefined) return sample;
    }
  }
  return undefined;
}
