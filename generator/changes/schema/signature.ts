/** What a schema says, as text: equal text, equal meaning (not the other way about). Prose and places have no part in it. */
import type { Schema } from "../../model/api.js";
import type { Side } from "./side.js";

/** References are told by the name of what they lead to, so that the text is finite. */
export function signature(schema: Schema, side: Side): string {
  const known = side.signatures.get(schema);
  if (known !== undefined) return known;
  const text = JSON.stringify(schema, (key: string, value: unknown) => {
    if (key === "docs" || key === "at") return undefined;
    return isReference(value) ? { ref: side.named.get(value.target)?.name ?? value.target } : value;
  });
  side.signatures.set(schema, text);
  return text;
}

function isReference(value: unknown): value is { readonly target: string } {
  return typeof value === "object" && value !== null && "kind" in value && value.kind === "ref" && "target" in value && "docs" in value;
}
