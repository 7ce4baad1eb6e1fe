/** Fences → fragments: what every platform's Markdown has in common. */
import { Refusal } from "../diagnostics.js";
import { type JsonObject, isObject } from "../json.js";
import { defaultLimits, type Limits } from "../source/limits.js";
import { parse } from "../source/parse.js";
import type { Block } from "./markdown.js";
import { type IngestReport, type Page, placeOf } from "./page.js";
import { elide } from "./elision.js";
import { plainJson } from "./script.js";
import { objectAt, textAt, withKeys } from "./shape.js";

/** A fence that holds a piece of an OpenAPI document, not yet attributed to a platform. */
export interface Found {
  readonly block: Block;
  readonly root: JsonObject;
  readonly elided: boolean;
}

/** A page is smaller than a whole document. */
export const pageLimits: Limits = { ...defaultLimits, bytes: 20_000_000, values: 1_000_000 };

/**
 * The fences that hold a piece of an OpenAPI document. Fences with samples are passed over silently; one that starts like a
 * fragment and cannot be parsed, or that the page ends in, is reported.
 */
export async function findFragments(page: Page, blocks: readonly Block[], report: IngestReport): Promise<readonly Found[]> {
  const found: Found[] = [];
  for (const block of blocks) {
    if (block.kind !== "fence" || !mayHoldFragment(block.text)) continue;
    const parsed = await parseFence(page, block, report);
    const root = parsed === undefined ? undefined : withVersionText(parsed, block.text);
    // What the page ends in may have lost what would make it a fragment.
    if (root !== undefined && block.open && (isFragment(root) || startsLikeFragment(block.text))) {
      reportCut(page, block, report);
      continue;
    }
    if (root === undefined || !isFragment(root)) continue;
    const whole = elide(root, block.text);
    if (whole.left.length > 0) {
      report("ingest/elided", placeOf({ page, span: block }), `The fragment leaves out ${whole.left.slice(0, 5).join(", ")}${whole.left.length > 5 ? " and more" : ""}.`);
    }
    found.push({ block, root: whole.root, elided: whole.left.length > 0 });
  }
  return found;
}

async function parseFence(page: Page, given: Block, report: IngestReport): Promise<JsonObject | undefined> {
  const block = /^jsonc\b|^json5\b/i.test(given.info) || /^\s*(?:\/\/|\/\*)/.test(given.text) ? { ...given, text: plainJson(given.text) } : given;
  try {
    const { value, broken } = await parse(block.text, page.file, pageLimits);
    if (!isObject(value)) return undefined;
    if (broken === undefined || !startsLikeFragment(block.text)) return value;
    // YAML reads far into JSON that was cut: what it makes of the rest is a guess.
    if (block.text.trimStart().startsWith("{")) throw new Refusal(broken);
    report("source/yaml", placeOf({ page, span: block }), `The fragment breaks a rule of YAML: ${broken.message}`);
    return value;
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    if (!startsLikeFragment(block.text)) return undefined;
    if (block.open) reportCut(page, block, report);
    else report("ingest/fragment-syntax", placeOf({ page, span: block }), `The fence looks like a piece of an OpenAPI document, but: ${error.diagnostic.message}`);
    return undefined;
  }
}

function reportCut(page: Page, block: Block, report: IngestReport): void {
  report("ingest/cut-short", placeOf({ page, span: block }), "The page ends before the fence that starts here is closed.");
}

const mayHoldFragment = (text: string): boolean => /"(?:openapi|swagger|paths|components)"|^ *(?:openapi|swagger|paths|components) *:/m.test(text);

const startsLikeFragment = (text: string): boolean => /^\s*(?:\{\s*)?"?(?:openapi|swagger)"? *:/.test(text.slice(0, 500));

/** Whether an object is a piece of a document: it names a version and has a part, or holds paths or components in their form. */
export function isFragment(root: JsonObject): boolean {
  if (otherKinds.some((key) => root[key] !== undefined)) return false;
  const version = textAt(root, "openapi") ?? textAt(root, "swagger");
  if (version !== undefined) return /^[23]\.\d/.test(version) && parts.some((key) => objectAt(root, key) !== undefined);
  const paths = objectAt(root, "paths");
  if (paths !== undefined && (textAt(paths, "path") !== undefined || Object.keys(paths).some((path) => path.startsWith("/")))) return true;
  return objectAt(objectAt(root, "components"), "schemas") !== undefined;
}

/** Documents of other specifications have components as well. */
const otherKinds = ["asyncapi", "arazzo", "overlay"];

const parts = ["paths", "webhooks", "components", "definitions"];

/**
 * `swagger: 2.0`, `openapi: 3.1` and `version: 1.10` without quotes are numbers in YAML; meant is the text.
 *
 * @param text the object's, which has the last zero
 */
export function withVersionText(root: JsonObject, text: string): JsonObject {
  const info = objectAt(root, "info");
  const version = info?.["version"];
  const named = info !== undefined && typeof version === "number" ? withKeys(root, { info: withKeys(info, { version: writtenAs(version, text) }) }) : root;
  const read = (key: string): string | undefined => {
    const given = root[key];
    return typeof given === "number" ? (Number.isInteger(given) ? `${given}.0` : String(given)) : undefined;
  };
  const [openapi, swagger] = [read("openapi"), read("swagger")];
  return openapi === undefined && swagger === undefined ? named : withKeys(named, { openapi, swagger });
}

function writtenAs(version: number, text: string): string {
  const written = [...text.matchAll(/(?:^|[{,\s])["']?version["']? *: *(\d[\d.]*)/g)].map((match) => match[1] as string);
  return written.find((each) => Number(each) === version) ?? String(version);
}
