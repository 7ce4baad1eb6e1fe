/**
 * YAML that breaks a rule, as most readers take it. Many published documents close a flow collection or a quoted text at
 * the indentation of its key, which YAML 1.2 forbids and js-yaml 4 (with nearly every tool that was built on it) allows.
 */
import { FAILSAFE_SCHEMA, Type, load, types } from "js-yaml-4";
import { type Json, emptyObject } from "../json.js";
import type { Limits } from "./limits.js";
import { plainScalar } from "./scalar.js";

/** A plain scalar that is no text. As a key it becomes its source again (`1.10`), which the tag keeps js-yaml from hiding. */
class Plain {
  readonly [Symbol.toStringTag] = "Plain";
  readonly value: Json;
  constructor(readonly source: string) {
    this.value = plainScalar(source);
  }
  toString(): string {
    return this.source;
  }
}

const plain = new Type("tag:yaml.org,2002:plain", {
  kind: "scalar",
  resolve: (data) => typeof plainScalar(data ?? "") !== "string",
  construct: (data) => new Plain(data ?? ""),
});

/** @returns undefined where this reader refuses the text too, or where the result would exceed the limits */
export function parseTolerantly(text: string, limits: Limits): Json | undefined {
  try {
    const schema = FAILSAFE_SCHEMA.extend({ implicit: [types.merge, plain] });
    return copy(load(text, { schema, maxDepth: limits.depth, maxTotalMergeKeys: limits.values }), limits);
  } catch {
    return undefined;
  }
}

function copy(root: unknown, limits: Limits): Json {
  let values = 0;
  const visit = (value: unknown, depth: number): Json => {
    if (++values > limits.values || depth > limits.depth) throw new RangeError("beyond the limits");
    if (value instanceof Plain) return value.value;
    if (typeof value === "string") return value;
    if (Array.isArray(value)) return value.map((item) => visit(item, depth + 1));
    if (typeof value !== "object" || value === null) return null;
    const object = emptyObject();
    for (const [name, member] of Object.entries(value)) object[name] = visit(member, depth + 1);
    return object;
  };
  return visit(root, 1);
}
