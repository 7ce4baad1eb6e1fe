/** `specwright init`: a project's first files. Files that are there are left alone. */
import { existsSync, mkdirSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import type { Arguments, ExitCode, Io } from "./command.js";

const files: readonly (readonly [path: string, text: string])[] = [
  ["specs/example/vendor.yaml", `package: example-client\nversion: 0.1.0\ntitle: Example\ndescription: Typed client for the Example API.\n`],
  [
    "specs/example/openapi.yaml",
    `openapi: 3.1.0
info:
  title: Example
  version: 1.0.0
servers:
  - url: https://api.acme.test
security:
  - ApiKey: []
paths:
  /v1/contacts/{contactId}:
    get:
      operationId: getContact
      summary: Get a contact
      tags: [Contacts]
      parameters:
        - name: contactId
          in: path
          required: true
          schema: { type: string }
      responses:
        "200":
          description: The contact
          content:
            application/json:
              schema: { $ref: "#/components/schemas/Contact" }
        "404":
          description: There is no such contact
components:
  securitySchemes:
    ApiKey: { type: apiKey, in: header, name: X-Api-Key }
  schemas:
    Contact:
      type: object
      required: [id]
      properties:
        id: { type: string }
        email: { type: string, format: email }
`,
  ],
  [
    "specs/example/overlay.yaml",
    `# Corrections to openapi.yaml, each with its reason.
overlay: 1.0.0
info: { title: Corrections to the Example document, version: 1.0.0 }
actions:
  - target: $.components.schemas.Contact
    description: The document says what a contact is nowhere.
    update: { description: Somebody who can be written to. }
`,
  ],
  ["redocly.yaml", "# The rules that `specwright lint` holds documents to.\nextends: [recommended]\nrules:\n  info-license: off\n"],
];

export async function run(_args: Arguments, io: Io): Promise<ExitCode> {
  for (const [path, text] of files) {
    const target = join(io.cwd, path);
    if (existsSync(target)) {
      io.out(`there already  ${path}\n`);
      continue;
    }
    mkdirSync(dirname(target), { recursive: true });
    writeFileSync(target, text);
    io.out(`written        ${path}\n`);
  }
  io.out("Next: specwright generate. Keep .specwright/ out of version control; it only remembers what the last run did.\n");
  return 0;
}
