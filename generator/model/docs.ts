/** What a schema, a parameter or an operation says about itself for people. */
import { isObject, type Json, type JsonObject } from "../json.js";
import type { Docs, Example } from "./api.js";
import { resolve } from "./reading.js";
import { inOrder } from "./values.js";

/** Shared by everything that says nothing: most schemas of a large document. */
export const noDocs: Docs = Object.freeze({
  title: undefined,
  summary: undefined,
  description: undefined,
  deprecated: false,
  default: undefined,
  examples: Object.freeze([]),
});

/** A string, or nothing: prose of another type is the linter's business. */
export function text(value: Json | undefined): string | undefined {
  return typeof value === "string" && value !== "" ? value : undefined;
}

const annotations = ["title", "summary", "description", "deprecated", "default", "example", "examples"] as const;

/**
 * Reads the annotations of any object of a document. `examples` is a list in a schema, and a map of Example Objects elsewhere,
 * which may be references into `root`.
 */
export function readDocs(node: JsonObject, root?: JsonObject): Docs {
  if (annotations.every((keyword) => node[keyword] === undefined)) return noDocs;
  const docs: Docs = {
    title: text(node["title"]),
    summary: text(node["summary"]),
    description: text(node["description"]),
    deprecated: node["deprecated"] === true,
    default: node["default"] === undefined ? undefined : inOrder(node["default"]),
    examples: readExamples(node, root),
  };
  return saysNothing(docs) ? noDocs : docs;
}

/** `example` and `examples` of a schema, a parameter or a media type. An Example Object without a `value` has none to show. */
export function readExamples(node: JsonObject, root?: JsonObject): readonly Example[] {
  const found: Example[] = [];
  const { example, examples } = node;
  if (example !== undefined) found.push(shown(example));
  if (Array.isArray(examples)) {
    for (const value of examples as readonly Json[]) found.push(shown(value));
  } else if (isObject(examples)) {
    for (const name of Object.keys(examples).sort()) {
      const entry = dereference(examples[name], root);
      const value = isObject(entry) ? (entry["value"] ?? entry["dataValue"]) : undefined;
      if (isObject(entry) && value !== undefined) found.push(shown(value, name, text(entry["summary"])));
    }
  }
  return found.length === 0 ? noDocs.examples : found;
}

/** An example whose value is put in order when somebody looks at it: a large document has megabytes of examples, and few are printed. */
function shown(value: Json, name?: string, summary?: string): Example {
  let ordered: Json | undefined;
  return {
    name,
    summary,
    get value() {
      return (ordered ??= inOrder(value));
    },
  };
}

/** One hop: an example is written out where its reference leads. A reference to nowhere shows nothing. */
function dereference(value: Json | undefined, root: JsonObject | undefined): Json | undefined {
  return root && isObject(value) && typeof value["$ref"] === "string" ? resolve(root, value["$ref"])?.value : value;
}

/** The outer words where there are some, else the inner ones: docs beside a `$ref` stand before those of its target. */
export function mergeDocs(outer: Docs, inner: Docs): Docs {
  if (outer === noDocs) return inner;
  if (inner === noDocs) return outer;
  return {
    title: outer.title ?? inner.title,
    summary: outer.summary ?? inner.summary,
    description: outer.description ?? inner.description,
    deprecated: outer.deprecated || inner.deprecated,
    default: outer.default === undefined ? inner.default : outer.default,
    examples: outer.examples.length > 0 ? outer.examples : inner.examples,
  };
}

function saysNothing(docs: Docs): boolean {
  return (
    docs.title === undefined &&
    docs.summary === undefined &&
    docs.description === undefined &&
    !docs.deprecated &&
    docs.default === undefined &&
    docs.examples.length === 0
  );
}
