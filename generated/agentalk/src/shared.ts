/** What the validators share: plain values, and objects that stand in several components. */
import * as z from "zod";
import { emailPattern } from "./runtime/formats.js";

export const anyInteger = /* @__PURE__ */ z.int();

export const optionalInteger = /* @__PURE__ */ anyInteger.exactOptional();

export const anyString = /* @__PURE__ */ z.string();

export const optionalString = /* @__PURE__ */ anyString.exactOptional();

export const email = /* @__PURE__ */ z.email({ pattern: emailPattern });

export const optionalEmail = /* @__PURE__ */ email.exactOptional();

export const uuid = /* @__PURE__ */ z.guid();

export const optionalUuid = /* @__PURE__ */ uuid.exactOptional();
