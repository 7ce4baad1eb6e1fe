/**
 * The same call for curl. The address and the body are written as the runtime writes them for the usual styles; credentials
 * are read from the environment, so that none stands in the text.
 */
import type { ExampleValue } from "../example.js";
import { BinaryExample, toJson } from "../example.js";
import type { Api, Operation, Parameter } from "../../model/api.js";
import type { BodyKind } from "../body.js";
import type { Credential } from "./credentials.js";
import type { SampleArgs } from "./sample.js";

/** Lines of a shell command, for `sh`. */
export function curl(api: Api, operation: Operation, args: SampleArgs, credentials: readonly Credential[]): string {
  const options = [...headers(args), ...credentials.flatMap(authorization), ...cookies(args, credentials), ...body(args)];
  const method = operation.method === "GET" ? "" : ` --request ${quote(operation.method)}`;
  return [`curl${method} ${address(api, operation, args, credentials)}`, ...options].join(" \\\n  ");
}

/** Percent-encodes. Half a surrogate pair, which `encodeURIComponent` throws for, becomes U+FFFD as in any UTF-8 encoder. */
function percent(text: string): string {
  return encodeURIComponent(text.replace(/\p{Surrogate}/gu, "\ufffd"));
}

/** A word for the shell, in which nothing is expanded. */
function quote(text: string): string {
  const line = text.replaceAll("\0", "");
  return /^[A-Za-z0-9_.,:/@=+-]+$/.test(line) ? line : `'${line.replaceAll("'", "'\\''")}'`;
}

/** Text that is quoted, then a variable that the shell expands. */
function withVariable(before: string, variable: string): string {
  const name = /^[A-Za-z_][A-Za-z0-9_]*$/.test(variable) ? variable : "TOKEN";
  return `${before === "" ? "" : quote(before)}"$${name}"`;
}

function address(api: Api, operation: Operation, args: SampleArgs, credentials: readonly Credential[]): string {
  const server = operation.servers.find((each) => /^https?:/.test(each.url)) ?? api.servers.find((each) => /^https?:/.test(each.url));
  const base = server === undefined ? "https://api.example.com" : server.variables.reduce((url, variable) => url.replaceAll(`{${variable.name}}`, () => variable.default), server.url);
  const path = operation.path.replace(/\{([^{}]*)\}/g, (whole, name: string) => {
    const given = args.parameters.find(({ parameter }) => parameter.place === "path" && parameter.name === name);
    return given === undefined ? whole : pathValue(given.parameter, given.value);
  });
  const query = args.parameters.filter(({ parameter }) => parameter.place === "query").flatMap(({ parameter, value }) => queryPairs(parameter, value));
  const key = credentials.find(({ scheme }) => scheme.kind === "apiKey" && scheme.in === "query");
  const url = `${base.replace(/\/$/, "")}${path}${query.length === 0 ? "" : `?${query.join("&")}`}`;
  if (key === undefined || key.scheme.kind !== "apiKey") return quote(url);
  return withVariable(`${url}${query.length === 0 ? "?" : "&"}${percent(key.scheme.parameter)}=`, key.variables[0] ?? "");
}

function scalar(value: ExampleValue): string {
  const json = toJson(value);
  return typeof json === "object" && json !== null ? JSON.stringify(json) : String(json);
}

/** A value's parts: the items of a list, the names and values of an object in turn. */
function parts(value: ExampleValue): string[] {
  const json = toJson(value);
  if (Array.isArray(json)) return json.map((item) => scalar(item as ExampleValue));
  if (typeof json === "object" && json !== null) return Object.entries(json).flatMap(([name, part]) => [name, scalar(part as ExampleValue)]);
  return [scalar(value)];
}

function pathValue(parameter: Parameter, value: ExampleValue): string {
  const text = parts(value).map(percent);
  if (parameter.style === "label") return `.${text.join(parameter.explode ? "." : ",")}`;
  if (parameter.style === "matrix") return `;${percent(parameter.name)}=${text.join(",")}`;
  return text.join(",");
}

