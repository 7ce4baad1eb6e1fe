/** Items over as many pages as there are. */
import type { AnyResult, CallArgs, Core } from "./call.js";
import type { OperationDescriptor, PaginationDescriptor } from "./descriptor.js";
import { SpecwrightError } from "./errors.js";
import type { CallOptions } from "./options.js";

/** The pages of an operation: iterated, they give item after item. */
export interface Pages<Item, Data = unknown> extends AsyncIterable<Item> {
  /** The bodies of the pages instead. */
  byPage(): AsyncIterable<Data>;
}

/** The API leads from one page back to an earlier one, or gives no list where one is declared. */
export class PaginationError extends SpecwrightError {
  override readonly name: string = "PaginationError";
}

/** What the next page is asked with; undefined: there is none. */
type Step = { readonly args: CallArgs; readonly url?: string } | undefined;

interface Page {
  readonly body: unknown;
  readonly items: readonly unknown[];
  readonly response: Response;
}

/**
 * Asks for page after page, one at a time and only as far as the loop goes. A page that cannot be had throws what `orThrow()`
 * would; each page has the retries and time limits of a call of its own.
 *
 * @typeParam Item stated by the generated code, from the operation's declared answer
 */
export function pages<Item, Data>(core: Core, operation: OperationDescriptor & { readonly pagination: PaginationDescriptor }, args: CallArgs = {}, options: CallOptions = {}): Pages<Item, Data> {
  return {
    async *byPage() {
      for await (const page of walk(core, operation, args, options)) yield page.body as Data;
    },
    async *[Symbol.asyncIterator]() {
      for await (const page of walk(core, operation, args, options)) yield* page.items as readonly Item[];
    },
  };
}

async function* walk(core: Core, operation: OperationDescriptor & { readonly pagination: PaginationDescriptor }, args: CallArgs, options: CallOptions): AsyncGenerator<Page> {
  const { pagination } = operation;
  const seen = new Set<string>();
  let before = "";
  for (let step: Step = { args }; step !== undefined; ) {
    const call = core.call<AnyResult>(operation, step.args, step.url === undefined ? options : { ...options, url: step.url });
    const result = await call;
    if (!result.ok) {
      await call.orThrow();
      return;
    }
    const items = at(result.data, pagination.items);
    if (items !== undefined && items !== null && !Array.isArray(items)) throw new PaginationError(operation.id, `no list at /${pagination.items.join("/")} of the answer`);
    const page: Page = { body: result.data, items: items ?? [], response: result.response };
    // A server that ignores the offset gives the same page for ever.
    const text = counts(pagination) && page.items.length > 0 ? JSON.stringify(page.items, plainBigint) : "";
    if (text !== "" && text === before) throw new PaginationError(operation.id, "the same page came twice");
    before = text;
    yield page;
    step = next(pagination, step.args, page);
    if (step === undefined) return;
    const key = step.url ?? JSON.stringify(step.args.query, plainBigint);
    if (seen.has(key)) throw new PaginationError(operation.id, "the API leads back to a page that it gave before");
    seen.add(key);
  }
}

const counts = (pagination: PaginationDescriptor): boolean => pagination.kind === "offset" || pagination.kind === "page";
const plainBigint = (_: string, value: unknown): unknown => (typeof value === "bigint" ? String(value) : value);

function next(pagination: PaginationDescriptor, args: CallArgs, page: Page): Step {
  const query = new Map<string, unknown>(Object.entries(args.query ?? {}));
  const again = (name: string, value: unknown): Step => ({ args: { ...args, query: Object.fromEntries(query.set(name, value)) } });
  switch (pagination.kind) {
    case "offset": {
      const limit = pagination.limit === undefined ? undefined : query.get(pagination.limit);
      if (page.items.length === 0 || (typeof limit === "number" && page.items.length < limit)) return undefined;
      return again(pagination.offset, Number(query.get(pagination.offset) ?? 0) + page.items.length);
    }
    case "page":
      return page.items.length === 0 ? undefined : again(pagination.page, Number(query.get(pagination.page) ?? 1) + 1);
    case "cursor": {
      const cursor = at(page.body, pagination.next);
      return isEnd(cursor) ? undefined : again(pagination.cursor, cursor);
    }
    case "nextUrl":
      return follow(args, at(page.body, pagination.next), page.response);
    case "link":
      return follow(args, nextLink(page.response.headers.get("link") ?? ""), page.response);
  }
}

const isEnd = (value: unknown): boolean => value === undefined || value === null || value === "" || value === false;

function follow(args: CallArgs, link: unknown, response: Response): Step {
  if (isEnd(link)) return undefined;
  const base = response.url === "" ? undefined : response.url;
  return { args, url: base === undefined ? String(link) : new URL(String(link), base).href };
}

/** RFC 8288, 3: `<url>; rel="next"`, among others; a `rel` may hold several relations. */
function nextLink(field: string): string | undefined {
  for (const [, url, parameters = ""] of field.matchAll(/<([^>]*)>((?:\s*;\s*[^\s=;,]+\s*(?:=\s*(?:"(?:[^"\\]|\\.)*"|[^\s",;]*))?)*)/g)) {
    const [, quoted, bare] = /;\s*rel\s*=\s*(?:"([^"]*)"|([^\s",;]+))/i.exec(parameters) ?? [];
    if ((quoted ?? bare ?? "").toLowerCase().split(/\s+/).includes("next")) return url;
  }
  return undefined;
}

/** The value at a list of keys; own properties only. */
function at(value: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((inner, key) => (typeof inner === "object" && inner !== null && Object.hasOwn(inner, key) ? (inner as Record<string, unknown>)[key] : undefined), value);
}
