/** Validators: what the API's document says about each value, as zod schemas. */
import * as z from "zod";
import { allOf, present, schema, typed } from "./runtime/json-schema.js";
import { anyInteger, optionalNullableString, optionalString } from "./shared.js";

export const AccountSchema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    email: optionalString,
    phone: optionalNullableString,
  }),
);

/** At least one of the two. */
export const EitherWaySchema = /* @__PURE__ */ schema(() =>
  allOf([
    AccountSchema,
    z.union([
      z.looseObject({
        email: present(),
      }),
      z.looseObject({
        phone: present(),
      }),
    ]),
  ]),
);

/** Requires what it forbids. */
export const ImpossibleSchema = /* @__PURE__ */ schema(() =>
  z.strictObject({
    here: optionalString,
    missing: z.never(),
  }),
);

/** What the base leaves open is required here. */
export const RegisteredSchema = /* @__PURE__ */ schema(() =>
  allOf([
    AccountSchema,
    z.looseObject({
      phone: present(),
    }),
  ]),
);

/** A name that must be there, of the type that all have. */
export const ScoresSchema = /* @__PURE__ */ schema(() =>
  typed<{ total: number; [key: string]: number }>(z.looseObject({
    total: anyInteger,
  }).catchall(anyInteger)),
);
