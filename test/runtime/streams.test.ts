import { describe, expect, it } from "vitest";
import { AbortedError, download, NetworkError, readEvents, readJsonEvents, readJsonLines, readJsonSequence, reconnecting, readStream, SpecwrightError, type CallOptions, type ServerEvent } from "../../templates/runtime/index.js";
import { coreFor, operation, rejection, startServer } from "./support.js";

const server = await startServer();
const streamOf = (mediaType: string, codec: typeof readEvents) => operation({ responses: { 200: { contents: { [mediaType]: { codec } } }, 204: {} } });
const events = streamOf("text/event-stream", readEvents);

async function all<Item>(items: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const item of items) found.push(item);
  return found;
}

async function read(thing: typeof events, type: string, ...chunks: string[]): Promise<unknown[]> {
  server.answer = () => ({ headers: { "Content-Type": type }, chunks: chunks.map((text) => [text, 5]) });
  return all((await coreFor(server).call(thing).orThrow()) as AsyncIterable<unknown>);
}

describe("event streams", () => {
  it("are read by the rules of HTML, 9.2.6, however they are cut into chunks", async () => {
    const text = "\ufeff: comment\n\nevent: x\ndata: one\ndata:two\nid: 7\n\ndata\r\rdata: three\r\nretry: 50\r\nunknown: y\r\n\r\ndata: é日\n\nid: a\0b\ndata:  four\n\ndata: cut off";
    const expected = [
      { event: "x", data: "one\ntwo", id: "7" },
      { event: "message", data: "", id: "7" },
      { event: "message", data: "three", id: "7", retry: 50 },
      { event: "message", data: "é日", id: "7", retry: 50 },
      { event: "message", data: " four", id: "7", retry: 50 },
    ];
    expect(await read(events, "text/event-stream", text)).toEqual(expected);
    expect(await read(events, "text/event-stream", ...text.split("\n").flatMap((line, index) => (index === 0 ? [line] : ["\n", line])).filter((part) => part !== ""))).toEqual(expected);
    expect(await read(events, "text/event-stream", ...text.replaceAll("\r", "\r\u0001").split("\u0001").filter((part) => part !== ""))).toEqual(expected);
  });

  it("give the first event before the second is sent", async () => {
    server.answer = () => ({ headers: { "Content-Type": "text/event-stream" }, chunks: [["data: 1\n\n", 0], ["data: 2\n\n", 700]] });
    const stream = (await coreFor(server).call(events).orThrow()) as AsyncIterable<ServerEvent>;
    const started = Date.now();
    for await (const event of stream) {
      expect(event.data).toBe("1");
      expect(Date.now() - started).toBeLessThan(500);
      break;
    }
  });

  it("may hold JSON", async () => {
    expect(await read(streamOf("text/event-stream", readJsonEvents), "text/event-stream", 'data: {"n":\ndata: 1}\n\n')).toMatchObject([{ data: { n: 1 } }]);
    expect((await rejection(read(streamOf("text/event-stream", readJsonEvents), "text/event-stream", "data: {\n\n"))).name).toBe("ResponseBodyError");
    // HTML, 9.2.3: another type is no event stream.
    expect((await rejection(read(events, "application/json", '{"error":"x"}'))).message).toContain("the answer is no event stream (application/json)");
  });

  it("go on beyond the time limit of an attempt, and end with the caller's abort", async () => {
    server.answer = () => ({ headers: { "Content-Type": "text/event-stream" }, chunks: [["data: 1\n\n", 0], ["data: 2\n\n", 150], ["data: 3\n\n", 5000]] });
    const controller = new AbortController();
    const stream = (await coreFor(server, { timeoutMs: 100 }).call(events, {}, { signal: controller.signal }).orThrow()) as AsyncIterable<ServerEvent>;
    const seen: string[] = [];
    const error = await rejection(
      (async () => {
        for await (const event of stream) {
          seen.push(event.data);
          if (seen.length === 2) setTimeout(() => controller.abort(), 20);
        }
      })(),
    );
    expect(seen).toEqual(["1", "2"]);
    expect(error).toBeInstanceOf(AbortedError);
  });

  it("throw a network error when they break off", async () => {
    server.answer = () => ({ headers: { "Content-Type": "text/event-stream", "Content-Length": "100" }, body: "data: 1\n\n", cut: 9 });
    const stream = (await coreFor(server).call(events).orThrow()) as AsyncIterable<ServerEvent>;
    expect(await rejection(all(stream))).toBeInstanceOf(NetworkError);
  });

  it("are continued after the last event where asked for", async () => {
    const asked: (string | undefined)[] = [];
    server.answer = (request, index) => {
      asked.push(request.header("last-event-id"));
      if (asked.length === 3) return { cut: "before" };
      if (asked.length === 5) return { status: 204 };
      return { headers: { "Content-Type": "text/event-stream" }, chunks: [[`retry: 1\nid: ${index}\ndata: ${asked.length}\n\n`, 0]] };
    };
    server.requests.length = 0;
    const core = coreFor(server, { retry: false });
    const seen = await all(reconnecting((headers) => core.call(events, {}, { headers }).orThrow() as Promise<AsyncIterable<ServerEvent> | undefined>));
    expect(seen.map(({ data }) => data)).toEqual(["1", "2", "4"]);
    expect(asked).toEqual([undefined, "0", "1", "1", "3"]);
  });

  it("are continued after what was said without an event, too (HTML, 9.2.6: an id is set, and set to nothing, by any block; retry by its line)", async () => {
    const asked: (string | undefined)[] = [];
    const bodies = ["id: 7\nretry: 1\n\n", "id: 8\ndata: x\n\nid: cut off", "data: y\n\n", "id:\n\n"];
    server.answer = (request) => {
      asked.push(request.header("last-event-id"));
      const body = bodies[asked.length - 1];
      return body === undefined ? { status: 204 } : { headers: { "Content-Type": "text/event-stream" }, chunks: [[body, 0]] };
    };
    const connect = (headers: object) => coreFor(server).call(events, {}, { headers: { ...headers } }).orThrow() as Promise<AsyncIterable<ServerEvent> | undefined>;
    const started = Date.now();
    expect((await all(reconnecting(connect))).map(({ data }) => data)).toEqual(["x", "y"]);
    expect(asked).toEqual([undefined, "7", "8", "8", undefined]);
    expect(Date.now() - started).toBeLessThan(2500);
    // A stream that the caller made of it is known by its events.
    asked.length = 0;
    const through = async (headers: object): Promise<AsyncIterable<ServerEvent> | undefined> => {
      const stream = await connect(headers);
      return stream && (async function* () { yield* stream; })();
    };
    expect((await all(reconnecting(through, { delayMs: 1 }))).map(({ data }) => data)).toEqual(["x", "y"]);
    expect(asked).toEqual([undefined, undefined, "8", "8", "8"]);
  });

  it("say that they can be read once only", async () => {
    server.answer = () => ({ headers: { "Content-Type": "text/event-stream" }, chunks: [["data: 1\n\n", 0]] });
    const stream = (await coreFor(server).call(events).orThrow()) as AsyncIterable<ServerEvent>;
    expect(await all(stream)).toHaveLength(1);
    const error = await rejection(all(stream));
    expect(error).toBeInstanceOf(SpecwrightError);
    expect(error.message).toBe("getThing: a stream can be read once; call again for another");
  });
});

