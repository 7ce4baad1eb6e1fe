/** Bodies: media types, their encodings, requests and responses. */
import { child, isObject, type Json, type JsonObject, type Pointer } from "../json.js";
import type { MediaType, Parameter, PartEncoding, RequestBody, Response, Schema } from "./api.js";
import { noDocs, readExamples, text } from "./docs.js";
import { quote } from "./keywords.js";
import { readPartStyle } from "./encoding.js";
import { readHeaders } from "./parameters.js";
import { entries, follow, type Reading } from "./reading.js";
import { readSchema } from "./schemas.js";
import { isBinaryMediaType } from "./types.js";

/** A request body; undefined when there is none, or none that has a media type. */
export function readRequestBody(reading: Reading, value: Json | undefined, at: Pointer): RequestBody | undefined {
  if (value === undefined) return undefined;
  const found = follow(reading, value, at, "request body");
  if (!found) return undefined;
  const contents = readContents(reading, found.value["content"], child(found.at, "content"));
  if (contents.length === 0) {
    reading.report("model/body-without-content", found.at, "The request body has no media type, so nothing can be sent as it.");
    return undefined;
  }
  return { required: found.value["required"] === true, description: text(found.value["description"]) ?? "", contents, at: found.at };
}

/** The media types of `content`: JSON first, then by name. */
export function readContents(reading: Reading, value: Json | undefined, at: Pointer): MediaType[] {
  const contents = entries(value, at).flatMap(({ name, value: media, at: place }) => {
    // RFC 9110, 5.5: Content-Type and Accept would have to carry it, and fetch writes fields in Latin-1.
    if (/[^\t\x20-\x7e\x80-\xff]/.test(name)) {
      reading.report("model/media-type-unusable", place, `No header can carry ${quote(name)}; it is left out.`);
      return [];
    }
    const found = follow(reading, media, place, "media type");
    return found ? [readMediaType(reading, name, found.value, found.at)] : [];
  });
  return contents.sort((a, b) => rank(a.name) - rank(b.name));
}

/** `application/json` before other JSON before everything else; `sort` is stable, so names decide within a rank. */
function rank(mediaType: string): number {
  const essence = essenceOf(mediaType);
  if (essence === "application/json") return 0;
  return isJsonMediaType(essence) ? 1 : 2;
}

/** `application/json` of `Application/JSON; charset=utf-8`. */
export function essenceOf(mediaType: string): string {
  return (mediaType.split(";")[0] ?? "").trim().toLowerCase();
}

export function isJsonMediaType(mediaType: string): boolean {
  return /^(application|text)\/json$|\+json$/.test(essenceOf(mediaType));
}

export function isMultipart(mediaType: string): boolean {
  return essenceOf(mediaType).startsWith("multipart/");
}

function readMediaType(reading: Reading, name: string, node: JsonObject, at: Pointer): MediaType {
  return {
    name,
    schema: readBodySchema(reading, name, node["schema"], child(at, "schema")),
    itemSchema: node["itemSchema"] === undefined ? undefined : readSchema(reading, node["itemSchema"], child(at, "itemSchema")),
    encoding: readEncoding(reading, node["encoding"], child(at, "encoding"), isMultipart(name)),
    examples: readExamples(node, reading.root),
    at,
  };
}

/** A body of a binary media type is bytes when its schema is missing, empty, or only says its own media type (OAS 3.1, 4.8.14.3). */
function readBodySchema(reading: Reading, mediaType: string, value: Json | undefined, at: Pointer): Schema {
  const schema = readSchema(reading, value, at);
  const inside = isObject(value) && typeof value["contentMediaType"] === "string" ? value["contentMediaType"] : mediaType;
  const encoded = isObject(value) && value["contentEncoding"] !== undefined;
  if (schema.kind !== "unknown" || value === false || encoded || !isBinaryMediaType(inside)) return schema;
  return { kind: "binary", minLength: undefined, maxLength: undefined, docs: schema.docs ?? noDocs, at };
}

function readEncoding(reading: Reading, value: Json | undefined, at: Pointer, multipart: boolean): ReadonlyMap<string, PartEncoding> {
  const encoding = new Map<string, PartEncoding>();
  for (const { name, value: part, at: place } of entries(value, at)) {
    // "SHALL be ignored if the media type is not a multipart" (OAS 3.1.1, 4.8.15.1.1).
    if (isObject(part)) encoding.set(name, { ...readPartStyle(part), headers: multipart ? readPartHeaders(reading, part["headers"], child(place, "headers")) : [] });
  }
  return encoding;
}

function readPartHeaders(reading: Reading, value: Json | undefined, at: Pointer): Parameter[] {
  const headers = readHeaders(reading, value, at);
  for (const header of headers) {
    if (fixedHeader(header) === undefined) reading.report("model/part-header-unsent", header.at, `The part's header ${quote(header.name)} can have more than one value.`);
  }
  return headers;
}

/** The text of a header that can have but one value; undefined for others. */
export function fixedHeader({ name, schema }: Parameter): string | undefined {
  // This one is written with the part's own name (RFC 7578, 4.2).
  if (name.toLowerCase() === "content-disposition") return undefined;
  const [value, ...others] = schema.kind === "enum" ? schema.values : [];
  return others.length > 0 || value === undefined || value === null || typeof value === "object" ? undefined : String(value);
}

const statuses = /^([1-5][0-9][0-9]|[1-5]XX|default)$/;

/** The responses: numbers first, then ranges, then `default`. */
export function readResponses(reading: Reading, value: Json | undefined, at: Pointer): Response[] {
  const given = new Set<string>();
  return entries(value, at)
    .filter(({ name }) => !name.startsWith("x-"))
    .flatMap(({ name, value: response, at: place }): Response[] => {
      const status = /^[1-5]xx$/i.test(name) ? name.toUpperCase() : name;
      if (!statuses.test(status) || given.has(status)) {
        reading.report("model/status-unusable", place, `${quote(name)} is ${given.has(status) ? `another ${status}` : 'no status, no range such as 4XX and not "default"'}.`);
        return [];
      }
      given.add(status);
      const found = follow(reading, response, place, "response");
      return found ? [readResponse(reading, status, found.value, found.at)] : [];
    })
    .sort((a, b) => (sortKey(a.status) < sortKey(b.status) ? -1 : 1));
}

function sortKey(status: string): string {
  if (status === "default") return "2";
  return status.endsWith("XX") ? `1${status}` : `0${status}`;
}

function readResponse(reading: Reading, status: string, node: JsonObject, at: Pointer): Response {
  return {
    status,
    description: text(node["description"]) ?? "",
    headers: readHeaders(reading, node["headers"], child(at, "headers")),
    contents: readContents(reading, node["content"], child(at, "content")),
    retryable: node["x-retryable"] === true,
    at,
  };
}
