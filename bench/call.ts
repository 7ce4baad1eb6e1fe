/** What a call costs beside a bare `fetch` of the same request: same server, same bytes, in turn, in one process. */
import { spawn, type ChildProcess } from "node:child_process";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { buildSync } from "esbuild";
import { line, median } from "./measure.js";

const id = "3fa85f64-5717-4562-b3fc-2c963f66afa6";
const body = { contact: { id, name: "Ada", email: "ada@example.com", customFields: { plan: "basic" } } };

/** A process of its own, so that serving takes no time from calling. */
const program = `
require("node:http").createServer((request, response) => {
  request.resume().on("end", () => response.writeHead(200, { "Content-Type": "application/json" }).end(${JSON.stringify(JSON.stringify(body))}));
}).listen(0, "127.0.0.1", function () { console.log(this.address().port); });`;

async function serve(): Promise<{ readonly child: ChildProcess; readonly origin: string }> {
  const child = spawn(process.execPath, ["-e", program], { stdio: ["ignore", "pipe", "inherit"] });
  const port = await new Promise<string>((done) => child.stdout?.once("data", (data: Buffer) => done(data.toString().trim())));
  return { child, origin: `http://127.0.0.1:${port}` };
}

/** Microseconds a call, over `count` calls of which so many are under way at a time. */
async function time(call: () => Promise<unknown>, count: number, atATime = 1): Promise<number> {
  const start = process.hrtime.bigint();
  const one = async (): Promise<void> => {
    for (let index = 0; index < count / atATime; index++) await call();
  };
  await Promise.all(Array.from({ length: atATime }, one));
  return Number(process.hrtime.bigint() - start) / 1000 / count;
}

/** The package as its users run it: compiled, and without the names that a loader of TypeScript keeps for functions at a cost. */
async function compiled(root: string, work: string): Promise<typeof import("../generated/pristo/src/client.js")> {
  const outfile = join(work, "pristo.mjs");
  buildSync({ entryPoints: [join(root, "generated/pristo/src/client.ts")], outfile, bundle: true, format: "esm", platform: "node", target: "es2022" });
  return (await import(pathToFileURL(outfile).href)) as typeof import("../generated/pristo/src/client.js");
}

/** @param work a folder for what is compiled */
export async function benchCall(root: string, work: string): Promise<void> {
  const { createPristoCore, upsertContact } = await compiled(root, work);
  const { child, origin } = await serve();
  try {
    const core = createPristoCore({ baseUrl: origin, auth: { ApiKeyAuth: "key" } });
    const unchecked = createPristoCore({ baseUrl: origin, auth: { ApiKeyAuth: "key" }, validate: { request: "off", response: "off" } });
    const url = `${origin}/v1/contacts/save/${id}`;
    const headers = { accept: "application/json", "content-type": "application/json", "x-api-key": "key" };
    const bare = async (): Promise<unknown> => (await fetch(url, { method: "POST", headers, body: JSON.stringify(body) })).json();
    const call = async (): Promise<unknown> => (await upsertContact(core, { path: { populationId: id }, body })).ok;
    const plain = async (): Promise<unknown> => (await upsertContact(unchecked, { path: { populationId: id }, body })).ok;
    for (const one of [bare, call, plain]) await time(one, 3000);
    const rounds: (readonly [bare: number, call: number, plain: number])[] = [];
    for (let round = 0; round < 25; round++) rounds.push([await time(bare, 200), await time(call, 200), await time(plain, 200)]);
    const theirs = median(rounds.map(([one]) => one));
    // The median of the ratios round by round: what else the machine does falls on both of a round.
    console.log(line("one call, arguments checked / fetch", theirs * median(rounds.map(([one, two]) => two / one)), theirs, "µs", 1.15));
    console.log(line("one call, nothing checked / fetch", theirs * median(rounds.map(([one, , three]) => three / one)), theirs, "µs"));
    // One after the other, client and server wait for one another; with several under way it is processor time that counts.
    const busy: (readonly [bare: number, call: number])[] = [];
    for (let round = 0; round < 25; round++) busy.push([await time(bare, 400, 10), await time(call, 400, 10)]);
    const fetched = median(busy.map(([one]) => one));
    console.log(line("one call of ten under way, arguments checked / fetch", fetched * median(busy.map(([one, two]) => two / one)), fetched, "µs"));
  } finally {
    child.kill();
  }
}
