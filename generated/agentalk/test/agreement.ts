/** Compiles only when each validator's output can be given where its type is asked for, and the other way round. */
import * as z from "zod";
import * as client from "../src/client.js";
import * as validators from "../src/validators.js";

type Agree<A, B> = [A, B] extends [B, A] ? true : { validator: A; type: B };
type Proof<T extends true> = T;

export type Proofs = {
  upsertContact: {
    header: Proof<Agree<z.output<ReturnType<(typeof validators.upsertContactValidators)["header"]>>, Exclude<client.UpsertContactArgs["header"], undefined>>>;
    body: {
      "application/json": Proof<Agree<z.output<ReturnType<(typeof validators.upsertContactValidators)["body"]["application/json"]>>, {
        /**
         * Email address
         *
         * Format: email
         */
        email?: string;
        /** Fields to create/update */
        fields?: { [key: string]: unknown };
        /** First name */
        firstName?: string;
        /** Last name */
        lastName?: string;
        /** Phone number with country code (required) */
        phone: string;
        /** Tags to assign */
        tags?: string[];
      }>>;
    };
    200: {
      "application/json": Proof<Agree<z.output<ReturnType<(typeof validators.upsertContactValidators)["responses"][200]["application/json"]>>, { [key: string]: unknown }>>;
    };
    201: {
      "application/json": Proof<Agree<z.output<ReturnType<(typeof validators.upsertContactValidators)["responses"][201]["application/json"]>>, { [key: string]: unknown }>>;
    };
  };
  searchContacts: {
    query: Proof<Agree<z.output<ReturnType<(typeof validators.searchContactsValidators)["query"]>>, Exclude<client.SearchContactsArgs["query"], undefined>>>;
    header: Proof<Agree<z.output<ReturnType<(typeof validators.searchContactsValidators)["header"]>>, Exclude<client.SearchContactsArgs["header"], undefined>>>;
    200: {
      "application/json": Proof<Agree<z.output<ReturnType<(typeof validators.searchContactsValidators)["responses"][200]["application/json"]>>, { [key: string]: unknown }>>;
    };
  };
  deleteContact: {
    path: Proof<Agree<z.output<ReturnType<(typeof validators.deleteContactValidators)["path"]>>, Exclude<client.DeleteContactArgs["path"], undefined>>>;
    header: Proof<Agree<z.output<ReturnType<(typeof validators.deleteContactValidators)["header"]>>, Exclude<client.DeleteContactArgs["header"], undefined>>>;
    200: {
      "application/json": Proof<Agree<z.output<ReturnType<(typeof validators.deleteContactValidators)["responses"][200]["application/json"]>>, { [key: string]: unknown }>>;
    };
  };
  updateContactFields: {
    path: Proof<Agree<z.output<ReturnType<(typeof validators.updateContactFieldsValidators)["path"]>>, Exclude<client.UpdateContactFieldsArgs["path"], undefined>>>;
    header: Proof<Agree<z.output<ReturnType<(typeof validators.updateContactFieldsValidators)["header"]>>, Exclude<client.UpdateContactFieldsArgs["header"], undefined>>>;
    body: {
      "application/json": Proof<Agree<z.output<ReturnType<(typeof validators.updateContactFieldsValidators)["body"]["application/json"]>>, {
        /** Fields to update */
        fields: { [key: string]: unknown };
      }>>;
    };
    200: {
      "application/json": Proof<Agree<z.output<ReturnType<(typeof validators.updateContactFieldsValidators)["responses"][200]["application/json"]>>, { [key: string]: unknown }>>;
    };
  };
  clearContactField: {
    path: Proof<Agree<z.output<ReturnType<(typeof validators.clearContactFieldValidators)["path"]>>, Exclude<client.ClearContactFieldArgs["path"], undefined>>>;
    header: Proof<Agree<z.output<ReturnType<(typeof validators.clearContactFieldValidators)["header"]>>, Exclude<client.ClearContactFieldArgs["header"], undefined>>>;
    200: {
      "application/json": Proof<Agree<z.output<ReturnType<(typeof validators.clearContactFieldValidators)["responses"][200]["application/json"]>>, { [key: string]: unknown }>>;
    };
  };
  addContactTags: {
    path: Proof<Agree<z.output<ReturnType<(typeof validators.addContactTagsValidators)["path"]>>, Exclude<client.AddContactTagsArgs["path"], undefined>>>;
    header: Proof<Agree<z.output<ReturnType<(typeof validators.addContactTagsValidators)["header"]>>, Exclude<client.AddContactTagsArgs["header"], undefined>>>;
    body: {
      "application/json": Proof<Agree<z.output<ReturnType<(typeof validators.addContactTagsValidators)["body"]["application/json"]>>, {
        /** Tags to add */
        tags: string[];
      }>>;
    };
    200: {
      "application/json": Proof<Agree<z.output<ReturnType<(typeof validators.addContactTagsValidators)["responses"][200]["application/json"]>>, { [key: string]: unknown }>>;
    };
  };
  removeContactTag: {
    path: Proof<Agree<z.output<ReturnType<(typeof validators.removeContactTagValidators)["path"]>>, Exclude<client.RemoveContactTagArgs["path"], undefined>>>;
    header: Proof<Agree<z.output<ReturnType<(typeof validators.removeContactTagValidators)["header"]>>, Exclude<client.RemoveContactTagArgs["header"], undefined>>>;
    200: {
      "application/json": Proof<Agree<z.output<ReturnType<(typeof validators.removeContactTagValidators)["responses"][200]["application/json"]>>, { [key: string]: unknown }>>;
    };
  };
};
