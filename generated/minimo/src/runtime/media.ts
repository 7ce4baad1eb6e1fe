/** Media types (RFC 9110, 8.3) and the text of bodies. */
import { MalformedBody } from "./errors.js";

/** `application/json` of `Application/JSON; charset=utf-8`. */
export function essence(mediaType: string): string {
  const end = mediaType.indexOf(";");
  return (end < 0 ? mediaType : mediaType.slice(0, end)).trim().toLowerCase();
}

/** JSON by name or by suffix (RFC 6839, 3.1). */
export const isJson = (type: string): boolean => /[/+]json$/.test(type);

/**
 * The declared media type that an answer of this type falls under: the same one, then `text/*`, then any type at all, and last another
 * JSON for JSON (`application/problem+json` where `application/json` is declared).
 */
export function matchEntry<Content>(contents: { readonly [mediaType: string]: Content }, received: string): readonly [name: string, content: Content] | undefined {
  // Nearly always: as it is declared, or with a charset.
  if (Object.hasOwn(contents, received)) return [received, contents[received] as Content];
  const type = essence(received);
  if (Object.hasOwn(contents, type)) return [type, contents[type] as Content];
  const group = `${type.split("/", 1)[0]}/*`;
  const entries = Object.entries(contents);
  const find = (wanted: (name: string) => boolean): [string, Content] | undefined => entries.find(([name]) => wanted(essence(name)));
  return find((name) => name === type) ?? find((name) => name === group) ?? find((name) => name === "*/*") ?? (isJson(type) ? find(isJson) : undefined);
}

/** A body's text, decoded by the charset parameter (UTF-8 by default). Rejects with `MalformedBody` for a charset that is not known. */
export function readString(response: Response, mediaType: string): Promise<string> {
  const charset = mediaType.includes(";") ? /;\s*charset\s*=\s*"?(?!utf-?8(?:[\s";]|$))([^\s";]+)/i.exec(mediaType)?.[1] : undefined;
  return charset === undefined ? response.text() : decode(response, charset);
}

async function decode(response: Response, charset: string): Promise<string> {
  const bytes = await response.arrayBuffer();
  try {
    return new TextDecoder(charset).decode(bytes);
  } catch (error) {
    throw new MalformedBody(`the charset ${charset} is not known`, "", { cause: error });
  }
}
