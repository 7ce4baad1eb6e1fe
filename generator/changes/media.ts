/** Media types: what a body is in TypeScript, and examples beside its schema. */
import type { MediaType, ObjectSchema, Schema } from "../model/api.js";
import { essenceOf, isJsonMediaType } from "../model/contents.js";
import type { OperationScope } from "./operations.js";
import { alternatives } from "./schema/alternatives.js";
import { describeValue } from "./schema/describe.js";
import { equal } from "./schema/equal.js";
import { resolve, type Side } from "./schema/side.js";

/**
 * How the client holds a body: as the value that the schema describes, or as text or bytes whose content it leaves to the
 * caller (XML, CSV, PDF). The client target prints types by the same distinction; the compiler tests hold the two together.
 */
export type Holding = "value" | "text" | "bytes";

/** What the client makes of a body, and the schema that its type comes from. */
export interface Held {
  readonly as: Holding;
  readonly schema: Schema;
}

/** How a body is held, by the way it goes. */
export function heldAs(content: MediaType, side: Side, way: "request" | "answer"): Held {
  const name = essenceOf(content.name);
  const schema = content.itemSchema ?? content.schema;
  const as = holding(name, schema, side, way);
  if (as === "value") return { as, schema };
  const { docs, at } = content.schema;
  if (as === "bytes") return { as, schema: { kind: "binary", docs, at, minLength: undefined, maxLength: undefined } };
  const plain = { format: undefined, minLength: undefined, maxLength: undefined, pattern: undefined, contentMediaType: undefined, contentEncoding: undefined };
  return { as, schema: { kind: "string", docs, at, ...plain } };
}

const sequences = /^application\/(x-)?(jsonl|jsonlines|ndjson|json-seq)$/;
const forms = /^application\/x-www-form-urlencoded$|^multipart\//;
const textual = /^text\/|^application\/(.+\+)?xml$|[/+]yaml$|^application\/x-www-form-urlencoded$/;

function holding(name: string, schema: Schema, side: Side, way: "request" | "answer"): Holding {
  if (isJsonMediaType(name)) return "value";
  if (way === "request" ? forms.test(name) : sequences.test(name)) return "value";
  const kind = resolve(schema, side).kind;
  if (way === "answer" && name === "text/event-stream") return isEvent(schema, side) ? "text" : "value";
  if (way === "request" && kind === "binary") return "bytes";
  if (kind !== "binary" && isText(schema, side) && (way === "request" || textual.test(name))) return "value";
  if (textual.test(name)) return "text";
  return name === "*/*" && kind !== "unknown" && kind !== "binary" ? "value" : "bytes";
}

const isText = (schema: Schema, side: Side): boolean => {
  const all = alternatives(schema, side);
  return all.length > 0 && all.every((one) => (one.kind === "literal" ? typeof one.value === "string" : one.schema.kind === "string"));
};

const eventFields: ReadonlySet<string> = new Set(["data", "event", "id", "retry", "comment"]);

/** A schema about the event itself, or about nothing that is told: events come as they are. */
function isEvent(schema: Schema, side: Side): boolean {
  const target = resolve(schema, side);
  if (target.kind === "unknown" || target.kind === "binary" || isText(schema, side)) return true;
  return target.kind === "object" && hasData(target) && target.properties.every(({ name }) => eventFields.has(name));
}

const hasData = (schema: ObjectSchema): boolean => schema.properties.some(({ name }) => name === "data");

/** Examples beside a schema. */
export function compareExamples(scope: OperationScope, old: MediaType, now: MediaType, path: readonly string[], name: string): void {
  const words = (content: MediaType): string => content.examples.map((example) => describeValue(example.value)).join(", ");
  if (equal(old.examples, now.examples)) return;
  scope.note("docs-changed", { name: `${name}: examples`, path, before: words(old), after: words(now), at: now.at });
}
