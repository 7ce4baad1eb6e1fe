/** Swagger 2.0 → the form of 3.x: servers, bodies with media types, components. Schemas keep their keywords; `dialect.ts` comes after. */
import type { Report } from "../diagnostics.js";
import { child, emptyObject, isObject, type Json, type JsonObject, type MutableObject, type Pointer } from "../json.js";
import type { SourceDocument } from "../source/document.js";
import { pointerOf, walk } from "../source/walk.js";
import { bodyOf } from "./from20-body.js";
import { parameterOf, responseOf, type Media } from "./from20-parts.js";
import { schemeOf } from "./from20-security.js";
import { serversOf } from "./from20-servers.js";
import { joinMoves, translate } from "./relocate.js";

/** Swagger 2.0 sections and where they went; the rest of a pointer stays. */
const sections: readonly (readonly [old: Pointer, now: Pointer])[] = [
  ["/definitions", "/components/schemas"],
  ["/parameters", "/components/parameters"],
  ["/responses", "/components/responses"],
  ["/securityDefinitions", "/components/securitySchemes"],
];

/** Passes documents of other versions on as they are. */
export function from20(document: SourceDocument, report: Report): SourceDocument {
  if (document.version !== "2.0") return document;
  tellNestedLists(document.root, report);
  const moves = new Map<Pointer, Pointer>(sections.map(([old, now]) => [now, old]));
  const root = new Converter(document.root, moves, report).root();
  rewriteReferences(root, new Map([...moves].map(([now, old]) => [old, now])));
  return { ...document, root, moved: joinMoves(document.moved, moves) };
}

/** 2.0, "Items Object": a list in a list has a collectionFormat of its own, which no style of 3.x can say. */
function tellNestedLists(root: JsonObject, report: Report): void {
  walk(root, "root20", (kind, node, path) => {
    if ((kind === "parameter20" || kind === "header20") && isObject(node["items"]) && node["items"]["type"] === "array") {
      report("document/nested-lists", pointerOf([...path, "items"]), "A list of lists as a parameter or header.");
    }
  });
}

const methods = ["get", "put", "post", "delete", "options", "head", "patch", "trace"];

class Converter {
  private readonly media: Media;

  constructor(
    private readonly old: JsonObject,
    private readonly moves: Map<Pointer, Pointer>,
    private readonly report: Report,
  ) {
    this.media = { consumes: texts(old["consumes"]), produces: texts(old["produces"]) };
  }

  root(): MutableObject {
    const { old } = this;
    const root = emptyObject();
    root["openapi"] = "3.1.0";
    for (const name of Object.keys(old)) if (kept.has(name) || name.startsWith("x-")) root[name] = old[name] as Json;
    const servers = serversOf(old, old["schemes"]);
    if (servers.length > 0) root["servers"] = servers;
    root["paths"] = this.paths();
    root["components"] = this.components();
    return root;
  }

  private components(): MutableObject {
    const components = emptyObject();
    const put = (name: string, value: MutableObject): void => {
      if (Object.keys(value).length > 0) components[name] = value;
    };
    put("schemas", this.each("definitions", (schema) => schema));
    put("parameters", this.each("parameters", (parameter) => (isBody(parameter) ? undefined : parameterOf(parameter))));
    put("responses", this.each("responses", (response, at) => responseOf(response, this.media.produces, this.mover(`/components${at}`, at))));
    put("securitySchemes", this.each("securityDefinitions", (scheme, at) => schemeOf(scheme, at, this.report)));
    return components;
  }

  /** Makes each member of a section anew; undefined leaves it out. */
  private each(name: string, make: (value: JsonObject, at: Pointer) => JsonObject | undefined): MutableObject {
    const made = emptyObject();
    const section = this.old[name];
    if (!isObject(section)) return made;
    for (const key of Object.keys(section)) {
      const value = section[key];
      const result = isObject(value) ? make(value, child(`/${name}`, key)) : undefined;
      if (result !== undefined) made[key] = result;
    }
    return made;
  }

  private paths(): MutableObject {
    const made = emptyObject();
    const paths = this.old["paths"];
    if (!isObject(paths)) return made;
    for (const path of Object.keys(paths)) {
      const item = paths[path];
      made[path] = isObject(item) && !path.startsWith("x-") ? this.pathItem(item, child("/paths", path)) : (item as Json);
    }
    return made;
  }

  private pathItem(item: JsonObject, at: Pointer): MutableObject {
    const made = emptyObject();
    const shared = this.parameters(item["parameters"], at);
    for (const key of Object.keys(item)) if (!methods.includes(key) && key !== "parameters") made[key] = item[key] as Json;
    if (shared.others.length > 0) made["parameters"] = shared.others;
    for (const method of methods) {
      const operation = item[method];
      if (isObject(operation)) made[method] = this.operation(operation, child(at, method), shared.body);
    }
    return made;
  }

