import type { Report } from "../diagnostics.js";
import { emptyObject, type Json, type JsonObject, type MutableObject, type Pointer } from "../json.js";

const flows = new Map([
  ["implicit", "implicit"],
  ["password", "password"],
  ["application", "clientCredentials"],
  ["accessCode", "authorizationCode"],
]);

/** A security definition of 2.0 as a security scheme. */
export function schemeOf(scheme: JsonObject, at: Pointer, report: Report): MutableObject | undefined {
  const made = emptyObject();
  const moved = new Set<string>(["type"]);
  switch (scheme["type"]) {
    case "basic":
      made["type"] = "http";
      made["scheme"] = "basic";
      break;
    case "oauth2": {
      for (const name of ["flow", "authorizationUrl", "tokenUrl", "scopes"]) moved.add(name);
      const flow = flows.get(typeof scheme["flow"] === "string" ? scheme["flow"] : "");
      if (flow === undefined) {
        report("document/missing", at, "An oauth2 definition has no known `flow` (implicit, password, application, accessCode); it is left out.");
        return undefined;
      }
      made["type"] = "oauth2";
      made["flows"] = only(flow, pick(scheme, ["authorizationUrl", "tokenUrl", "scopes"]));
      break;
    }
    default:
      made["type"] = scheme["type"] as Json;
  }
  for (const key of Object.keys(scheme)) if (!moved.has(key)) made[key] = scheme[key] as Json;
  return made;
}

function pick(object: JsonObject, names: readonly string[]): MutableObject {
  const made = emptyObject();
  made["scopes"] = emptyObject();
  for (const name of names) if (object[name] !== undefined) made[name] = object[name];
  return made;
}

function only(name: string, value: Json): MutableObject {
  const made = emptyObject();
  made[name] = value;
  return made;
}
