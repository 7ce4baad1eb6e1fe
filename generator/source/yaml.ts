/** YAML text → values. The parser gives a flat list of events; the values are made here, within the limits and without prototypes. */
import type { Event, ScalarEvent } from "js-yaml";
import { type DiagnosticCode, refuse, type Refusal } from "../diagnostics.js";
import { type Json, type MutableObject, copyOf, emptyObject, isObject } from "../json.js";
import { library } from "../library.js";
import type { Limits } from "./limits.js";
import { position } from "./position.js";
import { plainScalar } from "./scalar.js";

const { EVENT_ID, SCALAR_STYLE, YAMLException, getScalarValue, parseEvents } = library<typeof import("js-yaml")>("js-yaml");

/** A value with what it costs: aliases share the value, and pay its whole size again. */
interface Sized {
  readonly value: Json;
  readonly size: number;
  readonly depth: number;
}

interface Frame {
  readonly list: Json[] | undefined;
  readonly object: MutableObject | undefined;
  readonly merges: Json[];
  readonly start: number;
  readonly anchor: string | undefined;
  key: { readonly name: string; readonly merge: boolean } | undefined;
  size: number;
  depth: number;
}

/** The events of a text; a syntax error becomes a refusal at its line and column. */
export function events(text: string, file: string, limits: Limits): Event[] {
  try {
    return parseEvents(text, { filename: file, maxDepth: limits.depth });
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    const at = { file, ...position(text, error.mark?.position ?? 0) };
    if (/depth|nest/i.test(error.reason)) throw refuse("source/too-large", at, `The document is nested deeper than ${limits.depth} levels.`);
    throw refuse("source/syntax", at, `The document cannot be parsed: ${error.reason}.`);
  }
}

/** Reads the first (and only) document of a YAML text. Objects have no prototype, and each place has values of its own. */
export function parseYaml(text: string, file: string, limits: Limits): Json {
  const list = events(text, file, limits);
  return new Composer(text, file, limits).compose(list);
}

class Composer {
  private readonly anchors = new Map<string, Sized>();
  private readonly stack: Frame[] = [];
  private result: Json | undefined;
  private mergedKeys = 0;

  constructor(
    private readonly text: string,
    private readonly file: string,
    private readonly limits: Limits,
  ) {}

  compose(list: readonly Event[]): Json {
    let documents = 0;
    for (const event of list) {
      switch (event.type) {
        case EVENT_ID.DOCUMENT:
          if (++documents > 1) throw this.refusal("source/syntax", 0, "The file holds more than one YAML document.");
          break;
        case EVENT_ID.SEQUENCE:
        case EVENT_ID.MAPPING:
          this.open(event);
          break;
        case EVENT_ID.SCALAR:
          this.scalar(event);
          break;
        case EVENT_ID.ALIAS:
          this.alias(this.text.slice(event.anchorStart, event.anchorEnd), event.anchorStart);
          break;
        default:
          this.close();
      }
    }
    const { result = null } = this;
    return this.anchors.size === 0 ? result : copyOf(result);
  }

  private open(event: Extract<Event, { start: number }>): void {
    const mapping = event.type === EVENT_ID.MAPPING;
    this.checkTag(event, mapping ? "map" : "seq", event.start);
    const parent = this.stack.at(-1);
    if (parent?.object && parent.key === undefined) throw this.refusal("source/key", event.start, "A list or an object stands as a key.");
    this.stack.push({
      list: mapping ? undefined : [],
      object: mapping ? emptyObject() : undefined,
      merges: [],
      start: event.start,
      anchor: this.anchorOf(event),
      key: undefined,
      size: 1,
      depth: 1,
    });
  }

  private close(): void {
    const frame = this.stack.pop();
    if (frame === undefined) return; // the end of the document itself
    const value = frame.list ?? this.merged(frame);
    this.add({ value, size: frame.size, depth: frame.depth }, frame.anchor, frame.start);
  }

  private scalar(event: ScalarEvent): void {
    const text = getScalarValue(this.text, event);
    const anchor = this.anchorOf(event);
    const frame = this.stack.at(-1);
    if (frame?.object && frame.key === undefined) {
      const merge = text === "<<" && event.style === SCALAR_STYLE.PLAIN;
      return this.setKey(frame, text, merge, event.valueStart);
    }
    this.add({ value: this.scalarValue(event, text), size: 1, depth: 0 }, anchor, event.valueStart);
  }

