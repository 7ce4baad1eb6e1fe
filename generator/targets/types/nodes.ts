/**
 * The part of TypeScript's node factory that openapi-typescript's transform builds with, and the text of what it builds. TypeScript
 * itself takes half a second of processor time to load, which is as long as everything else takes for a small document; and of all its
 * printer can do, declarations of interfaces are wanted here.
 */
import { indent, stringLiteral, type Code } from "../../emit/code.js";
import type { Slots } from "./slots.js";

/** A name: bare, in quotes or a number. */
interface NameNode {
  readonly kind: "Identifier" | "StringLiteral" | "NumericLiteral";
  readonly text: string;
  readonly escapedText: string;
}

export type TypeNode =
  | { readonly kind: Keyword }
  /** A type of ours, in the place of a schema. */
  | { readonly kind: "Printed"; readonly code: Code }
  | { readonly kind: "LiteralType"; readonly literal: TypeNode | NameNode }
  | { readonly kind: "TypeReference"; readonly name: NameNode; readonly args: readonly TypeNode[] }
  | { readonly kind: "IndexedAccessType"; readonly object: TypeNode; readonly index: TypeNode }
  | { readonly kind: "TypeLiteral"; readonly members: readonly Member[] };

export interface Member {
  readonly kind: "PropertySignature" | "IndexSignature";
  readonly name: NameNode;
  readonly questionToken: object | undefined;
  /** Of an index signature: what its key is. */
  readonly key?: TypeNode;
  readonly type: TypeNode;
  comment?: string;
}

export type Declaration =
  /** `printed`: members that are text already, above the others. */
  | { readonly kind: "InterfaceDeclaration"; readonly name: NameNode; readonly members: readonly Member[]; readonly printed?: readonly string[] }
  | { readonly kind: "TypeAliasDeclaration"; readonly name: NameNode; readonly type: TypeNode };

const keywords = {
  BooleanKeyword: "boolean",
  FalseKeyword: "false",
  NeverKeyword: "never",
  NullKeyword: "null",
  NumberKeyword: "number",
  StringKeyword: "string",
  TrueKeyword: "true",
  UndefinedKeyword: "undefined",
  UnknownKeyword: "unknown",
} as const;
type Keyword = keyof typeof keywords;

const named = (kind: NameNode["kind"], text: string): NameNode => ({ kind, text, escapedText: text });
const nameOf = (name: string | NameNode): NameNode => (typeof name === "string" ? named("Identifier", name) : name);

/** The names are TypeScript's; what a skeleton never leads to is not there, and would throw. */
const factory = {
  createToken: (kind: string) => ({ kind }),
  createModifier: (kind: string) => ({ kind }),
  createKeywordTypeNode: (kind: Keyword): TypeNode => ({ kind }),
  createTrue: (): TypeNode => ({ kind: "TrueKeyword" }),
  createFalse: (): TypeNode => ({ kind: "FalseKeyword" }),
  createNull: (): TypeNode => ({ kind: "NullKeyword" }),
  createIdentifier: (text: string): NameNode => named("Identifier", text),
  createStringLiteral: (text: string): NameNode => named("StringLiteral", text),
  createNumericLiteral: (text: string | number): NameNode => named("NumericLiteral", String(text)),
  createLiteralTypeNode: (literal: TypeNode | NameNode): TypeNode => ({ kind: "LiteralType", literal }),
  createTypeReferenceNode: (name: string | NameNode, args: readonly TypeNode[] = []): TypeNode => ({ kind: "TypeReference", name: nameOf(name), args }),
  createIndexedAccessTypeNode: (object: TypeNode, index: TypeNode): TypeNode => ({ kind: "IndexedAccessType", object, index }),
  createTypeLiteralNode: (members: readonly Member[]): TypeNode => ({ kind: "TypeLiteral", members }),
  createPropertySignature: (_: unknown, name: string | NameNode, questionToken: object | undefined, type: TypeNode): Member => ({ kind: "PropertySignature", name: nameOf(name), questionToken, type }),
  createParameterDeclaration: (_: unknown, _rest: unknown, name: NameNode, _optional: unknown, type: TypeNode) => ({ name, type }),
  createIndexSignature: (_: unknown, [{ name, type: key }]: readonly [{ name: NameNode; type: TypeNode }], type: TypeNode): Member => ({ kind: "IndexSignature", name, questionToken: undefined, key, type }),
  createInterfaceDeclaration: (_: unknown, name: string | NameNode, _types: unknown, _heritage: unknown, members: readonly Member[]): Declaration => ({ kind: "InterfaceDeclaration", name: nameOf(name), members }),
  createTypeAliasDeclaration: (_: unknown, name: string | NameNode, _types: unknown, type: TypeNode): Declaration => ({ kind: "TypeAliasDeclaration", name: nameOf(name), type }),
  createNodeArray: <T>(nodes: readonly T[]): readonly T[] => nodes,
};

