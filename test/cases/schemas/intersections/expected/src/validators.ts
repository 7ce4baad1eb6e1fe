/** Validators: what the API's document says about each value, as zod schemas. */
import * as z from "zod";
import { allOf, present, schema } from "./runtime/json-schema.js";
import { anyBoolean, anyNumber, anyString, nullableString, optionalInteger, optionalString } from "./shared.js";
import type { CompleteRules, Place, SignedDraft, Stop } from "./types.js";

export const DraftSchema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    author: optionalString,
  }),
);

export const RulesSchema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    inbound: z.array(DraftSchema).exactOptional(),
  }),
);

/** A property that is a list in one part and untyped in the other. */
export const CompleteRulesSchema = /* @__PURE__ */ schema(() =>
  allOf<CompleteRules>([
    z.looseObject({
      inbound: z.union([
        anyString,
        anyNumber,
        anyBoolean,
        z.looseObject({
          author: present(),
        }),
        z.array(z.unknown()),
      ]).nullable().exactOptional(),
    }),
    RulesSchema,
  ]),
);

/** Optional in one part, required in the other. */
export const MergeSchema = /* @__PURE__ */ schema(() =>
  allOf([
    z.looseObject({
      mergedBy: nullableString,
      title: optionalString,
    }),
    z.looseObject({
      mergedBy: z.unknown(),
      title: z.unknown().exactOptional(),
    }),
  ]),
);

/** No list but the empty one. */
export const NothingSchema = /* @__PURE__ */ schema(() => z.array(z.never()));

/** Without a type, so that it may be anything but an object with other coordinates. */
export const PointSchema = /* @__PURE__ */ schema(() =>
  z.union([
    anyString,
    anyNumber,
    anyBoolean,
    z.looseObject({
      lat: anyNumber,
      lng: anyNumber,
    }),
    z.array(z.unknown()),
  ]).nullable(),
);

/** A part that may be anything, and one that is an object. */
export const PlaceSchema = /* @__PURE__ */ schema(() =>
  allOf<Place>([
    PointSchema,
    z.looseObject({
      address: optionalString,
    }),
  ]),
);

export const SignedSchema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    author: z.unknown(),
  }),
);

/** The same, where neither part can be rewritten. */
export const SignedDraftSchema = /* @__PURE__ */ schema(() => allOf<SignedDraft>([DraftSchema, SignedSchema]));

/** The same once more. */
export const StopSchema = /* @__PURE__ */ schema(() =>
  allOf<Stop>([
    PlaceSchema,
    z.looseObject({
      minutes: optionalInteger,
    }),
  ]),
);
