/** What the printers of zod expressions know about the place they print for. */
import type { Report } from "../../diagnostics.js";
import { code, type Code } from "../../emit/code.js";
import type { Docs, Form, NamedSchema, Schema } from "../../model/api.js";
import type { Pointer } from "../../json.js";
import type { Repeated } from "./repeated.js";
import type { Scalars } from "./scalars.js";

/** What the runtime offers to validators, by module. Only what is used is imported. */
export const helperModules = {
  "./runtime/json-schema.js": {
    allOf: code`allOf`,
    binary: code`binary`,
    conditional: code`conditional`,
    contains: code`contains`,
    dependentRequired: code`dependentRequired`,
    dependentSchemas: code`dependentSchemas`,
    maxItems: code`maxItems`,
    maxLength: code`maxLength`,
    maxProperties: code`maxProperties`,
    minItems: code`minItems`,
    minLength: code`minLength`,
    minProperties: code`minProperties`,
    multipleOf: code`multipleOf`,
    not: code`not`,
    objectOf: code`objectOf`,
    present: code`present`,
    propertyNames: code`propertyNames`,
    schema: code`schema`,
    typed: code`typed`,
    unevaluatedItems: code`unevaluatedItems`,
    unevaluatedProperties: code`unevaluatedProperties`,
    uniqueItems: code`uniqueItems`,
    valueIn: code`valueIn`,
  },
  "./runtime/formats.js": {
    emailPattern: code`emailPattern`,
    isDateTime: code`isDateTime`,
    isDuration: code`isDuration`,
    isFloat: code`isFloat`,
    isIdnEmail: code`isIdnEmail`,
    isInt64: code`isInt64`,
    isIpv6: code`isIpv6`,
    isIri: code`isIri`,
    isIriReference: code`isIriReference`,
    isJsonPointer: code`isJsonPointer`,
    isRegex: code`isRegex`,
    isRelativeJsonPointer: code`isRelativeJsonPointer`,
    isTime: code`isTime`,
    isUint64: code`isUint64`,
    isUri: code`isUri`,
    isUriReference: code`isUriReference`,
    isUriTemplate: code`isUriTemplate`,
  },
  "./runtime/hostnames.js": {
    isHostname: code`isHostname`,
    isIdnHostname: code`isIdnHostname`,
  },
} as const;

type Modules = typeof helperModules;
export type Helper = { [M in keyof Modules]: keyof Modules[M] }[keyof Modules];

const codeOf: { readonly [name in Helper]: Code } = { ...helperModules["./runtime/json-schema.js"], ...helperModules["./runtime/formats.js"], ...helperModules["./runtime/hostnames.js"] };

/** The name of a helper, as code. */
export function helperCode(name: Helper): Code {
  return codeOf[name];
}

export interface ZodContext {
  readonly form: Form;
  /** The schema that a `$ref` leads to. */
  readonly named: (target: Pointer) => NamedSchema;
  /** The named schema that this one is the definition of. */
  readonly definitionOf: (schema: Schema) => NamedSchema | undefined;
  /** Whether the constant of that schema stands above the code being printed, so that its name may be used right away. */
  readonly declared: (target: Pointer) => boolean;
  /** Whether that is so for every constant that is asked for. */
  readonly settled: boolean;
  /** Whether the type that TypeScript would infer nests too deep, so that it is said. */
  readonly isDeep: (schema: Schema) => boolean;
  /** The TypeScript type of a schema in this form. */
  readonly typeOf: (schema: Schema) => Code;
  /** Whether this vendor's validators assert the format. */
  readonly asserts: (format: string) => boolean;
  /** The constants of plain values. */
  readonly scalars: Scalars;
  /** The constants of objects that stand in several places. */
  readonly repeated: Pick<Repeated, "nameOf">;
  /** The comment above a property. */
  readonly comment: (docs: Docs) => Code;
  /** Says what could not be checked, and where. */
  readonly report: Report;
  /** Notes that a helper is used and gives its name. */
  readonly helper: (name: Helper) => Code;
}

/** The context inside a function body, which runs when every constant exists. */
export function deferred(context: ZodContext): ZodContext {
  return { ...context, declared: () => true, settled: true };
}
