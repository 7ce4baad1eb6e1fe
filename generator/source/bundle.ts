/**
 * A document of many files → one. What a reference to another file leads to becomes a component under a name that comes from its
 * place (never from a counter), and the reference leads there; where the standard has no reference, the target is put in its place.
 */
import { createHash } from "node:crypto";
import { basename, dirname, relative } from "node:path";
import { type Diagnostic, refuse } from "../diagnostics.js";
import { child, copyOf, emptyObject, isObject, type Json, type JsonObject, type MutableObject, type Pointer, steps } from "../json.js";
import type { DocumentFile, Files } from "./files.js";
import { type Kind, kinds, type Rule, ruleOf } from "./kinds.js";
import { locate } from "./locate.js";
import { localPointer, valueAt } from "./pointer.js";
import { fits } from "./walk.js";

/** The whole document, and where its parts come from. */
export interface Bundled {
  readonly root: JsonObject;
  /** Place in the document → `file#/place`. */
  readonly moved: ReadonlyMap<Pointer, string>;
  readonly diagnostics: readonly Diagnostic[];
}

/** Sections of `components` by kind; Swagger 2.0 has three, at the root. What has none is put in place. */
const sections: Partial<Record<Kind, readonly string[]>> = {
  schema: ["components", "schemas"],
  parameter: ["components", "parameters"],
  header: ["components", "headers"],
  requestBody: ["components", "requestBodies"],
  response: ["components", "responses"],
  example: ["components", "examples"],
  link: ["components", "links"],
  callback: ["components", "callbacks"],
  securityScheme: ["components", "securitySchemes"],
  pathItem: ["components", "pathItems"],
  mediaType: ["components", "mediaTypes"],
  parameter20: ["parameters"],
  response20: ["responses"],
};

/** Something in another file that becomes a component. */
interface Part {
  readonly section: readonly string[];
  readonly file: DocumentFile;
  readonly pointer: Pointer;
  readonly value: Json;
  /** Who refers to it: an object and the key that holds the reference. */
  readonly users: User[];
}

interface User {
  readonly object: MutableObject;
  readonly key: string;
}

const maximumInlined = 20_000;

/**
 * Joins a document's files. The trees of the files are used up.
 *
 * @param main the document; its root is changed
 */
export async function bundle(main: DocumentFile & { readonly root: JsonObject }, files: Files): Promise<Bundled> {
  const bundler = new Bundler(main, files);
  await bundler.start();
  return bundler.finish();
}

class Bundler {
  private readonly parts = new Map<string, Part>();
  private readonly queue: { readonly part: Part; readonly kind: Kind }[] = [];
  private readonly seen = new Map<object, Rule>();
  private readonly refusedOnce = new Set<string>();
  private readonly diagnostics: Diagnostic[] = [];
  private readonly swagger: boolean;
  private inlined = 0;

  constructor(
    private readonly main: DocumentFile & { readonly root: JsonObject },
    private readonly files: Files,
  ) {
    this.swagger = main.root["swagger"] !== undefined;
  }

  async start(): Promise<void> {
    await this.visit(this.main.root, { kind: this.swagger ? "root20" : "root" }, this.main, "");
    for (const { part, kind } of this.queue) await this.visit(part.value, { kind }, part.file, part.pointer);
  }

  /** Looks through a value and gives what stands in its place afterwards. */
  private async visit(value: Json, rule: Rule, file: DocumentFile, at: Pointer): Promise<Json> {
    if (typeof rule === "string" || typeof value !== "object" || value === null || this.seen.get(value) === rule) return value;
    if ("either" in rule) {
      const fitting = rule.either.find((option) => fits(value, option));
      return fitting === undefined ? value : this.visit(value, fitting, file, at);
    }
    if (isObject(value) && typeof value["$ref"] === "string" && !("map" in rule && typeof rule.map === "string")) {
      const reference = value["$ref"];
      if (file === this.main && reference.startsWith("#")) return this.below(value, rule, file, at);
      if ("kind" in rule && mayRefer(rule.kind)) return this.refer(value as MutableObject, reference, rule.kind, file, at);
      return this.inline(value, reference, rule, file, at);
    }
    return this.below(value, rule, file, at);
  }

