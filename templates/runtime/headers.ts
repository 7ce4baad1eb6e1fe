/** Declared response headers, decoded (style `simple`, OpenAPI 3.1.1, 4.8.21; RFC 9110, 5.6.1 for lists). */
import type { HeaderDescriptor } from "./descriptor.js";
import { parseJson } from "./json.js";

/** By lower-case name. A header that is absent, or is not of its declared type, is left out. */
export function decodeHeaders(headers: Headers, declared: readonly HeaderDescriptor[]): Record<string, unknown> {
  const decoded: Record<string, unknown> = {};
  for (const header of declared) {
    const text = headers.get(header.name);
    const value = text === null ? undefined : decode(headers, text, header);
    if (value !== undefined) Object.defineProperty(decoded, header.name, { value, enumerable: true, configurable: true, writable: true });
  }
  return decoded;
}

function decode(headers: Headers, text: string, header: HeaderDescriptor): unknown {
  switch (header.type) {
    case undefined:
      return text;
    case "number":
    case "boolean":
      return scalar(text, header.type);
    case "json":
      return json(text);
    case "array":
      // RFC 6265, 3: Set-Cookie fields are not joined by commas.
      return (header.name === "set-cookie" ? headers.getSetCookie() : list(text)).map((item) => scalar(item, header.items));
    case "object":
      return object(list(text), header);
  }
}

const list = (text: string): string[] => (text === "" ? [] : text.split(",").map((item) => item.trim()));

function scalar(text: string, type: HeaderDescriptor["items"]): unknown {
  if (type === "number") return text.trim() !== "" && Number.isFinite(Number(text)) ? Number(text) : undefined;
  if (type === "boolean") return text === "true" ? true : text === "false" ? false : undefined;
  return text;
}

/** `R=100,G=200` (explode) or `R,100,G,200`. */
function object(items: readonly string[], header: HeaderDescriptor): unknown {
  const entries: [string, unknown][] = [];
  if (header.explode === true) {
    for (const item of items) {
      const [key = "", ...rest] = item.split("=");
      entries.push([key, scalar(rest.join("="), header.items)]);
    }
  } else {
    for (let index = 0; index + 1 < items.length; index += 2) entries.push([items[index] ?? "", scalar(items[index + 1] ?? "", header.items)]);
  }
  return Object.fromEntries(entries);
}

function json(text: string): unknown {
  try {
    return parseJson(text);
  } catch {
    return undefined;
  }
}
