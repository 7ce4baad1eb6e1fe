/** The view of a package's README. */
import type { Prose } from "../../emit/markdown.js";
import { codeSpan, fence, type Markdown } from "../../emit/prose.js";
import { key, stringLiteral } from "../../emit/code.js";
import type { Api, Group, Operation, SecurityScheme, Server } from "../../model/api.js";
import { variableName } from "../docs/variable.js";
import { docsContext, type DocsContext } from "../docs/context.js";
import { hasClientFlow, type Credential } from "../docs/credentials.js";
import { samples } from "../docs/operation.js";
import { groupPages, schemasPage } from "../docs/pages.js";
import { anchor, markdownPrinter, type Printer } from "../docs/printer.js";
import { phrase } from "../docs/spans.js";
import type { TargetInput } from "../target.js";

/** Finished strings for `templates/package/README.md.hbs`. */
export function readmeView(input: Pick<TargetInput, "api" | "package">, prose: Prose): object {
  const { api, package: info } = input;
  const context = docsContext(input);
  const print = markdownPrinter(prose, `docs/${schemasPage}`);
  const first = firstCall(context);
  return {
    title: print.text(info.title),
    description: print.prose(info.description || api.description),
    api: print.text(`${api.title}, version ${api.version}`),
    packageName: print.code(info.packageName),
    install: fence(`npm install ${info.packageName}`, "sh"),
    create: print.code(`create${api.identifier}Client`),
    core: codeSpan(`create${api.identifier}Core(options, openapiFetch(options))`),
    variable: variableName(api.identifier),
    firstCall: first === undefined ? "" : fence(first.program, "ts"),
    orThrow: first === undefined ? "" : fence(orThrow(api, first.group, first.operation), "ts"),
    standalone: first === undefined ? "" : fence(standalone(context, first.operation), "ts"),
    validators: first === undefined ? "" : fence(validator(context), "ts"),
    byId: first === undefined ? "" : codeSpan(`${variableName(api.identifier)}.call(${stringLiteral(first.operation.id)}, args)`),
    schemes: [...context.credentials.values()].map((credential) => schemeView(credential, print)),
    servers: api.servers.map((server, index) => serverView(server, index, print)),
    hasVariables: api.servers.some((server) => server.variables.length > 0),
    groups: groupViews(api, print),
    idempotent: api.groups.some((group) => group.operations.some((operation) => operation.idempotencyHeader !== undefined)),
    pages: paginated(api, print),
    pagesSample: pagesSample(api),
    webhooks: api.webhooks.map((webhook) => ({ name: print.code(webhook.name), summary: print.text(webhook.operation.docs.summary ?? "") })),
    webhookSample: webhookSample(context),
    testSample: first === undefined ? "" : fence(testSample(context, first.operation), "ts"),
    questions: questions(api, print),
    schemasPage: api.schemas.length === 0 ? "" : schemasPage,
  };
}

function firstCall(context: DocsContext): { group: Group; operation: Operation; program: string } | undefined {
  for (const group of context.api.groups) {
    for (const operation of group.operations) {
      const sample = operation.docs.deprecated ? undefined : samples(group, operation, context)[0];
      if (sample !== undefined) return { group, operation, program: sample.program };
    }
  }
  return undefined;
}

function orThrow(api: Api, group: Group, operation: Operation): string {
  const failure = operation.responses.find((response) => /^[45]\d\d$/.test(response.status));
  const call = `const data = await ${variableName(api.identifier)}.${group.identifier}.${operation.identifier}(args).orThrow();`;
  return failure === undefined ? call : `try {\n  ${call}\n} catch (error) {\n  if (error instanceof ApiError) console.error(error.status, error.body);\n  else throw error;\n}`;
}

function standalone({ api, package: info }: DocsContext, operation: Operation): string {
  return [
    `import { create${api.identifier}Core, ${operation.identifier} } from ${stringLiteral(info.packageName)};`,
    "",
    `const core = create${api.identifier}Core(options);`,
    `const result = await ${operation.identifier}(core, args);`,
  ].join("\n");
}

function validator({ api, package: info }: DocsContext): string {
  const schema = api.schemas.find((each) => each.component) ?? api.schemas[0];
  if (schema === undefined) return "";
  return [`import { ${schema.identifier}Schema } from ${stringLiteral(`${info.packageName}/validators`)};`, "", `const result = ${schema.identifier}Schema.safeParse(value);`].join("\n");
}

