/** One process of `call.ts`: prints, as JSON, the microseconds of a bare `fetch` and what ours costs beside it. */
import { spawn, type ChildProcess } from "node:child_process";
import { createPristoCore, upsertContact } from "../generated/pristo/src/client.js";
import { median } from "./measure.js";

/** Medians over rounds: what else the machine does falls on both of a round. */
export interface CallFigures {
  /** Microseconds of a bare `fetch`, one after the other and with ten under way. */
  readonly bare: number;
  readonly bareBusy: number;
  /** Ratios to it. */
  readonly checked: number;
  readonly unchecked: number;
  readonly checkedBusy: number;
}

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

const { child, origin } = await serve();
const core = createPristoCore({ baseUrl: origin, auth: { ApiKeyAuth: "key" } });
const lax = createPristoCore({ baseUrl: origin, auth: { ApiKeyAuth: "key" }, validate: { request: "off", response: "off" } });
const url = `${origin}/v1/contacts/save/${id}`;
const headers = { accept: "application/json", "content-type": "application/json", "x-api-key": "key" };
const bare = async (): Promise<unknown> => (await fetch(url, { method: "POST", headers, body: JSON.stringify(body) })).json();
const checked = async (): Promise<unknown> => (await upsertContact(core, { path: { populationId: id }, body })).ok;
const unchecked = async (): Promise<unknown> => (await upsertContact(lax, { path: { populationId: id }, body })).ok;

try {
  for (const call of [bare, checked, unchecked]) await time(call, 3000);
  const rounds: (readonly [bare: number, checked: number, unchecked: number])[] = [];
  for (let round = 0; round < 15; round++) rounds.push([await time(bare, 200), await time(checked, 200), await time(unchecked, 200)]);
  // One after the other, client and server wait for one another; with several under way it is processor time that counts.
  const busy: (readonly [bare: number, checked: number])[] = [];
  for (let round = 0; round < 15; round++) busy.push([await time(bare, 400, 10), await time(checked, 400, 10)]);
  const figures: CallFigures = {
    bare: median(rounds.map(([one]) => one)),
    bareBusy: median(busy.map(([one]) => one)),
    checked: median(rounds.map(([one, two]) => two / one)),
    unchecked: median(rounds.map(([one, , three]) => three / one)),
    checkedBusy: median(busy.map(([one, two]) => two / one)),
  };
  console.log(JSON.stringify(figures));
} finally {
  child.kill();
}
