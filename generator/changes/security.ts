/** Credentials: what each operation demands, and how each scheme is sent. */
import type { Api, OAuthFlow, SecurityRequirement, SecurityScheme } from "../model/api.js";
import type { OperationScope } from "./operations.js";
import type { Kind } from "./rules.js";

/** A requirement as text, without scopes: schemes that go together. Empty text: no credentials. */
const together = (requirement: SecurityRequirement): string => requirement.map(({ scheme }) => scheme).sort().join(" + ");
const scopesOf = (requirement: SecurityRequirement): Set<string> => new Set(requirement.flatMap(({ scheme, scopes }) => scopes.map((scope) => `${scheme}: ${scope}`)));

/** Compares what two operations demand. A list is an OR; no list, and an empty member, is "no credentials". */
export function compareSecurity({ before, after, note }: OperationScope): void {
  const [old, now] = [alternativesOf(before.security), alternativesOf(after.security)];
  const words = { before: inWords(old), after: inWords(now), path: ["security"] };
  const [wasFree, isFree] = [old.has(""), now.has("")];
  if (wasFree && !isFree) note("security-added", words);
  if (!wasFree && isFree) note("security-removed", words);
  const gone = [...old.keys()].filter((key) => key !== "" && !now.has(key));
  const come = [...now.keys()].filter((key) => key !== "" && !old.has(key));
  if (gone.length > 0 && !isFree) note("security-alternative-removed", words);
  if (come.length > 0 && !wasFree) note("security-alternative-added", words);
  for (const [key, requirement] of old) {
    const same = now.get(key);
    if (same) compareScopes(requirement, same, note);
  }
}

const alternativesOf = (list: readonly SecurityRequirement[]): Map<string, SecurityRequirement> =>
  new Map(list.length === 0 ? [["", []]] : list.map((requirement) => [together(requirement), requirement]));

const inWords = (list: ReadonlyMap<string, SecurityRequirement>): string => [...list.keys()].map((key) => key || "none").join(" or ");

function compareScopes(before: SecurityRequirement, after: SecurityRequirement, note: OperationScope["note"]): void {
  const [old, now] = [scopesOf(before), scopesOf(after)];
  for (const scope of now) if (!old.has(scope)) note("security-scope-added", { path: ["security", scope], after: scope });
  for (const scope of old) if (!now.has(scope)) note("security-scope-removed", { path: ["security", scope], before: scope });
}

/** Records a change of the API as a whole. */
export type ServiceNote = (kind: Kind, said: { name?: string; path: readonly string[]; before?: string; after?: string; at: string; side?: "base" | "revision" }) => void;

/** Compares the schemes themselves. */
export function compareSchemes(base: Api, revision: Api, note: ServiceNote): void {
  const [old, now] = [byName(base), byName(revision)];
  for (const name of [...new Set([...old.keys(), ...now.keys()])].sort()) {
    const [was, is] = [old.get(name), now.get(name)];
    const path = ["credentials", name];
    if (was && is) compareScheme(was, is, note);
    else if (is) note("scheme-added", { name, path, after: is.kind, at: is.at });
    else if (was) note("scheme-removed", { name, path, before: was.kind, at: was.at, side: "base" });
  }
}

const byName = (api: Api): Map<string, SecurityScheme> => new Map(api.securitySchemes.map((scheme) => [scheme.name, scheme]));

function compareScheme(old: SecurityScheme, now: SecurityScheme, note: ServiceNote): void {
  const said = { name: now.name, path: ["credentials", now.name], at: now.at };
  if (old.description !== now.description) note("docs-changed", { ...said, before: old.description, after: now.description });
  if (old.kind !== now.kind) return note("scheme-type-changed", { ...said, before: old.kind, after: now.kind });
  const [was, is] = [transportOf(old), transportOf(now)];
  if (was !== is) note(old.kind === "openIdConnect" ? "scheme-url-changed" : "scheme-parameter-changed", { ...said, before: was, after: is });
  if (old.kind === "bearer" && now.kind === "bearer" && old.format !== now.format) note("scheme-format-changed", { ...said, before: old.format ?? "", after: now.format ?? "" });
  if (old.kind === "oauth2" && now.kind === "oauth2") compareFlows(old.flows, now.flows, said, note);
}

function transportOf(scheme: SecurityScheme): string {
  if (scheme.kind === "apiKey") return `${scheme.in} ${scheme.in === "header" ? scheme.parameter.toLowerCase() : scheme.parameter}`;
  if (scheme.kind === "http") return scheme.scheme.toLowerCase();
  return scheme.kind === "openIdConnect" ? scheme.url : "";
}

function compareFlows(before: readonly OAuthFlow[], after: readonly OAuthFlow[], said: { name: string; path: readonly string[]; at: string }, note: ServiceNote): void {
  for (const old of before) {
    const now = after.find((flow) => flow.kind === old.kind);
    if (!now) note("scheme-flow-removed", { ...said, path: [...said.path, old.kind], before: old.kind });
    else compareFlow(old, now, { ...said, path: [...said.path, old.kind] }, note);
  }
  for (const now of after) {
    if (!before.some((flow) => flow.kind === now.kind)) note("scheme-flow-added", { ...said, path: [...said.path, now.kind], after: now.kind });
  }
}

function compareFlow(old: OAuthFlow, now: OAuthFlow, said: { name: string; path: readonly string[]; at: string }, note: ServiceNote): void {
  for (const url of ["tokenUrl", "authorizationUrl", "refreshUrl"] as const) {
    if (old[url] !== now[url]) note("scheme-url-changed", { ...said, path: [...said.path, url], before: old[url] ?? "", after: now[url] ?? "" });
  }
  const scopes = (flow: OAuthFlow): string => flow.scopes.map(({ name, description }) => `${name}: ${description}`).sort().join("; ");
  if (scopes(old) !== scopes(now)) note("scheme-format-changed", { ...said, path: [...said.path, "scopes"], before: scopes(old), after: scopes(now) });
}
