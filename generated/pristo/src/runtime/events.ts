/** The codecs of sequential media types: server-sent events (HTML, 9.2), JSON lines, JSON text sequences (RFC 7464). Each gives an async iterable at once. */
import { sleep } from "./deadline.js";
import type { ReadContext, ResponseCodec } from "./descriptor.js";
import { MalformedBody, NetworkError, ResponseBodyError, SpecwrightError, TimeoutError } from "./errors.js";
import { parseJson } from "./json.js";
import { essence } from "./media.js";

/** One event of an event stream. */
export interface ServerEvent<Data = string> {
  /** `message` where the server names none. */
  readonly event: string;
  readonly data: Data;
  /** The last id that the server gave, in this event or before it. */
  readonly id: string;
  /** Milliseconds after which to connect again, where the server said. */
  readonly retry?: number;
}

/** Events with their data as text. */
export const readEvents: ResponseCodec = (response, mediaType, context) => events(response, mediaType, context, (text) => text);

/** Events whose data is JSON. */
export const readJsonEvents: ResponseCodec = (response, mediaType, context) => events(response, mediaType, context, json);

/** An answer of another type is no event stream (HTML, 9.2.3), and would come out as one without events. */
async function events(response: Response, mediaType: string, context: ReadContext, parse: (text: string) => unknown): Promise<unknown> {
  if (essence(mediaType) !== "text/event-stream") throw new MalformedBody("the answer is no event stream", await response.text());
  return eventStream(response, context, parse);
}

/** A JSON value a line (`application/jsonl`, `application/x-ndjson`); empty lines are passed over. */
export const readJsonLines: ResponseCodec = (response, _mediaType, context) => Promise.resolve(iterable(response, context, () => separated(/\r?\n/)));

/** JSON values, each behind a record separator (`application/json-seq`). */
export const readJsonSequence: ResponseCodec = (response, _mediaType, context) => Promise.resolve(iterable(response, context, () => separated(/\x1e/)));

/** Where a stream of events stands: what it said last, with an event or without one. */
interface Position {
  id?: string;
  retry?: number;
}

/** Of the streams that are made here, for `reconnecting`. */
const positions = new WeakMap<AsyncIterable<unknown>, Position>();

function eventStream(response: Response, context: ReadContext, read: (data: string) => unknown): AsyncIterable<unknown> {
  const position: Position = {};
  const stream = iterable(response, context, () => eventParser(read, position));
  positions.set(stream, position);
  return stream;
}

/** Takes text as it comes, gives what is complete; `last` when no more comes. */
type Parser = (text: string, last: boolean) => Iterable<unknown>;

function json(text: string): unknown {
  try {
    return parseJson(text);
  } catch (error) {
    throw new MalformedBody("an item of the stream is not JSON", text, { cause: error });
  }
}

/** Reads once; leaving the loop early cancels the body, and with it the request. */
function iterable(response: Response, context: ReadContext, makeParser: () => Parser): AsyncIterable<unknown> {
  let used = false;
  return {
    async *[Symbol.asyncIterator]() {
      if (used) throw new SpecwrightError(context.operation, "a stream can be read once; call again for another");
      used = true;
      const reader = response.body?.getReader();
      const decoder = new TextDecoder();
      const parse = makeParser();
      try {
        for (;;) {
          const chunk = await reader?.read();
          const last = chunk === undefined || chunk.done;
          yield* parse(last ? decoder.decode() : decoder.decode(chunk.value, { stream: true }), last);
          if (last) return;
        }
      } catch (error) {
        if (error instanceof MalformedBody) throw new ResponseBodyError(context.operation, error.message, response, error.text, { cause: error.cause });
        throw context.explain(error);
      } finally {
        context.end();
        // A body that ended or failed has nothing to cancel; what cancelling throws then is no news.
        await reader?.cancel().catch(() => undefined);
      }
    },
  };
}

function separated(separator: RegExp): Parser {
  let rest: string[] = [];
  return function* (text, last) {
    const [first = "", ...others] = text.split(separator);
    rest.push(first);
    for (const next of others) {
      yield* item(rest.join(""));
      rest = [next];
    }
    if (last) yield* item(rest.join(""));
  };
}

function* item(text: string): Iterable<unknown> {
  if (text.trim() !== "") yield json(text);
}

/** HTML, 9.2.6: fields until an empty line; an event that the end of the stream cuts off is dropped. An id counts without data, too. */
function eventParser(read: (data: string) => unknown, position: Position): Parser {
  let rest: string[] = [];
  let afterReturn = false;
  let data: string[] = [];
  let event = "";
  let id: string | undefined;

  function* line(text: string): Iterable<ServerEvent<unknown>> {
    if (text === "") {
      if (id !== undefined) position.id = id;
      const { retry } = position;
      if (data.length > 0) yield { event: event || "message", data: read(data.join("\n")), id: id ?? "", ...(retry === undefined ? {} : { retry }) };
      data = [];
      event = "";
      return;
    }
    const [, field = "", value = ""] = /^([^:]*)(?:: ?(.*))?$/s.exec(text) ?? [];
    if (field === "data") data.push(value);
    else if (field === "event") event = value;
    else if (field === "id" && !value.includes("\0")) id = value;
    else if (field === "retry" && /^\d+$/.test(value)) position.retry = Number(value);
  }

  return function* (text) {
    // A line ends with CR, LF or both; the two may come in different chunks.
    const fresh = afterReturn && text.startsWith("\n") ? text.slice(1) : text;
    if (text !== "") afterReturn = text.endsWith("\r");
    const [first = "", ...others] = fresh.split(/\r\n|\r|\n/);
    rest.push(first);
    for (const next of others) {
      yield* line(rest.join(""));
      rest = [next];
    }
  };
}

/** How `reconnecting` goes about it. */
export interface ReconnectOptions {
  readonly signal?: AbortSignal;
  /** Milliseconds before connecting again, unless the server says. Default 3000. */
  readonly delayMs?: number;
  /** Connections in a row that give no event, after which the error is thrown. Default 5. */
  readonly limit?: number;
}

/**
 * Events over as many connections as it takes (HTML, 9.2.3): when one ends or breaks, the next asks for what comes after
 * the last event seen. Ends when the server answers without events (204).
 *
 * @param connect opens a stream with these header fields: `(headers) => client.news.follow({}, { headers }).orThrow()`
 */
export async function* reconnecting<Event extends ServerEvent<unknown>>(
  connect: (headers: { readonly [name: string]: string }) => Promise<AsyncIterable<Event> | undefined>,
  options: ReconnectOptions = {},
): AsyncGenerator<Event, void, undefined> {
  let id = "";
  let delay = options.delayMs ?? 3000;
  for (let fruitless = 0; ; ) {
    fruitless += 1;
    let failure: unknown;
    let position: Position = {};
    try {
      const events = await connect(id === "" ? {} : { "last-event-id": id });
      if (events === undefined) return;
      const known = positions.get(events);
      position = known ?? position;
      for await (const event of events) {
        fruitless = 0;
        // A stream that `connect` made of ours is known by its events only.
        if (known === undefined) position = { ...position, ...(event.id !== "" && { id: event.id }), ...(event.retry !== undefined && { retry: event.retry }) };
        yield event;
      }
    } catch (error) {
      if (!(error instanceof NetworkError) && !(error instanceof TimeoutError)) throw error;
      failure = error;
    }
    id = position.id ?? id;
    delay = position.retry ?? delay;
    if (options.signal?.aborted === true || fruitless >= (options.limit ?? 5)) {
      if (failure !== undefined) throw failure;
      return;
    }
    await sleep(delay, options.signal);
  }
}
