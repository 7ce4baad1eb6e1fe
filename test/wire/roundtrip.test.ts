/** For any value, a decoder written from the standard gives back what was sent. */
import fc from "fast-check";
import { describe, it } from "vitest";
import { deepStrictEqual } from "node:assert";
import { writeList, writeStyled, type ParameterDescriptor } from "../../templates/runtime/index.js";
import { writePlain } from "../../templates/runtime/parameters.js";

// Graphemes are whole characters, so that no half of a surrogate pair is among them.
const text = fc.string({ unit: "grapheme", minLength: 1 });
const list = fc.array(text, { minLength: 1 });
const record = fc.dictionary(text.filter((key) => key !== "__proto__"), text, { minKeys: 1 }).map((value) => ({ ...value }));
const write = (value: unknown, parameter: Omit<ParameterDescriptor, "name">): string => writeStyled(value, { name: "p q", ...parameter }).join("&");
const decode = decodeURIComponent;
const key = encodeURIComponent("p q");

/** RFC 6570, read backwards: delimiters first, then percent-decoding. */
const entries = (text: string, separator: string): Record<string, string> => Object.fromEntries(text.split(separator).map((pair) => pair.split("=").map(decode) as [string, string]));
const flat = (text: string, separator: string): Record<string, string> => {
  const parts = text.split(separator).map(decode);
  return Object.fromEntries(parts.flatMap((part, index) => (index % 2 === 0 ? [[part, parts[index + 1] ?? ""]] : [])));
};
const after = (text: string, prefix: string): string => {
  deepStrictEqual(text.startsWith(prefix), true, text);
  return text.slice(prefix.length);
};
const check = <Value>(values: fc.Arbitrary<Value>, parameter: Omit<ParameterDescriptor, "name">, read: (text: string) => unknown): void =>
  fc.assert(fc.property(values, (value) => deepStrictEqual(read(write(value, parameter)), value)), { numRuns: 200 });

describe("lists", () => {
  it.each([
    [{ in: "path", style: "simple" }, "", ","],
    [{ in: "path", style: "label" }, ".", ","],
    [{ in: "path", style: "matrix" }, `;${key}=`, ","],
    [{ in: "path", style: "matrix", explode: true }, `;${key}=`, `;${key}=`],
    [{ in: "query", style: "form", explode: false }, `${key}=`, ","],
    [{ in: "query", style: "form", explode: true }, `${key}=`, `&${key}=`],
    [{ in: "query", style: "spaceDelimited", explode: false }, `${key}=`, "%20"],
    [{ in: "query", style: "pipeDelimited", explode: false }, `${key}=`, "%7C"],
  ] as [Omit<ParameterDescriptor, "name">, string, string][])("%j", (parameter, prefix, separator) => {
    // An item that holds the delimiter itself cannot be told apart where the standard encodes both alike (OAS Appendix C).
    const safe = separator.startsWith("%") ? list.map((items) => items.map((item) => item.replaceAll(decode(separator), "x"))) : list;
    check(safe, parameter, (written) => after(written, prefix).split(separator).map(decode));
  });
});

describe("objects", () => {
  it.each([
    [{ in: "path", style: "simple", explode: true }, "", (written: string) => entries(written, ",")],
    [{ in: "path", style: "simple" }, "", (written: string) => flat(written, ",")],
    [{ in: "path", style: "matrix", explode: true }, ";", (written: string) => entries(written, ";")],
    [{ in: "query", style: "form", explode: true }, "", (written: string) => entries(written, "&")],
    [{ in: "query", style: "form", explode: false }, `${key}=`, (written: string) => flat(written, ",")],
    [{ in: "cookie", style: "form", explode: true }, "", (written: string) => entries(written, "&")],
  ] as [Omit<ParameterDescriptor, "name">, string, (written: string) => unknown][])("%j", (parameter, prefix, read) => {
    check(record, parameter, (written) => read(after(written, prefix)));
  });

  it("deepObject", () => {
    const names = fc.dictionary(text.filter((name) => !/[[\]]/.test(name) && name !== "__proto__"), text, { minKeys: 1 }).map((value) => ({ ...value }));
    check(names, { in: "query", style: "deepObject", explode: true }, (written) => Object.fromEntries(written.split("&").map((pair) => pair.split("=").map(decode)).map(([name = "", value]) => [name.slice(4, -1), value])));
  });
});

describe("anything", () => {
  it("content: application/json", () => {
    check(fc.jsonValue().map((value) => JSON.parse(JSON.stringify(value)) as unknown), { in: "query", contentType: "application/json" }, (written) => JSON.parse(decode(after(written, `${key}=`))) as unknown);
  });

  it("is written by each writer in the same way, where several can", () => {
    fc.assert(
      fc.property(fc.oneof(text, fc.integer(), fc.boolean(), list, record), fc.constantFrom("path", "query", "header") as fc.Arbitrary<"path">, fc.boolean(), (value, place, explode) => {
        const parameter: ParameterDescriptor = { name: "p q", in: place, explode };
        const attempt = (one: typeof writePlain): unknown => {
          try {
            return one(value, parameter);
          } catch (error) {
            return (error as Error).message;
          }
        };
        deepStrictEqual(attempt(writeList), attempt(writeStyled));
        if (typeof value !== "object") deepStrictEqual(attempt(writePlain), attempt(writeStyled));
      }),
    );
  });
});
