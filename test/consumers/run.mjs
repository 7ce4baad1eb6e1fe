// Run by each version of Node: the packed package, over HTTP, against a server of the test's.
import { createPristoClient, RequestValidationError, SpecwrightError, UnauthorizedError } from "@specwright/pristo";
import { ContactSchema } from "@specwright/pristo/validators";

const id = "3fa85f64-5717-4562-b3fc-2c963f66afa6";
const args = { path: { populationId: id }, body: { contact: { id } } };
const baseUrl = process.argv[2];

const good = await createPristoClient({ baseUrl, auth: { ApiKeyAuth: "secret" } }).contacts.upsertContact(args);
const stranger = createPristoClient({ baseUrl, auth: { ApiKeyAuth: async () => "wrong" } });
const bad = await stranger.call("upsertContact", args);
const thrown = await stranger.contacts.upsertContact(args).orThrow().catch((error) => error);
const refused = await stranger.contacts.upsertContact({ ...args, body: { contact: { id: "no uuid" } } }).then(() => undefined, (error) => error);

if (!(thrown instanceof UnauthorizedError && thrown instanceof SpecwrightError)) throw thrown;
if (!(refused instanceof RequestValidationError)) throw refused;
if (!ContactSchema.safeParse({ id }).success || ContactSchema.safeParse({}).success) throw new Error("The validator is wrong.");

console.log(
  JSON.stringify({ node: process.versions.node.split(".")[0], statuses: [good.status, bad.status], thrown: thrown.name, refused: refused.name, id: good.headers["x-request-id"] }),
);
