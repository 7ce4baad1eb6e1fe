import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { isReserved } from "../../generator/model/reserved.js";
import { camel, pascal, wordsOf } from "../../generator/model/words.js";
import { built } from "./document.js";

const objects = (...names: string[]): object => ({ components: { schemas: Object.fromEntries(names.map((name) => [name, { type: "object" }])) } });

function schemaNames(...names: string[]): Record<string, string> {
  return Object.fromEntries(built(objects(...names)).api.schemas.map((schema) => [schema.name, schema.identifier]));
}

const words: [name: string, pascal: string, camel: string][] = [
  ["contacts_create", "ContactsCreate", "contactsCreate"],
  ["upsertContact", "UpsertContact", "upsertContact"],
  ["UpsertContact", "UpsertContact", "upsertContact"],
  ["CONTACT_TYPE", "ContactType", "contactType"],
  ["SMS", "SMS", "sms"],
  ["URLList", "URLList", "urlList"],
  ["OAuth2Token", "OAuth2Token", "oAuth2Token"],
  ["v1.users/get", "V1UsersGet", "v1UsersGet"],
  ["user's list", "UsersList", "usersList"],
  ["Größe", "Grosse", "grosse"],
  ["Журнал событий", "ZhurnalSobytii", "zhurnalSobytii"],
];

test.each(words)("words of %s", (name, inPascal, inCamel) => {
  expect([pascal(wordsOf(name).words), camel(wordsOf(name).words)]).toEqual([inPascal, inCamel]);
});

const collisions: [what: string, names: string[], identifiers: string[]][] = [
  ["plain names", ["Contact", "contact_list"], ["Contact", "ContactList"]],
  ["globals", ["Promise", "Record", "Error", "Array", "default"], ["PromiseModel", "RecordModel", "ErrorModel", "ArrayModel", "DefaultModel"]],
  ["vendors' words", ["Event", "Document", "Client", "Case"], ["Event", "Document", "Client", "Case"]],
  ["the runtime's names", ["Success", "ApiError", "CallOptions"], ["SuccessModel", "ApiErrorModel", "CallOptionsModel"]],
  ["the package's names", ["TestClient", "TestOptions"], ["TestClientModel", "TestOptionsModel"]],
  ["case only", ["Contact", "contact"], ["Contact", "ContactModel"]],
  ["a validator's name", ["Contact", "ContactSchema"], ["Contact", "ContactSchemaModel"]],
  ["digits first", ["2fa"], ["Model2fa"]],
  ["names of Object.prototype", ["constructor", "toString"], ["Constructor", "ToString"]],
];

test.each(collisions)("%s", (_, names, identifiers) => {
  const given = schemaNames(...names);
  expect(names.map((name) => given[name])).toEqual(identifiers);
  const turned = schemaNames(...[...names].reverse());
  expect(names.map((name) => turned[name])).toEqual(identifiers);
});

test("names that differ in punctuation alone end with a hash of their place, each its own", () => {
  const given = schemaNames("foo-bar", "foo_bar");
  expect(given["foo-bar"]).toMatch(/^FooBarX[0-9A-F]{4}$/);
  expect(given["foo_bar"]).toMatch(/^FooBarX[0-9A-F]{4}$/);
  expect(given["foo-bar"]).not.toBe(given["foo_bar"]);
});

test("names without plain letters get a usable one", () => {
  expect(schemaNames("联系人")["联系人"]).toMatch(/^ModelX[0-9A-F]{4}$/);
  expect(schemaNames("A".repeat(500))["A".repeat(500)]).toMatch(/^A{59}$/);
});

test("a locked name stays, and a newcomer that spells it better does not get it", () => {
  const before = built(objects("contact"));
  expect(before.lock.names).toEqual({ "/components/schemas/contact": "Contact" });
  const after = built(objects("contact", "Contact"), before.lock);
  expect(after.lock.names).toEqual({ "/components/schemas/contact": "Contact", "/components/schemas/Contact": "ContactModel" });
  const gone = built(objects("Contact"), after.lock);
  expect(gone.lock.names).toEqual({ "/components/schemas/Contact": "ContactModel" });
});

test.each(["Promise", "9lives", "a b", "x".repeat(61), ""])("a lock cannot force the name %j", (name) => {
  const lock = { version: 1 as const, names: { "/components/schemas/Contact": name } };
  expect(built(objects("Contact"), lock).lock.names).toEqual({ "/components/schemas/Contact": "Contact" });
});

