/** A schema of the model as a short line, for tables of tests. Says every rule, no place, no docs. */
import type { Schema } from "../../generator/model/api.js";

export function show(schema: Schema): string {
  switch (schema.kind) {
    case "unknown":
    case "never":
    case "null":
    case "boolean":
      return schema.kind;
    case "number":
      return `${schema.integer ? "integer" : "number"}${rules(schema, ["format", "minimum", "maximum", "exclusiveMinimum", "exclusiveMaximum", "multipleOf"])}`;
    case "string":
      return `string${rules(schema, ["format", "minLength", "maxLength", "pattern", "contentMediaType", "contentEncoding"])}`;
    case "binary":
      return `binary${rules(schema, ["minLength", "maxLength"])}`;
    case "enum":
      return schema.values.map((value) => JSON.stringify(value)).join("|");
    case "ref":
      return `&${schema.target.split("/").at(-1)}`;
    case "not":
      return `not(${show(schema.schema)})`;
    case "conditional":
      return `if(${[schema.if, schema.then, schema.else].map((part) => (part ? show(part) : "-")).join(", ")})`;
    case "unevaluated":
      return `unevaluated(${show(schema.schema)}; ${[schema.properties, schema.items].map((part) => (part ? show(part) : "-")).join("; ")})`;
    case "union": {
      const tag = schema.discriminator;
      const by = tag ? ` by ${tag.property}${tag.exact ? "!" : ""}=${tag.values.map((list) => list.join("/")).join(",")}` : "";
      return `${schema.mode}(${schema.members.map(show).join(", ")}${by})`;
    }
    case "intersection":
      return `all(${schema.members.map(show).join(", ")})`;
    case "array":
      return `[${[...schema.prefix.map(show), `...${show(schema.items)}`].join(", ")}]${rules(schema, ["itemsGiven", "minItems", "maxItems"])}${
        schema.uniqueItems ? " unique" : ""
      }${schema.contains ? ` contains(${show(schema.contains.schema)} ${schema.contains.min}..${schema.contains.max ?? ""})` : ""}`;
    case "object":
      return showObject(schema);
  }
}

function showObject(schema: Extract<Schema, { kind: "object" }>): string {
  const sign = { both: "", read: "<", write: ">" };
  const members = [
    ...schema.properties.map(({ name, required, access, schema: type }) => `${sign[access]}${name}${required ? "" : "?"}: ${show(type)}`),
    ...schema.requiredNames.map((name) => `${name}!`),
    ...schema.patterns.map(({ pattern, schema: type }) => `/${pattern}/: ${show(type)}`),
    ...(schema.additional ? [`*: ${show(schema.additional)}`] : []),
    ...(schema.propertyNames ? [`names: ${show(schema.propertyNames)}`] : []),
    ...schema.dependentRequired.map(({ name, requires }) => `${name} → ${requires.join("+")}`),
    ...schema.dependentSchemas.map(({ name, schema: type }) => `${name} ⇒ ${show(type)}`),
  ];
  return `{${members.join(", ")}}${rules(schema, ["minProperties", "maxProperties"])}`;
}

function rules<T extends object>(schema: T, names: readonly (keyof T & string)[]): string {
  const said = names.filter((name) => schema[name] !== undefined);
  return said.length === 0 ? "" : `<${said.map((name) => `${name}=${String(schema[name])}`).join(" ")}>`;
}
