/** What the validators share: plain values, and objects that stand in several components. */
import * as z from "zod";
import { maxLength, schema } from "./runtime/json-schema.js";

export const anyInteger = /* @__PURE__ */ z.int();

export const anyString = /* @__PURE__ */ z.string();

export const optionalString = /* @__PURE__ */ anyString.exactOptional();

export const OrderBuyerAddressSchema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    city: optionalString,
    lines: z.array(anyString).exactOptional(),
  }),
);

export const ComponentsSchemasOrderPropertiesBuyerSchema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    address: OrderBuyerAddressSchema.exactOptional(),
    id: anyInteger,
    name: z.string().check(maxLength(20)),
  }),
);

export const OrderLabelSchema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    color: z.literal(["red", 1]).nullable().exactOptional(),
    size: z.number().min(0).nullable().exactOptional(),
  }),
);
