/** Validators: what the API's document says about each value, as zod schemas. */
import * as z from "zod";
import { maxProperties, minProperties, objectOf, present, schema, typed } from "./runtime/json-schema.js";
import { anyBoolean, anyNumber, anyString, email, optionalBoolean, optionalString } from "./shared.js";

export const BareSchema = /* @__PURE__ */ schema(() => z.record(anyString, z.unknown()));

export const ClosedSchema = /* @__PURE__ */ schema(() =>
  z.strictObject({
    a: anyString,
  }),
);

export const CountedSchema = /* @__PURE__ */ schema(() =>
  z.record(anyString, z.unknown()).check(minProperties(1), maxProperties(3)),
);

export const MapModelSchema = /* @__PURE__ */ schema(() => z.record(anyString, z.int().min(0)));

export const MixedSchema = /* @__PURE__ */ schema(() =>
  typed<{ a: string; b?: boolean; [key: string]: number | string | boolean | undefined }>(z.looseObject({
    a: anyString,
    b: optionalBoolean,
  }).catchall(anyNumber)),
);

export const OpenSchema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    a: optionalString,
  }),
);

export const PrefixedSchema = /* @__PURE__ */ schema(() =>
  objectOf<{
      /** Format: email */
      email?: string;
      [key: `customFields.${string}`]: string;
    }>({
    properties: {
      email: email,
    },
    patterns: [
      [new RegExp("^customFields\\..+$", "u"), anyString],
    ],
  }),
);

export const PrototypeSchema = /* @__PURE__ */ schema(() =>
  objectOf<{ ["__proto__"]: string; constructor: number; toString?: boolean }>({
    properties: {
      ["__proto__"]: anyString,
      constructor: anyNumber,
      toString: anyBoolean,
    },
    required: ["__proto__", "constructor"],
  }),
);

export const UndeclaredSchema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    id: present(),
  }),
);
