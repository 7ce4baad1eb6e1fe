/** Validators: what the API's document says about each value, as zod schemas. */
import * as z from "zod";
import { allOf, schema, typed } from "./runtime/json-schema.js";
import { anyInteger, anyString, optionalString } from "./shared.js";
import type { Package, Part10 } from "./types.js";

export const InlineSchema = /* @__PURE__ */ schema(() =>
  typed<{
      inner?: {
        inner?: {
          inner?: {
            inner?: {
              inner?: {
                inner?: {
                  inner?: { inner?: { inner?: { inner?: { inner?: { inner?: { inner?: { inner?: string } } } } } } };
                };
              };
            };
          };
        };
      };
      [key: string]:
        | number
        | {
            inner?: {
              inner?: {
                inner?: {
                  inner?: {
                    inner?: {
                      inner?: { inner?: { inner?: { inner?: { inner?: { inner?: { inner?: { inner?: string } } } } } } };
                    };
                  };
                };
              };
            };
          }
        | undefined;
    }>(z.looseObject({
    inner: typed<{
        inner?: {
          inner?: {
            inner?: {
              inner?: {
                inner?: {
                  inner?: { inner?: { inner?: { inner?: { inner?: { inner?: { inner?: { inner?: string } } } } } } };
                };
              };
            };
          };
        };
      }>(z.looseObject({
      inner: z.looseObject({
        inner: z.looseObject({
          inner: z.looseObject({
            inner: z.looseObject({
              inner: z.looseObject({
                inner: z.looseObject({
                  inner: z.looseObject({
                    inner: z.looseObject({
                      inner: z.looseObject({
                        inner: z.looseObject({
                          inner: z.looseObject({
                            inner: z.looseObject({
                              inner: optionalString,
                            }).exactOptional(),
                          }).exactOptional(),
                        }).exactOptional(),
                      }).exactOptional(),
                    }).exactOptional(),
                  }).exactOptional(),
                }).exactOptional(),
              }).exactOptional(),
            }).exactOptional(),
          }).exactOptional(),
        }).exactOptional(),
      }).exactOptional(),
    })).exactOptional(),
  }).catchall(anyInteger)),
);

export const Part0Schema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    name: optionalString,
    get package(): z.ZodExactOptional<z.ZodType<Package>> {
      return PackageSchema.exactOptional();
    },
  }),
);

export const Part1Schema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    inner: Part0Schema.exactOptional(),
  }),
);

export const Part2Schema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    inner: Part1Schema.exactOptional(),
  }),
);

export const Part3Schema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    inner: z.array(Part2Schema).exactOptional(),
  }),
);

export const Part4Schema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    inner: Part3Schema.exactOptional(),
  }),
);

export const Part5Schema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    inner: Part4Schema.exactOptional(),
  }),
);

export const Part6Schema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    inner: z.array(Part5Schema).exactOptional(),
  }),
);

export const Part7Schema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    inner: Part6Schema.exactOptional(),
  }),
);

export const Part8Schema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    inner: z.union([Part7Schema, anyString]).exactOptional(),
  }),
);

export const Part9Schema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    inner: Part8Schema.exactOptional(),
  }),
);

export const Part10Schema: z.ZodType<Part10> = /* @__PURE__ */ schema(() =>
  z.looseObject({
    inner: Part9Schema.exactOptional(),
  }),
);

export const Part11Schema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    inner: Part10Schema.exactOptional(),
  }),
);

export const Part12Schema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    inner: z.array(Part11Schema).exactOptional(),
  }),
);

export const Part13Schema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    inner: Part12Schema.exactOptional(),
  }),
);

export const PackageSchema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    part: Part13Schema.exactOptional(),
  }),
);

export const RelabelledSchema = /* @__PURE__ */ schema(() =>
  allOf([
    Part10Schema,
    z.looseObject({
      label: optionalString,
    }),
  ]),
);
