import { expect, test } from "vitest";
import { at, read } from "./reading.js";

const curl = "curl --request GET \\\n--url https://api.pets.example/pets";
const answer = "Media typeapplication/json\nArray<string>\n";

test("what cannot be read is said, with its line, and asked about", async () => {
  const { document, codes, messages } = await read(`List pets\n\nGET\n/pets\n${curl}\n\nAll.\n\n200\n\nThem\n\n${answer}\nLast updated by nobody at all\n\n404\n\nNone\n`, "a.txt");
  expect(codes).toContain("ingest/unread");
  expect(messages.join("\n")).toContain("Last updated by nobody at all");
  expect(at(document, "paths", "/pets", "get", "x-confirm")).toEqual(expect.stringContaining("Last updated"));
});

test("a page that is read whole says nothing", async () => {
  expect((await read(`List pets\n\nGET\n/pets\n${curl}\n\nAll.\n\n200\n\nThem\n\n${answer}`, "a.txt")).codes).not.toContain("ingest/unread");
});

test("headings with the marks of Markdown, and a label above the sample", async () => {
  const text = `# List pets\n\nGET\n/pets\ncURL\n${curl}\n\nAll.\n\n## Parameters\n### Query Parameters\nkind\nstring\n\n## Responses\n### 200\n\nThem\n\n${answer}`;
  const { document, codes } = await read(text, "a.txt");
  expect(codes).not.toContain("ingest/unread");
  expect(at(document, "paths", "/pets", "get")).toMatchObject({ summary: "List pets", description: "All.", parameters: [{ name: "kind", in: "query" }], responses: { "200": { description: "Them" } } });
  expect(document["servers"]).toMatchObject([{ url: "https://api.pets.example" }]);
});

test.each([
  ["a path of one segment a line", `GET\n/\nv1\n/\npets\nList\n${curl}\n\nAuthorization\nstring\nheader\nrequired\n`],
  ["neither sample nor heading", "# Pets\n\nPOST\n/pets\n\nBody\n\nname\nstring\nrequired\nThe name\n\nResponse\n\nid\ninteger\n"],
])("text of another platform: %s", async (_what, text) => {
  expect((await read(text, "a.txt")).codes).toEqual(["ingest/nothing-usable"]);
});

test("Authorization is a header", async () => {
  const { document } = await read(`List\n\nGET\n/pets\n${curl}\n\nAll.\n\nAuthorization\nstring\n\nThe key.\n\n${answer}`, "a.txt");
  expect(at(document, "paths", "/pets", "get", "parameters", 0)).toMatchObject({ name: "Authorization", in: "header" });
});
