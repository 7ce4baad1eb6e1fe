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

export const CatSchema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    kind: z.literal("cat"),
    lives: z.int(),
  }),
);

export const ChoiceSchema = /* @__PURE__ */ schema(() =>
  conditional({
    if: z.union([
      z.string(),
      z.number(),
      z.boolean(),
      z.looseObject({
        a: present(),
      }),
      z.array(z.unknown()),
    ]).nullable(),
    then: z.union([
      z.string(),
      z.number(),
      z.boolean(),
      z.looseObject({
        b: present(),
      }),
      z.array(z.unknown()),
    ]).nullable(),
    else: z.union([
      z.string(),
      z.number(),
      z.boolean(),
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
    name: z.string(),
  }),
);

export const ExactlySchema = /* @__PURE__ */ schema(() =>
  z.xor([z.int().check(multipleOf(3)), z.int().check(multipleOf(5))]),
);

export const MaybeTextSchema = /* @__PURE__ */ schema(() => z.string().nullable());

export const NotTextSchema = /* @__PURE__ */ schema(() => z.unknown().check(not(z.string())));

export const PetSchema = /* @__PURE__ */ schema(() => z.discriminatedUnion("kind", [CatSchema, DogSchema]));

export const StrictSchema = /* @__PURE__ */ schema(() =>
  DogSchema.check(unevaluatedProperties(z.never(), [{ names: ["kind", "name"] }])),
);

export const StructuredSchema = /* @__PURE__ */ schema(() =>
  valueIn<1 | "1" | null | [1, 2] | { a: 1 }>([1, "1", null, [1, 2], { a: 1 }]),
);

export const TaggedSchema = /* @__PURE__ */ schema(() =>
  DogSchema.extend({
    tag: z.string().exactOptional(),
  }),
);

export const TupleSchema = /* @__PURE__ */ schema(() =>
  z.tuple([z.string(), z.number().exactOptional()]).check(minItems(1)),
);

export const UntypedSchema = /* @__PURE__ */ schema(() =>
  z.union([
    z.string().check(minLength(2)),
    z.number().max(10),
    z.boolean(),
    z.record(z.string(), z.unknown()),
    z.array(z.unknown()),
  ]).nullable(),
);

export const WordSchema = /* @__PURE__ */ schema(() => z.enum(["red", "green", "it's", "a\"b"]));
