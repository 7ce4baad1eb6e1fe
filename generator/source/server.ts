/** The manifest's server, in a document that names none. */
import type { JsonObject } from "../json.js";
import type { SourceDocument } from "./document.js";

/** The document with the server, where it names none; the same document else. */
export function withServer(document: SourceDocument, url: string | undefined): SourceDocument {
  const { root } = document;
  const { servers } = root;
  if (url === undefined || root["host"] !== undefined || (servers !== undefined && !(Array.isArray(servers) && servers.length === 0))) return document;
  const said = root["swagger"] === undefined ? { servers: [{ url }] } : hostOf(url);
  return { ...document, root: Object.assign(Object.create(null) as JsonObject, root, said) };
}

/** A server in the words of Swagger 2.0. */
function hostOf(url: string): JsonObject {
  if (!URL.canParse(url)) return { basePath: url };
  const { protocol, host, pathname } = new URL(url);
  return { schemes: [protocol.slice(0, -1)], host, basePath: pathname };
}
