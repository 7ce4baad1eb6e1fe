/** What the validators share: plain values, and objects that stand in several components. */
import * as z from "zod";

export const anyBoolean = /* @__PURE__ */ z.boolean();

export const anyInteger = /* @__PURE__ */ z.int();

export const optionalInteger = /* @__PURE__ */ anyInteger.exactOptional();

export const anyNumber = /* @__PURE__ */ z.number();

export const anyString = /* @__PURE__ */ z.string();

export const nullableString = /* @__PURE__ */ anyString.nullable();

export const optionalNullableString = /* @__PURE__ */ nullableString.exactOptional();

export const optionalString = /* @__PURE__ */ anyString.exactOptional();
