/** Which named schemas look different in a request, and in a request of parts. */
import type { Pointer } from "../json.js";
import type { Schema } from "./api.js";
import { isJsonMediaType } from "./contents.js";
import { reachable, reaching, referencesOf, within } from "./graph.js";
import type { OperationDraft, WebhookDraft } from "./operations.js";

export interface Forms {
  /** Schemas with a property that only goes one way, somewhere inside, and that some request uses. */
  readonly write: ReadonlySet<Pointer>;
  /** Schemas with raw bytes somewhere inside, that a body other than JSON uses. */
  readonly upload: ReadonlySet<Pointer>;
}

export function findForms(schemas: ReadonlyMap<Pointer, Schema>, operations: readonly OperationDraft[], webhooks: readonly WebhookDraft[]): Forms {
  const references = new Map([...schemas].map(([at, schema]) => [at, [...referencesOf(schema)]]));
  const requests: Schema[] = [];
  const uploads: Schema[] = [];
  const visit = (draft: OperationDraft): void => {
    requests.push(...draft.parameters.map((parameter) => parameter.schema));
    for (const content of draft.body?.contents ?? []) {
      const used = content.itemSchema ? [content.schema, content.itemSchema] : [content.schema];
      requests.push(...used);
      if (!isJsonMediaType(content.name)) uploads.push(...used);
    }
    for (const { operation } of draft.callbacks) visit(operation);
  };
  for (const draft of operations) visit(draft);
  for (const { operation } of webhooks) visit(operation);
  const usedBy = (roots: readonly Schema[]): Set<Pointer> => reachable(references, roots.flatMap((schema) => [...referencesOf(schema)]));
  const differing = (test: (part: Schema) => boolean): Set<Pointer> =>
    reaching(references, [...schemas].filter(([, schema]) => some(schema, test)).map(([at]) => at));
  return {
    write: both(usedBy(requests), differing(goesOneWay)),
    upload: both(usedBy(uploads), differing((part) => part.kind === "binary")),
  };
}

function goesOneWay(part: Schema): boolean {
  return part.kind === "object" && part.properties.some((property) => property.access !== "both");
}

function some(schema: Schema, test: (part: Schema) => boolean): boolean {
  for (const part of within(schema)) if (test(part)) return true;
  return false;
}

function both<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): Set<T> {
  return new Set([...a].filter((item) => b.has(item)).sort());
}
