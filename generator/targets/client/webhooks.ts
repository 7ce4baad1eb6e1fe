/** `src/webhooks.ts`: what the vendor sends, and the function that reads it. */
import { block, code, docComment, indent, join, key, stringLiteral, type Code } from "../../emit/code.js";
import type { ModuleFile } from "../../emit/file.js";
import type { Api, Webhook } from "../../model/api.js";
import { isJsonMediaType } from "../../model/contents.js";
import { annotated, docsComment, unionOf } from "../typescript.js";
import { object, present } from "./layout.js";
import { runtimeType, type Printing } from "./printing.js";

/** The runtime's `parseWebhook`, under another name than ours. */
const readFunction = code`readWebhook`;

/** The type of a webhook's payload: `NewPetWebhook`. */
function payloadType(webhook: Webhook): Code {
  return code`${webhook.identifier}Webhook`;
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
  if (api.webhooks.length === 0) return undefined;
  const { imports } = printing;
  const byName = new Map<string, Webhook[]>();
  for (const webhook of api.webhooks) byName.set(webhook.name, [...(byName.get(webhook.name) ?? []), webhook]);
  const members = [...byName].map(([name, webhooks]) => code`${key(name)}: ${join(webhooks.map(payloadType), " | ")};`);
  const descriptors = [...byName].map(([name, webhooks]) => code`${key(name)}: ${descriptor(name, webhooks, printing)}`);
  const table = code`{ readonly [Name in keyof ${api.identifier}Webhooks]: ${runtimeType(printing, code`WebhookDescriptor`)} }`;
  const request = runtimeType(printing, code`WebhookRequest`);
  const verifier = runtimeType(printing, code`WebhookVerifier`);
  imports.value("./runtime/index.js", code`parseWebhook as ${readFunction}`);
  const statements = [
    ...api.webhooks.map((webhook) => payloadStatement(webhook, printing)),
    code`/** What each webhook sends, by its name. */\nexport interface ${api.identifier}Webhooks {\n  ${indent(join(members, "\n"))}\n}`,
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
    imports: imports.lines(),
    statements,
  };
}

function payloadStatement(webhook: Webhook, printing: Printing): Code {
  const contents = webhook.operation.body?.contents ?? [];
  const type = contents.length === 0 ? code`undefined` : unionOf(contents.map(({ schema }) => printing.printer.type(schema, "read")));
  return code`${docsComment(webhook.operation.docs)}${annotated(code`export type ${payloadType(webhook)} =`, type)};`;
}

/** Several methods of one webhook are told apart by nothing that a server could see, so their validators stand together. */
function descriptor(name: string, webhooks: readonly Webhook[], printing: Printing): Code {
  const [first] = webhooks;
  const checked = webhooks.length === 1 && first?.operation.body?.contents.some((content) => isJsonMediaType(content.name));
  const validators = checked && first ? printing.imports.value("./validators.js", code`${first.operation.identifier}WebhookValidators`) : undefined;
  return object(present([[code`name`, stringLiteral(name)], [code`method`, stringLiteral(first?.operation.method ?? "POST")], [code`validators`, validators]]), 8);
}
