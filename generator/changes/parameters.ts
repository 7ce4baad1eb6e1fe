/** Parameters: matched by place and name (headers without case), path parameters that have no match by position. */
import type { Operation, Parameter } from "../model/api.js";
import { encodingInWords } from "./body.js";
import type { OperationScope } from "./operations.js";
import { alternatives } from "./schema/alternatives.js";
import { compareSchemas, type Place } from "./schema/compare.js";
import { describe } from "./schema/describe.js";
import { prose, sameWording } from "./schema/docs.js";
import type { Side } from "./schema/side.js";

/** Compares the parameters of two operations. */
export function compareParameters(scope: OperationScope): void {
  const { before, after } = scope;
  const { pairs, gone, come } = match(before, after);
  for (const [old, now] of pairs) compareParameter(scope, old, now);
  for (const old of gone) {
    const moved = come.find((now) => now.name.toLowerCase() === old.name.toLowerCase());
    if (moved) {
      come.splice(come.indexOf(moved), 1);
      scope.note("parameter-moved", { ...at(moved), before: old.place, after: moved.place });
    } else scope.note("parameter-removed", { ...at(old), side: "base", before: describe(old.schema, scope.comparer.base) });
  }
  for (const now of come) {
    scope.note(now.required ? "parameter-required-added" : "parameter-added", { ...at(now), after: describe(now.schema, scope.comparer.revision) });
  }
}

const at = (parameter: Parameter): { name: string; path: readonly string[]; at: string } => ({ name: parameter.name, path: [parameter.place, parameter.name], at: parameter.at });

const keyOf = (parameter: Parameter): string => `${parameter.place} ${parameter.place === "header" ? parameter.name.toLowerCase() : parameter.name}`;

function match(before: Operation, after: Operation): { pairs: [Parameter, Parameter][]; gone: Parameter[]; come: Parameter[] } {
  const pairs: [Parameter, Parameter][] = [];
  const come = new Map(after.parameters.map((one) => [keyOf(one), one]));
  const gone: Parameter[] = [];
  for (const old of before.parameters) {
    const now = come.get(keyOf(old));
    if (now) pairs.push([old, now]), come.delete(keyOf(old));
    else gone.push(old);
  }
  return { ...byPosition(before, after, gone, [...come.values()], pairs) };
}

/** `{id}` became `{contactId}` in the same position of the path: the same parameter by another name. */
function byPosition(before: Operation, after: Operation, gone: readonly Parameter[], come: readonly Parameter[], pairs: [Parameter, Parameter][]): { pairs: [Parameter, Parameter][]; gone: Parameter[]; come: Parameter[] } {
  const [old, now] = [namesInPath(before), namesInPath(after)];
  const [leftGone, leftCome] = [new Set(gone), new Set(come)];
  for (const one of gone) {
    const position = one.place === "path" && old.length === now.length ? old.indexOf(one.name) : -1;
    const other = position < 0 ? undefined : come.find((candidate) => candidate.place === "path" && candidate.name === now[position]);
    if (!other) continue;
    pairs.push([one, other]);
    leftGone.delete(one), leftCome.delete(other);
  }
  return { pairs, gone: [...leftGone], come: [...leftCome] };
}

const namesInPath = (operation: Operation): string[] => [...operation.path.matchAll(/\{([^}]*)\}/g)].map((match) => match[1] ?? "");

function compareParameter(scope: OperationScope, old: Parameter, now: Parameter): void {
  const { comparer, owner, note } = scope;
  const place: Place = { owner, direction: scope.call, upload: false, text: now.mediaType === undefined, path: [now.place, now.name], name: now.name };
  if (old.name !== now.name) note(now.place === "path" ? "parameter-renamed" : "parameter-case-changed", { ...at(now), name: old.name, before: old.name, after: now.name });
  if (old.required !== now.required) {
    const words = (required: boolean): string => (required ? "required" : "optional");
    note(now.required ? "parameter-became-required" : "parameter-became-optional", { ...at(now), before: words(old.required), after: words(now.required) });
  }
  if (old.docs.deprecated !== now.docs.deprecated) note(now.docs.deprecated ? "parameter-deprecated" : "parameter-undeprecated", at(now));
  if (!sameWording(old.docs, now.docs)) note("docs-changed", { ...at(now), before: prose(old.docs), after: prose(now.docs) });
  // Explode says nothing about a single value; that a value became a list is the schema's change.
  const many = manyValued(old, comparer.base) && manyValued(now, comparer.revision);
  const wire = { before: onTheWire(old, many), after: onTheWire(now, many) };
  if (wire.before !== wire.after) note("parameter-style-changed", { ...at(now), ...wire });
  compareSchemas(comparer, old.schema, now.schema, place);
}

/** How a value is written, for comparison and for people. */
function onTheWire(parameter: Parameter, many: boolean): string {
  if (parameter.mediaType !== undefined) return [`as ${parameter.mediaType}`, ...[...parameter.encoding].map(([name, part]) => `${name}: ${encodingInWords(part)}`)].join(", ");
  const { style, explode, allowReserved, allowEmptyValue, delimited, whole } = parameter;
  const flags = { explode: explode && many, allowReserved, allowEmptyValue, whole };
  return [delimited ?? style, ...Object.entries(flags).flatMap(([name, set]) => (set ? [name] : []))].join(", ");
}

const manyValued = (parameter: Parameter, side: Side): boolean =>
  alternatives(parameter.schema, side).some((one) => one.kind === "plain" && ["array", "object", "unknown"].includes(one.schema.kind));
