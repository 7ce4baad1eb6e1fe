import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { elements, parseHtml } from "../../generator/ingest/html.js";
import { collectIngest, ingest } from "../../generator/ingest/ingest.js";
import { listAt, objectAt, textAt } from "../../generator/ingest/shape.js";
import { type Json, type JsonObject, emptyObject, isObject } from "../../generator/json.js";
import { defaultLimits } from "../../generator/source/limits.js";
import { parse } from "../../generator/source/parse.js";
import { pageText } from "./page-text.js";

// Pages that starlight-openapi 0.26.1 built from the documents beside them, without their head, styles and scripts.
const folder = join(dirname(fileURLToPath(import.meta.url)), "starlight");
const pages = [
  { file: "listbooks", path: "/books", method: "get" },
  { file: "addbook", path: "/books", method: "post" },
  { file: "removebook", path: "/books/{bookId}", method: "delete" },
  { file: "replacebook", path: "/books/{bookId}", method: "put" },
];

const read = (name: string): string => readFileSync(join(folder, name), "utf8");

async function ingested(file: string, text: string): Promise<JsonObject> {
  const { report, found } = collectIngest();
  const result = await ingest([{ file, text }], report);
  expect(found.filter(({ severity }) => severity === "error")).toEqual([]);
  return result?.document ?? emptyObject();
}

/** What the renderer prints of a schema: no readOnly, no default of 20 beside others … and each reference written out once. */
function shown(document: JsonObject, value: Json, around: readonly string[] = []): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map((item) => shown(document, item, around));
  if (!isObject(value)) return value;
  const ref = textAt(value, "$ref");
  if (ref !== undefined) {
    const name = ref.split("/").at(-1) as string;
    if (around.includes(name)) return { type: "object", "x-confirm": 1 };
    return shown(document, objectAt(objectAt(document["components"] as JsonObject, "schemas"), name) ?? {}, [...around, name]);
  }
  const result = emptyObject();
  for (const key of Object.keys(value).sort()) {
    if (["description", "title", "readOnly", "example"].includes(key) && typeof value[key] !== "object") continue;
    if (key === "minimum" && value[key] === 0) continue;
    result[key] = shown(document, value[key] as Json, around);
  }
  return result;
}

/** The same of what was read: marks by their presence, bounds in one spelling. */
function plain(value: Json): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).map(plain);
  if (!isObject(value)) return value;
  const result = emptyObject();
  for (const key of Object.keys(value).sort()) {
    if (["description", "title", "example", "examples"].includes(key) && !(isObject(value[key]) && textAt(value[key] as JsonObject, "type") !== undefined)) continue;
    if (key === "x-inferred") continue;
    result[key] = key === "x-confirm" ? 1 : plain(value[key] as Json);
  }
  // 3.0 and 3.1 spell two things differently and are printed alike.
  const { nullable, ...rest } = result;
  if (nullable === true && typeof rest["type"] === "string") rest["type"] = [rest["type"], "null"];
  if (rest["exclusiveMinimum"] === true) {
    rest["exclusiveMinimum"] = rest["minimum"] as Json;
    delete rest["minimum"];
  }
  const unmarked = { ...rest };
  if (unmarked["type"] === "array" && isObject(unmarked["items"]) && (unmarked["items"] as JsonObject)["x-confirm"] !== undefined) {
    const { "x-confirm": _mark, ...items } = unmarked["items"] as Record<string, Json>;
    unmarked["items"] = items;
    unmarked["x-confirm"] = 1;
  }
  return unmarked;
}

const operationOf = (document: JsonObject, path: string, method: string): JsonObject => objectAt(objectAt(objectAt(document, "paths"), path), method) ?? emptyObject();

function facts(document: JsonObject, path: string, method: string): Json {
  const operation = operationOf(document, path, method);
  const item = objectAt(objectAt(document, "paths"), path);
  const parameters = [...listAt(item, "parameters"), ...listAt(operation, "parameters")].filter(isObject);
  const content = (holder: JsonObject | undefined): Json => {
    const media = objectAt(holder, "content") ?? emptyObject();
    return Object.fromEntries(Object.keys(media).map((type) => [type, plain(shown(document, objectAt(media, type)?.["schema"] ?? {}))]));
  };
  const responses = objectAt(operation, "responses") ?? emptyObject();
  return {
    deprecated: operation["deprecated"] === true,
    parameters: parameters.map((each) => ({ name: each["name"] ?? "", in: each["in"] ?? "", required: each["required"] === true, deprecated: each["deprecated"] === true, schema: plain(shown(document, each["schema"] ?? {})) })),
    body: { required: objectAt(operation, "requestBody")?.["required"] === true, content: content(objectAt(operation, "requestBody")) },
    responses: Object.fromEntries(
      Object.keys(responses).map((code) => {
        const headers = objectAt(objectAt(responses, code), "headers") ?? emptyObject();
        return [code, { headers: Object.fromEntries(Object.keys(headers).map((name) => [name, plain(shown(document, objectAt(headers, name)?.["schema"] ?? {}))])), content: content(objectAt(responses, code)) }];
      }),
    ),
  };
}

for (const version of ["30", "31"]) {
  describe(`pages that starlight-openapi built from a ${version} document`, () => {
    for (const { file, path, method } of pages) {
      test(`${file} as HTML`, async () => {
        const name = `shelf-${version}.${file}.html`;
        const truth = (await parse(read(`shelf-${version}.json`), "shelf", defaultLimits)).value as JsonObject;
        const document = await ingested(name, read(name));
        expect(facts(document, path, method)).toEqual(facts(truth, path, method));
      });
    }
  });
}

/** What is left of the facts where hidden panels are lost: of media types and of union members the first. */
function withoutPanels(value: Json, key = ""): Json {
  if (Array.isArray(value)) return (value as readonly Json[]).slice(0, key === "oneOf" || key === "anyOf" ? 1 : undefined).map((item) => withoutPanels(item));
  if (!isObject(value)) return value;
  const names = key === "content" ? Object.keys(value).slice(0, 1) : Object.keys(value);
  return Object.fromEntries(names.map((name) => [name, withoutPanels(value[name] as Json, name)]));
}

describe("the text of these pages", () => {
  for (const { file, path, method } of pages) {
    test(`${file} says everything that is not hidden`, async () => {
      const truth = (await parse(read("shelf-30.json"), "shelf", defaultLimits)).value as JsonObject;
      const main = elements(await parseHtml(read(`shelf-30.${file}.html`))).find(({ tagName }) => tagName === "main");
      const document = await ingested(file, pageText(main as NonNullable<typeof main>, { headings: true }));
      expect(facts(document, path, method)).toEqual(withoutPanels(facts(truth, path, method)));
    });
  }
});

describe("the text of these pages, with and without its headings", () => {
  for (const headings of [true, false]) {
    for (const { file, path, method } of pages) {
      test(`${file} ${headings ? "with" : "without"} headings`, async () => {
        const name = `shelf-30.${file}.html`;
        const main = elements(await parseHtml(read(name))).find(({ tagName }) => tagName === "main");
        const text = pageText(main as NonNullable<typeof main>, { headings });
        const document = await ingested(name, text);
        await expect(text).toMatchFileSnapshot(join(folder, `${file}.${headings ? "full" : "lost"}.txt`));
        await expect(`${JSON.stringify(document, null, 2)}\n`).toMatchFileSnapshot(join(folder, `${file}.${headings ? "full" : "lost"}.json`));
        expect(operationOf(document, path, method)["responses"]).toBeDefined();
      });
    }
  }
});
