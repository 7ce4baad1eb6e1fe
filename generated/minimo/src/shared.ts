/** What the validators share: plain values, and objects that stand in several components. */
import * as z from "zod";
import { emailPattern } from "./runtime/formats.js";

export const anyBoolean = /* @__PURE__ */ z.boolean();

export const optionalBoolean = /* @__PURE__ */ anyBoolean.exactOptional();

export const anyString = /* @__PURE__ */ z.string();

export const optionalString = /* @__PURE__ */ anyString.exactOptional();

export const email = /* @__PURE__ */ z.email({ pattern: emailPattern });
