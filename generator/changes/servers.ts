/** Servers: where calls go. The first is the default. A part of the path that moves between server and operation is no change. */
import type { Api, Server } from "../model/api.js";
import { fullPath, type OperationScope } from "./operations.js";
import type { ServiceNote } from "./security.js";

const normal = (server: Server): string => server.url.replace(/\/+$/, "");
const urls = (servers: readonly Server[]): string => servers.map(normal).join(" ");

/** Compares the API's own servers. */
export function compareServers(base: Api, revision: Api, note: ServiceNote): void {
  const moved = pathsMakeUp(base, revision);
  const [old, now] = [base.servers, revision.servers];
  const known = new Set(old.map((server) => moved(normal(server))));
  const left = new Set(now.map(normal));
  const [was, is] = [old[0], now[0]];
  const changed = was && is && moved(normal(was)) !== normal(is);
  if (changed) note("server-changed", { name: is.url, path: ["servers"], before: was.url, after: is.url, at: "/servers/0" });
  for (const [index, server] of now.entries()) {
    if (!known.has(normal(server)) && !(changed && index === 0)) note("server-added", { name: server.url, path: ["servers", server.url], after: server.url, at: `/servers/${index}` });
  }
  for (const [index, server] of old.entries()) {
    if (!left.has(moved(normal(server))) && !(changed && index === 0)) {
      note("server-removed", { name: server.url, path: ["servers", server.url], before: server.url, at: `/servers/${index}`, side: "base" });
    }
  }
  if (was && is && !changed) compareVariables(was, is, note);
}

/**
 * How the old server URLs read once a common part moved into the paths (or out of them): the same full addresses for every
 * operation under both servers. Else they read as they are.
 */
function pathsMakeUp(base: Api, revision: Api): (url: string) => string {
  const identity = (url: string): string => url;
  const [was, is] = [base.servers[0], revision.servers[0]];
  if (!was || !is || normal(was) === normal(is)) return identity;
  const [long, short] = normal(was).startsWith(normal(is)) ? [normal(was), normal(is)] : [normal(is), normal(was)];
  if (!long.startsWith(short)) return identity;
  const full = (api: Api): Set<string> => new Set(api.groups.flatMap((group) => group.operations.map((operation) => `${operation.method} ${fullPath(operation).blank}`)));
  const [old, now] = [full(base), full(revision)];
  if (old.size === 0 || ![...old].some((address) => now.has(address))) return identity;
  const part = long.slice(short.length);
  return long === normal(was) ? (url) => (url.endsWith(part) ? url.slice(0, -part.length) : url) : (url) => url + part;
}

function compareVariables(old: Server, now: Server, note: ServiceNote): void {
  const words = (server: Server): Map<string, string> => new Map(server.variables.map(({ name, default: value, enum: values }) => [name, [value, ...(values ?? [])].join(", ")]));
  const [before, after] = [words(old), words(now)];
  for (const name of [...new Set([...before.keys(), ...after.keys()])].sort()) {
    const [was, is] = [before.get(name) ?? "", after.get(name) ?? ""];
    if (was !== is) note("server-variable-changed", { name, path: ["servers", now.url, name], before: was, after: is, at: "/servers/0" });
  }
}

/** Servers that an operation has for itself; where both sides have the API's own, `compareServers` has told it. */
export function compareOperationServers({ before, after, note, own }: OperationScope): void {
  if (!own.before && !own.after) return;
  const [old, now] = [urls(before.servers), urls(after.servers)];
  if (old !== now) note("server-changed", { name: after.servers[0]?.url ?? "", path: ["servers"], before: old, after: now });
}
