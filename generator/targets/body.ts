/** What a request's body is in a program, by its media type: one answer for the client's types, its codecs and the samples. */
import { code, type Code } from "../emit/code.js";
import type { Api, Form, MediaType, Schema } from "../model/api.js";
import { essenceOf, isJsonMediaType, isMultipart } from "../model/contents.js";
import { behind, schemaAt, schemaIndex } from "../model/graph.js";
import { kindBits, kindsIn } from "./typescript/kinds.js";

export interface BodyKind {
  /** What writes it in the runtime. */
  readonly codec: Code;
  /** A value of the schema, a list of the sequence's items, or what the schema does not describe: a text, or bytes. */
  readonly holds: "value" | "items" | "text" | "bytes";
  /** The form of a value: it may be bytes as a whole, or in a part of a multipart body; inside JSON, XML or a urlencoded form it may not. */
  readonly form: Form;
}

/** Tells the kinds of the bodies of one API. */
export function bodyKinds({ isText, followed }: Lookers): (content: MediaType) => BodyKind {
  const kind = (codec: Code, holds: BodyKind["holds"], form: Form = "write"): BodyKind => ({ codec, holds, form });

  return (content) => {
    const name = essenceOf(content.name);
    const sequence = content.itemSchema && sequenceOf(name);
    if (sequence) return kind(sequence.write, "items");
    if (isJsonMediaType(name)) return kind(code`jsonBody`, "value");
    if (name === "application/x-www-form-urlencoded") return kind(code`formBody`, "value");
    if (isMultipart(name)) return kind(code`multipartBody`, "value", "upload");
    const schema = followed(content.schema);
    const isUnknown = schema.kind === "unknown";
    if (schema.kind === "binary") return kind(code`binaryBody`, "value", "upload");
    if (isText(content.schema)) return kind(code`textBody`, "value");
    if (isXml(name) && !isUnknown) return kind(code`xmlBody`, "value");
    if (isTextual(name)) return kind(code`textBody`, "text");
    if (anything.has(name) && !isUnknown) return kind(code`jsonBody`, "value");
    return kind(code`binaryBody`, "bytes");
  };
}

/** What the schemas of one API are behind their references. */
export interface Lookers {
  readonly isText: (schema: Schema) => boolean;
  readonly followed: (schema: Schema) => Schema;
}

export function lookers(api: Api): Lookers {
  const named = schemaIndex(api);
  const kindsOf = kindsIn(named);
  return {
    isText: (schema) => kindsOf(schema) === kindBits.string,
    followed: (schema) => behind(schema, (target) => schemaAt(named, target).schema),
  };
}

/** Ranges under which JSON falls as well as anything else. */
export const anything: ReadonlySet<string> = new Set(["*/*", "application/*"]);

const lines = { read: code`readJsonLines`, write: code`jsonLinesBody` };
const records = { read: code`readJsonSequence`, write: code`jsonSequenceBody` };

/** Media types whose values stand one a line. */
const lineTypes: ReadonlySet<string> = new Set(["application/jsonl", "application/x-jsonlines", "application/x-ndjson", "application/ndjson"]);

/** The codecs of a sequence of JSON values (OAS 3.2, 4.14.3; RFC 8091 for the suffix). */
export function sequenceOf(name: string): typeof lines | undefined {
  if (lineTypes.has(name)) return lines;
  return /^application\/(?:.+\+)?json-seq$/.test(name) ? records : undefined;
}

/** XML by name or by suffix (RFC 7303). */
export function isXml(name: string): boolean {
  return /^(application|text)\/(.+\+)?xml$/.test(name);
}

/** Text by their registrations, though not by their names. */
const otherTexts = /^application\/(?:x-www-form-urlencoded|(?:x-)?(?:java|ecma)script|sql|graphql|toml|jwt|x-pem-file|pem-certificate-chain|x-sh)$/;

export function isTextual(name: string): boolean {
  return name.startsWith("text/") || isXml(name) || /[/+]yaml$/.test(name) || otherTexts.test(name);
}