  private operation(operation: JsonObject, at: Pointer, sharedBody: readonly Found[]): MutableObject {
    const made = emptyObject();
    for (const key of Object.keys(operation)) if (!replaced.has(key)) made[key] = operation[key] as Json;
    const media: Media = {
      consumes: operation["consumes"] === undefined ? this.media.consumes : texts(operation["consumes"]),
      produces: operation["produces"] === undefined ? this.media.produces : texts(operation["produces"]),
    };
    const { others, body } = this.parameters(operation["parameters"], at);
    if (others.length > 0) made["parameters"] = others;
    const parts = [...sharedBody.filter(({ value }) => !body.some((own) => sameParameter(own.value, value))), ...body];
    const requestBody = bodyOf(parts, media.consumes, child(at, "requestBody"), this.moves, this.report);
    if (requestBody !== undefined) made["requestBody"] = requestBody;
    made["responses"] = this.responses(operation, media.produces, child(at, "responses"));
    if (operation["schemes"] !== undefined) {
      const servers = serversOf(this.old, operation["schemes"]);
      if (servers.length > 0) made["servers"] = servers;
    }
    return made;
  }

  private responses(operation: JsonObject, produces: readonly string[], at: Pointer): MutableObject {
    const made = emptyObject();
    const responses = operation["responses"];
    if (!isObject(responses)) return made;
    for (const status of Object.keys(responses)) {
      const response = responses[status];
      if (!isObject(response) || status.startsWith("x-")) {
        made[status] = response as Json;
        continue;
      }
      const place = child(at, status);
      // A shared response has the document's media types; where the operation has its own, it needs a copy of its own.
      const shared = operation["produces"] === undefined ? undefined : this.resolve(response);
      made[status] = shared === undefined ? responseOf(response, produces, this.mover(place, place)) : responseOf(shared.value, produces, this.mover(place, shared.at));
    }
    return made;
  }

  /** Splits a list into what stays a parameter and what makes the body. */
  private parameters(list: Json | undefined, at: Pointer): { others: Json[]; body: Found[] } {
    const others: Json[] = [];
    const body: Found[] = [];
    if (!Array.isArray(list)) return { others, body };
    (list as readonly Json[]).forEach((value, index) => {
      if (!isObject(value)) return;
      const place = child(child(at, "parameters"), index);
      const target = this.resolve(value) ?? { value, at: place };
      if (isBody(target.value)) return void body.push(target);
      const now = child(child(at, "parameters"), others.length);
      if (now !== place) this.moves.set(now, place);
      others.push(parameterOf(value));
    });
    return { others, body };
  }

  /** What a reference to a shared parameter or response leads to. */
  private resolve(value: JsonObject): Found | undefined {
    const reference = value["$ref"];
    const match = typeof reference === "string" ? /^#\/(parameters|responses)\/([^/]+)$/.exec(reference) : null;
    const section = match ? this.old[match[1] as string] : undefined;
    if (!match || !isObject(section)) return undefined;
    const name = decode(match[2] as string);
    const target = Object.hasOwn(section, name) ? section[name] : undefined;
    return isObject(target) ? { value: target, at: child(`/${match[1] as string}`, name) } : undefined;
  }

  private mover(now: Pointer, then: Pointer): (below: string, was: string) => void {
    return (below, was) => void this.moves.set(now + below, then + was);
  }
}

/** A parameter with its place in the old document. */
export interface Found {
  readonly value: JsonObject;
  readonly at: Pointer;
}

const kept = new Set(["info", "security", "tags", "externalDocs"]);
const replaced = new Set(["parameters", "responses", "consumes", "produces", "schemes"]);

function isBody(parameter: JsonObject): boolean {
  return parameter["in"] === "body" || parameter["in"] === "formData";
}

function sameParameter(a: JsonObject, b: JsonObject): boolean {
  return a["in"] === b["in"] && (a["in"] === "body" || a["name"] === b["name"]);
}

function texts(value: Json | undefined): string[] {
  return Array.isArray(value) ? value.filter((item): item is string => typeof item === "string") : [];
}

function decode(step: string): string {
  try {
    return decodeURIComponent(step).replaceAll("~1", "/").replaceAll("~0", "~");
  } catch {
    return step;
  }
}

/** References to the old places lead to the new ones. */
function rewriteReferences(root: MutableObject, moves: ReadonlyMap<Pointer, Pointer>): void {
  walk(root, "root", (_kind, node) => {
    const reference = node["$ref"];
    if (typeof reference !== "string" || !reference.startsWith("#/")) return;
    const moved = translate(moves, reference.slice(1));
    (node as MutableObject)["$ref"] = `#${moved}`;
  });
}
