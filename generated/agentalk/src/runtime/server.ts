/** Where requests go (OpenAPI 3.1.1, 4.8.5 and 4.8.6). URLs are never part of a message: they may hold credentials. */
import type { ServerDescriptor } from "./descriptor.js";
import { ConfigurationError } from "./errors.js";
import type { ServerChoice } from "./options.js";

/** A server's URL with the values of its variables. An empty list of servers means `/` (OpenAPI 3.1.1, 4.8.1). */
export function serverUrl(operation: string, servers: readonly ServerDescriptor[], { index = 0, variables = {} }: ServerChoice = {}): string {
  const server = servers.length === 0 ? { url: "/" } : servers[index];
  try {
    if (server === undefined) throw new Error("is not declared");
    if (server.expand !== undefined) return server.expand(server, variables);
    for (const name of Object.keys(variables)) throw new Error(`has no variable ${name}`);
    return server.url;
  } catch (error) {
    throw new ConfigurationError(operation, `server ${index} ${(error as Error).message}`);
  }
}

/** The root of requests, absolute and without a trailing slash. What is relative is resolved against the document's place, in a browser else against the page's. */
export function absoluteBase(operation: string, url: string, documentUrl: string | undefined): string {
  const from = documentUrl ?? (globalThis as { location?: { href?: string } }).location?.href;
  const whole = URL.canParse(url) ? url : URL.canParse(url, from) ? new URL(url, from).href : "";
  if (!/^https?:\/\/[^/@?#]+(?:\/[^?#]*)?$/i.test(whole)) throw new ConfigurationError(operation, "the server's URL must be http(s) without credentials and query: give baseUrl");
  return whole.replace(/\/$/, "");
}

/** A link is followed only within the origin that the credentials are for. */
export function sameOrigin(operation: string, url: string, base: string): void {
  // With credentials in it, it begins otherwise.
  if (!URL.canParse(url) || !new URL(url).href.startsWith(`${new URL(base).origin}/`)) throw new ConfigurationError(operation, "the link leaves the server's origin");
}
