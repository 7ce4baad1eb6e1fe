/**
 * Objects that stand in several components in the same words, as a `user` does in each event of an API that writes out what happens.
 * One constant does for all of them:
 *
 *   export const IssueEventUserSchema = /* @__PURE__ *\/ schema(() =>
 *     z.looseObject({
 *       id: anyInteger,
 *       name: optionalString,
 *     }),
 *   );
 */
import { code, type Code } from "../../emit/code.js";
import type { Json, Pointer } from "../../json.js";
import type { Api, ObjectSchema, Schema } from "../../model/api.js";
import { schemaClaim } from "../../model/claims.js";
import { childrenOf, identifierIn } from "../../model/graph.js";
import { giveNames } from "../../model/names.js";
import { formsOf } from "../typescript.js";
import { isPrimitive } from "./literals.js";

export interface Repeated {
  /** The name of the constant for an object, where there is one. */
  readonly nameOf: (schema: ObjectSchema) => Code | undefined;
  /** Those whose names were asked for; what is part of another stands above it. */
  readonly constants: (print: (schema: ObjectSchema) => Code) => { readonly name: Code; readonly expression: Code }[];
}

interface Found {
  readonly schema: ObjectSchema;
  readonly places: Pointer[];
}

/** Looks at the components only: their constants are made when the package is loaded, those of operations when they are used. */
export function repeatedObjects(api: Api): Repeated {
  const idOf = identities();
  const found = new Map<number, Found>();
  const look = (schema: Schema): void => {
    const id = schema.kind === "object" ? idOf(schema) : undefined;
    const before = id === undefined ? undefined : found.get(id);
    before?.places.push(schema.at);
    if (before) return;
    if (schema.kind === "object" && id !== undefined) found.set(id, { schema, places: [schema.at] });
    childrenOf(schema).forEach(look);
  };
  for (const { schema } of api.schemas) childrenOf(schema).forEach(look);

  const repeated = [...found].filter(([, { places }]) => places.length > 1).sort(([a], [b]) => a - b);
  const names = namesFor(repeated, api);
  const used = new Set<number>();
  return {
    nameOf: (schema) => {
      const id = idOf(schema);
      const name = id === undefined ? undefined : names.get(id);
      if (id !== undefined && name !== undefined) used.add(id);
      return name;
    },
    constants: (print) =>
      // From the outermost in: each may ask for those inside it.
      repeated
        .toReversed()
        .flatMap(([id, { schema }]) => {
          const name = used.has(id) ? names.get(id) : undefined;
          return name === undefined ? [] : [{ name, expression: print(schema) }];
        })
        .reverse(),
  };
}

/** Named after the first of its places, which belongs to one of them. */
function namesFor(repeated: readonly (readonly [id: number, Found])[], api: Api): ReadonlyMap<number, Code> {
  const owners = new Map<Pointer, number>();
  for (const [id, { places }] of repeated) {
    const first = places.reduce((first, place) => (place < first ? place : first));
    if (!owners.has(first)) owners.set(first, id);
  }
  const identifiers = giveNames([...owners.keys()].map(schemaClaim), undefined, namesOf(api));
  return new Map([...owners].flatMap(([place, id]) => {
    const identifier = identifiers.get(place);
    return identifier === undefined ? [] : [[id, code`${identifier}Schema`] as const];
  }));
}

/** What the validators of components are called already. */
const namesOf = (api: Api): string[] =>
  api.schemas.flatMap((named) => formsOf(named).map((form) => identifierIn(named, form))).flatMap((name) => [name, `${name}Schema`]);

/**
 * Gives the same number to objects that print the same in every place and in every form, docs aside; a number is higher than those of
 * the objects inside. Undefined for those that do not: what they refer to may have to be asked for later, and what only goes one way
 * or is bytes has forms.
 */
function identities(): (schema: ObjectSchema) => number | undefined {
  const numbers = new Map<string, number>();
  const known = new Map<ObjectSchema, number | undefined>();
  return numberOf;

  function numberOf(schema: ObjectSchema): number | undefined {
    if (known.has(schema)) return known.get(schema);
    const words = wordsOfObject(schema);
    let number = words === undefined ? undefined : numbers.get(words);
    if (words !== undefined && number === undefined) numbers.set(words, (number = numbers.size));
    known.set(schema, number);
    return number;
  }

  function wordsOfObject(schema: ObjectSchema): string | undefined {
    const { properties, patterns, propertyNames, dependentRequired, dependentSchemas, additional } = schema;
    if (properties.length === 0 || patterns.length + dependentRequired.length + dependentSchemas.length > 0 || propertyNames) return undefined;
    let text = `${said(schema.minProperties)}${said(schema.maxProperties)}${JSON.stringify(schema.requiredNames)}`;
    for (const { name, schema, required, access } of properties) {
      const words = access === "both" ? wordsOf(schema) : undefined;
      if (words === undefined) return undefined;
      text += `${JSON.stringify(name)}${required ? ":" : "?"}${words}`;
    }
    const rest = additional === undefined ? "" : wordsOf(additional);
    return rest === undefined ? undefined : `${text} ${rest}`;
  }

  function wordsOf(schema: Schema): string | undefined {
    switch (schema.kind) {
      case "unknown":
      case "never":
      case "null":
      case "boolean":
        return schema.kind;
      case "number":
        return `${schema.integer ? "integer" : "number"}${said(schema.format)}${said(schema.minimum)}${said(schema.maximum)}${said(schema.exclusiveMinimum)}${said(schema.exclusiveMaximum)}${said(schema.multipleOf)}`;
      case "string":
        return `string${said(schema.format)}${said(schema.pattern)}${said(schema.minLength)}${said(schema.maxLength)}`;
      case "enum":
        return schema.values.every(isPlain) ? `enum ${JSON.stringify(schema.values)}` : undefined;
      case "array": {
        const items = schema.prefix.length > 0 || schema.contains ? undefined : wordsOf(schema.items);
        return items === undefined ? undefined : `array${said(schema.minItems)}${said(schema.maxItems)}${schema.uniqueItems ? "!" : "."}[${items}]`;
      }
      case "union": {
        const members = schema.discriminator ? [undefined] : schema.members.map(wordsOf);
        return members.every((words) => words !== undefined) ? `union ${schema.mode} [${members.join("|")}]` : undefined;
      }
      case "object": {
        const number = numberOf(schema);
        return number === undefined ? undefined : `object ${number}`;
      }
      default:
        return undefined;
    }
  }
}

/** What a keyword says, and that it says nothing: each stands apart from the next one. */
const said = (value: string | number | undefined): string => (value === undefined ? "," : typeof value === "string" ? JSON.stringify(value) : `=${value}`);

/** Whether JSON writes the value so that no other one is written the same: a number that is too large for JavaScript is not. */
const isPlain = (value: Json): boolean => isPrimitive(value) && (typeof value !== "number" || Number.isFinite(value));
