/** Objects: the shape, what may stand beside it, and the keywords that look at the object as a whole. */
import { block, code, indent, join, key, literal, stringLiteral, type Code } from "../../emit/code.js";
import type { Form, ObjectSchema, Property } from "../../model/api.js";
import { deferred, type ZodContext } from "./context.js";
import { zodExpression } from "./expression.js";
import { needsDeferral } from "./references.js";
import { plainString } from "./strings.js";

/** Names that every JavaScript object inherits: `z.object` would take the inherited value for the document's. */
const inherited = new Set(Object.getOwnPropertyNames(Object.prototype));

/**
 * `z.looseObject({ … })`, `z.strictObject({ … })`, `z.record(anyString, …)`, with `.check(minProperties(1))` for the
 * keywords about the whole; `objectOf<T>({ … })` where zod's objects cannot say it.
 */
export function printObject(schema: ObjectSchema, context: ZodContext): Code {
  const shape = needsOwnReading(schema) ? printOwnReading(schema, context) : printShape(schema, context);
  const checks = wholeObjectChecks(schema, context);
  return checks.length === 0 ? shape : code`${shape}.check(${join(checks, ", ")})`;
}

/** Whether the schema prints as one of zod's own objects, so that `.shape` and `.extend` are there. */
export function isPlainObject(schema: ObjectSchema, context: ZodContext): boolean {
  return !context.isDeep(schema) && !needsOwnReading(schema) && !isRecord(schema) && !mixesTypes(schema) && !hasWholeObjectKeywords(schema);
}

/** Names of all properties that the schema's shape declares or demands. */
export function shapeNames(schema: ObjectSchema): readonly string[] {
  return [...schema.properties.map((property) => property.name), ...schema.requiredNames];
}

const isOpen = ({ additional }: ObjectSchema): boolean => additional === undefined || additional.kind === "unknown";
const isRecord = (schema: ObjectSchema): boolean => schema.properties.length === 0 && schema.requiredNames.length === 0 && schema.additional?.kind !== "never";
const mixesTypes = (schema: ObjectSchema): boolean => !isOpen(schema) && schema.additional?.kind !== "never" && shapeNames(schema).length > 0;
const needsOwnReading = (schema: ObjectSchema): boolean => schema.patterns.length > 0 || shapeNames(schema).some((name) => inherited.has(name));

function hasWholeObjectKeywords(schema: ObjectSchema): boolean {
  return (
    schema.propertyNames !== undefined ||
    schema.minProperties !== undefined ||
    schema.maxProperties !== undefined ||
    schema.dependentRequired.length > 0 ||
    schema.dependentSchemas.length > 0
  );
}

function printShape(schema: ObjectSchema, context: ZodContext): Code {
  const { additional } = schema;
  if (isRecord(schema)) return code`z.record(${plainString(context)}, ${additional ? zodExpression(additional, context) : code`z.unknown()`})`;
  const shape = block("{", shapeMembers(schema, context));
  if (additional?.kind === "never") return code`z.strictObject(${shape})`;
  if (isOpen(schema) || additional === undefined) return code`z.looseObject(${shape})`;
  // zod infers the index signature's type for the declared properties as well; the type argument says what is true.
  return code`${context.helper("typed")}<${context.typeOf(schema)}>(z.looseObject(${shape}).catchall(${zodExpression(additional, context)}))`;
}

/** The members of a shape: `/** … *\/ name: optionalString`; what is required and not declared is what additional properties are, else anything. */
export function shapeMembers(schema: ObjectSchema, context: ZodContext): Code[] {
  return [
    ...schema.properties.map((property) => printProperty(property, context)),
    ...schema.requiredNames.map((name) => code`${key(name)}: ${undeclared(schema, context)}`),
  ];
}

/** Only reached without patterns: those print another way. */
function undeclared(schema: ObjectSchema, context: ZodContext): Code {
  return schema.additional === undefined || isOpen(schema) ? code`${context.helper("present")}()` : zodExpression(schema.additional, context);
}

