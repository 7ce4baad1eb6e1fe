/** The types of Minimo API. */

export interface paths {
  "/public/v1/contacts": {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    get?: never;
    put?: never;
    /**
     * Insert or update a contact
     *
     * Saves one contact or a list of them. A contact is looked up by email first and by phone second; when neither
     * finds one, it is created: a new email without a phone that is known makes a new contact. Custom fields are merged deeply into those stored, and a consent channel that is left
     * out stays as it is.
     */
    post: operations["upsertContacts"];
    delete?: never;
    options?: never;
    head?: never;
    patch?: never;
    trace?: never;
  };
}

export type webhooks = Record<string, never>;

export interface components {
  schemas: {
    ContactReference: {
      /** @example "12345" */
      contactId?: string;
    };
    ContactUpsert: {
      /** Custom fields of the contact, merged deeply into those stored. */
      customFields?: { [key: string]: unknown };
      /** Email address of the contact. Matched first. */
      email: string;
      marketingConsent?: components["schemas"]["MarketingConsent"];
      /** Phone number of the contact. Matched when no contact has the email. WhatsApp needs it in E.164 form, such as `+393391234567`. */
      phone?: string;
    };
    ErrorMessage: {
      /** @example "Invalid email format" */
      error?: string;
    };
    /** Channel-specific marketing consent preferences */
    MarketingConsent: {
      /**
       * Consent to email marketing; true is an opt-in, false an opt-out
       * @example true
       */
      email?: boolean;
      /**
       * Consent to WhatsApp marketing; true is an opt-in, false an opt-out
       * @example false
       */
      whatsapp?: boolean;
    };
  };
  responses: never;
  parameters: never;
  requestBodies: never;
  headers: never;
  pathItems: never;
}

export type $defs = Record<string, never>;

export interface operations {
  upsertContacts: {
    parameters: {
      query?: never;
      header?: never;
      path?: never;
      cookie?: never;
    };
    requestBody: {
      content: {
        "application/json": components["schemas"]["ContactUpsert"] | components["schemas"]["ContactUpsert"][];
        "application/x-www-form-urlencoded": {
          /**
           * Email address of the contact
           *
           * Format: email
           */
          email?: string;
          /** Phone number of the contact. WhatsApp needs it in E.164 form, such as `+393391234567`. */
          phone?: string;
          [key: `customFields.${string}`]: string;
        };
        "multipart/form-data": {
          /**
           * Email address of the contact
           *
           * Format: email
           */
          email?: string;
          /** Phone number of the contact. WhatsApp needs it in E.164 form, such as `+393391234567`. */
          phone?: string;
          [key: `customFields.${string}`]: string;
        };
      };
    };
    responses: {
      /** Successful response */
      200: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ContactReference"][];
        };
      };
      /** Bad request */
      400: {
        headers: {
          [name: string]: unknown;
        };
        content: {
          "application/json": components["schemas"]["ErrorMessage"];
        };
      };
    };
  };
}

export type ContactReference = components["schemas"]["ContactReference"];

export type ContactUpsert = components["schemas"]["ContactUpsert"];

export type ErrorMessage = components["schemas"]["ErrorMessage"];

/** Channel-specific marketing consent preferences */
export type MarketingConsent = components["schemas"]["MarketingConsent"];
