/** The text of a Starlight-OpenAPI page → what it says. The order of its parts is fixed; its headings may be lost. */
import type { Json } from "../../json.js";
import { templateNames } from "../path-names.js";
import type { BodyFact, MediaFact, OperationFacts, ParameterFact, ParameterPlace, ResponseFact } from "./facts.js";
import { Lines } from "./lines.js";
import { type Sample, commandEnd, credentialsOf, readSample, serverOf } from "./sample.js";
import { isMadeUp, jsonBlock, readExample, sampled } from "./example.js";
import { marked, readFlags, readSchema, textBetween } from "./schema.js";

const methodLine = /^(GET|PUT|POST|DELETE|OPTIONS|HEAD|PATCH|TRACE)$/;

/** @returns undefined when the text has no method and path, one below the other: it is no page of this platform. */
export function readOperationPage(text: string): OperationFacts | undefined {
  const lines = new Lines(text);
  const head = readHead(lines);
  if (head === undefined) return undefined;
  const sample = readPageSample(lines);
  const { description, schemes } = readDescription(lines);
  const parameters = readParameters(lines, head.path, sample);
  const body = readBody(lines, head.method, sample);
  const responses = readResponses(lines);
  const documented = new Set(parameters.map(({ name }) => name.toLowerCase()));
  const server = sample && serverOf(sample.url, head.path);
  lines.skipBlank();
  const unread = lines.done ? undefined : { line: lines.at + 1, text: lines.line() };
  if (sample === undefined && !hasMark(lines)) return undefined;
  return {
    ...head,
    description,
    schemes,
    servers: server === undefined ? [] : [server],
    credentials: sample ? credentialsOf(sample, documented) : [],
    parameters,
    ...(body ? { body } : {}),
    responses,
    ...(unread ? { unread } : {}),
  };
}

/** What only pages of this platform have, where the sample is lost: a line with a media type, or a heading in its words. */
function hasMark(lines: Lines): boolean {
  for (let at = 0; at < lines.length; at++) {
    if (lines.isMedia(at) || /^(?:(?:Path|Query|Header|Cookie) Parameters|Request Body ?(?:required)?|Responses)$/.test(lines.get(at))) return true;
  }
  return false;
}

function readHead(lines: Lines): Pick<OperationFacts, "title" | "method" | "path" | "deprecated"> | undefined {
  for (let at = 0; at < lines.length; at++) {
    if (!methodLine.test(lines.get(at))) continue;
    const path = lines.get(lines.filled(at + 1));
    if (!/^\/\S*$/.test(path)) continue;
    // Other platforms print a path's segments one a line.
    const next = lines.get(lines.filled(at + 1) + 1);
    if (path === "/" && next !== "" && !next.startsWith("curl ")) continue;
    const before: string[] = [];
    for (let i = at - 1; i >= 0 && before.length < 2; i--) if (lines.get(i) !== "") before.push(lines.get(i));
    const deprecated = before[0] === "Deprecated";
    const title = before[deprecated ? 1 : 0] ?? "";
    lines.at = lines.filled(at + 1) + 1;
    return { title, method: lines.get(at).toLowerCase(), path, deprecated };
  }
  return undefined;
}

function readPageSample(lines: Lines): Sample | undefined {
  const label = lines.filled(lines.at);
  const below = lines.filled(label + 1);
  const start = /^\S{1,20}$/.test(lines.get(label)) && lines.get(below).startsWith("curl ") ? below : label;
  if (!lines.get(start).startsWith("curl ")) return undefined;
  const text = lines.join(start);
  const command = text.slice(0, commandEnd(text));
  lines.at = start + command.split("\n").length;
  return readSample(command);
}

/** Prose until the first parameter, body or heading. Names of schemes may stand at its end, one a line. */
function readDescription(lines: Lines): Pick<OperationFacts, "description" | "schemes"> {
  const start = lines.at;
  let end = start;
  while (end < lines.length && !startsParts(lines, end, start)) end++;
  lines.at = end;
  const description = textBetween(lines, start, end);
  if (lines.line() !== "Authorizations") return { description, schemes: [] };
  lines.at++;
  const schemes: string[] = [];
  const first = lines.at;
  while (lines.at < lines.length && !startsParts(lines, lines.at, first)) {
    if (/^\S+$/.test(lines.line())) schemes.push(lines.line());
    lines.at++;
  }
  return { description, schemes };
}

