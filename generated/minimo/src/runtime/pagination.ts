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

type Paged = OperationDescriptor & { readonly pagination: PaginationDescriptor };

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
export function pages<Item, Data>(core: Core, operation: Paged, args: CallArgs = {}, options: CallOptions = {}): Pages<Item, Data> {
  return {
    async *byPage() {
      for await (const page of walk(core, operation, args, options)) yield page.body as Data;
    },
    async *[Symbol.asyncIterator]() {
      for await (const page of walk(core, operation, args, options)) yield* page.items as readonly Item[];
    },
  };
}

async function* walk(core: Core, operation: Paged, args: CallArgs, options: CallOptions): AsyncGenerator<Page> {
  const { pagination } = operation;
  const seen = new Set<string>();
  let before = "";
  let counts = pagination.kind === "offset" || pagination.kind === "page";
  for (let step: Step = { args }; step !== undefined; ) {
    const page = await ask(core, operation, step, options);
    const text = counts ? textOf(page) : "";
    if (text !== "" && text === before) {
      // Data may repeat itself. A server that gives its last page for all that lie behind it does so for a page far behind, too.
      const far = await ask(core, operation, counted(pagination, step.args, 1e6), options).catch(refused);
      if (far !== undefined && textOf(far) === text) return;
      counts = false;
    }
    before = text;
    yield page;
    seen.add(keyOf(step)).add(page.response.url);
    step = next(pagination, step, page);
    if (step === undefined || !seen.has(keyOf(step))) continue;
    if (page.items.length === 0) return;
    throw new PaginationError(operation.id, "the API leads back to a page that it gave before");
  }
}

async function ask(core: Core, operation: Paged, { args, url }: NonNullable<Step>, options: CallOptions): Promise<Page> {
  const call = core.call<AnyResult>(operation, args, url === undefined ? options : { ...options, url });
  const body: unknown = await call.orThrow();
  const way = operation.pagination.items;
  const items = at(body, way);
  if (items !== undefined && items !== null && !Array.isArray(items)) throw new PaginationError(operation.id, `no list at /${way.join("/")} of the answer`);
  return { body, items: items ?? [], response: (await call).response };
}

const plainBigint = (_: string, value: unknown): unknown => (typeof value === "bigint" ? String(value) : value);
/** Whoever refuses a page far behind looks at its place. Any other failure tells nothing, and going on could be for ever. */
function refused(error: unknown): undefined {
  const { status = 500 } = error as { readonly status?: number };
  if (status >= 500 || status === 429) throw error;
}

const keyOf = ({ args, url }: NonNullable<Step>): string => url ?? JSON.stringify(args.query ?? {}, plainBigint);
const textOf = ({ items }: Page): string => (items.length === 0 ? "" : JSON.stringify(items, plainBigint));

function next(pagination: PaginationDescriptor, step: NonNullable<Step>, page: Page): Step {
  const { args } = step;
  switch (pagination.kind) {
    // However many items were asked for, a server may give fewer; only an empty page is behind the last one.
    case "offset":
      return page.items.length === 0 ? undefined : counted(pagination, args, page.items.length);
    case "page": {
      const total = at(page.body, pagination.total ?? []);
      const done = typeof total === "number" && place(pagination, args) - (pagination.start ?? 1) + 1 >= total;
      return done || page.items.length === 0 ? undefined : counted(pagination, args, 1);
    }
    case "cursor": {
      const cursor = at(page.body, pagination.next);
      const more = pagination.more === undefined || at(page.body, pagination.more) !== false;
      return isEnd(cursor) || !more ? undefined : asking(args, pagination.cursor, cursor);
    }
    case "nextUrl":
      return follow(step, at(page.body, pagination.next), page.response);
    case "link":
      return follow(step, nextLink(page.response.headers.get("link") ?? ""), page.response);
  }
}

/** The step that is so many places further on. */
function counted(pagination: PaginationDescriptor, args: CallArgs, by: number): NonNullable<Step> {
  return asking(args, parameterOf(pagination), place(pagination, args) + by);
}

/** Where the arguments stand: what they say, else where the API begins to count. */
function place(pagination: PaginationDescriptor, args: CallArgs): number {
  const start = "start" in pagination ? pagination.start : undefined;
  return Number(at(args.query, [parameterOf(pagination)]) ?? start ?? (pagination.kind === "page" ? 1 : 0));
}

const parameterOf = (pagination: PaginationDescriptor): string => (pagination.kind === "page" ? pagination.page : pagination.kind === "offset" ? pagination.offset : "");

// Object.fromEntries defines properties, whatever they are called.
const asking = (args: CallArgs, name: string, value: unknown): NonNullable<Step> => ({ args: { ...args, query: Object.fromEntries([...Object.entries(args.query ?? {}), [name, value]]) } });

const isEnd = (value: unknown): boolean => value === undefined || value === null || value === "" || value === false;

/** A relative link is relative to the page that it is on. */
function follow({ args, url }: NonNullable<Step>, link: unknown, response: Response): Step {
  if (isEnd(link)) return undefined;
  const base = response.url || url;
  return { args, url: URL.canParse(String(link), base) ? new URL(String(link), base).href : String(link) };
}

/** RFC 8288, 3: `<url>; rel="next"`, among others; a `rel` may hold several relations. A link with an anchor is another page's (3.2). */
function nextLink(field: string): string | undefined {
  for (const [, url, parameters = ""] of field.matchAll(/<([^<>]*)>((?:[^",]|"(?:[^"\\]|\\.)*")*)/g)) {
    const found = [...parameters.matchAll(/;\s*([^\s=;]+)\s*(?:=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;]*)))?/g)].map(([, name = "", quoted, bare]) => [name.toLowerCase(), quoted ?? bare ?? ""] as const);
    // Of several `rel` the first counts (3.3).
    const [, rel = ""] = found.find(([name]) => name === "rel") ?? [];
    if (rel.toLowerCase().split(/\s+/).includes("next") && found.every(([name]) => name !== "anchor")) return url;
  }
  return undefined;
}

/** The value at a list of keys; own properties only. */
function at(value: unknown, keys: readonly string[]): unknown {
  return keys.reduce<unknown>((inner, key) => (typeof inner === "object" && inner !== null && Object.hasOwn(inner, key) ? (inner as Record<string, unknown>)[key] : undefined), value);
}
