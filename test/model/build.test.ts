import { expect, test } from "vitest";
import { built } from "./document.js";

test("a small document gives groups, operations and schemas", () => {
  const { api, lock, reported } = built({
    paths: {
      "/contacts/{id}": {
        post: {
          operationId: "upsertContact",
          tags: ["Contacts"],
          parameters: [{ name: "id", in: "path", required: true, schema: { type: "string" } }],
          requestBody: { content: { "application/json": { schema: { $ref: "#/components/schemas/Contact" } } } },
          responses: { 200: { description: "Done", content: { "application/json": { schema: { $ref: "#/components/schemas/Contact" } } } } },
        },
      },
    },
    components: { schemas: { Contact: { type: "object", properties: { id: { type: "string", readOnly: true } } } } },
  });
  expect(reported).toEqual([]);
  expect(api.groups.map((group) => [group.identifier, group.operations.map((operation) => operation.identifier)])).toEqual([
    ["contacts", ["upsertContact"]],
  ]);
  expect(api.schemas.map(({ identifier, writeIdentifier }) => [identifier, writeIdentifier])).toEqual([["Contact", "ContactInput"]]);
  expect(lock.names).toMatchObject({ "/components/schemas/Contact": "Contact", "operation POST /contacts/{id}": "upsertContact" });
});
