/** One body against another: by type where the client knows its content, by content where it does not. */
import type { MediaType } from "../model/api.js";
import { isMultipart } from "../model/contents.js";
import type { Change } from "./change.js";
import { createJournal } from "./journal.js";
import { compareExamples, heldAs } from "./media.js";
import type { OperationScope } from "./operations.js";
import { compareSchemas, createSchemaComparer, finish, type Place, type SchemaComparer } from "./schema/compare.js";
import { describe } from "./schema/describe.js";
import type { Schema } from "../model/api.js";

export interface BodyPlace {
  readonly way: "request" | "answer";
  readonly path: readonly string[];
  /** `the body`, `the answer`. */
  readonly name: string;
}

/** Compares the contents of two bodies of one place. */
export function compareContent(scope: OperationScope, old: MediaType, now: MediaType, { way, path, name }: BodyPlace): void {
  const { comparer, owner, call, note } = scope;
  const [was, is] = [heldAs(old, comparer.base, way), heldAs(now, comparer.revision, way)];
  const direction = (way === "request") === (call === "in") ? "in" : "out";
  const upload = isMultipart(old.name) || isMultipart(now.name) || was.as === "bytes" || is.as === "bytes";
  const place: Place = { owner, direction, upload, text: false, path, name };
  compareSchemas(comparer, was.schema, is.schema, place);
  if (was.as === is.as && was.as !== "value") {
    const inside = trial(comparer, old.schema, now.schema, direction).filter((change) => change.section !== "Documentation");
    const kind = inside.some((change) => change.oldClientFails) ? "content-replaced" : "content-noted";
    if (inside.length > 0) note(kind, { name, path, before: describe(old.schema, comparer.base), after: describe(now.schema, comparer.revision), at: now.at, direction });
  }
  compareExamples(scope, old, now, path, name);
}

/** Whether values of the new body have the old one's type. */
export function contentFits(comparer: SchemaComparer, old: MediaType, now: MediaType): boolean {
  const [was, is] = [heldAs(old, comparer.base, "answer"), heldAs(now, comparer.revision, "answer")];
  if (was.as !== is.as && (was.as === "bytes" || is.as === "bytes")) return false;
  return fits(comparer, was.schema, is.schema);
}

/** Whether values of the new schema have the old one's type. */
export function fits(comparer: SchemaComparer, before: Schema, after: Schema): boolean {
  return trial(comparer, before, after, "out").every((change) => change.bump !== "major" || change.felt === "branches" || change.felt === "behaviour");
}

/** The changes between two schemas, for a decision: nothing is recorded. */
export function trial(comparer: SchemaComparer, before: Schema, after: Schema, direction: "in" | "out"): Change[] {
  const journal = createJournal();
  const apart = createSchemaComparer(comparer.base, comparer.revision, journal);
  compareSchemas(apart, before, after, { owner: journal.owner("api", ""), direction, upload: false, text: false, path: [], name: "" });
  finish(apart);
  return journal.changes();
}