function schemeView({ scheme, hint, variables }: Credential, print: Printer<Markdown>): object {
  return {
    name: print.code(scheme.name),
    kind: print.phrase(schemeWords(scheme)),
    value: givenWords(scheme),
    about: print.line(hint ?? scheme.description),
    variables: print.phrase(variables.flatMap((variable, index) => [...(index === 0 ? [] : [{ say: ", " }]), { code: variable }])),
  };
}

function schemeWords(scheme: SecurityScheme): ReturnType<typeof phrase> {
  switch (scheme.kind) {
    case "apiKey":
      return phrase`API key in the ${{ say: scheme.in }} ${{ code: scheme.parameter }}`;
    case "basic":
      return phrase`HTTP basic`;
    case "bearer":
      return scheme.format === undefined ? phrase`bearer token` : phrase`bearer token (${{ code: scheme.format }})`;
    case "http":
      return phrase`HTTP scheme ${{ code: scheme.scheme }}`;
    case "oauth2":
      return phrase`OAuth 2`;
    case "openIdConnect":
      return phrase`OpenID Connect, ${{ code: scheme.url }}`;
    case "mutualTLS":
      return phrase`mutual TLS`;
  }
}

/** What the client is given under the scheme's name. */
function givenWords(scheme: SecurityScheme): string {
  if (scheme.kind === "basic") return "`{ username, password }`, or a function that gives it";
  if (scheme.kind === "mutualTLS") return "`true`, once `fetch` presents the certificate";
  if (hasClientFlow(scheme)) return "`{ clientId, clientSecret }`, or a token, or a function that gives one";
  return "a string, or a function that gives one";
}

function serverView(server: Server, index: number, print: Printer<Markdown>): object {
  return {
    index,
    url: print.code(server.url),
    about: print.line(server.description),
    variables: print.phrase(
      server.variables.flatMap((variable, position) => [
        ...(position === 0 ? [] : [{ say: "; " }]),
        { code: variable.name },
        { say: " = " },
        { code: variable.default },
        ...(variable.enum === undefined ? [] : [{ say: " of " }, { code: variable.enum.join(", ") }]),
      ]),
    ),
  };
}

function groupViews(api: Api, print: Printer<Markdown>): readonly object[] {
  const pages = groupPages(api);
  return api.groups.map((group) => ({
    name: print.text(group.name),
    file: pages.get(group) ?? "",
    operations: group.operations.map((operation) => ({
      call: print.code(`${variableName(api.identifier)}.${group.identifier}.${operation.identifier}`),
      anchor: anchor(operation.identifier),
      route: print.code(`${operation.method} ${operation.path}`),
      summary: print.text(operation.docs.summary ?? ""),
    })),
  }));
}

function paginated(api: Api, print: Printer<Markdown>): string {
  const found = api.groups.flatMap((group) => group.operations.filter((operation) => operation.pagination !== undefined).map((operation) => `${group.identifier}.${operation.identifier}`));
  const shown = found.slice(0, 12).flatMap((name, index) => [...(index === 0 ? [] : [{ say: ", " }]), { code: name }]);
  return print.phrase(found.length > 12 ? [...shown, { say: ` and ${found.length - 12} more` }] : shown);
}

function pagesSample(api: Api): string {
  const found = api.groups.flatMap((group) => group.operations.filter((operation) => operation.pagination !== undefined).map((operation) => ({ group, operation })))[0];
  if (found === undefined) return "";
  return fence(`for await (const item of ${variableName(api.identifier)}.${found.group.identifier}.${found.operation.identifier}.pages(args)) console.log(item);`, "ts");
}

function webhookSample({ api, package: info }: DocsContext): string {
  const webhook = api.webhooks[0];
  if (webhook === undefined) return "";
  const program = [
    `import { parseWebhook, standardWebhooks } from ${stringLiteral(info.packageName)};`,
    "",
    `const payload = await parseWebhook(${stringLiteral(webhook.name)}, request, { verify: standardWebhooks(secret) });`,
  ];
  return fence(program.join("\n"), "ts");
}

function testSample({ api, package: info }: DocsContext, operation: Operation): string {
  const name = variableName(api.identifier);
  const status = operation.responses.find((response) => /^\d\d\d$/.test(response.status))?.status ?? "200";
  return [
    `import { create${api.identifier}Client, createTestFetch } from ${stringLiteral(info.packageName)};`,
    "",
    `const { operations } = create${api.identifier}Client();`,
    `const fetch = createTestFetch(operations, { ${key(operation.id)}: { status: ${status}, body: {} } });`,
    `const ${name} = create${api.identifier}Client({ fetch });`,
  ].join("\n");
}

function questions(api: Api, print: Printer<Markdown>): readonly object[] {
  return api.questions.map((question) => ({ text: print.line(question.text), at: print.code(question.at) }));
}