/** A property that needs a constant from further down is a getter with its type said, as inference would go in a circle. */
function printProperty(property: Property, context: ZodContext): Code {
  const required = isRequired(property, context.form);
  const name = key(property.name);
  if (!needsDeferral(property.schema, context)) {
    const value = zodExpression(property.schema, context);
    return code`${context.comment(property.schema.docs)}${name}: ${required ? value : context.scalars.optional(value)}`;
  }
  const type = code`z.ZodType<${context.typeOf(property.schema)}>`;
  const value = zodExpression(property.schema, deferred(context));
  return code`${context.comment(property.schema.docs)}get ${name}(): ${required ? type : code`z.ZodExactOptional<${type}>`} {\n  return ${indent(required ? value : context.scalars.optional(value))};\n}`;
}

/** What a request may not hold it need not hold, and an answer need not hold what is only ever sent. */
export function isRequired(property: Property, form: Form): boolean {
  return property.required && (property.access === "both" || property.access === (form === "read" ? "read" : "write"));
}

/**
 * For names of the prototype and for patterns, whose values must be read from the object itself:
 *
 *   objectOf<T>({
 *     properties: { constructor: anyNumber },
 *     required: ["constructor"],
 *     patterns: [[new RegExp("^x-", "u"), anyString]],
 *     additional: z.never(),
 *   })
 */
function printOwnReading(schema: ObjectSchema, context: ZodContext): Code {
  const inside = deferred(context);
  const late = needsDeferral(schema, context);
  const entries = schema.properties.map((property) => code`${key(property.name)}: ${zodExpression(property.schema, late ? inside : context)}`);
  const required = [...schema.properties.filter((property) => isRequired(property, context.form)).map(({ name }) => name), ...schema.requiredNames];
  const patterns = schema.patterns.map(
    ({ pattern, schema: value }) => code`[new RegExp(${stringLiteral(pattern)}, "u"), ${zodExpression(value, late ? inside : context)}]`,
  );
  const members: Code[] = [];
  if (entries.length > 0) members.push(code`properties: ${block("{", entries)}`);
  if (required.length > 0) members.push(code`required: ${literal(required)}`);
  if (patterns.length > 0) members.push(code`patterns: ${block("[", patterns)}`);
  if (schema.additional && !isOpen(schema)) members.push(code`additional: ${zodExpression(schema.additional, late ? inside : context)}`);
  const rules = block("{", members);
  return code`${context.helper("objectOf")}<${context.typeOf(schema)}>(${late ? code`() => (${rules})` : rules})`;
}

function wholeObjectChecks(schema: ObjectSchema, context: ZodContext): Code[] {
  const checks: Code[] = [];
  const inside = (inner: ObjectSchema["propertyNames"] & {}): Code => zodExpression(inner, context);
  if (schema.minProperties !== undefined && schema.minProperties > 0) checks.push(code`${context.helper("minProperties")}(${literal(schema.minProperties)})`);
  if (schema.maxProperties !== undefined) checks.push(code`${context.helper("maxProperties")}(${literal(schema.maxProperties)})`);
  if (schema.propertyNames) checks.push(code`${context.helper("propertyNames")}(${inside(schema.propertyNames)})`);
  if (schema.dependentRequired.length > 0) {
    const entries = schema.dependentRequired.map(({ name, requires }) => code`${key(name)}: ${literal(requires)}`);
    checks.push(code`${context.helper("dependentRequired")}({ ${join(entries, ", ")} })`);
  }
  if (schema.dependentSchemas.length > 0) {
    const entries = schema.dependentSchemas.map(({ name, schema: inner }) => code`${key(name)}: ${inside(inner)}`);
    checks.push(code`${context.helper("dependentSchemas")}(${block("{", entries)})`);
  }
  return checks;
}
