/** Compiles only when each validator's output can be given where its type is asked for, and the other way round. */
import * as z from "zod";
import * as client from "../src/client.js";
import * as types from "../src/types.js";
import * as validators from "../src/validators.js";

type Agree<A, B> = [A, B] extends [B, A] ? true : { validator: A; type: B };
type Proof<T extends true> = T;

export type Proofs = {
  CustomField: Proof<Agree<z.output<typeof validators.CustomFieldSchema>, types.CustomField>>;
  ContactUpsert: Proof<Agree<z.output<typeof validators.ContactUpsertSchema>, types.ContactUpsert>>;
  ErrorMessage: Proof<Agree<z.output<typeof validators.ErrorMessageSchema>, types.ErrorMessage>>;
  UpsertedContact: Proof<Agree<z.output<typeof validators.UpsertedContactSchema>, types.UpsertedContact>>;
  upsertContact: {
    path: Proof<Agree<z.output<ReturnType<(typeof validators.upsertContactValidators)["path"]>>, Exclude<client.UpsertContactArgs["path"], undefined>>>;
    body: {
      "application/json": Proof<Agree<z.output<ReturnType<(typeof validators.upsertContactValidators)["body"]["application/json"]>>, types.ContactUpsert>>;
    };
    200: {
      "application/json": Proof<Agree<z.output<ReturnType<(typeof validators.upsertContactValidators)["responses"][200]["application/json"]>>, types.UpsertedContact>>;
    };
    400: {
      "application/json": Proof<Agree<z.output<ReturnType<(typeof validators.upsertContactValidators)["responses"][400]["application/json"]>>, types.ErrorMessage>>;
    };
    401: {
      "application/json": Proof<Agree<z.output<ReturnType<(typeof validators.upsertContactValidators)["responses"][401]["application/json"]>>, types.ErrorMessage>>;
    };
    429: {
      "application/json": Proof<Agree<z.output<ReturnType<(typeof validators.upsertContactValidators)["responses"][429]["application/json"]>>, types.ErrorMessage>>;
    };
    449: {
      "application/json": Proof<Agree<z.output<ReturnType<(typeof validators.upsertContactValidators)["responses"][449]["application/json"]>>, types.ErrorMessage>>;
    };
    500: {
      "application/json": Proof<Agree<z.output<ReturnType<(typeof validators.upsertContactValidators)["responses"][500]["application/json"]>>, types.ErrorMessage>>;
    };
  };
};
