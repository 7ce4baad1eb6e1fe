/** What the comparison finds, and where. */
import { describe, expect, test } from "vitest";
import { compareEdit, document, lines } from "./document.js";
import { compareTexts, edit, verdict, type Draft } from "./read.js";

/** What may stand in a draft. */
const value = (anything: unknown): Draft => anything as Draft;

test("the same document: nothing", async () => {
  expect(await compareTexts(document, document)).toMatchObject({ changes: [], bump: "none", oldClientFails: false });
});

test("another order of keys: nothing", async () => {
  const turned = edit(document, (draft) => {
    const { paths, components, ...rest } = draft;
    for (const key of Object.keys(draft)) delete draft[key];
    Object.assign(draft, { components, ...rest, paths });
  });
  expect((await compareTexts(document, turned)).changes).toEqual([]);
});

test("a component that is used both ways is judged in each, and reported once", async () => {
  const comparison = await compareEdit((draft) => {
    draft["components"]!["schemas"]!["Order"]!["properties"]!["state"]!["enum"] = value(["open", "paid", "void"]);
  });
  expect(comparison.changes).toHaveLength(1);
  const [change] = comparison.changes;
  expect(change).toMatchObject({
    kind: "enum-value-added",
    directions: ["in", "out"],
    bump: "major",
    operations: ["getOrder", "saveOrder"],
    owner: "Order",
    where: `state › "void"`,
    at: "/components/schemas/Order/properties/state",
  });
});

test("a cycle of references ends", async () => {
  const comparison = await compareEdit((draft) => {
    draft["components"]!["schemas"]!["Order"]!["required"] = value(["total", "parent"]);
  });
  expect(lines(comparison)).toEqual(["property-became-required Order › parent"]);
});

describe("what leads back to itself other than by a reference alone ends, too", () => {
  const withSchemas = (schemas: object): string =>
    JSON.stringify({
      openapi: "3.1.0",
      info: { title: "t", version: "1" },
      paths: { "/": { get: { operationId: "read", responses: { 200: { description: "", content: { "application/json": { schema: { $ref: "#/components/schemas/Tree" } } } } } } } },
      components: { schemas },
    });
  const tree = { $ref: "#/components/schemas/Tree" };
  const node = { $ref: "#/components/schemas/Node" };
  const object = (properties: object): object => ({ type: "object", properties });
  const list = (items: object): object => ({ type: "array", items });

  test("a union of objects of which one holds that union and more", async () => {
    const union = (more: object[]): string => withSchemas({ Tree: { oneOf: [object({ leaf: { type: "string" } }), object({ branch: { anyOf: [tree, ...more] } })] } });
    const comparison = await compareTexts(union([object({ left: tree }), { type: "integer" }]), union([object({ left: tree }), object({ right: tree }), { type: "integer" }]));
    expect(lines(comparison)).toEqual(["member-added Tree › branch › object { right? }"]);
  });

  test("an allOf whose parts share properties that lead back", async () => {
    const schemas = (leaf: string): string =>
      withSchemas({
        Node: object({ parent: node, children: list(node), name: { type: "string" } }),
        Tree: { allOf: [node, object({ parent: { anyOf: [tree, { type: "null" }] }, children: list(tree), leaf: { type: leaf } })] },
      });
    expect(lines(await compareTexts(schemas("boolean"), schemas("string")))).toEqual(["type-changed Tree › leaf"]);
  });
});

test("a recursive schema and the same one written out once are the same", async () => {
  const comparison = await compareEdit((draft) => {
    const order = draft["components"]!["schemas"]!["Order"]!;
    order["properties"]!["parent"] = structuredClone(order);
  });
  expect(comparison.bump).toBe("none");
});