const syntaxKinds = [...Object.keys(keywords), "ExportKeyword", "ReadonlyKeyword", "QuestionToken", "MultiLineCommentTrivia"];

/** What `require("typescript")` is to give to openapi-typescript. */
export const typescript = {
  factory,
  SyntaxKind: Object.fromEntries(syntaxKinds.map((kind) => [kind, kind])),
  isTypeNode: ({ kind }: { kind: string }): boolean => kind !== "InterfaceDeclaration" && kind !== "TypeAliasDeclaration",
  isInterfaceDeclaration: ({ kind }: { kind: string }): boolean => kind === "InterfaceDeclaration",
  isTypeAliasDeclaration: ({ kind }: { kind: string }): boolean => kind === "TypeAliasDeclaration",
  addSyntheticLeadingComment: (member: Member, _: unknown, text: string): void => void (member.comment = text),
};

/**
 * The declarations as code, each as its lines (a doc comment, or an alias, in one), with what the slots stand for:
 *
 *   export interface paths {
 *     "/contacts": {
 */
export function printDeclarations(declarations: readonly Declaration[], slots: Slots): (readonly Code[])[] {
  return declarations.map((one) => printDeclaration(one, slots) as Code[]);
}

function printDeclaration(one: Declaration, slots: Slots): string[] {
  if (one.kind === "TypeAliasDeclaration") return [`export type ${one.name.text} = ${printType(one.type, 0, slots)};`];
  const lines = [`export interface ${one.name.text} {`, ...(one.printed ?? [])];
  for (const member of one.members) printMember(member, 1, lines, slots);
  lines.push("}");
  return lines;
}

/** A member of a declaration, as it stands there. */
export function printDeclaredMember(member: Member, slots: Slots): string {
  const lines: string[] = [];
  printMember(member, 1, lines, slots);
  return lines.join("\n");
}

function printMember({ name, questionToken, key, type, comment }: Member, depth: number, lines: string[], slots: Slots): void {
  const start = "  ".repeat(depth);
  if (comment !== undefined) lines.push(start + indent(slots.commentIn(comment), depth).trimEnd());
  const label = key === undefined ? printName(name, slots) : `[${name.text}: ${printType(key, depth, slots)}]`;
  const mark = questionToken === undefined ? ":" : "?:";
  if (type.kind === "TypeLiteral" && type.members.length > 0) {
    lines.push(`${start}${label}${mark} {`);
    for (const member of type.members) printMember(member, depth + 1, lines, slots);
    lines.push(`${start}};`);
  } else if (type.kind === "Printed" && type.code.startsWith("\n")) {
    // A long union begins on a line of its own.
    lines.push(`${start}${label}${mark}${indent(type.code, depth + 1)};`);
  } else lines.push(`${start}${label}${mark} ${printType(type, depth, slots)};`);
}

function printType(type: TypeNode | NameNode, depth: number, slots: Slots): string {
  switch (type.kind) {
    case "Printed":
      return indent(type.code, depth);
    case "LiteralType":
      return printType(type.literal, depth, slots);
    case "TypeReference":
      return printName(type.name, slots) + (type.args.length === 0 ? "" : `<${type.args.map((one) => printType(one, depth, slots)).join(", ")}>`);
    case "IndexedAccessType":
      return `${printType(type.object, depth, slots)}[${printType(type.index, depth, slots)}]`;
    case "TypeLiteral": {
      if (type.members.length === 0) return "{}";
      const lines = ["{"];
      for (const member of type.members) printMember(member, depth + 1, lines, slots);
      return `${lines.join("\n")}\n${"  ".repeat(depth)}}`;
    }
    case "Identifier":
    case "StringLiteral":
    case "NumericLiteral":
      return printName(type, slots);
    default:
      return keywords[type.kind];
  }
}

/** The name that a slot stands for, or one of openapi-typescript's own. */
function printName({ kind, text }: NameNode, slots: Slots): string {
  const ours = slots.named(text);
  if (kind === "StringLiteral") return ours?.quoted ?? stringLiteral(text);
  return ours?.bare ?? text;
}
