/** Rules that no type shows and that are too free to be compared in part: equal or not. */
import type { Schema } from "../../model/api.js";
import { record, type Place, type SchemaComparer } from "./compare.js";
import type { Values } from "./sets.js";
import { signature } from "./signature.js";
import type { Side } from "./side.js";

/** Compares the rules of all alternatives, keyword by keyword. */
export function compareChecks(comparer: SchemaComparer, before: Values, after: Values, place: Place): void {
  const [old, now] = [checksOf(before, comparer.base), checksOf(after, comparer.revision)];
  for (const keyword of [...new Set([...old.keys(), ...now.keys()])].sort()) {
    const [was, is] = [old.get(keyword), now.get(keyword)];
    if (was === is) continue;
    const kind = was === undefined ? "check-added" : is === undefined ? "check-removed" : "check-changed";
    record(comparer, kind, place, { at: after.schema, path: keyword, before: was === undefined ? "" : keyword, after: is === undefined ? "" : keyword });
  }
}

/** Keyword → what it says, as text. */
function checksOf(values: Values, side: Side): Map<string, string> {
  const found = new Map<string, Set<string>>();
  const add = (keyword: string, text: string): void => {
    const texts = found.get(keyword);
    if (texts) texts.add(text);
    else found.set(keyword, new Set([text]));
  };
  for (const one of values.list) {
    for (const check of one.checks) for (const [keyword, text] of freeRules(check, side)) add(keyword, text);
    if (one.kind === "plain") for (const [keyword, text] of structuralRules(one.schema, side)) add(keyword, text);
  }
  return new Map([...found].map(([keyword, texts]) => [keyword, [...texts].sort().join("\n")]));
}

function freeRules(check: Schema, side: Side): [keyword: string, text: string][] {
  if (check.kind === "not") return [["not", signature(check.schema, side)]];
  if (check.kind === "conditional") return [["if", signature(check, side)]];
  if (check.kind !== "unevaluated") return [];
  const { properties, items } = check;
  return [...said("unevaluatedProperties", properties, side), ...said("unevaluatedItems", items, side)];
}

const said = (keyword: string, schema: Schema | undefined, side: Side): [string, string][] => (schema ? [[keyword, signature(schema, side)]] : []);

function structuralRules(schema: Schema, side: Side): [keyword: string, text: string][] {
  if (schema.kind === "array" && schema.contains) {
    const { schema: contained, min, max } = schema.contains;
    return [["contains", `${signature(contained, side)} ${min} ${max ?? ""}`]];
  }
  if (schema.kind !== "object") return [];
  return [
    ...said("propertyNames", schema.propertyNames, side),
    ...schema.dependentRequired.map(({ name, requires }): [string, string] => ["dependentRequired", JSON.stringify([name, [...requires].sort()])]),
    ...schema.dependentSchemas.map(({ name, schema: dependent }): [string, string] => ["dependentSchemas", `${name} ${signature(dependent, side)}`]),
  ];
}