describe("places", () => {
  const cases: readonly [name: string, change: (draft: Draft) => void, expected: readonly string[], verdict: string][] = [
    ["a bound of a request's own schema", (draft) => (draft["components"]!["schemas"]!["Order"]!["properties"]!["total"]!["minimum"] = value(0)), ["bound-tightened Order › total › minimum"], "major, old clients fail"],
    ["a member of a union", (draft) => (draft["components"]!["schemas"]!["Order"]!["properties"]!["payment"]!["oneOf"] = value([{ $ref: "#/components/schemas/Card" }])), ["discriminator-changed Order › payment", "member-removed Order › payment › Cash"], "major, old clients fail"],
    ["a property of a member", (draft) => (draft["components"]!["schemas"]!["Cash"]!["required"] = value(["kind", "note"])), ["property-became-required Cash › note"], "major, old clients fail"],
    ["a parameter's style", (draft) => (draft["paths"]!["/orders/{id}"]!["put"]!["parameters"]![1 as unknown as string]!["explode"] = value(false)), ["parameter-style-changed saveOrder › query › tags"], "patch, old clients fail"],
    ["a first error", (draft) => (draft["paths"]!["/orders/{id}"]!["get"]!["responses"]!["404"] = value({ description: "none" })), ["first-error-status-added getOrder › answer 404"], "major"],
    ["a further error with a known body", (draft) => (draft["paths"]!["/orders/{id}"]!["put"]!["responses"]!["409"] = structuredClone(draft["paths"]!["/orders/{id}"]!["put"]!["responses"]!["404"]!)), ["error-status-added saveOrder › answer 409"], "minor"],
    ["allOf instead of one object", (draft) => {
      const order = draft["components"]!["schemas"]!["Order"]!;
      const { total, ...others } = order["properties"]!;
      draft["components"]!["schemas"]!["Order"] = value({ allOf: [{ type: "object", required: ["total"], properties: { total } }, { type: "object", properties: others }] });
    }, [], "none"],
    ["null by anyOf instead of by type", (draft) => (draft["components"]!["schemas"]!["Fault"]!["properties"]!["message"] = value({ anyOf: [{ type: "string" }, { type: "null" }] })), ["became-nullable Fault › message"], "major, old clients fail"],
    ["another media type for an answer", (draft) => {
      const answer = draft["paths"]!["/orders/{id}"]!["get"]!["responses"]!["200"]!;
      answer["content"] = value({ "application/vnd.shop+json": answer["content"]!["application/json"]! });
    }, ["answer-media-added getOrder › answer 200"], "minor"],
    ["a path for everybody", (draft) => (draft["servers"] = value([{ url: "https://api.shop.example/v2" }])), ["server-changed servers"], "minor, old clients fail"],
  ];
  for (const [name, change, expected, judged] of cases) {
    test(name, async () => {
      const comparison = await compareEdit((draft) => void change(draft));
      expect(lines(comparison)).toEqual(expected);
      expect(verdict(comparison)).toBe(judged);
    });
  }
});

describe("names", () => {
  const renamed = (draft: Draft): void => void (draft["paths"]!["/orders/{id}"]!["get"]!["operationId"] = value("readOrder"));

  test("a renamed operation keeps its exported names under the lock; its id is what the vendor says", async () => {
    expect(lines(await compareEdit(renamed))).toEqual(["operation-renamed readOrder"]);
    expect(lines(await compareEdit(renamed, { locked: true }))).toEqual(["operation-id-changed readOrder"]);
  });

  test("a renamed component is a rename, and no difference in shape", async () => {
    const text = document.replaceAll("schemas/Fault", "schemas/Problem").replace("    Fault:", "    Problem:");
    expect(lines(await compareTexts(document, text))).toEqual(["schema-renamed types › Fault"]);
  });
});

test("fingerprints are the same on every run, and differ between places", async () => {
  const change = (draft: Draft): void => {
    for (const name of ["Card", "Cash"]) draft["components"]!["schemas"]![name]!["properties"]!["extra"] = value({ type: "string" });
  };
  const [one, other] = [await compareEdit(change), await compareEdit(change)];
  const prints = one.changes.map(({ fingerprint }) => fingerprint);
  expect(other.changes.map(({ fingerprint }) => fingerprint)).toEqual(prints);
  expect(new Set(prints).size).toBe(prints.length);
});
