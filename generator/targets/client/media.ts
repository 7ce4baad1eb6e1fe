/** How a body of a media type is written and read, and what it is in TypeScript. */
import { code, type Code } from "../../emit/code.js";
import type { Api, Form, MediaType, Schema } from "../../model/api.js";
import { essenceOf, isJsonMediaType } from "../../model/contents.js";
import { schemaAt, schemaIndex } from "../../model/graph.js";
import type { TypePrinter } from "../typescript.js";
import { kindBits, kindsIn } from "../typescript/kinds.js";

/** The form of a request's body: a part of a form may be bytes, a value inside JSON may not. */
export function bodyForm(media: MediaType): Form {
  return isJsonMediaType(media.name) ? "write" : "upload";
}

/** What the codecs of a body are called in the runtime, and the type of what they take or give. */
export interface Media {
  readonly codec: Code;
  /** Printed when it is asked for, since printing notes what the module has to import. */
  readonly type: () => Code;
}

export interface MediaReader {
  request(content: MediaType): Media;
  response(content: MediaType): Media;
}

/** Reads and writes the media types of one API. */
export function mediaReader(api: Api, printer: TypePrinter, runtimeType: (name: "Binary" | "ServerEvent") => Code): MediaReader {
  const named = schemaIndex(api);
  const kindsOf = kindsIn(named);
  const isText = (schema: Schema): boolean => kindsOf(schema) === kindBits.string;
  const followed = (schema: Schema): Schema => {
    let found = schema;
    for (let steps = 0; found.kind === "ref" && steps < 32; steps++) found = schemaAt(named, found.target).schema;
    return found;
  };
  const media = (codec: Code, type: () => Code): Media => ({ codec, type });
  const text = (): Code => code`string`;

  function request(content: MediaType): Media {
    const name = essenceOf(content.name);
    const type = (): Code => printer.type(content.schema, bodyForm(content));
    const { itemSchema } = content;
    const sequence = itemSchema && sequenceOf(name);
    if (sequence) return media(sequence.write, () => code`ReadonlyArray<${printer.type(itemSchema, "write")}> | ${runtimeType("Binary")}`);
    if (isJsonMediaType(name)) return media(code`jsonBody`, type);
    if (name === "application/x-www-form-urlencoded") return media(code`formBody`, type);
    if (name.startsWith("multipart/")) return media(code`multipartBody`, type);
    if (followed(content.schema).kind === "binary") return media(code`binaryBody`, type);
    if (isText(content.schema)) return media(code`textBody`, type);
    if (isXml(name) && followed(content.schema).kind !== "unknown") return media(code`xmlBody`, () => printer.type(content.schema, "write"));
    if (isTextual(name)) return media(code`textBody`, text);
    if (anything.has(name) && followed(content.schema).kind !== "unknown") return media(code`jsonBody`, type);
    return media(code`binaryBody`, () => runtimeType("Binary"));
  }

  function response(content: MediaType): Media {
    const name = essenceOf(content.name);
    if (name === "text/event-stream") return events(content);
    const sequence = sequenceOf(name);
    if (sequence) return media(sequence.read, () => code`AsyncIterable<${printer.type(itemOf(content), "read")}>`);
    const type = (): Code => printer.type(content.schema, "read");
    if (isJsonMediaType(name)) return media(code`readJson`, type);
    const schema = followed(content.schema);
    if (anything.has(name) && schema.kind !== "binary") {
      if (schema.kind === "unknown") return media(code`readAny`, type);
      return media(isText(content.schema) ? code`readTextOrJson` : code`readJson`, type);
    }
    if (isTextual(name)) return media(code`readText`, isText(content.schema) && schema.kind !== "binary" ? type : text);
    return media(code`readBinary`, () => code`Blob`);
  }

  /** An event stream's `itemSchema` is about the event (OAS 3.2, 4.14.4) when it has the fields of one, else about its data. */
  function events(content: MediaType): Media {
    const item = content.itemSchema ?? content.schema;
    const schema = followed(item);
    const event = schema.kind === "object" && schema.properties.some(({ name }) => name === "data") && schema.properties.every(({ name }) => eventFields.has(name));
    if (event || schema.kind === "unknown" || schema.kind === "binary" || isText(item)) {
      return media(code`readEvents`, () => code`AsyncIterable<${runtimeType("ServerEvent")}>`);
    }
    return media(code`readJsonEvents`, () => code`AsyncIterable<${runtimeType("ServerEvent")}<${printer.type(item, "read")}>>`);
  }

  /** One item of a sequence: as declared, else the items of its list, else the schema itself. */
  function itemOf(content: MediaType): Schema {
    const schema = followed(content.schema);
    return content.itemSchema ?? (schema.kind === "array" && schema.prefix.length === 0 ? schema.items : content.schema);
  }

  return { request, response };
}

const eventFields: ReadonlySet<string> = new Set(["data", "event", "id", "retry", "comment"]);

/** Ranges under which JSON falls as well as anything else. */
const anything: ReadonlySet<string> = new Set(["*/*", "application/*"]);

const lines = { read: code`readJsonLines`, write: code`jsonLinesBody` };
const records = { read: code`readJsonSequence`, write: code`jsonSequenceBody` };

/** Media types whose values stand one a line. */
const lineTypes: ReadonlySet<string> = new Set(["application/jsonl", "application/x-jsonlines", "application/x-ndjson", "application/ndjson"]);

/** The codecs of a sequence of JSON values (OAS 3.2, 4.14.3; RFC 8091 for the suffix). */
function sequenceOf(name: string): typeof lines | undefined {
  if (lineTypes.has(name)) return lines;
  return /^application\/(?:.+\+)?json-seq$/.test(name) ? records : undefined;
}

/** XML by name or by suffix (RFC 7303). */
export function isXml(name: string): boolean {
  return /^(application|text)\/(.+\+)?xml$/.test(name);
}

/** Text by their registrations, though not by their names. */
const otherTexts = /^application\/(?:x-www-form-urlencoded|(?:x-)?(?:java|ecma)script|sql|graphql|toml|jwt|x-pem-file|pem-certificate-chain|x-sh)$/;

function isTextual(name: string): boolean {
  return name.startsWith("text/") || isXml(name) || /[/+]yaml$/.test(name) || otherTexts.test(name);
}
