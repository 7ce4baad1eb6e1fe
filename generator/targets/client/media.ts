/** How a body of a media type is written and read, and what it is in TypeScript. */
import { code, type Code } from "../../emit/code.js";
import type { Api, MediaType, Schema } from "../../model/api.js";
import { essenceOf, isJsonMediaType } from "../../model/contents.js";
import { anything, bodyKinds, isTextual, lookers, sequenceOf } from "../body.js";
import type { TypePrinter } from "../typescript.js";

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
  const look = lookers(api);
  const { isText, followed } = look;
  const kindOf = bodyKinds(look);
  const media = (codec: Code, type: () => Code): Media => ({ codec, type });
  const text = (): Code => code`string`;

  function request(content: MediaType): Media {
    const { codec, holds, form } = kindOf(content);
    switch (holds) {
      case "items":
        return media(codec, () => code`ReadonlyArray<${printer.type(content.itemSchema ?? content.schema, form)}> | ${runtimeType("Binary")}`);
      case "value":
        return media(codec, () => printer.type(content.schema, form));
      case "text":
        return media(codec, text);
      case "bytes":
        return media(codec, () => runtimeType("Binary"));
    }
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