function startsParts(lines: Lines, at: number, start: number): boolean {
  if (lines.isMedia(at) || lines.isUnion(at) || lines.isHeading(at)) return true;
  const first = at === start || lines.get(at - 1) === "";
  return first && (lines.isPlainKey(at) || lines.isShape(at));
}

function readParameters(lines: Lines, path: string, sample: Sample | undefined): ParameterFact[] {
  const parameters: ParameterFact[] = [];
  const inPath = new Set(templateNames(path));
  let place: ParameterPlace | undefined;
  for (;;) {
    lines.skipBlank();
    const heading = /^(Path|Query|Header|Cookie) Parameters$/.exec(lines.line())?.[1];
    if (heading !== undefined || lines.line() === "Parameters") {
      place = heading?.toLowerCase() as ParameterPlace | undefined;
      lines.at++;
      continue;
    }
    if (!lines.isKey(lines.at)) return parameters;
    const parameter = readParameter(lines);
    parameters.push({ ...parameter, ...(place ? { in: place } : placeOfParameter(parameter.name, inPath, sample)) });
  }
}

/** The path's template says which are its own; of the others, the sample shows where they are sent. */
function placeOfParameter(name: string, inPath: ReadonlySet<string>, sample: Sample | undefined): { in: ParameterPlace; placeEvidence?: string } {
  if (inPath.has(name)) return { in: "path" };
  if (name.toLowerCase() === "authorization") return { in: "header", placeEvidence: "No API takes it elsewhere; the heading that says the place is lost." };
  const query = sample === undefined ? [] : [...new URL(sample.url).searchParams.keys()];
  if (query.some((key) => key === name || key.startsWith(`${name}[`))) return { in: "query", placeEvidence: "The sample sends it in the query." };
  if (sample?.headers.some((header) => header.name.toLowerCase() === name.toLowerCase())) return { in: "header", placeEvidence: "The sample sends it as a header." };
  if (sample?.cookies.some((cookie) => cookie.split(/[;=]/).some((part) => part.trim() === name))) return { in: "cookie", placeEvidence: "The sample sends it as a cookie." };
  if (/^X-|^[A-Z][A-Za-z]*(?:-[A-Z][A-Za-z]*)+$/.test(name)) return { in: "header", placeEvidence: "Its name is written like a header's; the heading that says the place is lost." };
  return { in: "query", placeEvidence: "It is not in the path; the heading that says the place is lost." };
}

function readParameter(lines: Lines): Omit<ParameterFact, "in"> {
  const name = lines.line();
  lines.at++;
  const flags = readFlags(lines);
  const schema = marked(readSchema(lines, { here: undefined, around: [] }, 1));
  const description = readTrailingText(lines);
  const example = lines.isExample(lines.at) ? readExample(lines, schema) : undefined;
  return {
    name,
    required: flags.has("required"),
    deprecated: flags.has("deprecated"),
    description,
    schema,
    ...(example?.value === undefined || example.generated ? {} : { example: example.value }),
  };
}

/** A parameter's own description follows its schema, between blank lines. */
function readTrailingText(lines: Lines): string {
  if (lines.line() !== "") return "";
  const start = lines.at;
  let end = start;
  while (end < lines.length && !endsText(lines, end)) end++;
  lines.at = end;
  return textBetween(lines, start, end);
}

function endsText(lines: Lines, at: number): boolean {
  if (lines.isBoundary(at) || lines.isUnion(at)) return true;
  return lines.get(at - 1) === "" && (lines.isKey(at) || lines.isShape(at));
}

/** The first body is the request's when the sample sends one, or when its heading is still there. */
function readBody(lines: Lines, method: string, sample: Sample | undefined): BodyFact | undefined {
  lines.skipBlank();
  const heading = /^Request Body ?(required)?$/.exec(lines.line());
  if (heading === null && sample?.data === undefined && sample?.form !== true) return undefined;
  if (heading === null && method === "get") return undefined;
  if (heading !== null) lines.at++;
  let required = heading === null ? undefined : heading[1] !== undefined;
  if (heading !== null && lines.line() === "required") {
    required = true;
    lines.at++;
  }
  const description = readTrailingText(lines);
  const media = readMedia(lines, sample?.json);
  return { description, required, media: media ? [media] : [] };
}

