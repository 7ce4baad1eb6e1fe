/** Compiles only when each validator's output can be given where its type is asked for, and the other way round. */
import * as z from "zod";
import * as client from "../src/client.js";
import * as types from "../src/types.js";
import * as validators from "../src/validators.js";

type Agree<A, B> = [A, B] extends [B, A] ? true : { validator: A; type: B };
type Proof<T extends true> = T;

export type Proofs = {
  Contact: Proof<Agree<z.output<typeof validators.ContactSchema>, types.Contact>>;
  ContactResponse: Proof<Agree<z.output<typeof validators.ContactResponseSchema>, types.ContactResponse>>;
  ContactUpsertRequest: Proof<Agree<z.output<typeof validators.ContactUpsertRequestSchema>, types.ContactUpsertRequest>>;
  ErrorResponse: Proof<Agree<z.output<typeof validators.ErrorResponseSchema>, types.ErrorResponse>>;
  upsertContact: {
    path: Proof<Agree<z.output<ReturnType<(typeof validators.upsertContactValidators)["path"]>>, Exclude<client.UpsertContactArgs["path"], undefined>>>;
    header: Proof<Agree<z.output<ReturnType<(typeof validators.upsertContactValidators)["header"]>>, Exclude<client.UpsertContactArgs["header"], undefined>>>;
    body: {
      "application/json": Proof<Agree<z.output<ReturnType<(typeof validators.upsertContactValidators)["body"]["application/json"]>>, types.ContactUpsertRequest>>;
    };
    200: {
      "application/json": Proof<Agree<z.output<ReturnType<(typeof validators.upsertContactValidators)["responses"][200]["application/json"]>>, types.ContactResponse>>;
    };
    201: {
      "application/json": Proof<Agree<z.output<ReturnType<(typeof validators.upsertContactValidators)["responses"][201]["application/json"]>>, types.ContactResponse>>;
    };
    400: {
      "application/json": Proof<Agree<z.output<ReturnType<(typeof validators.upsertContactValidators)["responses"][400]["application/json"]>>, types.ErrorResponse>>;
    };
    401: {
      "application/json": Proof<Agree<z.output<ReturnType<(typeof validators.upsertContactValidators)["responses"][401]["application/json"]>>, types.ErrorResponse>>;
    };
    429: {
      "application/json": Proof<Agree<z.output<ReturnType<(typeof validators.upsertContactValidators)["responses"][429]["application/json"]>>, types.ErrorResponse>>;
    };
    500: {
      "application/json": Proof<Agree<z.output<ReturnType<(typeof validators.upsertContactValidators)["responses"][500]["application/json"]>>, types.ErrorResponse>>;
    };
  };
};
