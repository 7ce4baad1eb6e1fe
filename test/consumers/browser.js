// Bundled for a page by the test, with the package as its only import.
import { createPristoClient } from "@specwright/pristo";

const id = "3fa85f64-5717-4562-b3fc-2c963f66afa6";
const args = { path: { populationId: id }, body: { contact: { id } } };

globalThis.consumer = async (baseUrl) => {
  const good = await createPristoClient({ baseUrl, auth: { ApiKeyAuth: "secret" } }).contacts.upsertContact(args);
  const client = createPristoClient({ baseUrl, auth: { ApiKeyAuth: "wrong" } });
  const bad = await client.contacts.upsertContact(args);
  const refused = await client.contacts.upsertContact({ ...args, body: {} }).then(() => undefined, (error) => error.name);
  return { statuses: [good.status, bad.status], refused };
};
