/** A walk over a document that knows what it is looking at: an example that looks like a schema is not visited. */
import { isObject, type Json, type JsonObject, type Pointer } from "../json.js";
import { type Kind, kinds, type Rule, ruleOf } from "./kinds.js";

/** Steps from the root; the same list throughout the walk, so copy what you keep. */
export type Path = readonly (string | number)[];

/** Called for every object of a known kind, before its members. References are visited as the kind that they stand for. */
export type Visit = (kind: Kind, node: JsonObject, path: Path) => void;

/** A path as a pointer: made only where it is needed, because most nodes are fine. */
export function pointerOf(path: Path): Pointer {
  let pointer = "";
  for (const step of path) pointer += `/${typeof step === "number" ? step : step.replaceAll("~", "~0").replaceAll("/", "~1")}`;
  return pointer;
}

/** Visits every object of a known kind at or below a value. Values of a wrong type are passed over. */
export function walk(value: Json, kind: Kind, visit: Visit, start: Path = []): void {
  const path = [...start];

  const node = (at: Json, name: Kind): void => {
    if (!isObject(at)) return;
    visit(name, at, path);
    const table = kinds[name];
    if (table.reference && typeof at["$ref"] === "string") return;
    // Not by Object.keys: this makes no list for each of a hundred thousand objects, and a document's have no prototype.
    for (const key in at) {
      const rule = ruleOf(table, key);
      if (rule === undefined || typeof rule === "string") continue;
      path.push(key);
      follow(at[key] as Json, rule);
      path.pop();
    }
  };

  const follow = (at: Json, rule: Rule): void => {
    if (typeof rule === "string" || typeof at !== "object" || at === null) return;
    if ("kind" in rule) node(at, rule.kind);
    else if ("list" in rule) {
      if (!Array.isArray(at) || typeof rule.list === "string") return;
      for (let i = 0; i < at.length; i++) {
        path.push(i);
        follow(at[i] as Json, rule.list);
        path.pop();
      }
    } else if ("map" in rule) {
      if (!isObject(at) || typeof rule.map === "string") return;
      for (const key in at) {
        path.push(key);
        follow(at[key] as Json, rule.map);
        path.pop();
      }
    } else {
      const fitting = rule.either.find((option) => fits(at, option));
      if (fitting !== undefined) follow(at, fitting);
    }
  };

  node(value, kind);
}

/** Whether a value has the outer form that a rule asks for: enough to choose between the two sides of an `either`. */
export function fits(value: Json, rule: Rule): boolean {
  if (rule === "any") return true;
  if (typeof rule === "string") return typeof value === "string";
  if ("list" in rule) return Array.isArray(value);
  if ("either" in rule) return rule.either.some((option) => fits(value, option));
  if ("kind" in rule && kinds[rule.kind].boolean && typeof value === "boolean") return true;
  return isObject(value);
}
