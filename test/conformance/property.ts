/**
 * Random values of a document's schemas, judged by the emitted validators and by ajv. The values come from json-schema-faker and
 * from mutations of what it makes: neither knows our validators.
 */
import { isDeepStrictEqual } from "node:util";
import { Ajv2020, type ErrorObject, type ValidateFunction } from "ajv/dist/2020.js";
import ajvFormats from "ajv-formats";
import { generateSync, type JsonSchema } from "json-schema-faker";
import type { NamedSchema } from "../../generator/model/api.js";
import { validatorModules } from "../../generator/targets/validators.js";
import { importValidators, modelOf, textOf } from "./judge.js";
import { mutate, random, type Random } from "./mutate.js";

/** What a zod schema gives back. */
interface Parsed {
  readonly success: boolean;
  readonly data?: unknown;
  readonly error?: { readonly issues: readonly { readonly code?: string; readonly path: readonly PropertyKey[]; readonly message: string }[] };
}

interface Validator {
  safeParse(value: unknown): Parsed;
}

/** A value on which the two disagree, or that came out of a parse changed. */
export interface Difference {
  readonly schema: string;
  readonly value: unknown;
  readonly emitted: string;
  readonly ajv: string;
}

export interface Findings {
  /** Component schemas of the document. */
  readonly total: number;
  /** Schemas of which at least one value was judged. */
  readonly schemas: number;
  readonly values: number;
  /** Of the values, those that both accept. */
  readonly accepted: number;
  readonly differences: readonly Difference[];
  /** Schemas that ajv or the library that makes values cannot read, with the reason. */
  readonly unread: ReadonlyMap<string, string>;
}

export interface Effort {
  readonly seed: number;
  /** At most so many schemas, drawn by the seed. */
  readonly schemas: number;
  /** Values a schema. */
  readonly values: number;
  /** Mutations a value. */
  readonly mutations: number;
  /** Milliseconds for judging; schemas that are not reached until then are left out. */
  readonly time: number;
}

/** Judges values of a document's component schemas, in the form in which answers are read. */
export async function compare(text: string, version: string, effort: Effort): Promise<Findings> {
  const { api, root, diagnostics } = await modelOf(text, version);
  const validators = await importValidators(textOf(validatorModules(api, { formats: true })));
  const plain = JSON.parse(JSON.stringify(root)) as object;
  for (const { code, at } of diagnostics) if (code.startsWith("model/pattern-")) leaveOutPattern(plain, at.pointer ?? "");
  const ajv = ajvFor(readable(plain));
  const chance = random(effort.seed);
  const end = performance.now() + effort.time;
  const findings = { total: api.schemas.length, schemas: 0, values: 0, accepted: 0, differences: [] as Difference[], unread: new Map<string, string>() };
  for (const named of drawn(api.schemas, effort.schemas, chance)) {
    if (performance.now() > end) break;
    const validator = validators[`${named.identifier}Schema`] as Validator | undefined;
    const compiled = compile(ajv, named);
    if (!validator || typeof compiled === "string") {
      findings.unread.set(named.at, typeof compiled === "string" ? compiled : "no validator was emitted");
      continue;
    }
    const values = valuesOf(plain, named, effort, chance);
    if (values.length === 0) findings.unread.set(named.at, "json-schema-faker makes no value of it");
    else findings.schemas++;
    for (const value of values) judge(named, value, validator, compiled, findings);
  }
  return findings;
}

function judge(named: NamedSchema, value: unknown, validator: Validator, compiled: ValidateFunction, findings: { values: number; accepted: number; differences: Difference[] }): void {
  findings.values++;
  const before = structuredClone(value);
  const parsed = validator.safeParse(value);
  const accepted = compiled(value);
  const emitted = parsed.success ? "accepts" : `refuses: ${(parsed.error?.issues ?? []).slice(0, 3).map(({ path, message }) => `/${path.join("/")} ${message}`).join("; ")}`;
  const theirs = accepted ? "accepts" : `refuses: ${ajvText(compiled.errors)}`;
  if (parsed.success && !isDeepStrictEqual(parsed.data, before)) findings.differences.push({ schema: named.at, value: before, emitted: `changes it to ${JSON.stringify(parsed.data)}`, ajv: theirs });
  if (parsed.success && accepted) findings.accepted++;
  if (parsed.success !== accepted) findings.differences.push({ schema: named.at, value, emitted, ajv: theirs });
}

