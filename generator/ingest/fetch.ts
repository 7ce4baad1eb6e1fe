/** Pages from the web: only addresses that a person named, within limits, and never on to another host. */
import { createHash } from "node:crypto";
import { type DiagnosticCode, type Refusal, refuse } from "../diagnostics.js";

export interface FetchLimits {
  readonly bytes: number;
  /** For everything, from the first connection to the last byte. */
  readonly milliseconds: number;
  readonly redirects: number;
}

export const defaultFetchLimits: FetchLimits = { bytes: 20_000_000, milliseconds: 30_000, redirects: 5 };

export interface Fetched {
  readonly text: string;
  /** After redirects. */
  readonly url: string;
  /** Of the bytes as they came. */
  readonly sha256: string;
  /** To be sent along the next time. */
  readonly etag: string | undefined;
}

export interface FetchOptions {
  readonly limits?: FetchLimits;
  /** The answer's `ETag` of the last time; an unchanged page is not sent again. */
  readonly etag?: string;
  /** For tests. */
  readonly fetch?: typeof fetch;
}

/**
 * Fetches one page.
 *
 * @returns undefined when the page is unchanged (304)
 * @throws Refusal with what went wrong; nothing else
 */
export async function fetchPage(url: string, options: FetchOptions = {}): Promise<Fetched | undefined> {
  const limits = options.limits ?? defaultFetchLimits;
  const signal = AbortSignal.timeout(limits.milliseconds);
  const first = address(url);
  let at = first;
  try {
    for (let hop = 0; ; hop++) {
      const response = await (options.fetch ?? fetch)(at, { redirect: "manual", signal, headers: headersOf(options.etag) });
      const next = redirectOf(response, at);
      if (next === undefined) return await readResponse(response, at, limits, url);
      await response.body?.cancel();
      at = followed(next, first, hop, limits, url);
    }
  } catch (error) {
    throw asRefusal(error, url, limits);
  }
}

function headersOf(etag: string | undefined): Record<string, string> {
  const accept = "text/markdown, application/json, application/yaml, text/plain;q=0.9, text/html;q=0.8, */*;q=0.1";
  return { accept, "user-agent": "specwright", ...(etag === undefined ? {} : { "if-none-match": etag }) };
}

function address(url: string): URL {
  if (!URL.canParse(url)) throw fault("ingest/fetch-failed", url, "The address cannot be read.");
  const parsed = new URL(url);
  if (parsed.username !== "" || parsed.password !== "") throw fault("ingest/fetch-failed", url, "The address holds a user name or a password.");
  return parsed;
}

function redirectOf(response: Response, at: URL): URL | undefined {
  if (![301, 302, 303, 307, 308].includes(response.status)) return undefined;
  const location = response.headers.get("location") ?? "";
  return URL.canParse(location, at.href) ? new URL(location, at.href) : undefined;
}

/** The same host only, and never from https down to http. */
function followed(next: URL, first: URL, hop: number, limits: FetchLimits, url: string): URL {
  if (next.host !== first.host || (first.protocol === "https:" && next.protocol !== "https:")) {
    throw fault("ingest/redirect", url, `The address leads on to ${next.origin}${next.pathname}, which was not named.`);
  }
  if (hop >= limits.redirects) throw fault("ingest/fetch-failed", url, `The address leads on more than ${limits.redirects} times.`);
  return next;
}

async function readResponse(response: Response, at: URL, limits: FetchLimits, url: string): Promise<Fetched | undefined> {
  if (response.status === 304) return undefined;
  if (!response.ok) {
    await response.body?.cancel();
    throw fault("ingest/fetch-failed", url, `The host answered with the status ${response.status}.`);
  }
  await checkType(response, url);
  const bytes = await readBytes(response, limits, url);
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  return { text: decoded(bytes, url), url: at.href, sha256, etag: response.headers.get("etag") ?? undefined };
}

/** Text, JSON, YAML, HTML, XML and scripts in their many spellings; a type that says nothing is let through. */
async function checkType(response: Response, url: string): Promise<void> {
  const type = (response.headers.get("content-type") ?? "").split(";")[0]?.trim().toLowerCase() ?? "";
  if (type === "" || type.startsWith("text/") || type === "application/octet-stream" || /(?:^application\/|\+)(?:.*\.)?(?:json|ya?ml|x-yaml|xhtml|xml|xhtml\+xml|openapi\S*|(?:x-)?(?:java|ecma)script)$/.test(type)) return;
  await response.body?.cancel();
  throw fault("ingest/wrong-kind", url, `The answer is of the type ${JSON.stringify(type.slice(0, 80))}, which is no page and no document.`);
}

/** Stops reading as soon as the limit is passed, so that an answer without end ends. */
async function readBytes(response: Response, limits: FetchLimits, url: string): Promise<Uint8Array> {
  const chunks: Uint8Array[] = [];
  let size = 0;
  const reader = response.body?.getReader();
  for (let read = await reader?.read(); read?.value !== undefined; read = await reader?.read()) {
    size += read.value.byteLength;
    if (size > limits.bytes) {
      await reader?.cancel();
      throw fault("ingest/too-large", url, `The answer has more than ${limits.bytes} bytes.`);
    }
    chunks.push(read.value);
  }
  return Buffer.concat(chunks);
}

function decoded(bytes: Uint8Array, url: string): string {
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(bytes);
  } catch {
    throw fault("ingest/wrong-kind", url, "The answer is not UTF-8 text.");
  }
}

function fault(code: DiagnosticCode, url: string, message: string): Refusal {
  return refuse(code, { file: shown(url) }, message);
}

/** An address in a message, without what may be secret in it. */
function shown(url: string): string {
  if (!URL.canParse(url)) return url.slice(0, 200);
  const { origin, pathname } = new URL(url);
  return `${origin}${pathname}`;
}

function asRefusal(error: unknown, url: string, limits: FetchLimits): unknown {
  if (!(error instanceof Error) || error.name === "Refusal") return error;
  if (error.name === "TimeoutError") return fault("ingest/fetch-failed", url, `The host did not answer in full within ${limits.milliseconds} ms.`);
  const cause = error.cause instanceof Error ? error.cause : error;
  const code = (cause as NodeJS.ErrnoException).code;
  // A TypeError without a cause would be our own.
  if (error.name === "TypeError" && error.cause === undefined) return error;
  return fault("ingest/fetch-failed", url, `The host cannot be reached (${code ?? cause.message.slice(0, 100)}).`);
}
