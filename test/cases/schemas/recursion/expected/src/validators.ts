/** Validators: what the API's document says about each value, as zod schemas. */
import * as z from "zod";
import { schema } from "./runtime/json-schema.js";
import { anyBoolean, anyNumber, anyString, uuid } from "./shared.js";
import type { Json, Left, Node } from "./types.js";

export const JsonSchema: z.ZodType<Json> = /* @__PURE__ */ schema(() =>
  z.union([
    z.union([anyString, anyNumber, anyBoolean]).nullable(),
    z.array(z.lazy((): z.ZodType<Json> => JsonSchema)),
    z.record(anyString, z.lazy((): z.ZodType<Json> => JsonSchema)),
  ]),
);

export const RightSchema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    get left(): z.ZodExactOptional<z.ZodType<Left>> {
      return LeftSchema.exactOptional();
    },
  }),
);

export const LeftSchema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    right: RightSchema.exactOptional(),
  }),
);

export const NodeSchema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    get children(): z.ZodExactOptional<z.ZodType<Node[]>> {
      return z.array(NodeSchema).exactOptional();
    },
    id: uuid,
    get parent(): z.ZodExactOptional<z.ZodType<Node | null>> {
      return NodeSchema.nullable().exactOptional();
    },
  }),
);

/** Of `GET /nodes`. */
export const listNodesValidators = {
  responses: {
    200: { "application/json": () => z.array(NodeSchema) },
  },
};
