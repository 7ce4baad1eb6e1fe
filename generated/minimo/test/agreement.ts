/** Compiles only when each validator's output can be given where its type is asked for, and the other way round. */
import * as z from "zod";
import * as types from "../src/types.js";
import * as validators from "../src/validators.js";

type Agree<A, B> = [A, B] extends [B, A] ? true : { validator: A; type: B };
type Proof<T extends true> = T;

export type Proofs = {
  ContactReference: Proof<Agree<z.output<typeof validators.ContactReferenceSchema>, types.ContactReference>>;
  MarketingConsent: Proof<Agree<z.output<typeof validators.MarketingConsentSchema>, types.MarketingConsent>>;
  ContactUpsert: Proof<Agree<z.output<typeof validators.ContactUpsertSchema>, types.ContactUpsert>>;
  ErrorMessage: Proof<Agree<z.output<typeof validators.ErrorMessageSchema>, types.ErrorMessage>>;
  upsertContacts: {
    body: {
      "application/json": Proof<Agree<z.output<ReturnType<(typeof validators.upsertContactsValidators)["body"]["application/json"]>>, types.ContactUpsert | types.ContactUpsert[]>>;
      "application/x-www-form-urlencoded": Proof<Agree<z.output<ReturnType<(typeof validators.upsertContactsValidators)["body"]["application/x-www-form-urlencoded"]>>, {
        /**
         * Email address of the contact
         *
         * Format: email
         */
        email?: string;
        /** Phone number of the contact. WhatsApp needs it in E.164 form, such as `+393391234567`. */
        phone?: string;
        [key: `customFields.${string}`]: string;
      }>>;
      "multipart/form-data": Proof<Agree<z.output<ReturnType<(typeof validators.upsertContactsValidators)["body"]["multipart/form-data"]>>, {
        /**
         * Email address of the contact
         *
         * Format: email
         */
        email?: string;
        /** Phone number of the contact. WhatsApp needs it in E.164 form, such as `+393391234567`. */
        phone?: string;
        [key: `customFields.${string}`]: string;
      }>>;
    };
    200: {
      "application/json": Proof<Agree<z.output<ReturnType<(typeof validators.upsertContactsValidators)["responses"][200]["application/json"]>>, types.ContactReference[]>>;
    };
    400: {
      "application/json": Proof<Agree<z.output<ReturnType<(typeof validators.upsertContactsValidators)["responses"][400]["application/json"]>>, types.ErrorMessage>>;
    };
  };
};
