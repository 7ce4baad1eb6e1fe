/** Validators: what the API's document says about each value, as zod schemas. */
import * as z from "zod";
import { emailPattern } from "./runtime/formats.js";
import { maxProperties, minProperties, objectOf, present, schema, typed } from "./runtime/json-schema.js";

export const BareSchema = /* @__PURE__ */ schema(() => z.record(z.string(), z.unknown()));

export const ClosedSchema = /* @__PURE__ */ schema(() =>
  z.strictObject({
    a: z.string(),
  }),
);

export const CountedSchema = /* @__PURE__ */ schema(() =>
  z.record(z.string(), z.unknown()).check(minProperties(1), maxProperties(3)),
);

export const MapModelSchema = /* @__PURE__ */ schema(() => z.record(z.string(), z.int().min(0)));

export const MixedSchema = /* @__PURE__ */ schema(() =>
  typed<{ a: string; b?: boolean; [key: string]: number | string | boolean | undefined }>(z.looseObject({
    a: z.string(),
    b: z.boolean().exactOptional(),
  }).catchall(z.number())),
);

export const OpenSchema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    a: z.string().exactOptional(),
  }),
);

export const PrefixedSchema = /* @__PURE__ */ schema(() =>
  objectOf<{
      /** Format: email */
      email?: string;
      [key: `customFields.${string}`]: string;
    }>({
    properties: {
      email: z.email({ pattern: emailPattern }),
    },
    patterns: [
      [new RegExp("^customFields\\..+$", "u"), z.string()],
    ],
  }),
);

export const PrototypeSchema = /* @__PURE__ */ schema(() =>
  objectOf<{ ["__proto__"]: string; constructor: number; toString?: boolean }>({
    properties: {
      ["__proto__"]: z.string(),
      constructor: z.number(),
      toString: z.boolean(),
    },
    required: ["__proto__", "constructor"],
  }),
);

export const UndeclaredSchema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    id: present(),
  }),
);
