/** What is the same for all operations of a package: servers, security schemes, and the options that a client takes. */
import { code, docComment, indent, join, key, literal, stringLiteral, type Code } from "../../emit/code.js";
import type { Api, SecurityScheme, Server } from "../../model/api.js";
import type { PackageInfo } from "../../vendor.js";
import { braces } from "../typescript.js";
import { serverList } from "./descriptor.js";
import { entry, object, present } from "./layout.js";
import { runtime, runtimeType, type Printing } from "./printing.js";

/** The constant that every core is made with, and the types of a client's options. */
export function setupStatements(info: PackageInfo, printing: Printing): Code[] {
  const { api } = printing;
  const name = code`${api.identifier}`;
  const core = runtimeType(printing, code`Core`);
  const statements = [apiConstant(info, printing)];
  if (api.securitySchemes.length > 0) statements.push(authType(api, printing));
  const choice = serverChoice(api);
  if (choice !== undefined) statements.push(code`/** Which of the document's servers, and the values of its variables. */\nexport type ${name}Server =${choice};`);
  const auth = api.securitySchemes.length > 0 ? code`<${name}Auth>` : code`<{ [scheme: string]: never }>`;
  const options = code`${runtimeType(printing, code`ClientOptions`)}${auth}`;
  statements.push(
    choice === undefined
      ? code`/** What a client can be told. */\nexport type ${name}Options = ${options};`
      : code`/** What a client can be told. */\nexport interface ${name}Options extends ${options} {\n  readonly server?: ${name}Server;\n}`,
    code`/**
 * What the operations of this package are called with, when they are used as functions: \`operation(core, args)\`.
 *
 * @param transport \`openapiFetch(options)\` where there is middleware; a client has it always
 */
export function create${name}Core(options?: ${name}Options, transport?: ${runtimeType(printing, code`Transport`)}): ${core} {
  return ${runtime(printing, code`createCore`)}(api, options, transport);
}`,
  );
  return statements;
}

function apiConstant(info: PackageInfo, printing: Printing): Code {
  const { api } = printing;
  const schemes = api.securitySchemes.map((scheme) => entry(scheme.name, schemeDescriptor(scheme, printing)));
  const descriptor = runtimeType(printing, code`ApiDescriptor`);
  const authorizer = schemes.length > 0 ? code`  authorize: ${runtime(printing, code`authorize`)},\n` : code``;
  return code`const api: ${descriptor} = {
  package: ${stringLiteral(info.packageName)},
  servers: ${indent(serverList(api.servers, printing))},
  securitySchemes: ${indent(object(schemes, 20))},
${authorizer}};`;
}

function schemeDescriptor(scheme: SecurityScheme, printing: Printing): Code {
  const type = code`type: ${literal(scheme.kind)}`;
  switch (scheme.kind) {
    case "apiKey":
      return object(
        [
          type,
          code`in: ${stringLiteral(scheme.in)}`,
          code`name: ${stringLiteral(scheme.parameter)}`,
          // What fetch itself takes off when a redirect leaves the origin needs no help.
          ...present({ follow: scheme.in === "header" && scheme.parameter.toLowerCase() !== "authorization" ? runtime(printing, code`followRedirects`) : undefined }),
        ],
        20,
      );
    case "basic":
      return object([type, code`encode: ${runtime(printing, code`basicCredential`)}`], 20);
    case "http":
      return object([type, code`scheme: ${stringLiteral(scheme.scheme)}`]);
    case "openIdConnect":
      return object([type, code`url: ${stringLiteral(scheme.url)}`], 20);
    case "oauth2": {
      const flow = clientCredentialsFlow(scheme) ?? scheme.flows.find(({ tokenUrl }) => tokenUrl !== undefined);
      const url = (text: string | undefined): Code | undefined => (text === undefined ? undefined : stringLiteral(text));
      return object([
        type,
        ...present({
          tokenUrl: url(flow?.tokenUrl),
          refreshUrl: url(flow?.refreshUrl),
          handler: clientCredentialsFlow(scheme) && runtime(printing, code`clientCredentials`),
        }),
      ], 20);
    }
    default:
      return object([type]);
  }
}

type OAuth2 = Extract<SecurityScheme, { kind: "oauth2" }>;

function clientCredentialsFlow(scheme: OAuth2): OAuth2["flows"][number] | undefined {
  return scheme.flows.find(({ kind }) => kind === "clientCredentials");
}

/** A type literal, not an interface: the runtime takes any record of credentials. */
function authType(api: Api, printing: Printing): Code {
  const members = api.securitySchemes.map(
    (scheme) => code`${docComment(schemeWords(scheme))}readonly ${key(scheme.name)}?: ${credentialType(scheme, printing)}`,
  );
  return code`/** Credentials by security scheme: a value, or a function that gives one. */\nexport type ${api.identifier}Auth = ${braces(members)};`;
}

function credentialType(scheme: SecurityScheme, printing: Printing): Code {
  const provided = (type: Code): Code => code`${runtimeType(printing, code`Provided`)}<${type}>`;
  switch (scheme.kind) {
    case "basic":
      return provided(runtimeType(printing, code`BasicCredential`));
    case "oauth2":
      return clientCredentialsFlow(scheme) ? code`${provided(code`string`)} | ${runtimeType(printing, code`ClientCredentials`)}` : provided(code`string`);
    case "mutualTLS":
      return code`true`;
    default:
      return provided(code`string`);
  }
}

function schemeWords(scheme: SecurityScheme): string {
  const place = scheme.kind === "apiKey" ? `Sent in the ${scheme.in === "query" ? "query parameter" : scheme.in} \`${scheme.parameter}\`.` : "";
  return [scheme.description, place].filter((part) => part !== "").join("\n\n");
}

/** `{ index?: 0; variables?: { region?: "eu" | "us" } } | { index: 1 }`; undefined where there is nothing to choose. */
function serverChoice(api: Api): Code | undefined {
  if (api.servers.length <= 1 && api.servers.every(({ variables }) => variables.length === 0)) return undefined;
  const members = api.servers.map((server, index) => code`\n  | ${serverMember(server, index)}`);
  return join(members, "");
}

function serverMember(server: Server, index: number): Code {
  const variables = server.variables.map(({ name, enum: values }) => {
    const type = values && values.length > 0 ? join(values.map(stringLiteral), " | ") : code`string`;
    return code`readonly ${key(name)}?: ${type}`;
  });
  const position = index === 0 ? code`readonly index?: 0` : code`readonly index: ${index}`;
  const members = variables.length > 0 ? [position, code`readonly variables?: ${braces(variables)}`] : [position];
  return code`${docComment(server.description || server.url)}${braces(members)}`;
}
