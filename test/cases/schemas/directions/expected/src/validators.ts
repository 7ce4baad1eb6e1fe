/** Validators: what the API's document says about each value, as zod schemas. */
import * as z from "zod";
import { binary, maxLength, schema } from "./runtime/json-schema.js";
import { anyString, int64, optionalInt64, optionalNullableString, optionalString } from "./shared.js";
import type { User, UserInput } from "./types.js";

export const AvatarSchema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    caption: optionalNullableString,
    image: anyString,
  }),
);

export const AvatarUploadSchema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    caption: optionalNullableString,
    image: binary(),
  }),
);

export const UserSchema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    get friend(): z.ZodExactOptional<z.ZodType<User>> {
      return UserSchema.exactOptional();
    },
    id: int64,
    name: z.string().min(1).check(maxLength(50)),
    password: optionalString,
  }),
);

export const UserInputSchema = /* @__PURE__ */ schema(() =>
  z.looseObject({
    get friend(): z.ZodExactOptional<z.ZodType<UserInput>> {
      return UserInputSchema.exactOptional();
    },
    id: optionalInt64,
    name: z.string().min(1).check(maxLength(50)),
    password: anyString,
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