describe("JSON sequences", () => {
  it("give a value a line, or a value behind each separator", async () => {
    expect(await read(streamOf("application/jsonl", readJsonLines), "application/jsonl", '{"n":1}\n{"n"', ":2}\r\n\n", '{"n":9007199254740993}')).toEqual([{ n: 1 }, { n: 2 }, { n: 9007199254740993n }]);
    expect(await read(streamOf("application/json-seq", readJsonSequence), "application/json-seq", '\x1e{"n":1}\n\x1e[\n', "2]\n")).toEqual([{ n: 1 }, [2]]);
  });
});

describe("downloads", () => {
  it("come as a stream", async () => {
    server.answer = () => ({ headers: { "Content-Type": "application/zip" }, chunks: [["abc", 0], ["def", 10]] });
    const stream = (await coreFor(server).call(streamOf("application/zip", readStream)).orThrow()) as ReadableStream<Uint8Array>;
    expect(stream).toBeInstanceOf(ReadableStream);
    expect(await new Response(stream).text()).toBe("abcdef");
  });

  it("that are cut off or aborted fail as calls do", async () => {
    server.answer = () => ({ headers: { "Content-Type": "application/zip" }, body: "abcdef", cut: 3 });
    const read = async (options: CallOptions = {}): Promise<string> => new Response((await coreFor(server).call(streamOf("application/zip", readStream), {}, options).orThrow()) as ReadableStream<Uint8Array<ArrayBuffer>>).text();
    const cut = await rejection(read());
    expect(cut).toBeInstanceOf(NetworkError);
    expect(cut.message).toBe(`${streamOf("application/zip", readStream).id}: the body was cut off`);
    server.answer = () => ({ headers: { "Content-Type": "application/zip" }, chunks: [["abc", 0], ["def", 5000]] });
    const controller = new AbortController();
    const reading = rejection(read({ signal: controller.signal }));
    setTimeout(() => controller.abort(), 100);
    expect(await reading).toBeInstanceOf(AbortedError);
  });

  it("of any operation come as a stream where asked for, failures as declared", async () => {
    server.answer = () => ({ chunks: [['{"a":', 0], ["1}", 10]], headers: { "Content-Type": "application/json" } });
    const result = await download(coreFor(server), operation());
    expect(result.ok && (await new Response(result.data as ReadableStream<Uint8Array<ArrayBuffer>>).text())).toBe('{"a":1}');
    server.answer = () => ({ status: 400, body: '{"code":"bad"}' });
    expect(await download(coreFor(server), operation())).toMatchObject({ ok: false, error: { code: "bad" } });
  });
});
