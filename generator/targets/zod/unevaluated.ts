/**
 * `unevaluatedProperties` and `unevaluatedItems`: what the keywords beside them have not looked at.
 *
 * Which keywords did depends on the value: a branch of `anyOf` counts where it holds (2020-12 core, 7.7.1.1 and 11). The
 * emitted code therefore describes who evaluates what, and the check in the runtime asks the branches:
 *
 *   BaseSchema.check(unevaluatedProperties(z.never(), [{ names: ["a", "b"] }, { when: CatSchema, then: [{ names: ["c"] }] }]))
 */
import { code, join, literal, stringLiteral, type Code } from "../../emit/code.js";
import type { Json, Pointer } from "../../json.js";
import type { ArraySchema, ObjectSchema, Schema, UnevaluatedSchema } from "../../model/api.js";
import type { ZodContext } from "./context.js";
import { zodExpression } from "./expression.js";
import { kindsOf } from "./kinds.js";

type Part = "properties" | "items";

export function printUnevaluated(schema: UnevaluatedSchema, context: ZodContext): Code {
  const check = (helper: "unevaluatedProperties" | "unevaluatedItems", part: Part, rest: Schema): Code =>
    code`${context.helper(helper)}(${zodExpression(rest, context)}, ${list(rulesOf(schema, part, context))})`;
  const checks: Code[] = [];
  if (schema.properties) checks.push(check("unevaluatedProperties", "properties", schema.properties));
  if (schema.items) checks.push(check("unevaluatedItems", "items", schema.items));
  return checks.length === 0 ? zodExpression(schema.schema, context) : code`${zodExpression(schema.schema, context)}.check(${join(checks, ", ")})`;
}

const list = (rules: readonly Code[]): Code => code`[${join(rules, ", ")}]`;

/** Branches within branches double the rules with every level; chains of references overflow the stack. What is beyond counts as looking at everything. */
const mostReferences = 500;

interface Walk {
  /** The schemas referred to whose rules stand already beside these or around them: they would say nothing more a second time. */
  readonly said: Set<Pointer>;
  /** References that may still be followed, by all branches together. */
  readonly budget: { left: number };
}

const branch = ({ said, budget }: Walk): Walk => ({ said: new Set(said), budget });

function rulesOf(schema: UnevaluatedSchema, part: Part, context: ZodContext): readonly Code[] {
  const budget = { left: mostReferences };
  const rules = evaluated(schema.schema, part, context, { said: new Set(), budget });
  if (budget.left >= 0) return rules;
  context.report("model/unevaluated-intricate", schema.at, `What stands beside unevaluated${part === "items" ? "Items" : "Properties"} has more than ${mostReferences} references to follow.`);
  return [code`{ all: true }`];
}

/** Who evaluates what, given that the schema holds. */
function evaluated(schema: Schema, part: Part, context: ZodContext, walk: Walk): Code[] {
  const inside = (inner: Schema): Code[] => evaluated(inner, part, context, walk);
  switch (schema.kind) {
    case "object":
      return part === "properties" ? evaluatedProperties(schema, context, walk) : [];
    case "array":
      return part === "items" ? evaluatedItems(schema, context) : [];
    case "intersection":
      return schema.members.flatMap(inside);
    case "union":
      return evaluatedByMembers(schema.members, part, context, walk);
    case "conditional": {
      const then = branch(walk);
      const rules = [schema.if, ...(schema.then ? [schema.then] : [])].flatMap((each) => evaluated(each, part, context, then));
      return conditionally(schema.if, rules, schema.else ? evaluated(schema.else, part, context, branch(walk)) : [], context);
    }
    case "unevaluated":
      return schema[part] ? [code`{ all: true }`] : inside(schema.schema);
    case "ref":
      if (walk.said.has(schema.target) || --walk.budget.left < 0) return [];
      walk.said.add(schema.target);
      return inside(context.named(schema.target).schema);
    default:
      return [];
  }
}

/** A member counts where it holds; one whose type no other member shares holds whenever the value has that type. */
function evaluatedByMembers(members: readonly Schema[], part: Part, context: ZodContext, walk: Walk): Code[] {
  const type = part === "properties" ? "object" : "array";
  const candidates = members.filter((member) => kindsOf(member, context).has(type));
  return candidates.flatMap((member) => {
    const rules = evaluated(member, part, context, candidates.length === 1 ? walk : branch(walk));
    return candidates.length === 1 ? rules : conditionally(member, rules, [], context);
  });
}

function conditionally(condition: Schema, then: readonly Code[], otherwise: readonly Code[], context: ZodContext): Code[] {
  if (then.length === 0 && otherwise.length === 0) return [];
  const members = [code`when: ${zodExpression(condition, context)}`];
  if (then.length > 0) members.push(code`then: ${list(then)}`);
  if (otherwise.length > 0) members.push(code`else: ${list(otherwise)}`);
  return [code`{ ${join(members, ", ")} }`];
}

function evaluatedProperties(schema: ObjectSchema, context: ZodContext, walk: Walk): Code[] {
  // `additionalProperties` looks at all that the others leave.
  if (schema.additional) return [code`{ all: true }`];
  const rules: Code[] = [];
  const names: Json = schema.properties.map((property) => property.name);
  if (names.length > 0) rules.push(code`{ names: ${literal(names)} }`);
  for (const { pattern } of schema.patterns) rules.push(code`{ pattern: new RegExp(${stringLiteral(pattern)}, "u") }`);
  for (const { name, schema: dependent } of schema.dependentSchemas) {
    const then = evaluated(dependent, "properties", context, branch(walk));
    if (then.length > 0) rules.push(code`{ has: ${stringLiteral(name)}, then: ${list(then)} }`);
  }
  return rules;
}

function evaluatedItems(schema: ArraySchema, context: ZodContext): Code[] {
  if (schema.itemsGiven || schema.items.kind !== "unknown") return [code`{ all: true }`];
  const rules: Code[] = [];
  if (schema.prefix.length > 0) rules.push(code`{ first: ${schema.prefix.length} }`);
  if (schema.contains) rules.push(code`{ contains: ${zodExpression(schema.contains.schema, context)} }`);
  return rules;
}
