/** Every platform that prints its fragments into fences: which one it is, and what its form needs mended. */
import type { JsonObject } from "../../json.js";
import { type Found, findFragments } from "../fences.js";
import type { Block } from "../markdown.js";
import type { Fragment, IngestReport, Page, Platform } from "../page.js";
import type { Reader } from "../readers.js";

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
  mend?(root: JsonObject, page: Page, block: Block, report: IngestReport): Promise<JsonObject>;
}

const method = "(?:get|put|post|delete|options|head|patch|trace|query|webhook)";
const mintlifyInfo = new RegExp(`^ya?ml\\b.* ${method} \\S+$|^ya?ml ${method} \\S+$`, "i");

/** In order: the more particular form first. */
const forms: readonly Form[] = [
  { platform: "mintlify", recognises: ({ block }) => mintlifyInfo.test(block.info) },
  { platform: "readme", recognises: ({ block, heading }) => heading === "OpenAPI definition" && block.info.startsWith("json") },
  { platform: "fence", recognises: () => true },
];

export const fenceReader: Reader = {
  looksFor: "a fence that holds a piece of an OpenAPI document (JSON or YAML)",
  kind: "text",
  async read({ page, blocks }, report) {
    const found = await findFragments(page, blocks, report);
    const fragments = await Promise.all(found.map((each) => attributed(each, page, blocks, report)));
    return fragments;
  },
};

async function attributed(found: Found, page: Page, blocks: readonly Block[], report: IngestReport): Promise<Fragment> {
  const before = blocks.slice(0, blocks.indexOf(found.block));
  const heading = before.findLast((block) => block.kind === "heading")?.text.trim() ?? "";
  const sight = { block: found.block, root: found.root, heading, before };
  const form = forms.find((each) => each.recognises(sight)) as Form;
  const root = form.mend ? await form.mend(found.root, page, found.block, report) : found.root;
  return { page, platform: form.platform, span: found.block, root, elided: found.elided };
}
