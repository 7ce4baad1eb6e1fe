/** What is said about a schema, beside its rules: text, the mark "deprecated", the default. */
import type { Docs, Schema } from "../../model/api.js";
import { describeValue } from "./describe.js";
import { equal } from "./equal.js";
import { record, type Place, type SchemaComparer } from "./compare.js";

/** The places that are properties or parameters report their own "deprecated" (they know what they are). */
export function compareSchemaDocs(comparer: SchemaComparer, before: Schema, after: Schema, place: Place): void {
  if (before.docs === after.docs) return;
  const [old, now] = [before.docs, after.docs];
  if (!sameWording(old, now)) {
    record(comparer, "docs-changed", place, { at: after, before: prose(old), after: prose(now) });
  }
  if (!equal(old.default, now.default)) {
    record(comparer, "default-changed", place, { at: after, before: describeValue(old.default), after: describeValue(now.default) });
  }
  if (old.deprecated !== now.deprecated) {
    const kind = now.deprecated ? "property-deprecated" : "property-undeprecated";
    record(comparer, kind, place, { at: after, before: state(old), after: state(now) });
  }
}

const state = (docs: Docs): string => (docs.deprecated ? "deprecated" : "");

/** Whether all the prose is the same. */
export function sameWording(one: Docs, other: Docs): boolean {
  if (one.title !== other.title || one.summary !== other.summary || one.description !== other.description) return false;
  return one.examples.length === other.examples.length && equal(one.examples, other.examples);
}

/** The prose for people. Examples are left out unless they are all there is. */
export function prose(docs: Docs): string {
  const text = [docs.title, docs.summary, docs.description].filter((part) => part !== undefined && part !== "").join(" – ");
  const examples = docs.examples.map((example) => describeValue(example.value)).join(", ");
  return [text, examples && `Examples: ${examples}`].filter(Boolean).join(" ");
}
