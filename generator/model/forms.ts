/** Which named schemas look different in a request, and in a request of parts. */
import type { Pointer } from "../json.js";
import type { Schema } from "./api.js";
import { isJsonMediaType, isMultipart } from "./contents.js";
import { behind, reachable, reaching, referencesOf, visit } from "./graph.js";
import type { OperationDraft, WebhookDraft } from "./operations.js";

/** Place of a named schema → the places it refers to. */
export type References = ReadonlyMap<Pointer, readonly Pointer[]>;

export interface Forms {
  /** Schemas with a property that only goes one way, somewhere inside, and that some request uses. */
  readonly write: ReadonlySet<Pointer>;
  /** Schemas with raw bytes somewhere inside, that a body uses in which bytes may stand. */
  readonly upload: ReadonlySet<Pointer>;
}

/** `references`: what each named schema refers to. */
export function findForms(
  schemas: ReadonlyMap<Pointer, Schema>,
  references: References,
  operations: readonly OperationDraft[],
  webhooks: readonly WebhookDraft[],
): Forms {
  const requests: Schema[] = [];
  const uploads: Schema[] = [];
  const isBytes = (schema: Schema): boolean => behind(schema, (target) => schemas.get(target)).kind === "binary";
  const collect = (draft: OperationDraft): void => {
    for (const { schema } of draft.parameters) requests.push(schema);
    for (const content of draft.body?.contents ?? []) {
      const used = content.itemSchema ? [content.schema, content.itemSchema] : [content.schema];
      requests.push(...used);
      if (isMultipart(content.name) || (!isJsonMediaType(content.name) && isBytes(content.schema))) uploads.push(...used);
    }
    for (const { operation } of draft.callbacks) collect(operation);
  };
  for (const draft of operations) collect(draft);
  for (const { operation } of webhooks) collect(operation);
  const differing = findDiffering(schemas);
  const usedBy = (roots: readonly Schema[]): Set<Pointer> => reachable(references, roots.flatMap((schema) => [...referencesOf(schema)]));
  return {
    write: both(usedBy(requests), reaching(references, differing.oneWay)),
    upload: both(usedBy(uploads), reaching(references, differing.binary)),
  };
}

/** The schemas that hold, without following references, a property that goes one way, and those that hold raw bytes. */
function findDiffering(schemas: ReadonlyMap<Pointer, Schema>): { oneWay: Set<Pointer>; binary: Set<Pointer> } {
  const oneWay = new Set<Pointer>();
  const binary = new Set<Pointer>();
  for (const [at, schema] of schemas) {
    visit(schema, (part) => {
      if (part.kind === "binary") binary.add(at);
      else if (part.kind === "object" && part.properties.some((property) => property.access !== "both")) oneWay.add(at);
    });
  }
  return { oneWay, binary };
}

function both<T>(a: ReadonlySet<T>, b: ReadonlySet<T>): Set<T> {
  return new Set([...a].filter((item) => b.has(item)).sort());
}