function queryPairs(parameter: Parameter, value: ExampleValue): string[] {
  const name = percent(parameter.name);
  const json = toJson(value);
  if (parameter.whole) return [percent(scalar(value))];
  if (parameter.mediaType !== undefined) return [`${name}=${percent(JSON.stringify(json))}`];
  if (Array.isArray(json)) {
    if (parameter.explode) return json.map((item) => `${name}=${percent(scalar(item as ExampleValue))}`);
    const separator = parameter.style === "spaceDelimited" ? "%20" : parameter.style === "pipeDelimited" ? "%7C" : ",";
    return [`${name}=${parts(value).map(percent).join(separator)}`];
  }
  if (typeof json === "object" && json !== null) {
    const members = Object.entries(json).map(([key, part]) => [percent(key), percent(scalar(part as ExampleValue))] as const);
    if (parameter.style === "deepObject") return members.map(([key, part]) => `${name}%5B${key}%5D=${part}`);
    return parameter.explode ? members.map(([key, part]) => `${key}=${part}`) : [`${name}=${members.flat().join(",")}`];
  }
  return [`${name}=${percent(scalar(value))}`];
}

function headers(args: SampleArgs): string[] {
  const own = args.parameters.filter(({ parameter }) => parameter.place === "header").map(({ parameter, value }) => `--header ${quote(`${parameter.name}: ${parts(value).join(",")}`)}`);
  const type = args.content === undefined || /^multipart\//i.test(args.content.name) ? [] : [`--header ${quote(`Content-Type: ${concrete(args.content.name, args.kind)}`)}`];
  return [...own, ...type];
}

/** A media type range cannot be sent: the type that the client takes for it. */
function concrete(name: string, kind: BodyKind | undefined): string {
  if (!name.includes("*")) return name;
  return kind?.codec === "jsonBody" ? "application/json" : "application/octet-stream";
}

function authorization({ scheme, variables: [first = "", second = ""] }: Credential): string[] {
  switch (scheme.kind) {
    case "apiKey":
      return scheme.in === "header" ? [`--header ${withVariable(`${scheme.parameter}: `, first)}`] : [];
    case "basic":
      return [`--user ${withVariable("", first)}:${withVariable("", second)}`];
    case "http":
      return [`--header ${withVariable(`Authorization: ${scheme.scheme} `, first)}`];
    case "mutualTLS":
      return ["--cert client.pem"];
    case "oauth2":
      return [`--header ${withVariable("Authorization: Bearer ", "ACCESS_TOKEN")}`];
    default:
      return [`--header ${withVariable("Authorization: Bearer ", first)}`];
  }
}

function cookies(args: SampleArgs, credentials: readonly Credential[]): string[] {
  const own = args.parameters.filter(({ parameter }) => parameter.place === "cookie").map(({ parameter, value }) => `--cookie ${quote(`${parameter.name}=${parts(value).join(",")}`)}`);
  const keys = credentials.flatMap(({ scheme, variables }) => (scheme.kind === "apiKey" && scheme.in === "cookie" ? [`--cookie ${withVariable(`${scheme.parameter}=`, variables[0] ?? "")}`] : []));
  return [...own, ...keys];
}

function body({ content, kind, body: value }: SampleArgs): string[] {
  if (content === undefined || value === undefined) return [];
  // XML, and records that begin with a control character, are better read from a file.
  if (value instanceof BinaryExample || kind?.codec === "xmlBody" || kind?.codec === "jsonSequenceBody") return ["--data-binary @file"];
  const members = typeof value === "object" && value !== null && !Array.isArray(value) ? Object.entries(value as { readonly [name: string]: ExampleValue }) : undefined;
  if (/^multipart\//i.test(content.name) && members !== undefined) return members.map(([name, part]) => `--form ${quote(`${name}=${part instanceof BinaryExample ? "@file" : scalar(part)}`)}`);
  if (/^application\/x-www-form-urlencoded/i.test(content.name) && members !== undefined) return members.map(([name, part]) => `--data-urlencode ${quote(`${name}=${scalar(part)}`)}`);
  const json = toJson(value);
  if (kind?.holds === "items" && Array.isArray(json)) return [`--data-binary ${quote(json.map((item) => JSON.stringify(item)).join("\n"))}`];
  return [`--data ${quote(typeof json === "string" && !/json/i.test(content.name) ? json : JSON.stringify(json))}`];
}