  private setKey(frame: Frame, name: string, merge: boolean, offset: number): void {
    if (name.length > this.limits.keyLength)
      throw this.refusal("source/too-large", offset, `A key is longer than ${this.limits.keyLength} characters.`);
    if (!merge && frame.object && Object.hasOwn(frame.object, name))
      throw this.refusal("source/duplicate-key", offset, `The key ${quote(name)} is given twice in one object.`);
    frame.key = { name, merge };
  }

  private scalarValue(event: ScalarEvent, text: string): Json {
    const tag = event.tagStart < 0 ? undefined : this.text.slice(event.tagStart, event.tagEnd);
    if (tag === undefined) return event.style === SCALAR_STYLE.PLAIN ? plainScalar(text) : text;
    switch (tag.replace(/^!<tag:yaml\.org,2002:(.*)>$/, "!!$1")) {
      case "!":
      case "!!str":
        return text;
      case "!!int":
      case "!!float":
      case "!!bool":
      case "!!null":
        return plainScalar(text);
      default:
        throw this.refusal("source/tag", event.tagStart, `The tag ${quote(tag)} is not allowed.`);
    }
  }

  private alias(name: string, offset: number): void {
    const target = this.anchors.get(name);
    if (target === undefined) throw this.refusal("source/alias", offset, `The alias ${quote(name)} has no finished anchor before it.`);
    const frame = this.stack.at(-1);
    if (frame?.object && frame.key === undefined) {
      if (typeof target.value !== "string") throw this.refusal("source/key", offset, "An alias that stands as a key is no text.");
      return this.setKey(frame, target.value, false, offset);
    }
    this.add(target, undefined, offset);
  }

  private add(item: Sized, anchor: string | undefined, offset: number): void {
    if (anchor !== undefined) this.anchors.set(anchor, item);
    const frame = this.stack.at(-1);
    if (frame === undefined) {
      this.result = item.value;
      return;
    }
    frame.size += item.size;
    frame.depth = Math.max(frame.depth, item.depth + 1);
    if (frame.size > this.limits.values)
      throw this.refusal("source/too-large", offset, `With its aliases expanded, the document has more than ${this.limits.values} values.`);
    if (frame.depth > this.limits.depth)
      throw this.refusal("source/too-large", offset, `The document is nested deeper than ${this.limits.depth} levels.`);
    if (frame.list) frame.list.push(item.value);
    else if (frame.object && frame.key) {
      if (frame.key.merge) frame.merges.push(item.value);
      else frame.object[frame.key.name] = item.value;
      frame.key = undefined;
    }
  }

  /** Merge keys (YAML 1.1 `<<`, which many documents use): the object's own keys win, then the earlier of the merged. */
  private merged(frame: Frame): MutableObject {
    const object = frame.object ?? emptyObject();
    for (const merge of frame.merges.flatMap((value) => (Array.isArray(value) ? (value as Json[]) : [value]))) {
      if (!isObject(merge)) throw this.refusal("source/syntax", frame.start, "A merge key (<<) needs an object or a list of objects.");
      this.mergedKeys += Object.keys(merge).length;
      if (this.mergedKeys > this.limits.values) throw this.refusal("source/too-large", frame.start, `Merge keys bring more than ${this.limits.values} keys.`);
      for (const name of Object.keys(merge)) if (!Object.hasOwn(object, name)) object[name] = merge[name] as Json;
    }
    return object;
  }

  private anchorOf(event: { anchorStart: number; anchorEnd: number }): string | undefined {
    return event.anchorStart < 0 ? undefined : this.text.slice(event.anchorStart, event.anchorEnd);
  }

  private checkTag(event: { tagStart: number; tagEnd: number }, kind: "map" | "seq", offset: number): void {
    if (event.tagStart < 0) return;
    const tag = this.text.slice(event.tagStart, event.tagEnd);
    if (tag !== `!!${kind}` && tag !== "!" && tag !== `!<tag:yaml.org,2002:${kind}>`)
      throw this.refusal("source/tag", offset, `The tag ${quote(tag)} is not allowed.`);
  }

  private refusal(code: DiagnosticCode, offset: number, message: string): Refusal {
    return refuse(code, { file: this.file, ...position(this.text, offset) }, message);
  }
}

/** A name of the document in a message: on one line and short. */
function quote(text: string): string {
  return JSON.stringify(text.length > 80 ? `${text.slice(0, 77)}...` : text);
}