/**
 * One block: its media type, its schema, its example. A block without the line that names its media type has several,
 * behind a choice that text does not keep.
 *
 * @param sent what the sample sends, an example of the request's body
 */
function readMedia(lines: Lines, sent: Json | undefined): MediaFact | undefined {
  const named = lines.isMedia(lines.at);
  if (!named && lines.shapeFrom(lines.at) === undefined) return undefined;
  let type: string | undefined;
  if (named) {
    type = /^Media type\s*(\S*)/.exec(lines.line())?.[1];
    lines.at++;
    if (type === "") {
      type = lines.line();
      lines.at++;
    }
  }
  const shown = exampleAhead(lines);
  const evidence = sent ?? shown;
  const hasShape = lines.shapeFrom(lines.at) !== undefined;
  const parsed = hasShape ? readSchema(lines, { here: evidence, around: [] }) : undefined;
  lines.skipBlankBeforeExample();
  const example = lines.isExample(lines.at) ? readExample(lines, parsed?.schema ?? {}) : undefined;
  const shownExample = example?.generated ? undefined : example?.value;
  const authored = sent === undefined || isMadeUp(sent, sampled(parsed?.schema)) ? shownExample : sent;
  return {
    type,
    ...(parsed ? { schema: parsed.schema } : {}),
    ...(parsed?.hidden ? { hidden: parsed.hidden } : {}),
    ...(authored === undefined ? {} : { example: authored }),
  };
}

/** The JSON of the block's own example, read before the schema: it tells where nested objects end. */
function exampleAhead(lines: Lines): Json | undefined {
  for (let at = lines.at; at < lines.length; at++) {
    if (lines.isMedia(at)) return undefined;
    if (!lines.isExample(at)) continue;
    const json = jsonBlock(lines, lines.get(at + 1) === "generated" ? at + 2 : at + 1);
    if (json !== undefined) return json.value;
  }
  return undefined;
}

function readResponses(lines: Lines): ResponseFact[] {
  const responses: ResponseFact[] = [];
  for (;;) {
    lines.skipBlank();
    if (lines.line() === "Responses") {
      lines.at++;
      continue;
    }
    const before = lines.at;
    const response = readResponse(lines);
    if (response === undefined || lines.at === before) {
      lines.at = before;
      return responses;
    }
    responses.push(response);
  }
}

function readResponse(lines: Lines): ResponseFact | undefined {
  const status = /^(?:[1-5]\d\d|[1-5]XX|default)$/.exec(lines.line())?.[0];
  if (status !== undefined) lines.at++;
  const description = responseText(lines);
  if (status === undefined && !lines.isMedia(lines.at) && lines.shapeFrom(lines.at) === undefined) return undefined;
  const media = readMedia(lines, undefined);
  const headers = readHeaders(lines);
  return { status, description, media: media ? [media] : [], headers };
}

/** A response's description stands before its body; without a body, before the next status. */
function responseText(lines: Lines): string {
  if (lines.line() === "") return readTrailingText(lines);
  // A title stands right above its shape; prose has a blank line below it.
  if (lines.isBoundary(lines.at) || lines.isShape(lines.at) || lines.isShape(lines.at + 1)) return "";
  const start = lines.at;
  let end = start;
  while (end < lines.length && !lines.isBoundary(end) && !(lines.get(end - 1) === "" && (lines.isShape(end) || lines.isShape(end + 1)))) end++;
  if (end >= lines.length) return "";
  lines.at = end;
  return textBetween(lines, start, end);
}

/** Headers stand behind the body, as parameters do. */
function readHeaders(lines: Lines): Omit<ParameterFact, "in">[] {
  const headers: Omit<ParameterFact, "in">[] = [];
  for (;;) {
    const at = lines.filled(lines.at);
    const heading = lines.get(at) === "Headers";
    // A word, a text and a type may as well be the descriptions of two answers; a header's name has a hyphen.
    if (!heading && !lines.isPlainKey(at) && !(lines.isKey(at) && lines.get(at).includes("-"))) return headers;
    lines.at = heading ? at + 1 : at;
    if (!heading) headers.push(readParameter(lines));
  }
}
