/** How a reader hands over credentials: the variables that samples read, and the words for each security scheme. */
import { code as ts, key, literal, objectLiteral, type Code } from "../../emit/code.js";
import type { Api, Operation, SecurityScheme } from "../../model/api.js";
import type { PackageInfo } from "../../vendor.js";

export interface Credential {
  readonly scheme: SecurityScheme;
  /** The environment variables of samples; two for a pair. */
  readonly variables: readonly string[];
  /** What a client is given under the scheme's name. */
  readonly value: Code;
  readonly hint: string | undefined;
}

/** The credentials of an API, by the name of the scheme. */
export function credentials(api: Api, info: PackageInfo): ReadonlyMap<string, Credential> {
  const only = api.securitySchemes.length === 1;
  return new Map(
    api.securitySchemes.map((scheme) => {
      const given = info.auth.get(scheme.name);
      const base = given?.env ?? [constant(api.identifier), only ? undefined : constant(scheme.name)].filter((part) => part !== undefined).join("_");
      const variables = given?.env !== undefined && suffixes(scheme).length === 1 ? [given.env] : suffixes(scheme).map((suffix) => `${base}_${suffix}`);
      return [scheme.name, { scheme, variables, value: value(scheme, variables), hint: given?.hint }] as const;
    }),
  );
}

/** The schemes that a call of the operation needs: its first requirement, which the client tries first. */
export function neededBy(operation: Operation, known: ReadonlyMap<string, Credential>): readonly Credential[] {
  const requirement = operation.security.find((each) => each.every(({ scheme }) => known.has(scheme))) ?? [];
  return requirement.flatMap(({ scheme }) => known.get(scheme) ?? []);
}

/** `process.env.PRISTO_API_KEY!`. */
export function environment(variable: string): Code {
  return /^[A-Za-z_][A-Za-z0-9_]*$/.test(variable) ? ts`process.env.${key(variable)}!` : ts`process.env[${literal(variable)}]!`;
}

function suffixes(scheme: SecurityScheme): readonly string[] {
  switch (scheme.kind) {
    case "basic":
      return ["USERNAME", "PASSWORD"];
    case "oauth2":
      return hasClientFlow(scheme) ? ["CLIENT_ID", "CLIENT_SECRET"] : ["TOKEN"];
    case "apiKey":
      return ["API_KEY"];
    case "mutualTLS":
      return [];
    default:
      return ["TOKEN"];
  }
}

function value(scheme: SecurityScheme, variables: readonly string[]): Code {
  const [first = "", second = ""] = variables;
  switch (scheme.kind) {
    case "basic":
      return objectLiteral([["username", environment(first)], ["password", environment(second)]]);
    case "oauth2":
      return hasClientFlow(scheme) ? objectLiteral([["clientId", environment(first)], ["clientSecret", environment(second)]]) : environment(first);
    case "mutualTLS":
      return ts`true`;
    default:
      return environment(first);
  }
}

/** Whether the client fetches tokens itself (RFC 6749, 4.4). */
export function hasClientFlow(scheme: SecurityScheme): boolean {
  return scheme.kind === "oauth2" && scheme.flows.some((flow) => flow.kind === "clientCredentials" && flow.tokenUrl !== undefined);
}

function constant(name: string): string {
  const words = name.replace(/([a-z0-9])([A-Z])/g, "$1_$2").replace(/[^A-Za-z0-9]+/g, "_").replace(/^_+|_+$/g, "");
  return words.toUpperCase() || "API";
}