const ajvText = (errors: readonly ErrorObject[] | null | undefined): string => (errors ?? []).slice(0, 3).map(({ instancePath, message }) => `${instancePath || "/"} ${message ?? ""}`).join("; ");

function ajvFor(root: object): Ajv2020 {
  const ajv = new Ajv2020({ strict: false, allErrors: true, validateSchema: false, logger: false, inlineRefs: false, ownProperties: true });
  ajvFormats.default(ajv);
  for (const name of ["url", "iso-time", "iso-date-time", "json-pointer-uri-fragment"]) ajv.addFormat(name, true);
  for (const [name, least, most] of ranges) ajv.addFormat(name, { type: "number", validate: (value) => Number.isInteger(value) && value >= least && value <= most });
  return ajv.addSchema({ $id: "document", ...root });
}

/** Formats of OpenAPI's registry that ajv-formats lacks (and above, its own ones that are no formats of JSON Schema). */
const ranges: readonly (readonly [name: string, least: number, most: number])[] = [
  ["int8", -128, 127],
  ["int16", -32768, 32767],
  ["uint8", 0, 255],
  ["uint16", 0, 65535],
  ["uint32", 0, 4294967295],
  ["uint64", 0, 2 ** 64],
];

/** A pattern that was reported and left out is no part of what the validator has to say. */
function leaveOutPattern(root: object, place: string): void {
  const parent = pointed(root, place.slice(0, place.lastIndexOf("/")));
  if (typeof parent === "object" && parent !== null) delete (parent as Record<string, unknown>)[place.slice(place.lastIndexOf("/") + 1)];
}

function compile(ajv: Ajv2020, named: NamedSchema): ValidateFunction | string {
  try {
    return ajv.compile({ $ref: `document#${encodeURI(named.at).replaceAll("#", "%23")}` });
  } catch (error) {
    return `ajv: ${error instanceof Error ? error.message : String(error)}`;
  }
}

/** Some of the schemas, without putting them back. */
function drawn(schemas: readonly NamedSchema[], count: number, chance: Random): readonly NamedSchema[] {
  const left = [...schemas];
  return Array.from({ length: Math.min(count, left.length) }, () => left.splice(chance.below(left.length), 1)).flat();
}

function valuesOf(root: object, { at }: NamedSchema, { values, mutations }: Effort, chance: Random): unknown[] {
  const target: JsonSchema = { $ref: `#${at}` };
  return Array.from({ length: values }, (_, index) => {
    try {
      const value: unknown = generateSync(target, {
        seed: chance.below(2 ** 31), maxDepth: 4, refDepthMax: 2, maxDefaultItems: 2, optionalsProbability: index === 0 ? 1 : 0.5,
        refResolver: (ref) => (pointed(root, ref) ?? true) as JsonSchema,
      });
      // What is not JSON (a property that is undefined) would be judged otherwise than what is sent.
      const text = JSON.stringify(value);
      if (text === undefined || text.length > 20_000) return [];
      const json = JSON.parse(text) as unknown;
      return [json, ...Array.from({ length: mutations }, () => mutate(json, chance))];
    } catch {
      return [];
    }
  }).flat();
}

/** What a local reference leads to. */
function pointed(root: object, ref: string): unknown {
  const tokens = decodeURIComponent(ref.replace(/^[^#]*#/, "")).split("/").slice(1).map((token) => token.replaceAll("~1", "/").replaceAll("~0", "~"));
  return tokens.reduce<unknown>((value, token) => (typeof value === "object" && value !== null && Object.hasOwn(value, token) ? (value as Record<string, unknown>)[token] : undefined), root);
}

/**
 * The document as answers are read: what is only ever sent (`writeOnly`) is not demanded of them, for ajv knows no directions.
 * Without dynamic references, which the generator reports and leaves out.
 */
function readable(root: object): object {
  const isSent = (schema: unknown): boolean => typeof schema === "object" && schema !== null && (schema as { writeOnly?: unknown }).writeOnly === true;
  const walk = (value: unknown): unknown => {
    if (Array.isArray(value)) return value.map(walk);
    if (typeof value !== "object" || value === null) return value;
    const copy = Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, walk(inner)])) as Record<string, unknown>;
    if (typeof copy["$dynamicRef"] === "string") delete copy["$dynamicRef"];
    const { required, properties } = copy;
    if (Array.isArray(required) && typeof properties === "object" && properties !== null) {
      copy["required"] = required.filter((name) => !isSent((properties as Record<string, unknown>)[String(name)]));
    }
    return copy;
  };
  return walk(root) as object;
}
