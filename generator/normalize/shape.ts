/**
 * Makes sure that every part has the type that its place demands. What deviates is reported and left out, the smallest part of it;
 * what is certain is repaired and reported. After this pass nobody meets an unexpected type.
 *
 * In place, as in the passes after this one: nearly everything is as it has to be.
 */
import type { DiagnosticCode, Report } from "../diagnostics.js";
import { child, emptyObject, isObject, type Json, type JsonObject, type MutableObject, type Pointer } from "../json.js";
import type { SourceDocument } from "../source/document.js";
import { joinMoves } from "./relocate.js";
import { type Kind, kinds, type Rule, ruleOf } from "../source/kinds.js";
import { fits, pointerOf } from "../source/walk.js";

const maximumEnum = 10_000;

/** What a Reference Object may hold (OAS 3.1, 4.8.23). */
const besideReference = new Set(["$ref", "summary", "description"]);

/** Takes from the document what deviates. */
export function shape(document: SourceDocument, report: Report): SourceDocument {
  const shaper = new Shaper(report);
  const root = shaper.root(document.root, document.version === "2.0" ? "root20" : "root");
  return { ...document, root, moved: joinMoves(document.moved, shaper.moved) };
}

class Shaper {
  readonly moved = new Map<Pointer, Pointer>();
  /** Steps to the value being looked at, in the old tree. */
  private readonly path: (string | number)[] = [];
  /** The same in the new tree: they differ below a list that lost an item. */
  private readonly target: (string | number)[] = [];

  constructor(private readonly report: Report) {}

  root(value: JsonObject, kind: Kind): JsonObject {
    return this.node(value, kind) ?? emptyObject();
  }

  /** The value as the rule wants it; undefined: left out. */
  private value(value: Json, rule: Rule): Json | undefined {
    switch (rule) {
      case "any":
        return value;
      case "word":
        return this.word(value);
      case "string":
        return typeof value === "string" ? value : this.wrong(value, "a text");
      case "number":
        return isFinite(value) ? value : this.wrong(value, "a number");
      case "boolean":
        return typeof value === "boolean" ? value : this.wrong(value, "true or false");
      case "numberOrBoolean":
        return typeof value === "boolean" || isFinite(value) ? value : this.wrong(value, "a number");
      case "stringOrList":
        return typeof value === "string" ? value : Array.isArray(value) ? this.list(value as Json[], "string") : this.wrong(value, "a text or a list of texts");
    }
    if ("kind" in rule) return this.node(value, rule.kind);
    if ("list" in rule) return Array.isArray(value) ? this.list(value as Json[], rule.list) : this.wrong(value, "a list");
    if ("map" in rule) return isObject(value) ? this.map(value as MutableObject, rule.map) : this.wrong(value, "an object");
    const fitting = rule.either.find((option) => fits(value, option));
    return fitting === undefined ? this.wrong(value, "an object") : this.value(value, fitting);
  }

  private node(value: Json, name: Kind): MutableObject | undefined;
  private node(value: Json, name: Kind): Json | undefined {
    const table = kinds[name];
    if (table.boolean && typeof value === "boolean") return value;
    if (!isObject(value)) return this.wrong(value, table.boolean ? "a schema" : "an object");
    const object = value as MutableObject;
    if (table.reference && typeof object["$ref"] === "string") {
      for (const key in object) if (!besideReference.has(key) || typeof object[key] !== "string") delete object[key];
      return object;
    }
    for (const key in object) {
      const rule = ruleOf(table, key);
      if (rule !== undefined && rule !== "any") this.member(object, key, rule);
    }
    if (name === "schema") this.limitEnum(object);
    for (const need of table.needs ?? []) if (object[need] === undefined) return this.missing(need);
    return object;
  }

  private list(values: Json[], rule: Rule): Json[] {
    let kept = 0;
    for (let index = 0; index < values.length; index++) {
      const item = this.step(index, kept, values[index] as Json, rule);
      if (item === undefined) continue;
      if (kept !== index) this.moved.set(child(pointerOf(this.target), kept), child(pointerOf(this.path), index));
      values[kept++] = item;
    }
    values.length = kept;
    return values;
  }

  private map(object: MutableObject, rule: Rule): MutableObject {
    for (const key in object) this.member(object, key, rule);
    return object;
  }

  private member(object: MutableObject, key: string, rule: Rule): void {
    const value = object[key] as Json;
    const made = this.step(key, key, value, rule);
    if (made === undefined) delete object[key];
    else if (made !== value) object[key] = made;
  }

  private step(key: string | number, target: string | number, value: Json, rule: Rule): Json | undefined {
    // Most members are plain and right: no need to note where they stand.
    if (typeof value === "string" && (rule === "word" || rule === "string")) return value;
    this.path.push(key);
    this.target.push(target);
    const made = this.value(value, rule);
    this.path.pop();
    this.target.pop();
    return made;
  }

  /** A number or a boolean where a text belongs, as YAML makes them of `version: 1.0`: what is meant is certain. */
  private word(value: Json): string | undefined {
    if (typeof value === "string") return value;
    if (typeof value !== "boolean" && !isFinite(value)) return this.wrong(value, "a text");
    this.say("document/text-expected", `${this.name()} is the ${typeof value} ${String(value)}; it is taken as the text ${JSON.stringify(String(value))}.`);
    return String(value);
  }

  private limitEnum(schema: MutableObject): void {
    const values = schema["enum"];
    if (!Array.isArray(values) || values.length <= maximumEnum) return;
    this.say("document/enum-too-large", `An enum has ${values.length} values, more than ${maximumEnum}; it is left out.`);
    delete schema["enum"];
  }

  private missing(need: string): undefined {
    this.say("document/missing", `${this.name()} has no usable \`${need}\`; it is left out.`);
    return undefined;
  }

  private wrong(value: Json, wanted: string): undefined {
    if (value === null) this.say("document/null", `${this.name()} is empty (null) where ${wanted} is expected; it counts as not given.`);
    else this.say("document/wrong-type", `${this.name()} must be ${wanted}, not ${describe(value)}; it is left out.`);
    return undefined;
  }

  private say(code: DiagnosticCode, message: string): void {
    this.report(code, pointerOf(this.path), message);
  }

  private name(): string {
    const last = this.path.at(-1);
    if (last === undefined) return "The document";
    return typeof last === "number" ? `Item ${last} of \`${shorten(String(this.path.at(-2) ?? ""))}\`` : `\`${shorten(last)}\``;
  }
}

function isFinite(value: Json): value is number {
  return typeof value === "number" && Number.isFinite(value);
}

function describe(value: Json): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "number") return Number.isFinite(value) ? "a number" : "a number that is too large";
  return { string: "a text", boolean: "true or false", object: "an object" }[typeof value as "string" | "boolean" | "object"];
}

function shorten(name: string): string {
  const clean = JSON.stringify(name).slice(1, -1);
  return clean.length > 60 ? `${clean.slice(0, 57)}...` : clean;
}
