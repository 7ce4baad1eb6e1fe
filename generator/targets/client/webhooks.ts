/** `src/webhooks.ts`: what the vendor sends, and the function that reads it. */
import { block, code, docComment, indent, join, key, stringLiteral, type Code } from "../../emit/code.js";
import type { ModuleFile } from "../../emit/file.js";
import { usedImports } from "../../emit/imports.js";
import type { Api } from "../../model/api.js";
import { isJsonMediaType } from "../../model/contents.js";
import { sentRequests, type SentRequest } from "../../model/events.js";
import { annotated, docsComment, unionOf } from "../typescript.js";
import { list, object, present } from "./layout.js";
import { runtimeType, type Printing } from "./printing.js";

/** The runtime's `parseWebhook`, under another name than ours. */
const readFunction = code`readWebhook`;

/** The type of a payload: `NewPetWebhook`, `SubscribeOnEventCallback`. */
export function payloadType({ identifier, kind }: SentRequest): Code {
  return kind === "Webhook" ? code`${identifier}Webhook` : code`${identifier}Callback`;
}

/**
 *   export type NewPetWebhook = Pet;
 *
 *   export interface PetstoreWebhooks {
 *     newPet: NewPetWebhook;
 *   }
 *
 *   export function parseWebhook<Name extends keyof PetstoreWebhooks>(name: Name, request: WebhookRequest, options: …): Promise<PetstoreWebhooks[Name]>
 */
export function webhooksModule(api: Api, printing: Printing): ModuleFile | undefined {
  const sent = sentRequests(api);
  if (sent.length === 0) return undefined;
  const { imports } = printing;
  const byName = new Map<string, SentRequest[]>();
  for (const webhook of sent) byName.set(webhook.name, [...(byName.get(webhook.name) ?? []), webhook]);
  const members = [...byName].map(([name, webhooks]) => code`${key(name)}: ${join(webhooks.map(payloadType), " | ")};`);
  const descriptors = [...byName].map(([name, webhooks]) => code`${key(name)}: ${descriptor(name, webhooks, printing)}`);
  const table = code`{ readonly [Name in keyof ${api.identifier}Webhooks]: ${runtimeType(printing, code`WebhookDescriptor`)} }`;
  const request = runtimeType(printing, code`WebhookRequest`);
  const verifier = runtimeType(printing, code`WebhookVerifier`);
  imports.value("./runtime/index.js", code`parseWebhook as ${readFunction}`);
  const statements = [
    ...sent.map((webhook) => payloadStatement(webhook, printing)),
    code`/** What each webhook sends, by its name; a callback is named after its operation: subscribe.onEvent. */\nexport interface ${api.identifier}Webhooks {\n  ${indent(join(members, "\n"))}\n}`,
    code`const webhooks: ${table} = ${block("{", descriptors)};`,
    code`/**
 * The payload of a webhook's request, once it is proved genuine and checked. \`verify\` has to be chosen:
 * \`standardWebhooks(secret)\`, a function of your own, or \`"unverified"\`.
 *
 * @throws WebhookError
 */
export function parseWebhook<Name extends keyof ${api.identifier}Webhooks>(
  name: Name,
  request: ${request},
  options: { readonly verify: ${verifier} | "unverified"; readonly validate?: "throw" | "off" },
): Promise<${api.identifier}Webhooks[Name]> {
  return ${readFunction}(webhooks[name], request, options);
}`,
  ];
  return {
    kind: "module",
    path: "src/webhooks.ts",
    header: docComment(`What ${api.title} sends to its users.`),
    imports: usedImports(imports.lines(), statements),
    statements,
  };
}

function payloadStatement(webhook: SentRequest, printing: Printing): Code {
  const contents = webhook.operation.body?.contents ?? [];
  const type = contents.length === 0 ? code`undefined` : unionOf(contents.map(({ schema }) => printing.printer.type(schema, "read")));
  return code`${docsComment(webhook.operation.docs)}${annotated(code`export type ${payloadType(webhook)} =`, type)};`;
}

/** Several methods of one webhook have their validators side by side: a payload has to fit one of them. */
function descriptor(name: string, webhooks: readonly SentRequest[], printing: Printing): Code {
  const checked = webhooks.every(({ operation }) => operation.body?.contents.some((content) => isJsonMediaType(content.name)));
  const validators = webhooks.map(({ operation, kind }) => printing.imports.value("./validators.js", kind === "Webhook" ? code`${operation.identifier}WebhookValidators` : code`${operation.identifier}CallbackValidators`));
  return object(
    present({
      name: stringLiteral(name),
      method: stringLiteral(webhooks[0]?.operation.method ?? "POST"),
      bodyless: webhooks.some(({ operation }) => operation.body === undefined) ? code`true` : undefined,
      validators: checked ? list(validators) : undefined,
    }),
    8,
  );
}
