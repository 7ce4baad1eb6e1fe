/** Where requests go (OpenAPI 3.1.1, 4.8.5 and 4.8.6). */
import type { ServerDescriptor } from "./descriptor.js";
import { ConfigurationError } from "./errors.js";
import type { ServerChoice } from "./options.js";

/** The root of the requests, without a trailing slash: the caller's, made absolute. URLs are never part of a message: they may hold credentials. */
export function ownBase(operation: string, baseUrl: string, documentUrl: string | undefined): string {
  return absolute(operation, baseUrl, documentUrl, "baseUrl");
}

/** The root of the requests, from the document's servers. An empty list means `/` (OpenAPI 3.1.1, 4.8.1). */
export function declaredBase(operation: string, servers: readonly ServerDescriptor[], choice: ServerChoice, documentUrl: string | undefined): string {
  const index = choice.index ?? 0;
  const server = servers.length === 0 ? { url: "/" } : servers[index];
  if (server === undefined) throw new ConfigurationError(operation, `server ${index} is not declared: there are ${servers.length}`);
  const variables = new Map(Object.entries(server.variables ?? {}));
  const url = server.url.replace(/\{([^{}]+)\}/g, (_, name: string) => {
    const variable = variables.get(name);
    const given = new Map(Object.entries(choice.variables ?? {})).get(name) ?? variable?.default;
    if (given === undefined) throw new ConfigurationError(operation, `the server variable ${name} has no value`);
    if (variable?.enum !== undefined && !variable.enum.includes(given)) throw new ConfigurationError(operation, `the server variable ${name} must be one of ${variable.enum.join(", ")}`);
    return given;
  });
  for (const name of Object.keys(choice.variables ?? {})) {
    if (!variables.has(name)) throw new ConfigurationError(operation, `the server has no variable ${name}${variables.size > 0 ? `: it has ${[...variables.keys()].join(", ")}` : ""}`);
  }
  return absolute(operation, url, documentUrl, "the server's URL");
}

/** A link is followed only within the origin that the credentials are for. */
export function sameOrigin(operation: string, url: string, base: string): void {
  if (!URL.canParse(url) || new URL(url).origin !== new URL(base).origin) throw new ConfigurationError(operation, "the link leads to another origin than the server's");
}

/** Relative URLs are resolved against the document's place, in a browser else against the page's. */
function absolute(operation: string, url: string, documentUrl: string | undefined, what: string): string {
  const page = (globalThis as { location?: { href?: string } }).location?.href;
  const whole = URL.canParse(url) ? url : URL.canParse(url, documentUrl ?? page) ? new URL(url, documentUrl ?? page).href : undefined;
  if (whole === undefined) throw new ConfigurationError(operation, `${what} is relative or not a URL: give baseUrl, or documentUrl to resolve it against`);
  const { protocol, username, password, search, hash } = new URL(whole);
  if (!/^https?:$/.test(protocol)) throw new ConfigurationError(operation, `${what} is not http or https`);
  if (username !== "" || password !== "") throw new ConfigurationError(operation, `${what} holds credentials: use auth`);
  if (search !== "" || hash !== "") throw new ConfigurationError(operation, `${what} holds a query or a fragment`);
  return whole.replace(/\/$/, "");
}
