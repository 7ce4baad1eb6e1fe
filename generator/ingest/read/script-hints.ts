/** Scripts that draw a page from an OpenAPI document: some hold it, the others name it. Scripts are never run. */
import { Refusal } from "../../diagnostics.js";
import { type Json, type JsonObject, isObject } from "../../json.js";
import { parse } from "../../source/parse.js";
import { pageLimits } from "../fences.js";
import type { IngestReport, Page, Platform } from "../page.js";
import { documentTexts, jsonTextFrom, quotedAfter, quotedAfterEach } from "../script.js";
import { objectAt, textAt } from "../shape.js";

/** What a script, or an element, says of the document: its text, or its addresses. */
export interface Hint {
  readonly platform: Platform;
  readonly document?: string;
  readonly addresses?: readonly string[];
  /** Where in the embedded JSON the document stands. */
  readonly inside?: readonly string[];
}

/** What tells the platforms' scripts apart. */
const platforms: readonly (readonly [form: RegExp, platform: Platform])[] = [
  [/\bRedoc\b|__redoc_state/, "redoc"],
  [/\bScalar\b|scalar\.aspnetcore/, "scalar"],
  [/\bSwaggerUI|\bswaggerDoc\b/, "swagger-ui"],
  [/apiDescriptionDocument/, "elements"],
];

export function scriptHints(text: string): Hint[] {
  const platform = platforms.find(([form]) => form.test(text))?.[1];
  const embedded = documentTexts(text).map((document): Hint => ({ platform: platform ?? "fence", document }));
  return platform === undefined ? embedded : [...embedded, ...(namedIn[platform]?.(text) ?? [])];
}

const namedIn: Readonly<Partial<Record<Platform, (text: string) => Hint[]>>> = {
  redoc: (text) => {
    const state = text.indexOf("__redoc_state");
    const address = quotedAfter(text, /Redoc\.init\(/);
    return [
      ...(state < 0 ? [] : [{ platform: "redoc" as const, document: jsonTextFrom(text, state) ?? "", inside: ["spec", "data"] }]),
      ...(address === undefined ? [] : [{ platform: "redoc" as const, addresses: [address] }]),
    ];
  },
  scalar: (text) => {
    const start = text.search(/\bcreateApiReference\(|\binitialize\(/);
    return start < 0 ? [] : configurationHints("scalar", jsonTextFrom(text, start) ?? text.slice(start));
  },
  "swagger-ui": (text) => {
    const start = text.search(/SwaggerUI(?:Bundle)?\(/);
    return start < 0 ? [] : configurationHints("swagger-ui", text.slice(start));
  },
  elements: (text) => quotedAfterEach(text, /\bfetch\(/g).slice(0, 1).map((address) => ({ platform: "elements", addresses: [address] })),
};

/** `content` (or `spec.content`) is the document; `url` (of the configuration, of `spec`, of each source) its address. */
export function configurationHints(platform: Platform, configuration: string): Hint[] {
  const addresses = quotedAfterEach(withoutServers(configuration), /(?<![\w$])["']?(?:url|configUrl)["']?\s*:/g);
  return [
    { platform, document: configuration, inside: ["content"] },
    { platform, document: configuration, inside: ["spec", "content"] },
    ...(addresses.length === 0 ? [] : [{ platform, addresses }]),
  ];
}

/** The addresses of an API's servers are no addresses of documents. */
function withoutServers(configuration: string): string {
  const servers = /["']?servers["']?\s*:\s*(?=\[)/.exec(configuration);
  const list = servers === null ? undefined : jsonTextFrom(configuration, servers.index);
  return servers === null || list === undefined ? configuration : configuration.slice(0, servers.index) + configuration.slice(configuration.indexOf(list, servers.index) + list.length);
}

/** The document that a hint holds; undefined when it holds something else. */
export async function embedded({ document, inside = [] }: Hint, page: Page): Promise<JsonObject | undefined> {
  if (document === undefined || document === "") return undefined;
  let value = await parsed(document, page);
  for (const step of inside) value = isObject(value) ? value[step] : undefined;
  // A configuration may hold the document as a text once more.
  if (typeof value === "string") value = await parsed(value, page);
  return isObject(value) && (textAt(value, "openapi") ?? textAt(value, "swagger")) !== undefined && objectAt(value, "info") !== undefined ? value : undefined;
}

/** Undefined for what is no JSON or YAML: a script has other objects, too. */
async function parsed(text: string, page: Page): Promise<Json | undefined> {
  try {
    const { value, broken } = await parse(text, page.file, pageLimits);
    return broken === undefined ? value : undefined;
  } catch (error) {
    if (error instanceof Refusal) return undefined;
    throw error;
  }
}

/** @param base what the addresses are relative to, where the page says it */
export function reportNamed({ platform, addresses = [] }: Hint, page: Page, line: number, base: string | undefined, report: IngestReport): void {
  const whole = [...new Set(addresses.map((address) => absolute(address, page.file, base)))];
  const words = whole.map((address) => JSON.stringify(address)).join(", ");
  const several = whole.length > 1 ? "one of these (with all of them, when they are one API)" : "";
  report("ingest/document-elsewhere", { file: page.file, line }, `The page (${platform}) is drawn from ${words}.`, `Run${several === "" ? "" : ` with ${several}`}: specwright ingest ${whole.map(shellSafe).join(" ")}`);
}

function absolute(address: string, file: string, base: string | undefined): string {
  if (!/^https?:/.test(file)) return base !== undefined && URL.canParse(address, base) ? new URL(address, base).href : address;
  const from = base !== undefined && URL.canParse(base, file) ? new URL(base, file).href : file;
  return URL.canParse(address, from) ? new URL(address, from).href : address;
}

const shellSafe = (text: string): string => (/^[\w./:?&=%~+,@-]+$/.test(text) && !/[&?]/.test(text) ? text : `'${text.replaceAll("'", "%27")}'`);
