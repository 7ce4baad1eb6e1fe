/**
 * Code and text are two types. Emitted code is a branded string; whatever a document says is a plain string.
 * A string becomes code through the doors in this file and nowhere else:
 *
 *   literal, key      a value or an object key, encoded
 *   identifier        a name that `model/names.ts` made
 *   comment           a doc comment, cleaned
 *
 * The `code` tag joins code with code; a plain string in one of its holes does not compile.
 */
import type { Identifier } from "../identifier.js";
import type { Json } from "../json.js";

declare const brand: unique symbol;

/** A piece of TypeScript source. */
export type Code = string & { readonly [brand]: "code" };

const trusted = (text: string): Code => text as Code;

/** Joins code written by hand with code made elsewhere: ``code`z.array(${items})` ``. */
export function code(strings: TemplateStringsArray, ...holes: readonly (Code | Identifier | number)[]): Code {
  let text = strings[0] ?? "";
  for (let i = 0; i < holes.length; i++) text += String(holes[i]) + (strings[i + 1] ?? "");
  return trusted(text);
}

/** Joins pieces of code: `join([a, b], ", ")`. The separator is a literal of ours. */
export function join(parts: readonly Code[], separator: ", " | "; " | ",\n" | "\n" | "\n\n" | " | " | " & " | " " | ""): Code {
  return trusted(parts.join(separator));
}

/** Indents every line but the first, and empty ones, by `depth` levels of two spaces. Only safe on code without multi-line strings, and we emit none. */
export function indent(text: Code, depth = 1): Code {
  if (!text.includes("\n")) return text;
  const lineStart = `\n${"  ".repeat(depth)}`;
  // The plain replacement is several times as fast, and nested code goes through here once for each level.
  return trusted(text.includes("\n\n") ? text.replace(/\n(?!\n)/g, lineStart) : text.replaceAll("\n", lineStart));
}

/** An identifier as code. */
export function identifier(name: Identifier): Code {
  return trusted(name);
}

/** A name with a capital first letter: `contacts` in `ContactsGroup`. */
export function capitalized(name: Identifier | Code): Code {
  return trusted(name.charAt(0).toUpperCase() + name.slice(1));
}

// Characters that must not stand raw in a string literal: controls, line separators, bidirectional and invisible
// formatting, lone surrogates, the byte order mark, and "<" (a literal may end up inside a <script> of somebody's page).
const unsafeInLiteral =
  // eslint-disable-next-line no-control-regex
  /[<\u0000-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

// Printable ASCII but for the quote, the backslash and "<": nearly every string.
const plainInLiteral = /^[ !#-;=-[\]-~]*$/;

/** A document's string as a double-quoted string literal. */
export function stringLiteral(text: string): Code {
  if (plainInLiteral.test(text)) return trusted(`"${text}"`);
  return trusted(
    JSON.stringify(text).replace(unsafeInLiteral, (char) => `\\u${char.charCodeAt(0).toString(16).padStart(4, "0")}`),
  );
}

/** A JSON value as an expression, on one line. Walks by type; never lets a value's own `toString` speak. */
export function literal(value: Json): Code {
  switch (typeof value) {
    case "string":
      return stringLiteral(value);
    case "number":
      return trusted(Object.is(value, -0) ? "-0" : String(value));
    case "boolean":
      return trusted(value ? "true" : "false");
    default:
      if (value === null) return trusted("null");
      if (Array.isArray(value)) return trusted(`[${value.map(literal).join(", ")}]`);
      return objectLiteral(Object.entries(value).map(([name, member]) => [name, literal(member as Json)]));
  }
}

const plainKey = /^[A-Za-z_$][A-Za-z0-9_$]*$/;

/** An object key, in a type or a literal: bare where it is a plain word, else quoted; `__proto__` as a computed key. */
export function key(name: string): Code {
  if (name === "__proto__") return trusted('["__proto__"]');
  return plainKey.test(name) && name.length <= 100 ? trusted(name) : stringLiteral(name);
}

/** The template literal type of the texts that begin with `prefix`: `` `x-${string}` ``. What is no plain word goes in as a string literal. */
export function startingWith(prefix: string): Code {
  return trusted(/^[\w .:-]*$/.test(prefix) ? `\`${prefix}\${string}\`` : `\`\${${stringLiteral(prefix)}}\${string}\``);
}

/** `{ a: 1, b: 2 }`, on one line. */
export function objectLiteral(members: readonly (readonly [name: string, value: Code])[]): Code {
  if (members.length === 0) return trusted("{}");
  return trusted(`{ ${members.map(([name, value]) => `${key(name)}: ${value}`).join(", ")} }`);
}

/** One line a member, trailing comma, two spaces of indentation: the shape of a hand-written object. */
export function block(open: "{" | "[" | "(", members: readonly Code[]): Code {
  const close = open === "{" ? "}" : open === "[" ? "]" : ")";
  if (members.length === 0) return trusted(open + close);
  return trusted(`${open}\n${members.map((member) => `  ${indent(member)},`).join("\n")}\n${close}`);
}

const lineEnd = /\r\n|[\n\r\v\f\u0085\u2028\u2029]/;
const invisible = /[\u0000-\u0008\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

// One line of printable ASCII without a mark that is defused below.
const plainComment = /^[ -)+-?A-~]*$/;

/**
 * A document's prose as the lines of a comment: line ends of every kind split it, invisible characters go, and each `*`
 * that a `/` follows is broken apart in one last step (replacing the star, so that no new pair can arise).
 * TSDoc's own marks are defused: a leading `@` and `{@`.
 */
export function commentLines(text: string): string[] {
  if (plainComment.test(text)) return [text.trimEnd()];
  return text
    .split(lineEnd)
    .map((line) => line.replace(invisible, "").replace(/\t/g, "  ").trimEnd())
    .map((line) => line.replaceAll("*/", "*\\/").replace(/^(\s*)@/, "$1\\@").replaceAll("{@", "{\\@"));
}

/** A tag of a doc comment that we write ourselves. */
export interface DocTag {
  readonly name: "deprecated" | "example" | "default" | "remarks" | "see" | "param" | "returns" | "throws";
  readonly text?: string;
}

/**
 * A doc comment with the line break after it, or nothing when there is nothing to say.
 *
 *   \/** Create or update a contact *\/
 */
export function docComment(text = "", tags: readonly DocTag[] = []): Code {
  if (tags.length === 0 && plainComment.test(text)) {
    const line = text.trimEnd();
    return trusted(line === "" ? "" : `/** ${line} */\n`);
  }
  const lines = trimBlank(commentLines(text));
  for (const tag of tags) {
    const [first = "", ...rest] = trimBlank(commentLines(tag.text ?? ""));
    lines.push(`@${tag.name}${first ? ` ${first}` : ""}`, ...rest);
  }
  if (lines.length === 0) return trusted("");
  const only = lines[0] ?? "";
  if (lines.length === 1) return trusted(`/** ${only} */\n`);
  return trusted(`/**\n${lines.map((line) => (line ? ` * ${line}` : " *")).join("\n")}\n */\n`);
}

function trimBlank(lines: string[]): string[] {
  let start = 0;
  let end = lines.length;
  while (start < end && lines[start]?.trim() === "") start++;
  while (end > start && lines[end - 1]?.trim() === "") end--;
  return lines.slice(start, end);
}
