/** Each vendor's committed package is what its folder gives, by any way of getting there. */
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { parse, stringify } from "yaml";
import { pipeline } from "../generator/pipeline.js";
import { loadVendor } from "../generator/vendor.js";
import { filesBelow, generated, project, vendors } from "./support/vendors.js";
import { typecheck } from "./support/typecheck.js";

const scratch = mkdtempSync(join(tmpdir(), "specwright-vendors-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** The same document with the keys of every object in another order, chosen by a fixed seed. */
function shuffled(value: unknown, random: () => number): unknown {
  if (Array.isArray(value)) return value.map((item) => shuffled(item, random));
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([key, member]) => ({ key, member: shuffled(member, random), order: random() }));
  return Object.fromEntries(entries.sort((a, b) => a.order - b.order).map(({ key, member }) => [key, member]));
}

function seeded(seed: number): () => number {
  let state = seed;
  return () => (state = (state * 48271) % 2147483647) / 2147483647;
}

const texts = (files: readonly { readonly path: string; readonly text: string }[]): Record<string, string> =>
  Object.fromEntries(files.map(({ path, text }) => [path, text]));

test("there are vendors", () => {
  expect(vendors).toEqual(["aelyst", "agentalk", "minimo", "pristo"]);
});

describe.each(vendors)("%s", (name) => {
  test("what is committed is what is generated", async () => {
    const { files } = await generated(name);
    const committed = filesBelow(join(project, "generated", name));
    for (const { path, text } of files) expect(committed.get(path), path).toBe(text);
    const wanted = new Set(files.map((file) => file.path));
    expect([...committed.keys()].filter((path) => !wanted.has(path) && path.startsWith("src/"))).toEqual([]);
  });

  test("a second run gives the same bytes", async () => {
    const { files, vendor } = await generated(name);
    expect(texts((await pipeline(vendor, project)).files)).toEqual(texts(files));
  });

  test("another working folder and another place on disk give the same bytes", async () => {
    const { files } = await generated(name);
    const copy = join(scratch, name, "elsewhere");
    cpSync(join(project, "specs", name), join(copy, "specs", name), { recursive: true });
    const vendor = await loadVendor(copy, name);
    expect(texts((await pipeline(vendor, scratch)).files)).toEqual(texts(files));
  });

  test.each([1, 2, 3])("the document's keys in another order (%i) give the same bytes", async (seed) => {
    const { files } = await generated(name);
    const copy = join(scratch, name, `shuffled-${seed}`);
    cpSync(join(project, "specs", name), join(copy, "specs", name), { recursive: true });
    const path = join(copy, "specs", name, "openapi.yaml");
    const document: unknown = parse(readFileSync(path, "utf8"));
    const text = stringify(shuffled(document, seeded(seed)));
    expect(text).not.toBe(stringify(document));
    writeFileSync(path, text);
    expect(texts((await pipeline(await loadVendor(copy, name), copy)).files)).toEqual(texts(files));
  });

  test("no diagnostic of the generator but those that the manifest accepts", async () => {
    const { diagnostics, vendor } = await generated(name);
    const open = diagnostics.filter(({ severity, code }) => severity !== "info" && !vendor.waivers.some((waiver) => waiver.code === code));
    expect(open.map(({ code, message }) => `${code}: ${message}`)).toEqual([]);
  });
});

test.each(["5.9", "7"] as const)("all packages compile under TypeScript %s", { timeout: 120_000 }, (version) => {
  const folder = join(scratch, "compiled");
  for (const name of vendors) cpSync(join(project, "generated", name), join(folder, name), { recursive: true, filter: (source) => !/node_modules|dist$/.test(source) });
  expect(typecheck(folder, version)).toBe("");
});
