/** Validators: what the API's document says about each value, as zod schemas. */
import * as z from "zod";
import { isInt64 } from "./runtime/formats.js";
import { binary, maxLength, schema } from "./runtime/json-schema.js";
import type { User, UserInput } from "./types.js";

export const AvatarSchema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    caption: z.string().nullable().exactOptional(),
    image: z.string(),
  }),
);

export const AvatarUploadSchema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    caption: z.string().nullable().exactOptional(),
    image: binary(),
  }),
);

export const UserSchema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    get friend(): z.ZodExactOptional<z.ZodType<User>> {
      return UserSchema.exactOptional();
    },
    id: z.number().refine(isInt64, "an int64"),
    name: z.string().min(1).check(maxLength(50)),
    password: z.string().exactOptional(),
  }),
);

export const UserInputSchema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    get friend(): z.ZodExactOptional<z.ZodType<UserInput>> {
      return UserInputSchema.exactOptional();
    },
    id: z.number().refine(isInt64, "an int64").exactOptional(),
    name: z.string().min(1).check(maxLength(50)),
    password: z.string(),
  }),
);

/** Of `PUT /avatars`. */
export const putAvatarValidators = {
  body: { "multipart/form-data": () => AvatarUploadSchema },
};

/** Of `POST /users`. */
export const createUserValidators = {
  body: { "application/json": () => UserInputSchema },
  responses: {
    201: { "application/json": () => UserSchema },
  },
};
