/** The codec of XML bodies, by the hints of `xml` objects (OpenAPI 3.1.1, 4.8.26). Answers in XML are read as text. */
import type { BodyCodec, XmlHints } from "./descriptor.js";
import { isAbsent, scalarText } from "./parameters.js";

/** Writes an object as an element tree. A text is taken to be XML already. */
export const xmlBody: BodyCodec = (value, content, mediaType) => {
  if (typeof value === "string") return { body: value, contentType: mediaType };
  const hints = content.xml;
  if (hints?.name === undefined) throw new Error("the document names no root element (xml.name): give the XML as text");
  return { body: `<?xml version="1.0" encoding="UTF-8"?>${element(hints.name, value, hints)}`, contentType: mediaType };
};

function element(fallback: string, value: unknown, hints: XmlHints): string {
  if (isAbsent(value)) return "";
  const name = tagName(fallback, hints);
  if (Array.isArray(value)) {
    // Items take the array's name, unless they have their own; `wrapped` puts the array's name around them.
    const items = value.map((item: unknown) => element(hints.items?.name ?? (hints.name ?? fallback), item, hints.items ?? {})).join("");
    return hints.wrapped === true ? `<${name}${namespace(hints)}>${items}</${name}>` : items;
  }
  if (typeof value !== "object" || value instanceof Date) return `<${name}${namespace(hints)}>${escape(scalarText(value))}</${name}>`;
  const properties = new Map(Object.entries(hints.properties ?? {}));
  let attributes = namespace(hints);
  let inner = "";
  for (const [property, item] of Object.entries(value)) {
    const own = properties.get(property) ?? {};
    if (own.attribute !== true) inner += element(property, item, own);
    else if (!isAbsent(item)) attributes += ` ${tagName(property, own)}="${escape(scalarText(item))}"`;
  }
  return `<${name}${attributes}>${inner}</${name}>`;
}

/** XML 1.0, 2.3: a name that is none would make other markup. */
function tagName(fallback: string, hints: XmlHints): string {
  const name = `${hints.prefix === undefined ? "" : `${hints.prefix}:`}${hints.name ?? fallback}`;
  if (!/^[\p{L}_][\p{L}\p{N}_.\-]*(?::[\p{L}_][\p{L}\p{N}_.\-]*)?$/u.test(name)) throw new Error(`${JSON.stringify(name)} is no name in XML`);
  return name;
}

const namespace = (hints: XmlHints): string => (hints.namespace === undefined ? "" : ` xmlns${hints.prefix === undefined ? "" : `:${hints.prefix}`}="${escape(hints.namespace)}"`);

const entities = new Map([["&", "&amp;"], ["<", "&lt;"], [">", "&gt;"], ['"', "&quot;"], ["'", "&apos;"], ["\t", "&#9;"], ["\n", "&#10;"], ["\r", "&#13;"]]);

/** XML 1.0, 2.2: most control characters cannot be written at all. */
function escape(text: string): string {
  if (/[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]/.test(text)) throw new Error("holds a character that XML cannot carry");
  return text.replace(/[&<>"'\t\n\r]/g, (character) => entities.get(character) ?? character);
}
