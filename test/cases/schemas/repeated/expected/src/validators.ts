/** Validators: what the API's document says about each value, as zod schemas. */
import * as z from "zod";
import { maxLength, schema } from "./runtime/json-schema.js";
import {
  anyInteger,
  anyString,
  ComponentsSchemasOrderPropertiesBuyerSchema,
  optionalString,
  OrderBuyerAddressSchema,
  OrderLabelSchema,
} from "./shared.js";

export const OrderSchema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    /** Who pays. */
    buyer: ComponentsSchemasOrderPropertiesBuyerSchema.exactOptional(),
    label: OrderLabelSchema.exactOptional(),
  }),
);

/** What goes one way only, or refers, stands where it is. */
export const LoginSchema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    four: z.looseObject({
      order: OrderSchema.exactOptional(),
    }).exactOptional(),
    one: z.looseObject({
      secret: optionalString,
    }).exactOptional(),
    three: z.looseObject({
      order: OrderSchema.exactOptional(),
    }).exactOptional(),
    two: z.looseObject({
      secret: optionalString,
    }).exactOptional(),
  }),
);

/** Has the name that the object would have. */
export const OrderBuyerSchema = anyString;

export const ParcelSchema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    /** Another limit makes another object, with the same address. */
    from: z.looseObject({
      address: OrderBuyerAddressSchema.exactOptional(),
      id: anyInteger,
      name: z.string().check(maxLength(21)),
    }).exactOptional(),
    labels: z.array(OrderLabelSchema).exactOptional(),
    /** The same as the buyer of an order, in another order, with other words. */
    to: ComponentsSchemasOrderPropertiesBuyerSchema.exactOptional(),
  }),
);

/** Of `GET /orders/{id}`. */
export const getOrderValidators = {
  path: () => z.looseObject({
    id: anyString,
  }),
  responses: {
    200: {
      "application/json": () => z.looseObject({
        buyer: ComponentsSchemasOrderPropertiesBuyerSchema.exactOptional(),
      }),
    },
  },
};
