/** Validators: what the API's document says about each value, as zod schemas. */
import * as z from "zod";
import {
  conditional,
  minItems,
  minLength,
  multipleOf,
  not,
  present,
  schema,
  unevaluatedProperties,
  valueIn,
} from "./runtime/json-schema.js";
import {
  anyBoolean,
  anyInteger,
  anyNumber,
  anyString,
  nullableString,
  optionalNumber,
  optionalString,
} from "./shared.js";

export const CatSchema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    kind: z.literal("cat"),
    lives: anyInteger,
  }),
);

export const ChoiceSchema = /* @__PURE__ */ schema(() =>
  conditional({
    if: z.union([
      anyString,
      anyNumber,
      anyBoolean,
      z.looseObject({
        a: present(),
      }),
      z.array(z.unknown()),
    ]).nullable(),
    then: z.union([
      anyString,
      anyNumber,
      anyBoolean,
      z.looseObject({
        b: present(),
      }),
      z.array(z.unknown()),
    ]).nullable(),
    else: z.union([
      anyString,
      anyNumber,
      anyBoolean,
      z.looseObject({
        c: present(),
      }),
      z.array(z.unknown()),
    ]).nullable(),
  }),
);

export const DogSchema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    kind: z.literal("dog"),
    name: anyString,
  }),
);

export const ExactlySchema = /* @__PURE__ */ schema(() =>
  z.xor([z.int().check(multipleOf(3)), z.int().check(multipleOf(5))]),
);

export const MaybeTextSchema = nullableString;

export const NotTextSchema = /* @__PURE__ */ schema(() => z.unknown().check(not(anyString)));

export const PetSchema = /* @__PURE__ */ schema(() => z.discriminatedUnion("kind", [CatSchema, DogSchema]));

export const StrictSchema = /* @__PURE__ */ schema(() =>
  DogSchema.check(unevaluatedProperties(z.never(), [{ names: ["kind", "name"] }])),
);

export const StructuredSchema = /* @__PURE__ */ schema(() =>
  valueIn<1 | "1" | null | [1, 2] | { a: 1 }>([1, "1", null, [1, 2], { a: 1 }]),
);

export const TaggedSchema = /* @__PURE__ */ schema(() =>
  DogSchema.extend({
    tag: optionalString,
  }),
);

export const TupleSchema = /* @__PURE__ */ schema(() => z.tuple([anyString, optionalNumber]).check(minItems(1)));

export const UntypedSchema = /* @__PURE__ */ schema(() =>
  z.union([
    z.string().check(minLength(2)),
    z.number().max(10),
    anyBoolean,
    z.record(anyString, z.unknown()),
    z.array(z.unknown()),
  ]).nullable(),
);

export const WordSchema = /* @__PURE__ */ schema(() => z.enum(["red", "green", "it's", "a\"b"]));
