/** Every platform that prints its fragments into fences: which one it is, and what its form needs mended. */
import type { JsonObject } from "../../json.js";
import { type Found, findFragments } from "../fences.js";
import type { Block } from "../markdown.js";
import type { Fragment, Page, Platform } from "../page.js";
import type { Reader } from "../readers.js";
import { fromFern } from "./fern.js";
import { fromMintlify2025, isMintlify2025 } from "./mintlify-2025.js";
import { isTyped, markTyped } from "./readme.js";

/** What tells platforms apart: the fence, its content and the last heading before it. */
interface Sight {
  readonly block: Block;
  readonly root: JsonObject;
  readonly heading: string;
  readonly before: readonly Block[];
}

interface Form {
  readonly platform: Platform;
  recognises(sight: Sight): boolean;
  /** Brings the fragment into the form of the specification. Absent where it already is. */
  mend?(root: JsonObject, before: readonly Block[]): JsonObject;
}

const method = "(?:get|put|post|delete|options|head|patch|trace|query|webhook)";
const mintlifyInfo = new RegExp(`^ya?ml(?: \\S+)? ${method} \\S+$`, "i");
const fernAddress = /^(?:GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH|TRACE) (https?:\/\/\S+)/m;

const startsLikeGitbook = (text: string): boolean => text.startsWith('{"openapi":') && text.trimEnd().indexOf("\n") < 0;

/** In order: the more particular form first. */
const forms: readonly Form[] = [
  {
    platform: "mintlify-2025",
    recognises: ({ root }) => isMintlify2025(root),
    mend: (root, before) => fromMintlify2025(root, titleOf(before)),
  },
  { platform: "mintlify", recognises: ({ block }) => mintlifyInfo.test(block.info) },
  { platform: "gitbook", recognises: ({ block }) => block.info.startsWith("json") && startsLikeGitbook(block.text) },
  {
    platform: "readme",
    recognises: ({ root, heading }) => isTyped(root) || heading === "OpenAPI definition",
    mend: (root) => (isTyped(root) ? markTyped(root) : root),
  },
  {
    platform: "fern",
    recognises: ({ heading, before }) => heading === "OpenAPI Specification" && addressOf(before) !== undefined,
    mend: (root, before) => fromFern(root, addressOf(before)),
  },
  { platform: "apidog", recognises: ({ heading }) => heading === "OpenAPI Specification" },
  { platform: "fence", recognises: () => true },
];

export const fenceReader: Reader = {
  looksFor: "a fence that holds a piece of an OpenAPI document (JSON or YAML)",
  kind: "text",
  async read({ page, blocks }, report) {
    const found = await findFragments(page, blocks, report);
    const named = page.text.match(/\{% *openapi(?:-operation)? [^%]{0,2000}%\}/g) ?? [];
    // A GitBook page may print some operations and only name others.
    if (found.length > 0 && named.length > 0) {
      report("ingest/elided", { file: page.file }, `The page names ${named.length} more operation${named.length > 1 ? "s" : ""} without showing ${named.length > 1 ? "them" : "it"}.`);
    }
    return found.map((each) => attributed(each, page, blocks));
  },
};

function attributed(found: Found, page: Page, blocks: readonly Block[]): Fragment {
  const before = blocks.slice(0, blocks.indexOf(found.block));
  const heading = before.findLast((block) => block.kind === "heading")?.text.trim() ?? "";
  const sight = { block: found.block, root: found.root, heading, before };
  const form = forms.find((each) => each.recognises(sight)) as Form;
  const root = form.mend ? form.mend(found.root, before) : found.root;
  return { page, platform: form.platform, span: found.block, root, elided: found.elided };
}

/** The address that the last operation before a fragment is called at. */
function addressOf(before: readonly Block[]): string | undefined {
  return before.flatMap(({ kind, text }) => (kind === "paragraph" ? (fernAddress.exec(text)?.[1] ?? []) : [])).at(-1);
}

/** A page's title, which some platforms print nowhere else. A file of many pages has many, and a heading with each address. */
function titleOf(before: readonly Block[]): string | undefined {
  return before.findLast(({ kind, level, text }) => kind === "heading" && level === 1 && !/^Source: *https?:/i.test(text))?.text.trim();
}
