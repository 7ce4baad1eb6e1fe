/** Corrections as an OpenAPI Overlay 1.0 document: each action has a target (JSONPath, RFC 9535), a reason, and what to change. */
import { exec } from "jsonpath-rfc9535";
import { type Diagnostic, type DiagnosticCode, refuse } from "../diagnostics.js";
import { child, copyOf, emptyObject, isObject, type Json, type JsonObject, type MutableObject, type Pointer } from "../json.js";
import type { SourceDocument } from "./document.js";
import type { Limits } from "./limits.js";
import { locate } from "./locate.js";
import { parse } from "./parse.js";
import { readText } from "./read.js";

/** A place in the document being corrected. */
interface Match {
  readonly value: Json;
  readonly path: readonly (string | number)[];
}

/** The corrected document, and what was wrong with the corrections. */
export interface Overlaid {
  readonly document: SourceDocument;
  readonly diagnostics: readonly Diagnostic[];
}

/**
 * Applies an overlay file.
 *
 * @param path the overlay, on disk
 * @param file the same as messages name it
 * @throws Refusal when the overlay cannot be read or is none
 */
export async function overlay(document: SourceDocument, path: string, file: string, limits: Limits): Promise<Overlaid> {
  const text = readText(path, file, limits);
  const { value } = await parse(text, file, limits);
  const actions = actionsOf(value, text, file);
  const diagnostics: Diagnostic[] = [];
  const say = (code: DiagnosticCode, at: Pointer, message: string): void => {
    diagnostics.push(refuse(code, { file, pointer: at, ...locate(text, at) }, message).diagnostic);
  };
  const applier = new Applier(copyOf(document.root) as MutableObject, say);
  actions.forEach((action, index) => applier.apply(action, `/actions/${index}`));
  return { document: { ...document, root: applier.finish(), moved: new Map([...document.moved, ...applier.moved]) }, diagnostics };
}

function actionsOf(value: Json, text: string, file: string): readonly Json[] {
  const bad = (pointer: Pointer, message: string): Error => refuse("overlay/not-overlay", { file, pointer, ...locate(text, pointer) }, message);
  if (!isObject(value) || typeof value["overlay"] !== "string") throw bad("", "The file has no `overlay: 1.0.0` and so is no OpenAPI Overlay.");
  if (!/^1\.[01]\.\d+$/.test(value["overlay"])) throw bad("/overlay", "Overlays of version 1.0 are read.");
  if (!Array.isArray(value["actions"])) throw bad("/actions", "The overlay has no list of `actions`.");
  return value["actions"] as readonly Json[];
}

class Applier {
  /** Place now → place in the document before. */
  readonly moved = new Map<Pointer, Pointer>();
  private readonly questions: Json[] = [];

  constructor(
    private readonly root: MutableObject,
    private readonly say: (code: DiagnosticCode, at: Pointer, message: string) => void,
  ) {}

  apply(action: Json, at: Pointer): void {
    if (!isObject(action) || typeof action["target"] !== "string") return this.say("overlay/action", at, "An action needs a `target`.");
    if (typeof action["description"] !== "string") this.say("overlay/no-reason", at, "The action has no `description`: nobody will know why it is there.");
    const matches = this.matches(action["target"], child(at, "target"));
    if (matches === undefined) return;
    const [first] = matches;
    if (first === undefined) return this.say("overlay/no-match", child(at, "target"), `Nothing in the document is at ${action["target"]}.`);
    if (action["remove"] === true) this.remove(matches);
    else if (action["update"] !== undefined) for (const match of matches) this.update(match, action["update"], child(at, "update"));
    else if (action["x-confirm"] === undefined) this.say("overlay/action", at, "An action needs `update` or `remove: true`.");
    if (typeof action["x-confirm"] === "string") this.questions.push(question(action["x-confirm"], pointer(first.path)));
  }

  finish(): JsonObject {
    if (this.questions.length > 0) {
      const listed = this.root["x-specwright-questions"];
      this.root["x-specwright-questions"] = [...(Array.isArray(listed) ? (listed as readonly Json[]) : []), ...this.questions];
    }
    return this.root;
  }

  private matches(target: string, at: Pointer): Match[] | undefined {
    const found: Match[] = [];
    try {
      exec(this.root as never, target, (value, path) => void found.push({ value: value as Json, path: [...path] }));
    } catch (error) {
      const reason = error instanceof Error ? error.message.split("\n", 1)[0] : "";
      this.say("overlay/action", at, `The target is no JSONPath of RFC 9535: ${reason}.`);
      return undefined;
    }
    return found;
  }

  /** Objects are merged, a list gets one more item, anything else is replaced. */
  private update({ value, path }: Match, update: Json, at: Pointer): void {
    if (Array.isArray(value)) return void (value as Json[]).push(copyOf(update));
    if (isObject(value)) {
      if (!isObject(update)) return this.say("overlay/action", at, "The target is an object; `update` must be one too.");
      return merge(value as MutableObject, update);
    }
    const parent = this.parent(path);
    const last = path.at(-1);
    if (parent !== undefined && last !== undefined) (parent as MutableObject)[last] = copyOf(update);
  }

  /** From the end, so that the places of what is still to be removed stay what they are. */
  private remove(matches: readonly Match[]): void {
    for (const { path } of [...matches].reverse()) {
      const parent = this.parent(path);
      const last = path.at(-1);
      if (parent === undefined || last === undefined) continue;
      if (Array.isArray(parent)) {
        const list = parent as Json[];
        list.splice(Number(last), 1);
        const base = pointer(path.slice(0, -1));
        for (let i = Number(last); i < list.length; i++) this.moved.set(child(base, i), this.moved.get(child(base, i + 1)) ?? child(base, i + 1));
      } else delete (parent as MutableObject)[last];
    }
  }

  private parent(path: readonly (string | number)[]): JsonObject | readonly Json[] | undefined {
    let at: Json | undefined = this.root;
    for (const step of path.slice(0, -1)) {
      at = Array.isArray(at) ? (at as readonly Json[])[Number(step)] : isObject(at) ? at[step] : undefined;
    }
    return typeof at === "object" && at !== null ? at : undefined;
  }
}

/** Recursively: objects into objects, lists appended to lists, anything else replaced (Overlay 1.0, 4.4.3; 1.1 for lists). */
function merge(target: MutableObject, update: JsonObject): void {
  for (const name of Object.keys(update)) {
    const old = Object.hasOwn(target, name) ? target[name] : undefined;
    const value = update[name] as Json;
    if (isObject(old) && isObject(value)) merge(old as MutableObject, value);
    else if (Array.isArray(old) && Array.isArray(value)) target[name] = [...(old as readonly Json[]), ...(copyOf(value) as readonly Json[])];
    else target[name] = copyOf(value);
  }
}

function question(text: string, at: Pointer): JsonObject {
  const made = emptyObject();
  made["text"] = text;
  made["at"] = at;
  return made;
}

function pointer(path: readonly (string | number)[]): Pointer {
  return path.reduce<Pointer>(child, "");
}