  private async below(value: JsonObject | readonly Json[], rule: Exclude<Rule, string>, file: DocumentFile, at: Pointer): Promise<Json> {
    this.seen.set(value, rule);
    if (Array.isArray(value)) {
      const list = value as Json[];
      if ("list" in rule) for (let i = 0; i < list.length; i++) list[i] = await this.visit(list[i] as Json, rule.list, file, child(at, i));
      return value;
    }
    const object = value as MutableObject;
    for (const name of Object.keys(object)) {
      const member = "kind" in rule ? ruleOf(kinds[rule.kind], name) : "map" in rule ? rule.map : undefined;
      if (member !== undefined && typeof member !== "string") object[name] = await this.visit(object[name] as Json, member, file, child(at, name));
    }
    if ("kind" in rule && rule.kind === "discriminator") await this.mapping(object, file, at);
    return object;
  }

  /** A reference where the standard has one. */
  private async refer(node: MutableObject, reference: string, kind: Kind, file: DocumentFile, at: Pointer): Promise<Json> {
    const found = await this.find(reference, file, child(at, "$ref"));
    if (found === undefined) return node;
    const section = kind === "schema" && this.swagger ? ["definitions"] : sections[kind];
    if (found.file === this.main) node["$ref"] = `#${encode(found.pointer)}`;
    else if (section === undefined) return this.inline(node, reference, { kind }, file, at);
    else this.use(found, section, kind, { object: node, key: "$ref" });
    for (const name of Object.keys(node)) {
      const rule = ruleOf(kinds[kind], name);
      if (name !== "$ref" && rule !== undefined && typeof rule !== "string") node[name] = await this.visit(node[name] as Json, rule, file, child(at, name));
    }
    return node;
  }

  private use(found: Omit<Part, "section" | "users">, section: readonly string[], kind: Kind, user: User): void {
    const key = `${section.join("/")} ${found.file.path}#${found.pointer}`;
    let part = this.parts.get(key);
    if (part === undefined) {
      part = { ...found, section, users: [] };
      this.parts.set(key, part);
      this.queue.push({ part, kind });
    }
    part.users.push(user);
  }

  /** A reference where the standard has none, such as around a whole list of parameters. */
  private async inline(node: JsonObject, reference: string, rule: Rule, file: DocumentFile, at: Pointer): Promise<Json> {
    if (++this.inlined > maximumInlined) return node;
    const found = await this.find(reference, file, child(at, "$ref"));
    return found === undefined ? node : this.visit(copyOf(found.value), rule, found.file, found.pointer);
  }