function operations(...given: [path: string, method: string, operation: object][]): Record<string, string> {
  const paths: Record<string, Record<string, object>> = {};
  for (const [path, method, operation] of given) paths[path] = { ...paths[path], [method]: { responses: {}, ...operation } };
  const { api } = built({ paths, components: { schemas: { CreateUserResult: { type: "object" } } } });
  const all = api.groups.flatMap((group) => group.operations.map((operation) => [group.identifier, operation] as const));
  return Object.fromEntries(
    all.map(([group, { method, path, identifier, typeIdentifier, id }]) => [`${method} ${path}`, `${group}.${identifier} ${typeIdentifier} ${id}`]),
  );
}

test("operations are called by their id, else by method and path", () => {
  expect(
    operations(
      ["/users", "post", { operationId: "createUser", tags: ["Users"] }],
      ["/users/{id}", "delete", { operationId: "delete", tags: ["Users"] }],
      ["/v1/items/{id}", "get", {}],
      ["/v1/items", "get", { operationId: "list", tags: ["Items"] }],
      ["/v1/parts", "get", { operationId: "list", tags: ["Parts"] }],
    ),
  ).toEqual({
    "POST /users": "users.createUser CreateUserCall createUser",
    "DELETE /users/{id}": "users.usersDelete UsersDelete delete",
    "GET /v1/items/{id}": "defaultGroup.getV1ItemsById GetV1ItemsById getV1ItemsById",
    "GET /v1/items": "items.itemsList ItemsList getV1Items",
    "GET /v1/parts": "parts.partsList PartsList getV1Parts",
  });
});

test("ids that several operations carry are told apart by how their paths begin, and derived ids stay unique", () => {
  expect(
    operations(
      ["/a/{x}", "get", { operationId: "show", tags: ["T"] }],
      ["/api/v1/a/{x}", "get", { operationId: "show", tags: ["T"] }],
      ["/p-q", "get", {}],
      ["/p/q", "get", {}],
    ),
  ).toEqual({
    "GET /a/{x}": "t.aShow AShow getAByX",
    "GET /api/v1/a/{x}": "t.apiV1Show ApiV1Show getApiV1AByX",
    "GET /p-q": expect.stringMatching(/^defaultGroup\.\w+ \w+ GET \/p-q$/) as string,
    "GET /p/q": expect.stringMatching(/^defaultGroup\.\w+ \w+ GET \/p\/q$/) as string,
  });
});

test("a tag without plain letters is called by the paths of its operations", () => {
  expect(operations(["/v1/contacts/{id}", "get", { operationId: "a", tags: ["联系人"] }], ["/v1/contacts", "get", { operationId: "b", tags: ["联系人"] }])).toEqual({
    "GET /v1/contacts/{id}": "contacts.a A a",
    "GET /v1/contacts": "contacts.b B b",
  });
});

test("a form is called after its schema", () => {
  const body = { content: { "multipart/form-data": { schema: { $ref: "#/components/schemas/Error" } } } };
  const { api } = built({
    paths: { "/x": { post: { requestBody: body, responses: {} } } },
    components: { schemas: { Error: { type: "object", properties: { id: { type: "string", readOnly: true }, file: { type: "string", format: "binary" } } }, ErrorModelInput: true } },
  });
  expect(api.schemas.map(({ identifier, writeIdentifier, uploadIdentifier }) => [identifier, writeIdentifier, uploadIdentifier])).toEqual([
    ["ErrorModel", "ErrorModelWrite", "ErrorModelUpload"],
    ["ErrorModelInput", undefined, undefined],
  ]);
});

test("every export of the runtime is reserved", () => {
  const folder = new URL("../../templates/runtime/", import.meta.url);
  const index = readFileSync(new URL("index.ts", folder), "utf8");
  const listed = [...index.matchAll(/export (?:type )?\{([^}]*)\}/g)].flatMap(([, names = ""]) => names.split(","));
  const names = listed.map((name) => name.trim().replace(/^type /, "").replace(/^.* as /, ""));
  for (const [, file = ""] of index.matchAll(/export (?:type )?\* from "\.\/([^"]+)\.js"/g)) {
    const text = readFileSync(new URL(`${file}.ts`, folder), "utf8");
    names.push(...[...text.matchAll(/^export (?:abstract )?(?:async )?(?:const|function\*?|class|type|interface) (\w+)/gm)].map(([, name = ""]) => name));
  }
  expect(names.filter((name) => name !== "" && !isReserved(name))).toEqual([]);
  expect(names.length).toBeGreaterThan(30);
});
