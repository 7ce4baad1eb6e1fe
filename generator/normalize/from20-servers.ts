import { emptyObject, type Json, type JsonObject, type MutableObject } from "../json.js";

/**
 * `schemes`, `host` and `basePath` as servers: https before http, whatever the order, because credentials go there.
 * Without a host the address is relative to where the document was found (Swagger 2.0, "host").
 */
export function serversOf(root: JsonObject, schemes: Json | undefined): MutableObject[] {
  const { host, basePath } = root;
  const path = typeof basePath === "string" && basePath !== "/" ? `/${basePath.replace(/^\/+|\/+$/g, "")}` : "";
  if (typeof host !== "string" || host === "") return path === "" ? [] : [server(path)];
  const listed = Array.isArray(schemes) ? schemes : [];
  const wanted = ["https", "http"].filter((scheme) => listed.includes(scheme));
  return (wanted.length > 0 ? wanted : ["https"]).map((scheme) => server(`${scheme}://${host.replace(/^[a-z]+:\/\//i, "").replace(/\/+$/, "")}${path}`));
}

function server(url: string): MutableObject {
  const made = emptyObject();
  // Braces in a 2.0 address are no variables; as 3.x templates they would be.
  made["url"] = url.replaceAll("{", "%7B").replaceAll("}", "%7D");
  return made;
}