  /** The values of a discriminator's mapping are names of components, or references. */
  private async mapping(discriminator: MutableObject, file: DocumentFile, at: Pointer): Promise<void> {
    const mapping = discriminator["mapping"];
    if (!isObject(mapping)) return;
    for (const name of Object.keys(mapping)) {
      const value = mapping[name];
      if (typeof value !== "string" || (file === this.main && value.startsWith("#"))) continue;
      const bare = !/[#/]|\.(ya?ml|json)$/.test(value);
      if (bare && file === this.main) continue;
      const reference = bare ? `#/components/schemas/${value}` : value;
      const found = await this.find(reference, file, child(child(at, "mapping"), name), bare);
      if (found === undefined) continue;
      const user = { object: mapping as MutableObject, key: name };
      if (found.file === this.main) user.object[name] = `#${encode(found.pointer)}`;
      else this.use(found, this.swagger ? ["definitions"] : (sections["schema"] as readonly string[]), "schema", user);
    }
  }

  private async find(reference: string, from: DocumentFile, at: Pointer, quiet = false): Promise<Omit<Part, "section" | "users"> | undefined> {
    const hash = reference.indexOf("#");
    const name = decode(hash < 0 ? reference : reference.slice(0, hash));
    const pointer = localPointer(hash < 0 ? "#" : reference.slice(hash));
    if (name === undefined || pointer === undefined) return this.refuse(reference, from, at, "it is no reference", quiet);
    const file = name === "" ? from : await this.files.open(from, name);
    if ("refused" in file) return this.refuse(reference, from, at, file.refused, quiet);
    const target = isObject(file.root) ? valueAt(file.root, pointer) : undefined;
    if (target === undefined) return this.refuse(reference, from, at, "nothing stands there", quiet);
    return { file, pointer: target.at, value: target.value };
  }

  private refuse(reference: string, from: DocumentFile, at: Pointer, reason: string, quiet: boolean): undefined {
    const key = `${from.path} ${reference}`;
    if (quiet || this.refusedOnce.has(key)) return undefined;
    this.refusedOnce.add(key);
    const words = JSON.stringify(reference.length > 120 ? `${reference.slice(0, 117)}...` : reference);
    this.diagnostics.push(refuse("source/reference", { file: from.file, pointer: at, ...locate(from.text, at) }, `The reference ${words} is not followed: ${reason}.`).diagnostic);
    return undefined;
  }

  finish(): Bundled {
    const moved = new Map<Pointer, string>();
    const bySection = new Map<string, Part[]>();
    for (const part of this.parts.values()) {
      const key = part.section.join("/");
      bySection.set(key, [...(bySection.get(key) ?? []), part]);
    }
    for (const parts of bySection.values()) this.place(parts, moved);
    // Parts that stand in one another are one value in two places so far.
    return { root: copyOf(this.main.root) as JsonObject, moved, diagnostics: this.diagnostics };
  }

  private place(parts: readonly Part[], moved: Map<Pointer, string>): void {
    const [{ section }] = parts as [Part];
    const target = section.reduce<MutableObject>((at, name) => sub(at, name), this.main.root as MutableObject);
    for (const [part, name] of this.names(parts, target)) {
      const pointer = child(`/${section.join("/")}`, name);
      target[name] = part.value;
      moved.set(pointer, `${part.file.file}#${part.pointer}`);
      for (const { object, key } of part.users) object[key] = `#${encode(pointer)}`;
    }
  }

  /**
   * A component that is nothing but the reference gives its name; else the last word of the place does, unless somebody else has it; else
   * the whole place; and where even that is taken, a hash of it beside.
   */
  private names(parts: readonly Part[], taken: JsonObject): Map<Part, string> {
    const names = new Map<Part, string>();
    const used = new Set(Object.keys(taken));
    const shorts = new Map<string, number>();
    const bare = bareReferences(taken);
    for (const part of parts) {
      const host = part.users.flatMap(({ object }) => bare.get(object) ?? []).sort()[0];
      if (host !== undefined) names.set(part, host);
      else shorts.set(shortName(part), (shorts.get(shortName(part)) ?? 0) + 1);
    }
    const rest = parts.filter((part) => !names.has(part)).sort((a, b) => (placeOf(a) < placeOf(b) ? -1 : 1));
    for (const part of rest) {
      const short = shortName(part);
      const long = longName(part, dirname(this.main.path));
      const free = [...(shorts.get(short) === 1 ? [short] : []), long].find((name) => !used.has(name));
      const name = free ?? `${long}_${createHash("sha256").update(placeOf(part)).digest("hex").slice(0, 8)}`;
      used.add(name);
      names.set(part, name);
    }
    return names;
  }
}

/** The members of a section that are nothing but a reference, with their names. */
function bareReferences(section: JsonObject): Map<Json, string> {
  const found = new Map<Json, string>();
  for (const name of Object.keys(section)) {
    const node = section[name];
    if (isObject(node) && Object.keys(node).length === 1 && typeof node["$ref"] === "string") found.set(node, name);
  }
  return found;
}

function mayRefer(kind: Kind): boolean {
  return kind === "schema" || kind === "pathItem" || kind === "pathItem20" || kinds[kind].reference === true;
}

function sub(object: MutableObject, name: string): MutableObject {
  const old = Object.hasOwn(object, name) ? object[name] : undefined;
  if (isObject(old)) return old as MutableObject;
  const made = emptyObject();
  object[name] = made;
  return made;
}

function shortName(part: Part): string {
  return clean(steps(part.pointer).at(-1) ?? basename(part.file.path).replace(/(\.(ya?ml|json))+$/i, ""));
}

function longName(part: Part, folder: string): string {
  const file = relative(folder, part.file.path).replace(/\.(ya?ml|json)$/i, "");
  const words = steps(part.pointer).filter((step, index) => index > 1 || (step !== "components" && !part.section.includes(step)));
  return clean([...file.split(/[\\/]/).filter((word) => word !== ".."), ...words].join("_"));
}

function placeOf(part: Part): string {
  return `${part.file.file}#${part.pointer}`;
}

/** What the name of a component may hold (OAS 3.1, 4.8.7). */
function clean(name: string): string {
  return name.replaceAll(/[^A-Za-z0-9._-]+/g, "_").slice(0, 200) || "part";
}

function encode(pointer: Pointer): string {
  return pointer.replaceAll("%", "%25");
}

function decode(name: string): string | undefined {
  try {
    return decodeURIComponent(name);
  } catch {
    return undefined;
  }
}
