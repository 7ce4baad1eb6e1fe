/** Security schemes and requirements, and servers. */
import { isObject, type Json, type Pointer } from "../json.js";
import type { OAuthFlow, SecurityRequirement, SecurityScheme, Server } from "./api.js";
import { text } from "./docs.js";
import { quote } from "./keywords.js";
import { headerName, isToken } from "./parameters.js";
import { entries, follow, items, type Reading } from "./reading.js";

/** `components.securitySchemes`, by name. One that cannot be understood is reported and left out. */
export function readSecuritySchemes(reading: Reading): SecurityScheme[] {
  const components = reading.root["components"];
  const schemes = isObject(components) ? components["securitySchemes"] : undefined;
  return entries(schemes, "/components/securitySchemes").flatMap(({ name, value, at }) => {
    const scheme = readScheme(reading, name, value, at);
    return scheme ? [scheme] : [];
  });
}

function readScheme(reading: Reading, name: string, value: Json, at: Pointer): SecurityScheme | undefined {
  const node = follow(reading, value, at, "security scheme")?.value;
  if (!node) return undefined;
  const base = { name, description: text(node["description"]) ?? "", at };
  const place = node["in"];
  const parameter = text(node["name"]);
  switch (node["type"]) {
    case "apiKey":
      if (parameter !== undefined && (place === "header" || place === "query" || place === "cookie")) {
        const usable = place === "header" ? headerName(reading, parameter, at) : parameter;
        if (usable !== undefined) return { ...base, kind: "apiKey", in: place, parameter: usable };
      }
      break;
    case "http":
      return readHttpScheme(base, text(node["scheme"]), text(node["bearerFormat"])) ?? unusable(reading, name, at);
    case "oauth2":
      return { ...base, kind: "oauth2", flows: readFlows(node["flows"], at) };
    case "openIdConnect":
      return { ...base, kind: "openIdConnect", url: text(node["openIdConnectUrl"]) ?? "" };
    case "mutualTLS":
      return { ...base, kind: "mutualTLS" };
  }
  return unusable(reading, name, at);
}

/** Names of `http` schemes are tokens and do not know case (RFC 9110, 11.1). */
function readHttpScheme(
  base: Pick<SecurityScheme, "name" | "description" | "at">,
  scheme: string | undefined,
  format: string | undefined,
): SecurityScheme | undefined {
  switch (scheme?.toLowerCase()) {
    case undefined:
      return undefined;
    case "basic":
      return { ...base, kind: "basic" };
    case "bearer":
      return { ...base, kind: "bearer", format };
    default:
      return scheme !== undefined && isToken(scheme) ? { ...base, kind: "http", scheme } : undefined;
  }
}

function unusable(reading: Reading, name: string, at: Pointer): undefined {
  reading.report("model/security-scheme-unusable", at, `The security scheme ${quote(name)} lacks what its type needs.`);
}

const flowKinds: readonly OAuthFlow["kind"][] = ["clientCredentials", "authorizationCode", "password", "implicit", "deviceAuthorization"];

function readFlows(value: Json | undefined, at: Pointer): OAuthFlow[] {
  if (!isObject(value)) return [];
  return flowKinds.flatMap((kind) => {
    const flow = value[kind];
    if (!isObject(flow)) return [];
    return {
      kind,
      tokenUrl: text(flow["tokenUrl"]),
      authorizationUrl: text(flow["authorizationUrl"]) ?? text(flow["deviceAuthorizationUrl"]),
      refreshUrl: text(flow["refreshUrl"]),
      scopes: entries(flow["scopes"], at).map(({ name, value: words }) => ({ name, description: text(words) ?? "" })),
    };
  });
}

/**
 * A `security` list: OR of ANDs. A requirement that names an undefined scheme is left out with a diagnostic. `undefined` when
 * there is no list, which is not the same as an empty one ("no credentials").
 */
export function readSecurity(
  reading: Reading,
  schemes: readonly SecurityScheme[],
  value: Json | undefined,
  at: Pointer,
): readonly SecurityRequirement[] | undefined {
  if (!Array.isArray(value)) return undefined;
  const known = new Set(schemes.map((scheme) => scheme.name));
  return items(value, at).flatMap(({ value: requirement, at: place }) => {
    const parts = entries(requirement, place);
    const missing = parts.find((part) => !known.has(part.name));
    if (missing) {
      reading.report("model/security-scheme-undefined", place, `No usable security scheme is called ${quote(missing.name)}.`);
      return [];
    }
    return [parts.map(({ name, value: scopes }) => ({ scheme: name, scopes: strings(scopes) }))];
  });
}

function strings(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
}

/** A `servers` list, in its order; undefined when it is missing or empty, so that the next level's holds. */
export function readServers(reading: Reading, value: Json | undefined, at: Pointer): readonly Server[] | undefined {
  const servers = items(value, at).flatMap(({ value: server, at: place }): Server[] => {
    const url = isObject(server) ? server["url"] : undefined;
    if (!isObject(server) || typeof url !== "string") {
      reading.report("model/wrong-type", place, "A server needs a url.");
      return [];
    }
    const variables = entries(server["variables"], place).map(({ name, value: variable }) => {
      const node = isObject(variable) ? variable : {};
      const values = node["enum"];
      return {
        name,
        default: scalar(node["default"]) ?? "",
        enum: Array.isArray(values) && values.length > 0 ? values.map((item: Json) => scalar(item) ?? "") : undefined,
        description: text(node["description"]) ?? "",
      };
    });
    return [{ url, name: text(server["name"]), description: text(server["description"]) ?? "", variables }];
  });
  return servers.length > 0 ? servers : undefined;
}

/** A version or a port is often written as a number. */
function scalar(value: Json | undefined): string | undefined {
  return typeof value === "string" || typeof value === "number" || typeof value === "boolean" ? String(value) : undefined;
}
